"""The list of plans, a plan with its options side by side, and how one begins and is put away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from capacities.forms.versions import VersionForm
from capacities.permissions import may_plan, require_planner
from language.said import say
from mandates import coverage
from mandates.models import Mandate
from missions.models import Mission
from plans import services
from plans.compared import compared
from plans.exports import DOCUMENTS
from plans.filters import PlanFilter
from plans.forms import PlanForm
from plans.models import Plan
from plans.pages.seen import plan_of, seen
from plans.services.opening import Renewed
from plans.starting import candidates, mission_of

PAGE = 50


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans that a person may see; whoever may not plan is told who does."""
    planner = may_plan(request.user)
    rows = Plan.objects.visible_to(request.user).select_related("mission", "mandate", "by").prefetch_related("options")
    narrowed = PlanFilter(request.GET, rows)
    page = Paginator(narrowed.qs, PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    shown = {"filter": narrowed, "page": page, "asked": asked.urlencode(), "planner": planner}
    shown["mandates"] = candidates(request.user) if planner else []
    return render(request, "plans/plan_list.html", shown)


@login_required
def plan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    held = seen(request, plan)
    shown = {
        "plan": plan,
        "options": held.options,
        "assigned": any(one.rows for one in held.options),
        "compared": compared(held.situation, held.options),
        "milestones": plan.milestones.select_related("task"),
        "comments": plan.comments.select_related("by"),
        "changes": plan.changes.visible_to(request.user).select_related("by", "partner")[:100],
        "half": held.situation.half,
        "today": timezone.localdate(),
        "documents": DOCUMENTS.values(),
    }
    return render(request, "plans/plan_detail.html", shown)


@login_required
def plan_new(request: HttpRequest, mandate: int) -> HttpResponse:
    """A plan on a reviewed mandate; its days are those of the mandate, as far as they are known."""
    rows = Mandate.objects.visible_to(request.user).select_related("mission", "adoption").with_latest()
    row = get_object_or_404(rows, pk=mandate)
    require_planner(request.user, "plans")
    mission = mission_of(row)
    if mission is None or row.latest_review is None:
        needed = say("A plan needs a mandate that is reviewed and whose mission is in the register.")
        messages.error(request, needed)
        return redirect(row)
    form = PlanForm(request.POST or None, initial=_preset(row, mission))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(services.open_plan(mandate=row, mission=mission, by=request.user, **form.cleaned_data))
        except services.Incoherent as wrong:
            for name, sentence in wrong.fields.items():
                form.add_error(name, sentence)
        except services.NothingToPlan as refused:
            form.add_error(None, str(refused))
    if form.errors:
        status = 400
    return render(request, "plans/plan_new.html", {"form": form, "mandate": row, "mission": mission}, status=status)


@login_required
@require_POST
def plan_archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Archive a plan, or restore it."""
    plan = plan_of(request, pk)
    act = services.restore if "restore" in request.POST else services.archive
    try:
        act(plan, version=VersionForm.said(request.POST), by=request.user)
    except (services.Conflict, services.Settled):
        messages.error(request, say("Somebody else has changed this plan. Nothing was saved: look at it again."))
    return redirect(plan)


@login_required
@require_POST
def plan_renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the tasks over again from the mandate's newest review."""
    plan = plan_of(request, pk)
    try:
        made = services.renew_tasks(plan, request.user)
    except (services.NothingToPlan, services.Settled) as refused:
        messages.error(request, str(refused))
        return redirect(plan)
    messages.success(request, _renewed(made))
    return redirect(plan)


def _renewed(made: Renewed) -> str:
    """What taking the tasks over again changed, as one sentence."""
    told = [
        say("new: {labels}", labels=", ".join(made.added)) if made.added else "",
        say("changed: {labels}", labels=", ".join(made.changed)) if made.changed else "",
        say("no longer in the mandate: {labels}", labels=", ".join(made.left)) if made.left else "",
    ]
    separator = say(";")
    if not any(told):
        return say("The plan has the mandate's tasks as they stand.")
    return say("Tasks {told}.", told=f"{separator} ".join(filter(None, told)))


def _preset(mandate: Mandate, mission: Mission) -> dict:
    """The days of the mandate, from today on where it runs; of one that has run out in a mission that goes on from today to the
    end that the register knows."""
    today = timezone.localdate()
    run = coverage.reviewed_period(mandate, mission, today)
    begins, ends = run.begins or today, run.ends
    if mission.status != Mission.Status.CLOSED:
        begins = max(today, begins)
        known = [day for day in (ends, mission.mandate_ends) if day and day >= begins]
        ends = known[0] if known else None
    if mandate.symbol:
        title = say("{mission}, on {symbol}", mission=mission.acronym, symbol=mandate.symbol)
    else:
        title = say("{mission}, on the draft", mission=mission.acronym)
    return {"title": title, "begins": begins, "ends": ends, "nominated_on": begins}
