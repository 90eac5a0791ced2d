"""A review is asked for: the Job row first, the queue after it is committed."""

import logging

import celery
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from mandates import registers, symbols
from mandates.analysis import values
from mandates.models import Event, Job, Mandate, Review, ReviewPolicy, TextVersion
from mandates.rules import RULESET
from missions import work

logger = logging.getLogger(__name__)

AFRESH = {"state": Job.State.PENDING, "step": Job.Step.WAITING, "attempts": 0, "error": "", "finished_at": None}


def up_to_date() -> QuerySet[Review]:
    """The reviews made under the current ruleset and policy."""
    return Review.objects.filter(ruleset=RULESET, policy=ReviewPolicy.objects.current().pk)


def start_review(version: TextVersion, *, again: bool = False, queue: bool = True) -> Job:
    """The job that reviews a version under the current ruleset, queued on commit where there is something to do.

    A job that failed or was cancelled, or that is done while the review is of another ruleset or policy or knew other facts of the register,
    starts afresh, with ``again`` also one that is done; one that waits or runs is left alone. With ``queue`` false the caller runs the job itself.
    """
    with transaction.atomic():
        job, new = Job.objects.get_or_create(version=version, ruleset=RULESET)
        if not new:
            over = [Job.State.FAILED, Job.State.CANCELLED]
            if again or not up_to_date().filter(version=version).exists() or _knew_otherwise(version.pk):
                over.append(Job.State.DONE)
            new = bool(Job.objects.filter(pk=job.pk, state__in=over).update(**AFRESH, queued_at=timezone.now()))
            if new:
                job.refresh_from_db()
        if new and queue:
            transaction.on_commit(lambda: enqueue(job.pk))
    return job


def cancel_review(job: Job, by) -> bool:
    """Stop a review that waits or is being made; its worker notices at its next step. An earlier review stays as it is.

    Whoever may see the mandate may do so, and start it again. False where there was nothing left to stop.
    """
    with transaction.atomic():
        going = Job.objects.filter(pk=job.pk, state__in=[Job.State.PENDING, Job.State.RUNNING])
        if not going.update(state=Job.State.CANCELLED, finished_at=timezone.now()):
            return False
        detail = {"version": job.version.number, "ruleset": job.ruleset}
        Event.objects.create(
            mandate_id_was=job.version.mandate_id, action="review cancelled", detail=detail, by=by
        )  # in English: recorded
    return True


def overtaken(version: TextVersion, review: values.Review) -> bool:
    """Whether a person corrected the reading, or the policy changed, while this review was made.

    To be asked once the review is recorded: whoever comes later finds its job done and starts it afresh.
    """
    said = [correction.as_value for correction in version.mandate.corrections.standing()]
    policy = ReviewPolicy.objects.current()
    return said != [one.correction for one in review.corrected] or (policy.pk or 0) != review.policy.number


def register_changed() -> list[TextVersion]:
    """Texts whose review knew other facts of the register than it holds now: of drafts and of mandates in force that are
    reviewed under the current ruleset and policy, and of adopted texts that were in force and no longer are."""
    laid_beside = (
        Q(mandate__draft=True) | Q(mandate__in=Mandate.objects.in_force()) | Q(review__data__register__today=True)
    )
    texts = TextVersion.objects.newest().filter(laid_beside, review__in=up_to_date(), mandate__mission__isnull=False)
    return _knowing_otherwise(texts)


def _knew_otherwise(version: int) -> bool:
    return bool(_knowing_otherwise(TextVersion.objects.filter(pk=version, mandate__mission__isnull=False)))


def _knowing_otherwise(texts: QuerySet[TextVersion]) -> list[TextVersion]:
    """Those of reviewed texts with a mission whose review knew other facts than the register holds; a few queries for each."""
    ranked = texts.filter(review__kind__in=values.RANKED_KINDS).defer("source")
    return [
        version
        for version in ranked.select_related("review", "mandate__mission", "mandate__adoption")
        if registers.beside_review(version.review, version.mandate).digest
        != (version.review.data.get("register") or {}).get("digest", "")
    ]


def review_waiting_for(mandate: Mandate) -> int:
    """Review again what could not be judged without this adopted text's task list; returns how many reviews started.

    Those that name it, and those of the same mission: what they name may lead to it.
    """
    waiting = Q(review__data__tasks_by_reference=mandate.symbol.replace("S/RES/", "resolution "))
    if mandate.mission_id:
        waiting |= Q(mandate__mission=mandate.mission_id)
    unknown = TextVersion.objects.newest().filter(waiting, review__flagged=values.Flagged.UNKNOWN)
    return _again(unknown.exclude(mandate=mandate))


def review_successors(mandate: Mandate, *, replaced: bool) -> int:
    """Review again what has a newer predecessor now that this adopted text is there; returns how many reviews started.

    To be called once for each text that arrives, never when it is merely read again, so that no review can cause another
    without end. ``replaced``: an earlier version of the text was held, with which others may have been compared.
    """
    number = symbols.number(mandate.symbol)
    if number is None or mandate.draft:
        return 0
    mission = Review.objects.filter(version__mandate=mandate).exclude(mission_name="").values("mission_name")
    same = Q(review__mission_name__in=mission)
    if mandate.mission_id:
        same |= Q(mandate__mission=mandate.mission_id)
    ranked = TextVersion.objects.newest().filter(same, review__kind__in=values.RANKED_KINDS).exclude(mandate=mandate)
    rows = ranked.values_list("pk", "mandate__symbol", "review__data__predecessor__symbol")
    chosen = []
    for pk, symbol, predecessor in rows:
        own, known = symbols.number(symbol), symbols.number(predecessor or "") or 0
        if (own is None or own > number) and (known < number or (replaced and known == number)):
            chosen.append(pk)
    return _again(TextVersion.objects.filter(pk__in=chosen))


def review_compared_with(symbol: str) -> int:
    """Review again what was compared with an adopted text that is no longer held; returns how many reviews started."""
    return _again(TextVersion.objects.newest().filter(review__data__predecessor__symbol=symbol))


def _again(versions: QuerySet[TextVersion]) -> int:
    versions = list(versions.defer("source"))
    for version in versions:
        start_review(version, again=True)
    return len(versions)


def enqueue(job_id: int, countdown: float = 0) -> None:
    """Put a job in the queue; see ``work.enqueue``."""
    work.enqueue("mandates.jobs.review_mandate", job_id, countdown)


def enqueue_stale() -> None:
    """Have every text reviewed again that the current ruleset and policy have not; in the background, with no row.

    Where the queue cannot be reached the texts stay as they are: the policy's page says how many, and offers it again.
    """
    try:
        celery.signature("mandates.jobs.review_stale", immutable=True).apply_async()
    except OperationalError:
        logger.warning("The queue cannot be reached; texts reviewed under an earlier policy wait to be reviewed again.")
