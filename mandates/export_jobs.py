"""Large documents made in the background. As in ``jobs``: the row is the truth, the queue only a hint."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from mandates import services
from mandates.exports import DOCUMENTS
from mandates.jobs import ATTEMPTS, LOST, RETRY_SECONDS, STALE, place
from mandates.models import Export, Mandate

logger = logging.getLogger(__name__)

GATHERED = 20  # percent that are done when the review is gathered
SOON = timedelta(
    seconds=0.2
)  # the row is written no more often than that, or the writing would cost more than the work

FAULT = (
    "The document could not be made because of a fault in the program. Ask for it again, or tell the administrator the "
    "number of this document."
)
INTERRUPTED = "The document was interrupted several times before it was finished. Ask for it again."
NO_LONGER = "The mandate can no longer be seen by the person who asked."


class Stopped(Exception):
    """The document was cancelled, or another worker has taken it over."""


@shared_task
def make_export(export_id: int) -> None:
    """Make one document; nothing where its row is gone, done, cancelled or in other hands."""
    row = _claim(export_id)
    if row is None:
        return
    try:
        _make(row)
    except Stopped:
        return
    except Exception as error:  # the edge of the job: its words may quote the draft, so only class and place are logged
        logger.error("Export %s, attempt %s: %s at %s", row.pk, row.attempts, type(error).__name__, place(error))
        _failed(row)


def _make(row: Export) -> None:
    if not Mandate.objects.visible_to(row.by).filter(pk=row.version.mandate_id).exists():
        _mine(row).update(state=Export.State.FAILED, error=NO_LONGER)
        return
    data = services.make(row.version, row.document, row.by, _Progress(row))
    finished = {"state": Export.State.DONE, "step": Export.Step.FINISHED, "percent": 100}
    _mine(row).update(**finished, data=data, heartbeat_at=timezone.now())


class _Progress:
    """Says on the row how far the work is, and stops it where the row is no longer ours."""

    def __init__(self, row: Export) -> None:
        self.row = row
        self.said = (timezone.now(), -1)

    def __call__(self, percent: int) -> None:
        """``percent`` of the writing, which comes after the gathering."""
        now, whole = timezone.now(), GATHERED + percent * (100 - GATHERED) // 100
        at, before = self.said
        if before >= 0 and now - at < SOON:
            return
        self.said = now, whole
        if not _mine(self.row).update(step=Export.Step.WRITING, percent=whole, heartbeat_at=now):
            raise Stopped


def _claim(export_id: int) -> Export | None:
    """Take the row: of two workers that ask at one moment one gets it."""
    now = timezone.now()
    free = Q(state=Export.State.PENDING) | Q(state=Export.State.RUNNING, heartbeat_at__lt=now - STALE)
    claimed = Export.objects.filter(free, pk=export_id, attempts__lt=ATTEMPTS, document__in=DOCUMENTS).update(
        state=Export.State.RUNNING, step=Export.Step.GATHERING, percent=0, heartbeat_at=now, attempts=F("attempts") + 1
    )
    rows = Export.objects.select_related("version__mandate", "by").defer("data", "version__source")
    return rows.filter(pk=export_id).first() if claimed else None


def _mine(row: Export):
    """The row, as long as it is not cancelled and no other worker has taken it over."""
    return Export.objects.filter(pk=row.pk, state=Export.State.RUNNING, attempts=row.attempts)


def _failed(row: Export) -> None:
    if row.attempts >= ATTEMPTS:
        _mine(row).update(state=Export.State.FAILED, error=FAULT)
    elif _mine(row).update(state=Export.State.PENDING, step=Export.Step.WAITING, queued_at=timezone.now()):
        services.enqueue_export(row.pk, countdown=RETRY_SECONDS * row.attempts)


@shared_task
def requeue_exports(queue_lost: bool = False) -> int:
    """Queue again what was left unfinished, as ``jobs.requeue_unfinished`` does; returns how many were queued."""
    now = timezone.now()
    if queue_lost:
        left = Q(state__in=[Export.State.PENDING, Export.State.RUNNING])
    else:
        left = Q(state=Export.State.PENDING, queued_at__lt=now - LOST)
        left |= Q(state=Export.State.RUNNING, heartbeat_at__lt=now - STALE)
    unfinished = Export.objects.filter(left)
    unfinished.filter(attempts__gte=ATTEMPTS).update(state=Export.State.FAILED, error=INTERRUPTED)
    queued = 0
    for export_id in unfinished.order_by("pk").values_list("pk", flat=True):
        # Conditional, so that of two processes doing this one queues the work.
        if Export.objects.filter(left, pk=export_id).update(
            state=Export.State.PENDING, step=Export.Step.WAITING, queued_at=now
        ):
            services.enqueue_export(export_id)
            queued += 1
    return queued


@shared_task
def delete_old_exports() -> int:
    """Delete documents that were asked for more than a day ago."""
    return services.delete_old_exports()
