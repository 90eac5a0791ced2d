"""Forms of a plan's rows: the plan itself, its options, assignments, milestones and tasks. One way to edit them all.

What somebody else changed meanwhile is shown beside what was written; nothing is lost and nothing overwritten unseen.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import models
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from capacities.forms.comments import CommentForm
from capacities.forms.versions import VersionForm
from language.marks import marked
from language.said import say
from plans import services, situations
from plans.forms import AssignmentForm, MilestoneForm, OptionForm, PlanForm, TaskForm
from plans.models import Assignment, Milestone, Option, Plan, PlanTask
from plans.pages.seen import option_of, plan_of
from plans.values import Approach

ADD = {
    Option: marked("Add an option"),
    Assignment: marked("Add an assignment"),
    Milestone: marked("Add a milestone"),
    PlanTask: marked("Add a task"),
}
CHANGE = {
    Plan: marked("Change the plan"),
    Option: marked("Change the option"),
    Assignment: marked("Change the assignment"),
    Milestone: marked("Change the milestone"),
}
CHANGED = {
    Plan: marked("Somebody else has changed the plan since you opened it."),
    Option: marked("Somebody else has changed the option since you opened it."),
    Assignment: marked("Somebody else has changed the assignment since you opened it."),
    Milestone: marked("Somebody else has changed the milestone since you opened it."),
}


@login_required
def plan_edit(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    form = PlanForm(request.POST or None, initial=_said(plan, PlanForm))
    return _edited(request, plan, form, plan, plan.get_absolute_url())


@login_required
def option_new(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    form = OptionForm(request.POST or None, initial={"approach": Approach.MIXED})
    return _added(request, plan, form, Option(plan=plan), plan.get_absolute_url())


@login_required
def option_edit(request: HttpRequest, pk: int, option: int) -> HttpResponse:
    row = option_of(request, pk, option)
    form = OptionForm(request.POST or None, initial=_said(row, OptionForm))
    return _edited(request, row.plan, form, row, row.get_absolute_url())


@login_required
def assignment_new(request: HttpRequest, pk: int, option: int) -> HttpResponse:
    row = option_of(request, pk, option)
    form = _assignment_form(request, row, {"task": request.GET.get("task", ""), "fixed": True})
    return _added(request, row.plan, form, Assignment(option=row), row.get_absolute_url())


@login_required
def assignment_edit(request: HttpRequest, pk: int, option: int, assignment: int) -> HttpResponse:
    row = option_of(request, pk, option)
    held = get_object_or_404(row.assignments.visible_to(request.user).select_related("task"), pk=assignment)
    held.option = row
    form = _assignment_form(request, row, AssignmentForm.said_by(held))
    return _edited(request, row.plan, form, held, row.get_absolute_url())


@login_required
def milestone_new(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    form = MilestoneForm(request.POST or None, tasks=list(plan.tasks.all()))
    return _added(request, plan, form, Milestone(plan=plan), plan.get_absolute_url())


@login_required
def milestone_edit(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    plan = plan_of(request, pk)
    row = get_object_or_404(plan.milestones, pk=milestone)
    said = _said(row, MilestoneForm) | {"task": row.task_id or ""}
    form = MilestoneForm(request.POST or None, initial=said, tasks=list(plan.tasks.all()))
    return _edited(request, plan, form, row, plan.get_absolute_url())


@login_required
def task_new(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    form = TaskForm(request.POST or None)
    last = max((task.place for task in plan.tasks.all()), default=0)
    return _added(request, plan, form, PlanTask(plan=plan, place=last + 1, added=True), plan.get_absolute_url())


@login_required
@require_POST
def row_remove(request: HttpRequest, pk: int, kind: str, row: int) -> HttpResponse:
    """Take out an option, an assignment, a milestone or a task."""
    plan = plan_of(request, pk)
    rows = {
        "options": plan.options.all(),
        "assignments": Assignment.objects.filter(option__plan=plan).visible_to(request.user),
        "milestones": plan.milestones.all(),
        "tasks": plan.tasks.all(),
    }
    if kind not in rows:
        raise Http404
    held = get_object_or_404(rows[kind], pk=row)
    there = held.option.get_absolute_url() if kind == "assignments" else plan.get_absolute_url()
    try:
        services.remove(held, version=VersionForm.said(request.POST), by=request.user)
    except (services.Conflict, services.Gone, services.Settled):
        refused = say("Somebody else has changed this meanwhile. It was not taken out: look at it again.")
        messages.error(request, refused)
    else:
        messages.success(request, say("Taken out. What it was stands in the record below the plan."))
    return redirect(there)


@login_required
@require_POST
def comment_new(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plan_of(request, pk)
    form = CommentForm(request.POST)
    if form.is_valid():
        services.comment(plan, form.cleaned_data["text"], request.user)
    else:
        messages.error(request, " ".join(form.errors["text"]))
    return redirect(f"{plan.get_absolute_url()}#comments")


@login_required
@require_POST
def comment_strike(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    plan = plan_of(request, pk)
    services.strike(get_object_or_404(plan.comments, pk=comment), request.user)
    return redirect(f"{plan.get_absolute_url()}#comments")


def _assignment_form(request: HttpRequest, option: Option, said: dict) -> AssignmentForm:
    plan = option.plan
    return AssignmentForm(
        request.POST or None,
        initial=said,
        situation=situations.of(plan, request.user),
        tasks=list(plan.tasks.all()),
        names=situations.partner_names(plan, request.user),
    )


def _added(request: HttpRequest, plan: Plan, form: Form, row: models.Model, there: str) -> HttpResponse:
    """Show the form; when it is sent and whole, save a new row and go ``there``."""
    shown = {"plan": plan, "form": form, "heading": say(ADD[type(row)]), "there": there, "new": True}
    if request.method == "POST" and form.is_valid():
        for name, value in form.cleaned_data.items():
            setattr(row, name, value)
        try:
            services.add(row, by=request.user)
            return redirect(there)
        except services.Incoherent as wrong:
            _blame(form, wrong)
        except services.Settled as settled:
            form.add_error(None, str(settled))
    return render(request, "plans/row_form.html", shown, status=400 if form.errors else 200)


def _edited(request: HttpRequest, plan: Plan, form: Form, row: models.Model, there: str) -> HttpResponse:
    """Show the form; when it is sent and whole, change the row. A conflict is a 409 with both states."""
    seen = VersionForm(request.POST)
    shown = {"plan": plan, "form": form, "heading": say(CHANGE[type(row)]), "there": there, "version": row.version}
    if request.method != "POST" or not form.is_valid() or not seen.is_valid():
        shown["version"] = request.POST.get("version", row.version)
        return render(request, "plans/row_form.html", shown, status=400 if form.errors else 200)
    try:
        services.change(row, version=seen.cleaned_data["version"], values=form.cleaned_data, by=request.user)
        return redirect(there)
    except services.Conflict as conflict:
        shown |= {"version": conflict.now.version, "conflict": conflict, "changed": say(CHANGED[type(row)])}
        return render(request, "plans/row_form.html", shown, status=409)
    except services.Incoherent as wrong:
        _blame(form, wrong)
        shown["version"] = seen.cleaned_data["version"]
        return render(request, "plans/row_form.html", shown, status=400)
    except (services.Gone, services.Settled) as over:
        messages.error(request, str(over))
        return redirect(there)


def _said(row: models.Model, form: type[Form]) -> dict:
    return {name: getattr(row, name) for name in form.base_fields}


def _blame(form: Form, wrong: services.Incoherent) -> None:
    """Put what does not go together at the fields of the form."""
    for name, sentence in wrong.fields.items():
        form.add_error(name if name in form.fields else "who" if "who" in form.fields else None, sentence)
