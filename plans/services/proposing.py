"""A planner asks what the solver would propose for an option, cancels it, and accepts what of it they want."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from capacities.models import Partner
from language.marks import marked
from language.said import say
from missions import work
from plans.models import Assignment, Option, PlanChange, Proposal
from plans.services.editing import Conflict, lock, record
from plans.states import state, subject
from plans.values import ResourceKind

ASKED = "proposal asked"  # in English: kept in the record of changes
CANCELLED = "proposal cancelled"  # in English: the same
TAKEN_OVER = "taken over"  # in English: the same


class NothingProposed(ValueError):
    """There is nothing to accept: it is not worked out, was accepted already, or nothing was ticked."""


def start_proposal(option: Option, by) -> Proposal:
    """A row that waits, queued on commit; one that waits or runs already is answered with. Raises PermissionDenied, Settled."""
    with transaction.atomic():
        plan = lock(option.plan, by)
        going = option.proposals.filter(state__in=[Proposal.State.PENDING, Proposal.State.RUNNING]).first()
        if going:
            return going
        row = Proposal.objects.create(option=option, by=by, step=marked("waiting for its turn"))
        PlanChange.objects.create(plan=plan, subject=subject(option), action=ASKED, by=by)
        transaction.on_commit(lambda: enqueue_proposal(row.pk))
    return row


def cancel_proposal(row: Proposal, by) -> None:
    """Stop one that waits or runs; the worker notices at its next step. Raises PermissionDenied, Settled."""
    with transaction.atomic():
        plan = lock(row.option.plan, by)
        waiting = Proposal.objects.filter(pk=row.pk, state__in=[Proposal.State.PENDING, Proposal.State.RUNNING])
        if waiting.update(state=Proposal.State.CANCELLED):
            PlanChange.objects.create(plan=plan, subject=subject(row.option), action=CANCELLED, by=by)


def accept(row: Proposal, numbers: Collection[int], by, *, token: bool = False) -> list[Assignment]:
    """Take over what is ticked of a proposal, by its number in the answer, in place of what was taken over before.

    What a planner has fixed stays untouched, and so does what of partners this person may not see; ``token``: a program asks.
    Raises PermissionDenied, Settled, NothingProposed, and Conflict where the option was changed since the proposal was worked out.
    """
    with transaction.atomic():
        plan = lock(row.option.plan, by)
        held = Proposal.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if held.state != Proposal.State.DONE or held.accepted_at or not held.answer:
            raise NothingProposed(say("This proposal is not open any more. Ask for a new one."))
        proposed = proposed_partners(held.answer)
        seen = Partner.objects.visible_to(by, token=token).filter(pk__in=proposed)
        hidden = proposed - set(seen.values_list("pk", flat=True))
        chosen = enumerate(held.answer["chosen"])
        ticked = [one for number, one in chosen if number in set(numbers) and partner_in(one) not in hidden]
        if not ticked:
            raise NothingProposed(say("Tick at least one assignment to take over."))
        option = Option.objects.select_for_update().get(pk=row.option_id)
        if held.answer["basis"] != basis(option):
            raise Conflict(option)
        for old in option.assignments.filter(fixed=False).visible_to(by, token=token):
            record(plan, old, "removed", state(old), by, gone=True)
            old.delete()
        made = [_assignment(option, one) for one in ticked]
        for assignment in made:
            assignment.save()
            record(plan, assignment, TAKEN_OVER, {}, by)
        held.accepted_at = timezone.now()
        held.save(update_fields=["accepted_at"])
    return made


def partner_in(one: Mapping) -> int | None:
    """The number of the partner that is proposed, if it is one."""
    return one["resource"] if one["kind"] == ResourceKind.PARTNER else None


def proposed_partners(answer: Mapping) -> set[int]:
    """The numbers of the partners that an answer proposes."""
    return {partner_in(one) for one in answer["chosen"]} - {None}


def basis(option: Option) -> str:
    """A digest of what a proposal rests on in the plan: its days, tasks and assignments. Three queries."""
    plan = option.plan
    told = [
        [str(plan.begins), str(plan.ends), str(plan.nominated_on), option.approach],
        list(plan.tasks.values_list("pk", "label", "place", "crime_types")),
        list(option.assignments.order_by("pk").values_list("pk", "version")),
    ]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def enqueue_proposal(proposal_id: int, countdown: float = 0) -> None:
    """Put the work in the queue; see ``work.enqueue``."""
    work.enqueue("plans.jobs.work_out", proposal_id, countdown)


def _assignment(option: Option, one: dict) -> Assignment:
    column = {
        ResourceKind.CAPACITY: "capacity_id",
        ResourceKind.PARTNER: "partner_id",
        ResourceKind.REGIME: "regime_id",
    }[ResourceKind(one["kind"])]
    return Assignment(
        option=option,
        task_id=one["task"],
        begins=date.fromisoformat(one["begins"]),
        ends=date.fromisoformat(one["ends"]),
        people=one["people"],
        fixed=False,
        why=one["why"],
        **{column: one["resource"]},
    )
