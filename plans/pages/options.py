"""One option: who does what from when until when, what is not met, what is in conflict; and what the solver proposes for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from capacities.forms.versions import VersionForm
from language.said import say, say_many
from plans import approaches, services
from plans.drawn import drawn
from plans.models import Proposal
from plans.naming import named
from plans.pages.seen import option_of, seen
from plans.serializers.proposals import proposal_data, shown_numbers
from plans.values import Approach


@login_required
def option_detail(request: HttpRequest, pk: int, option: int) -> HttpResponse:
    row = option_of(request, pk, option)
    held = seen(request, row.plan)
    one = held.of(row)
    shown = {
        "plan": row.plan,
        "option": row,
        "draws": approaches.held()[Approach(row.approach)],
        "one": one,
        "drawn": drawn(held.situation, one, {task.pk: task for task in row.plan.tasks.all()}),
        "conflicts": [(c, named(c.sentence, one.names)) for c in one.conflicts],
        "half": held.situation.half,
        "proposal": row.proposals.first(),
    }
    return render(request, "plans/option_detail.html", shown)


@login_required
@require_POST
def option_choose(request: HttpRequest, pk: int, option: int) -> HttpResponse:
    row = option_of(request, pk, option)
    try:
        services.choose(row, version=VersionForm.said(request.POST), by=request.user)
    except (services.Conflict, services.Settled, services.Gone):
        refused = say("Somebody else has changed this option, or the plan is archived. Nothing was saved.")
        messages.error(request, refused)
    return redirect(row.plan)


@login_required
@require_POST
def propose(request: HttpRequest, pk: int, option: int) -> HttpResponse:
    """Ask the solver; the page of the proposal says how far it is."""
    row = option_of(request, pk, option)
    try:
        return redirect("proposal", pk, option, services.start_proposal(row, request.user).pk)
    except services.Settled as settled:
        messages.error(request, str(settled))
        return redirect(row)


@login_required
def proposal(request: HttpRequest, pk: int, option: int, proposal: int) -> HttpResponse:
    """How far it is; and when it is worked out what is proposed, to be ticked and taken over."""
    row = option_of(request, pk, option)
    asked = get_object_or_404(row.proposals, pk=proposal)
    if request.method == "POST":
        return _accept(request, asked, row)
    return render(request, "plans/proposal.html", _told(request, row, asked))


@login_required
def proposal_progress(request: HttpRequest, pk: int, option: int, proposal: int) -> HttpResponse:
    row = option_of(request, pk, option)
    return render(request, "plans/_proposal.html", _told(request, row, get_object_or_404(row.proposals, pk=proposal)))


@login_required
@require_POST
def proposal_cancel(request: HttpRequest, pk: int, option: int, proposal: int) -> HttpResponse:
    row = option_of(request, pk, option)
    try:
        services.cancel_proposal(get_object_or_404(row.proposals, pk=proposal), request.user)
    except services.Settled as settled:
        messages.error(request, str(settled))
    return redirect("proposal", pk, option, proposal)


def _accept(request: HttpRequest, asked: Proposal, row) -> HttpResponse:
    ticked = {int(one) for one in request.POST.getlist("take") if one.isdecimal() and len(one) < 6}
    shown = shown_numbers(asked, request.user) if asked.answer else []
    if request.POST.get("shown") != str(len(shown)):  # a partner was restricted meanwhile, or opened: the numbers moved
        moved = say("What is proposed has changed since you looked. Nothing was taken over: look again.")
        messages.error(request, moved)
        return redirect("proposal", row.plan_id, row.pk, asked.pk)
    try:
        made = services.accept(asked, [place for at, place in enumerate(shown) if at in ticked], request.user)
    except services.Conflict:
        changed = say("The option was changed since this was worked out. Nothing was taken over: ask again.")
        messages.error(request, changed)
    except (services.NothingProposed, services.Settled) as refused:
        messages.error(request, str(refused))
    else:
        taken = say_many(
            "{number} taken over. What you fixed is as it was.",
            "{number} taken over. What you fixed is as it was.",
            len(made),
        )
        messages.success(request, taken)
        return redirect(row)
    return redirect("proposal", row.plan_id, row.pk, asked.pk)


def _told(request: HttpRequest, row, asked: Proposal) -> dict:
    """A proposal as this person may see it, with the labels of its tasks."""
    answer = proposal_data(asked, request.user)["answer"] or {"chosen": [], "uncovered": []}
    labels = {task.pk: task.label for task in row.plan.tasks.all()}
    told = {"plan": row.plan, "option": row, "proposal": asked, "chosen": [], "uncovered": [], "outside": []}
    told["chosen"] = [one | {"label": labels.get(one["task"], "")} for one in answer["chosen"]]
    for one in answer["uncovered"]:
        told["outside" if one["outside"] else "uncovered"].append(one | {"label": labels.get(one["task"], "")})
    return told
