"""Pages: each reads through a QuerySet, writes through a service and says one thing."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from mandates import bars, crime_types, flag_news, ladder, order, rules, services, sheet, specimens
from mandates.access import mandate_of as _mandate
from mandates.analysis import read
from mandates.filters import MandateFilter, PrecedentFilter
from mandates.forms import DecisionForm, MandateForm, ReaderForm, TextForm
from mandates.models import Decision, Finding, Mandate, TextVersion
from mandates.portfolio import FlagChange
from mandates.precedents import lookup, ranking
from mandates.serializers import review_data
from mandates.serializers.precedents import PrecedentSerializer
from mandates.serializers.rows import JobSerializer
from missions.models import Mission

SOON = timedelta(days=120)
LATELY = timedelta(days=14)


# --- home and list ----------------------------------------------------------------------------------------------


@login_required
def home(request: HttpRequest) -> HttpResponse:
    seen = Mandate.objects.visible_to(request.user).select_related("mission", "owner").with_latest()
    mine, today = _with_undecided(seen.filter(draft=True)[:10]), timezone.localdate()
    return render(
        request,
        "mandates/home.html",
        {
            "drafts": mine,
            "waiting": sum(bool(mandate.undecided) for mandate in mine),
            "newly": _newly_flagged(request.user),
            "flagged": seen.filter(latest_flagged="yes", draft=False)[:6],
            "ending": Mission.objects.open().filter(mandate_ends__lte=today + SOON).order_by("mandate_ends"),
            "today": today,
            "nothing_yet": not mine and not seen.exists(),
        },
    )


def _newly_flagged(user) -> list[flag_news.News]:
    """The mandates in force that were flagged in the last days, of which the person may know. One query."""
    lately = FlagChange.objects.filter(at__gte=timezone.now() - LATELY, mandate__in=Mandate.objects.visible_to(user))
    return flag_news.grouped(flag_news.told(lately.in_force())).get(flag_news.Group.NEWLY, [])


def _with_undecided(mandates: QuerySet[Mandate]) -> list[Mandate]:
    """Each with ``undecided``: how many findings of its newest text wait for a decision. One query more."""
    found = list(mandates)
    made = Decision.objects.filter(mandate=OuterRef("review__version__mandate"), fingerprint=OuterRef("fingerprint"))
    waiting = Finding.objects.filter(~Exists(made), review__version__in=[mandate.newest_version for mandate in found])
    counts = dict(waiting.order_by().values_list("review__version__mandate").annotate(Count("pk")))
    for mandate in found:
        mandate.undecided = counts.get(mandate.pk, 0)
    return found


@login_required
@require_POST
def specimen(request: HttpRequest) -> HttpResponse:
    """The specimen goes in like any other text."""
    draft = {"data": specimens.first(), "filename": specimens.FIRST, "title": "Specimen draft"}
    version = services.submit(owner=request.user, **draft)
    return redirect(version.mandate)


@login_required
def mandate_list(request: HttpRequest) -> HttpResponse:
    seen = Mandate.objects.visible_to(request.user).select_related("mission", "owner").with_latest()
    narrowed = MandateFilter(request.GET, seen)
    page = Paginator(narrowed.qs, 50).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    return render(request, "mandates/mandate_list.html", {"filter": narrowed, "page": page, "asked": asked.urlencode()})


# --- a new text -------------------------------------------------------------------------------------------------


@login_required
def mandate_new(request: HttpRequest) -> HttpResponse:
    form = MandateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (version := _submitted(form, owner=request.user)):
        return redirect(version.mandate)
    return render(request, "mandates/mandate_new.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def version_new(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = _mandate(request, pk, owned=True)
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and _submitted(form, owner=request.user, mandate=mandate):
        return redirect(mandate)
    told = {"form": form, "mandate": mandate}
    return render(request, "mandates/version_new.html", told, status=422 if form.errors else 200)


def _submitted(form: TextForm, **more) -> TextVersion | None:
    """The version that a form made, or None: what is wrong stands on the form."""
    if not form.is_valid():
        return None
    said = {name: value for name, value in form.cleaned_data.items() if name not in ("text", "file")}
    try:
        return services.submit(**said, **more)
    except read.Unreadable as error:
        form.add_error("file" if said["filename"] else "text", str(error))
        return None


# --- a review ---------------------------------------------------------------------------------------------------


@login_required
def mandate_review(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    versions = TextVersion.objects.filter(mandate=pk, mandate__in=Mandate.objects.visible_to(request.user))
    versions = list(versions.select_related("mandate").defer("source").order_by("-number"))
    version = next((v for v in versions if number in (None, v.number)), None)
    if version is None:
        raise Http404
    mandate, data = version.mandate, review_data(version, request.user)
    told = {"versions": versions, "older": version is not versions[0], "owned": mandate.owner_id == request.user.pk}
    told["correctable"] = not told["older"] and services.may_correct(mandate, request.user)
    return render(request, "mandates/mandate_review.html", {**data, **told, **_drawn(data)})


def _drawn(data: dict) -> dict:
    """What the page of a review draws: ladders, also of tasks that it renews and of other missions, and the text."""
    review = data["review"]
    if not review:
        return {}
    return {
        "ladder": ladder.build(data["tasks"], review["top"]),
        "renewed": review["in_force"] and ladder.of_block(review["in_force"], review["top"]),
        "others": [(other["mission"], ladder.of_block(other, review["top"])) for other in review["missions"][1:]],
        "outside": ladder.outside(review),
        **_shape(review),
        "blocks": sheet.build(data["paragraphs"], data["findings"], data["tasks"]),
        "order": order.arrange(data["findings"]),
        "decided": sum(bool(finding["decision"]) for finding in data["findings"]),
    }


def _shape(review: dict) -> dict:
    """What the tasks are about: those of this text, else those that it renews. Reviews of an older ruleset may not say."""
    block = review if review["leaf_tasks"] or not review["in_force"] else review["in_force"]
    return {"bars": bars.build(block.get("areas", ()), block["leaf_tasks"]), "of": block["leaf_tasks"]}


@login_required
def mandate_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The step recorded on the job's row; a finished job makes the page load itself again."""
    job = _mandate(request, pk).latest_job
    response = render(request, "mandates/_progress.html", {"job": job and JobSerializer(job).data, "mandate_id": pk})
    if job is None or job.state in ("done", "failed"):
        response["HX-Refresh"] = "true"
    return response


