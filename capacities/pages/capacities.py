"""Pages of capacities. Everyone signed in reads them; planners add, change, archive and restore."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from capacities import catalogue, services
from capacities.filters import CapacityFilter
from capacities.forms.capacities import CapacityForm
from capacities.forms.versions import VersionForm
from capacities.models import Capacity, Category, Strength
from capacities.pages.said import comments_on
from capacities.permissions import may_plan, require_planner
from language.said import say

PAGE = 50


@login_required
def capacity_list(request: HttpRequest) -> HttpResponse:
    narrowed = CapacityFilter(request.GET, Capacity.objects.shown())
    page = Paginator(narrowed.qs, PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    shown = {"filter": narrowed, "page": page, "asked": asked.urlencode(), "may_plan": may_plan(request.user)}
    return render(request, "capacities/capacity_list.html", shown)


@login_required
def capacity_detail(request: HttpRequest, pk: int) -> HttpResponse:
    capacity = get_object_or_404(Capacity.objects.shown(), pk=pk)
    facts = catalogue.held().categories[capacity.category]
    shown = {"capacity": capacity, "facts": facts, "changes": capacity.changes.select_related("by")}
    shown |= {"may_plan": may_plan(request.user), "today": timezone.localdate(), **comments_on(capacity, request)}
    return render(request, "capacities/capacity_detail.html", shown)


@login_required
def capacity_new(request: HttpRequest) -> HttpResponse:
    require_planner(request.user)
    form = CapacityForm(request.POST or None, initial=_begun(request))
    if request.method == "POST" and form.is_valid():
        capacity = services.create(values=form.cleaned_data, by=request.user)
        messages.success(request, say("The capacity is added."))
        return redirect(capacity)
    return render(request, "capacities/capacity_form.html", {"form": form}, status=_status(form))


@login_required
def capacity_edit(request: HttpRequest, pk: int) -> HttpResponse:
    require_planner(request.user)
    capacity = get_object_or_404(Capacity.objects.shown().current(), pk=pk)
    form = CapacityForm(request.POST or None, initial=CapacityForm.said_by(capacity))
    shown = {"form": form, "capacity": capacity, "version": request.POST.get("version", capacity.version)}
    seen = VersionForm(request.POST)
    if request.method != "POST" or not form.is_valid() or not seen.is_valid():
        return render(request, "capacities/capacity_form.html", shown, status=_status(form))
    try:
        services.update(capacity, version=seen.cleaned_data["version"], values=form.cleaned_data, by=request.user)
    except services.Conflict as conflict:
        shown |= {"conflict": conflict, "last": conflict.now.changes.select_related("by").first()}
        return render(request, "capacities/capacity_form.html", shown | {"version": conflict.now.version}, status=409)
    except services.Archived as archived:
        messages.error(request, say("{reason} Nothing was saved.", reason=archived))
    return redirect(capacity)


@login_required
@require_POST
def capacity_archive(request: HttpRequest, pk: int) -> HttpResponse:
    require_planner(request.user)
    capacity = get_object_or_404(Capacity.objects.current(), pk=pk)
    version = VersionForm.said(request.POST)
    try:
        services.archive(capacity, version=version, by=request.user)
    except (services.Conflict, services.Archived):
        messages.error(request, say("Somebody else has changed this capacity. It was not archived: look at it again."))
    else:
        messages.success(request, say("The capacity is archived. Its history stays here."))
    return redirect(capacity)


@login_required
@require_POST
def capacity_restore(request: HttpRequest, pk: int) -> HttpResponse:
    require_planner(request.user)
    capacity = get_object_or_404(Capacity.objects.exclude(archived_at=None), pk=pk)
    version = VersionForm.said(request.POST)
    try:
        services.restore(capacity, version=version, by=request.user)
    except (services.Conflict, services.NotArchived):
        messages.error(request, say("Somebody else has changed this capacity. It was not restored: look at it again."))
    else:
        messages.success(request, say("The capacity is restored and stands on the lists again."))
    return redirect(capacity)


def _begun(request: HttpRequest) -> dict:
    """What a new capacity's form begins with: a mission, or a published strength that is to be recorded as one."""
    strengths = Strength.objects.select_related("mission").filter(category__in=Category.values)
    asked = request.GET.get("strength", "")
    strength = strengths.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 10 else None
    return CapacityForm.said_by_strength(strength) if strength else {"mission": request.GET.get("mission", "")}


def _status(form: CapacityForm) -> int:
    return 400 if form.is_bound and form.errors else 200
