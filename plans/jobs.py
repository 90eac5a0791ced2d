"""The solver at work in the background. As in mandates/jobs.py: the row is the truth, the queue only a hint."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from celery import shared_task
from django.utils import timezone

from language.marks import marked
from missions import work
from missions.work import Progress, Work, place
from plans import approaches, loaded, services, situations
from plans.models import Plan, Proposal
from plans.services.proposing import basis
from plans.solving import Proposal as Worked
from plans.solving import Stopped, propose
from plans.values import Approach, ResourceKind

logger = logging.getLogger(__name__)

SECONDS = 20  # for the search; what is best by then is proposed, and the answer says whether it is proven best
# What is kept on the row is in English; its page says it in the language of the reader.
FAULT = marked(
    "The proposal could not be worked out because of a fault in the program. Ask again, or tell the administrator its number."
)
INTERRUPTED = marked("The proposal was interrupted several times before it was finished. Ask for it again.")
NO_LONGER = marked("The plan can no longer be seen by the person who asked.")


PROPOSING = Work(
    rows=Proposal,
    enqueue=lambda pk, **when: services.enqueue_proposal(pk, **when),
    waiting=marked("waiting for its turn"),
    fault=FAULT,
    interrupted=INTERRUPTED,
)


@shared_task
def work_out(proposal_id: int) -> None:
    """Work out one proposal; nothing where its row is gone, done, cancelled or in other hands."""
    row = _claim(proposal_id)
    if row is None:
        return
    try:
        _work_out(row)
    except (Stopped, work.Stopped):
        return
    except Exception as error:  # the edge of the job: its words may quote a draft, so only class and place are logged
        logger.error("Proposal %s, attempt %s: %s at %s", row.pk, row.attempts, type(error).__name__, place(error))
        PROPOSING.failed(row)


def _work_out(row: Proposal) -> None:
    plan = Plan.objects.visible_to(row.by).filter(pk=row.option.plan_id).first()
    if plan is None:
        PROPOSING.mine(row).update(state=Proposal.State.FAILED, error=NO_LONGER)
        return
    rests_on = basis(row.option)
    whole = situations.of(plan, row.by)
    # Every planner of the plan reads the answer: nothing restricted goes into it.
    situation = replace(whole, resources=tuple(one for one in whole.resources if not one.restricted))
    fixed = loaded.assignments(row.option.assignments.filter(fixed=True).without_restricted())
    draws = approaches.held()[Approach(row.option.approach)]
    said = Progress(PROPOSING, row)

    def step(name: str, done: int, of: int) -> None:
        said(min(99, 100 * done // max(of, 1)), step=name[:80])

    answer = propose(situation, fixed, draws, seconds=SECONDS, step=step, stop=_stopped(row))
    done = {"state": Proposal.State.DONE, "step": marked("finished"), "percent": 100, "heartbeat_at": timezone.now()}
    PROPOSING.mine(row).update(**done, answer={"basis": rests_on, **told(answer, draws)})


def _stopped(row: Proposal) -> Callable[[], bool]:
    """Whether the row is no longer ours. The search asks hundreds of times: the database is asked now and then."""
    asked = timezone.now()

    def stopped() -> bool:
        nonlocal asked
        if timezone.now() - asked < work.SOON:
            return False
        asked = timezone.now()
        return not PROPOSING.mine(row).exists()

    return stopped


def told(worked: Worked, draws: approaches.Draws) -> dict:
    """An answer as JSON. ``outside``: the option's approach does not set out to meet the need."""
    return {
        "proven": worked.proven,
        "note": worked.note,
        "chosen": [
            {
                "task": choice.assignment.task,
                "kind": choice.assignment.resource[0],
                "resource": choice.assignment.resource[1],
                "begins": choice.assignment.begins.isoformat(),
                "ends": choice.assignment.ends.isoformat(),
                "people": choice.assignment.people,
                "meets": [need.label for need in choice.meets],
                "why": choice.why,
                "about": _partners(choice.about),
            }
            for choice in worked.chosen
        ],
        "uncovered": [
            {
                "task": one.task,
                "need": one.need.label,
                "outside": not draws.allow(one.need),
                "why": one.why,
                "about": _partners(one.about),
            }
            for one in worked.uncovered
        ],
    }


def _partners(keys: Iterable[tuple[ResourceKind, int]]) -> list[int]:
    """Of the resources that a sentence is about the partners: who may not see them all is not shown it."""
    return [number for kind, number in keys if kind is ResourceKind.PARTNER]


def _claim(proposal_id: int) -> Proposal | None:
    rows = Proposal.objects.select_related("option__plan__mission", "option__plan__mandate", "by").filter(
        pk=proposal_id
    )
    return rows.first() if PROPOSING.claim(proposal_id, step=marked("gathering"), percent=0) else None


@shared_task
def requeue_proposals(queue_lost: bool = False) -> int:
    """Queue again the proposals that were left unfinished; see ``Work.requeue``."""
    return PROPOSING.requeue(queue_lost=queue_lost)