@login_required
@require_POST
def mandate_again(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = _mandate(request, pk)
    services.start_review(mandate.newest_version)
    return redirect(mandate)


@login_required
@require_POST
def decision(request: HttpRequest, pk: int, fingerprint: str) -> HttpResponse:
    mandate = _mandate(request, pk)
    form = DecisionForm(request.POST)
    error = _decided(form, mandate, fingerprint, request.user)
    data = review_data(mandate.newest_version, request.user) if request.htmx else {"findings": []}
    for finding in data["findings"]:
        if finding["fingerprint"] == fingerprint:
            shown = {"finding": finding, "mandate": data["mandate"], "error": error, "said": request.POST}
            shown["precedents_held"] = data["precedents_held"]
            return render(request, "mandates/_finding.html", shown)
    if error:
        messages.error(request, error)
    there = f"{mandate.get_absolute_url()}#f-{fingerprint[:12]}"
    return HttpResponseClientRedirect(there) if request.htmx else redirect(there)


def _decided(form: DecisionForm, mandate: Mandate, fingerprint: str, by) -> str:
    """Record the decision; what was wrong with it in one sentence, or nothing. 404 where there is no such finding."""
    if not form.is_valid():
        return " ".join(message for found in form.errors.values() for message in found)
    try:
        services.decide(mandate=mandate, finding_fingerprint=fingerprint, by=by, **form.cleaned_data)
    except services.UnknownFinding as missing:
        raise Http404 from missing
    except services.ReasonMissing as missing:
        return str(missing)
    return ""


# --- people, deletion -------------------------------------------------------------------------------------------


@login_required
def mandate_people(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = _mandate(request, pk, owned=True)
    form = ReaderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.share(mandate, form.cleaned_data["username"], request.user)
        return redirect("mandate_people", pk)
    people = mandate.readers.order_by("username")
    return render(request, "mandates/mandate_people.html", {"mandate": mandate, "form": form, "people": people})


@login_required
@require_POST
def person_remove(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    mandate = _mandate(request, pk, owned=True)
    services.unshare(mandate, get_object_or_404(mandate.readers, pk=person), request.user)
    return redirect("mandate_people", pk)


@login_required
def mandate_delete(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = _mandate(request, pk, owned=True)
    if request.method == "POST":
        services.delete_for_good(mandate, request.user)
        messages.success(request, "Deleted for good.")
        return redirect("mandate_list")
    return render(request, "mandates/mandate_delete.html", {"mandate": mandate})


# --- agreed language --------------------------------------------------------------------------------------------


@login_required
def precedent_list(request: HttpRequest) -> HttpResponse:
    narrowed = PrecedentFilter(request.GET, lookup.held())
    ranked = ranking.rank(lookup.candidates(narrowed.qs), narrowed.asked())
    page = Paginator(ranked, 20).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    told = {
        "filter": narrowed,
        "page": page,
        "precedents": PrecedentSerializer(lookup.hits(page.object_list), many=True).data,
        "asked": asked.urlencode(),
        "held": page.paginator.count or lookup.held().exists(),
    }
    return render(request, "precedents/precedent_list.html", told, status=400 if narrowed.form.errors else 200)


# --- rules, crime types ------------------------------------------------------------------------------------------------------


@login_required
def rule_list(request: HttpRequest) -> HttpResponse:
    return render(request, "rules/rule_list.html", {"rules": rules.ALL})


@login_required
def rule_detail(request: HttpRequest, code: str) -> HttpResponse:
    try:
        rule = rules.by_code(code)
    except KeyError as unknown:
        raise Http404 from unknown
    return render(request, "rules/rule_detail.html", {"rule": rule})


@login_required
def crime_type_list(request: HttpRequest) -> HttpResponse:
    return render(request, "crime_types/crime_type_list.html", crime_types.page())
