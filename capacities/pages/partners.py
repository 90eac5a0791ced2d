"""Pages on partners. Whoever may not see a partner is told that it does not exist; whoever may not write, that they may not."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from capacities import registers, services
from capacities.filters import PartnerFilter
from capacities.forms.partners import AssessmentForm, PartnerForm
from capacities.forms.versions import VersionForm
from capacities.models import Fiu, Partner
from capacities.pages.said import comments_on
from capacities.pages.words import history, shown_values
from capacities.permissions import may_assess, may_delete, may_plan
from language.said import say

PAGE = 50


def seen_by(request: HttpRequest):
    """The partners that the person may see, with what a row shows."""
    return Partner.objects.visible_to(request.user).select_related("entity").prefetch_related("countries")


def partner_of(request: HttpRequest, pk: int, *, write: bool = False) -> Partner:
    """A partner that the person may see (404) and, where asked, change: not an archived one (404), planners alone (403)."""
    partner = get_object_or_404(seen_by(request).prefetch_related("named"), pk=pk)
    if write:
        planner(request)
        if partner.archived_at:
            raise Http404
    return partner


def planner(request: HttpRequest) -> None:
    if not may_plan(request.user):
        raise PermissionDenied


@login_required
def partner_list(request: HttpRequest) -> HttpResponse:
    narrowed = PartnerFilter(request.GET, seen_by(request))
    page = Paginator(narrowed.qs if narrowed.is_valid() else Partner.objects.none(), PAGE).get_page(
        request.GET.get("page")
    )
    asked = request.GET.copy()
    asked.pop("page", None)
    labels = registers.crime_types()
    rows = [(partner, [say(labels.get(name, name)) for name in partner.crime_types]) for partner in page]
    shown = {
        "filter": narrowed,
        "page": page,
        "rows": rows,
        "asked": asked.urlencode(),
        "writes": may_plan(request.user),
    }
    if may_assess(request.user):
        shown["overdue"] = _overdue(request)
    return render(request, "partners/partner_list.html", shown)


def _overdue(request: HttpRequest) -> list[Partner]:
    """Partners whose newest assessment was to be looked at again before today."""
    today = timezone.localdate()
    seen = Partner.objects.visible_to(request.user).current().filter(assessments__review_on__lt=today).distinct()
    newest = [(p, next(iter(p.assessments.all()), None)) for p in seen.prefetch_related("assessments")]
    return [partner for partner, held in newest if held and held.overdue]


@login_required
def partner_detail(request: HttpRequest, partner: int) -> HttpResponse:
    held = partner_of(request, partner)
    shown = {"partner": held, "writes": may_plan(request.user), "assesses": may_assess(request.user)}
    shown |= {"deletes": may_delete(request.user), **comments_on(held, request)}
    shown["where"] = _where(held)
    shown["crime_types"] = [say(registers.crime_types().get(name, name)) for name in held.crime_types]
    if held.kind == Partner.Kind.FIU:
        shown["fius"] = Fiu.objects.filter(country__in=held.countries.all()).select_related("country")
    if shown["assesses"]:
        shown["assessments"] = held.assessments.select_related("by")
    if shown["writes"]:
        shown["history"] = [(row, history(row)) for row in held.changes.select_related("by")[:PAGE]]
    return render(request, "partners/partner_detail.html", shown)


def _where(partner: Partner) -> str:
    """Its countries, and its areas in them."""
    countries = ", ".join(say(country.name) for country in partner.countries.all()) or say("not known")
    return (
        say("{countries}: {areas}", countries=countries, areas=", ".join(partner.areas)) if partner.areas else countries
    )


@login_required
def partner_new(request: HttpRequest) -> HttpResponse:
    planner(request)
    form = PartnerForm.of(None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(services.create_partner(form.values, request.user))
    return render(request, "partners/partner_form.html", {"form": form})


@login_required
def partner_edit(request: HttpRequest, partner: int) -> HttpResponse:
    held = partner_of(request, partner, write=True)
    form = PartnerForm.of(held, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_partner(held, form.values, form.cleaned_data["version"] or 0, request.user)
        except services.ChangedMeanwhile as meanwhile:
            return _conflict(request, meanwhile.current, form)
        messages.success(request, say("Saved."))
        return redirect(held)
    return render(request, "partners/partner_form.html", {"form": form, "partner": held})


def _conflict(request: HttpRequest, current: Partner, form: PartnerForm) -> HttpResponse:
    """409: what stands now beside what was filled in. The form keeps the latter and carries the newest version."""
    data = form.data.copy()
    data["version"] = current.version
    again = PartnerForm.of(current, data)
    shown = {"form": again, "partner": current, "differences": shown_values(current, form.values)}
    return render(request, "partners/partner_form.html", shown, status=409)


@login_required
def partner_assess(request: HttpRequest, partner: int) -> HttpResponse:
    held = partner_of(request, partner, write=True)
    form = AssessmentForm(request.POST or None, initial={"assessed_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        services.assess(held, **form.cleaned_data, by=request.user)
        return redirect(held)
    return render(request, "partners/partner_assess.html", {"form": form, "partner": held})


@login_required
@require_POST
def partner_archive(request: HttpRequest, partner: int) -> HttpResponse:
    said = say("The partner is archived. It left the lists and coverage; it stays here.")
    return _moved(request, partner, services.archive_partner, said)


@login_required
@require_POST
def partner_restore(request: HttpRequest, partner: int) -> HttpResponse:
    said = say("The partner is restored and stands on the lists again.")
    return _moved(request, partner, services.restore_partner, said)


def _moved(request: HttpRequest, pk: int, move: Callable, said: str) -> HttpResponse:
    held = partner_of(request, pk)
    planner(request)
    try:
        move(held, version=VersionForm.said(request.POST), by=request.user)
    except (services.ChangedMeanwhile, services.Archived, services.NotArchived):
        messages.error(request, say("Somebody else has changed this partner. Nothing was done: look at it again."))
    else:
        messages.success(request, said)
    return redirect(held)


@login_required
def partner_delete(request: HttpRequest, partner: int) -> HttpResponse:
    """A page that says what would go, then the deletion."""
    held = partner_of(request, partner)
    if not may_delete(request.user):
        raise PermissionDenied
    if request.method == "POST":
        try:
            services.delete_partner(held, version=VersionForm.said(request.POST), by=request.user)
        except services.ChangedMeanwhile:
            messages.error(
                request, say("Somebody else has changed this partner. It was not deleted: look at it again.")
            )
            return redirect(held)
        messages.success(request, say("Deleted for good."))
        return redirect("partner_list")
    counts = {
        "comments": held.comments.count(),
        "assessments": held.assessments.count(),
        "changes": held.changes.count(),
    }
    return render(request, "partners/partner_delete.html", {"partner": held, "counts": counts})
