"""What is proposed is taken over by those who may see it, as far as they may."""

import re

import pytest
from django.urls import reverse

from plans import services
from plans.models import Assignment, Proposal
from plans.services.proposing import basis
from tests.plans.conftest import BEGINS, ENDS, make_partner

pytestmark = pytest.mark.django_db


def proposed(option, by, *resources) -> Proposal:
    """A proposal that is worked out: each resource at the plan's first task."""
    task = option.plan.tasks.first().pk
    chosen = [
        {
            "task": task,
            "kind": kind,
            "resource": row.pk,
            "begins": BEGINS.isoformat(),
            "ends": ENDS.isoformat(),
            "people": 1 if kind == "capacity" else 0,
            "meets": [],
            "why": f"[partner {row.pk}] is there." if kind == "partner" else "They are there.",
            "about": [],
        }
        for kind, row in resources
    ]
    answer = {"basis": basis(option), "proven": True, "note": "", "chosen": chosen, "uncovered": []}
    return Proposal.objects.create(option=option, by=by, state=Proposal.State.DONE, percent=100, answer=answer)


@pytest.fixture
def proposal(option, cleared, analysts, monitor, hidden):
    return proposed(option, cleared, ("capacity", analysts), ("partner", hidden), ("partner", monitor))


def test_what_is_ticked_is_taken_over_in_place_of_what_was_taken_over_before(proposal, option, assigned, cleared):
    old = Assignment.objects.create(
        option=option, task=assigned.task, capacity=assigned.capacity, begins=BEGINS, ends=ENDS, fixed=False
    )
    proposal.answer["basis"] = basis(option)
    proposal.save()
    made = services.accept(proposal, [0, 1, 2], cleared)
    assert len(made) == 3 and not any(one.fixed for one in made)
    assert not Assignment.objects.filter(pk=old.pk).exists() and Assignment.objects.filter(pk=assigned.pk).exists()
    with pytest.raises(services.NothingProposed):
        services.accept(proposal, [0], cleared)


def test_nobody_takes_over_or_throws_out_a_partner_whom_they_may_not_see(
    proposal, option, plan, hidden, planner, cleared
):
    with pytest.raises(services.NothingProposed):
        services.accept(proposal, [1], planner)
    kept = Assignment.objects.create(
        option=option, task=plan.tasks.get(), partner=hidden, begins=BEGINS, ends=ENDS, fixed=False
    )
    proposal.answer["basis"] = basis(option)
    proposal.save()
    made = services.accept(proposal, [0, 1, 2], planner)
    assert hidden.pk not in {one.partner_id for one in made} and len(made) == 2
    assert Assignment.objects.filter(pk=kept.pk).exists()


def test_a_program_throws_out_no_partner_that_it_is_not_shown(option, plan, hidden, analysts, cleared):
    kept = Assignment.objects.create(
        option=option, task=plan.tasks.get(), partner=hidden, begins=BEGINS, ends=ENDS, fixed=False
    )
    row = proposed(option, cleared, ("capacity", analysts), ("partner", hidden))
    [made] = services.accept(row, [0, 1], cleared, token=True)
    assert made.capacity == analysts and Assignment.objects.filter(pk=kept.pk).exists()


def test_what_was_ticked_is_never_another_because_a_partner_was_restricted_meanwhile(
    client, option, planner, monitor, nambira, analysts, regime
):
    first = make_partner(nambira, "Ford Watch", sensitivity="internal")
    row = proposed(option, planner, ("partner", first), ("capacity", analysts), ("partner", monitor))
    address = reverse("proposal", args=[option.plan_id, option.pk, row.pk])
    client.force_login(planner)
    page = client.get(address).content.decode()
    shown = re.search(r'name="shown" value="(\d)"', page)[1]
    type(first).objects.filter(pk=first.pk).update(sensitivity="restricted")
    answer = client.post(address, {"take": "1", "shown": shown}, follow=True)  # the analysts, as they were shown
    assert "What is proposed has changed since you looked." in answer.content.decode()
    assert not Assignment.objects.exists()
    client.post(address, {"take": "0", "shown": "2"})
    assert Assignment.objects.get().capacity == analysts


def test_a_proposal_for_an_option_that_was_changed_since_is_not_taken_over(proposal, assigned, cleared):
    with pytest.raises(services.Conflict):
        services.accept(proposal, [0], cleared)
    assert Assignment.objects.count() == 1
