"""Background work. Each job takes an id, looks before it works, can run twice, and says on its row what happened.

The row, not the queue, is the truth: whatever the queue loses is queued again from the rows.
"""

import logging

from celery import shared_task
from django.utils import timezone

from language.marks import marked
from mandates import contexts, services
from mandates.analysis import pipeline, read
from mandates.models import FlagChange, Job, Mandate, Sweep, TextVersion
from mandates.rules import RULESET
from missions.work import Work, place

logger = logging.getLogger(__name__)

FAULT = marked(
    "The review stopped because of a fault in the program. The text is safe: start the review again, "
    "or tell the administrator the number of this job."
)
INTERRUPTED = marked(
    "The review was interrupted several times before it could end. The text is safe: start the review again, "
    "or tell the administrator the number of this job."
)


REVIEWING = Work(
    rows=Job,
    enqueue=lambda pk, **when: services.enqueue(pk, **when),
    waiting=Job.Step.WAITING,
    fault=FAULT,
    interrupted=INTERRUPTED,
    ended="finished_at",
)


@shared_task
def review_mandate(job_id: int) -> None:
    """Review one text version and record the result; nothing where the job is gone, done, failed or in other hands."""
    job = _claim(job_id)
    if job is None:
        return
    try:
        _review(job)
    except read.Unreadable as error:
        REVIEWING.mine(job).update(state=Job.State.FAILED, error=str(error)[:300], finished_at=timezone.now())
    except Exception as error:  # the edge of the job: whatever the engine or the database raises ends on the row
        # An exception's words may quote the draft, so only its class and place are logged.
        logger.error("Job %s, attempt %s: %s at %s", job.pk, job.attempts, type(error).__name__, place(error))
        REVIEWING.failed(job)


def _review(job: Job) -> None:
    version = job.version
    mission = version.mandate.mission
    clean = read.read(bytes(version.source), version.filename)
    corrections = [c.as_value for c in version.mandate.corrections.standing()]
    reading = pipeline.parse(clean, mission.acronym if mission else None, corrections)
    if not _step(job, Job.Step.JUDGING):
        return
    review = pipeline.judge(reading, contexts.load(reading, version))
    if _step(job, Job.Step.RECORDING) and services.record(job, review):
        services.follow(version)
        if services.overtaken(version, review):
            services.start_review(version, again=True)


def _claim(job_id: int) -> Job | None:
    rows = Job.objects.select_related("version__mandate__mission", "version__mandate__adoption").filter(pk=job_id)
    return rows.first() if REVIEWING.claim(job_id, step=Job.Step.READING) else None


def _step(job: Job, step: Job.Step) -> bool:
    """Say on the row where the review is. False where it is in other hands by now."""
    return bool(REVIEWING.mine(job).update(step=step, heartbeat_at=timezone.now()))


@shared_task
def requeue_unfinished(queue_lost: bool = False) -> int:
    """Queue again the reviews that were left unfinished; see ``Work.requeue``."""
    return REVIEWING.requeue(queue_lost=queue_lost)


@shared_task
def sweep(adopted: bool = False) -> int:
    """Review the mandates in force of every mission not closed, where the current ruleset and policy have not; and drafts and
    mandates in force whose review knew other facts of the register than it holds now.

    The reviews are made here, one after the other, so that the sweep knows what they changed; a job that another worker
    has is left to it. ``adopted`` sweeps every adopted text. Returns the id of its Sweep, whose row and ``changes`` say
    what was found.
    """
    began = timezone.now()
    swept = Mandate.objects.filter(draft=False) if adopted else Mandate.objects.in_force()
    texts = TextVersion.objects.newest().filter(mandate__in=swept).defer("source")
    reviewed = texts.filter(review__in=services.up_to_date())
    stale = list(texts.exclude(pk__in=reviewed.values("pk")))
    counts = {"in_force": texts.count(), "reviewed": reviewed.count(), "started": len(stale)}
    changed = services.register_changed()
    row = Sweep.objects.create(ruleset=RULESET, register_changed=len(changed), **counts)
    for version in stale:
        review_mandate(services.start_review(version, queue=False).pk)
    for version in changed:
        review_mandate(services.start_review(version, again=True, queue=False).pk)
    services.note_new_in_force()
    FlagChange.objects.filter(at__gte=began, mandate__in=swept, sweep=None).news().update(sweep=row)
    Sweep.objects.filter(pk=row.pk).update(unfinished=texts.count() - reviewed.count())
    return row.pk


@shared_task
def review_stale() -> int:
    """Queue the newest version of every mandate, drafts too, that the current ruleset and policy have not reviewed.

    Returns how many reviews were started; those that wait or run already are left alone.
    """
    texts = TextVersion.objects.newest().defer("source")
    under_way = texts.filter(jobs__ruleset=RULESET, jobs__state__in=[Job.State.PENDING, Job.State.RUNNING])
    reviewed = texts.filter(review__in=services.up_to_date())
    stale = list(texts.exclude(pk__in=reviewed.values("pk")).exclude(pk__in=under_way.values("pk")))
    for version in stale:
        services.start_review(version)
    return len(stale)


@shared_task
def digests() -> int:
    """Make and queue the digests that are due. Safe at any hour and as often as one likes."""
    return services.prepare_digests()


@shared_task
def send_digest(digest_id: int) -> None:
    """Send one digest and record it; nothing where it is gone, sent, given up or in other hands."""
    digest = services.claim_digest(digest_id)
    if digest is None:
        return
    try:
        services.send_claimed(digest)
    except (
        Exception
    ) as error:  # the edge of the job: a mail server's words may quote an address, so they are not logged
        logger.error("Digest %s, attempt %s: %s at %s", digest.pk, digest.attempts, type(error).__name__, place(error))
        services.digest_failed(digest)
