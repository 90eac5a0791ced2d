"""Background work whose row is the truth and whose queue is only a hint: taken, kept, tried again, queued again, given up.

A kind of work is a model with ``state`` (pending, running, failed and what it likes besides), ``step``, ``attempts``, ``error``,
``queued_at`` and ``heartbeat_at``. ``queued_at`` and ``attempts`` tell one claim of a row from a later one: whoever starts a row
afresh sets both.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import celery
from django.db.models import F, Model, Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

ATTEMPTS = 3
STALE = timedelta(minutes=2)  # work that runs and has not been heard of for so long has lost its worker
LOST = timedelta(minutes=2)  # a pending row that was queued so long ago may have left the queue
SOON = timedelta(seconds=0.2)  # a row says how far it is no more often, or the writing would cost more than the work
RETRY_SECONDS = 2
PENDING, RUNNING, FAILED = "pending", "running", "failed"


class Stopped(Exception):
    """The work was cancelled, or another worker has taken it over."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work. ``enqueue`` puts a row's id in the queue; ``waiting`` is the step of a row that waits for its turn.

    ``fault`` and ``interrupted`` are sentences for people: why a row was given up. ``ended`` names the field that keeps the
    day on which a row was given up, where there is one.
    """

    rows: type[Model]
    enqueue: Callable[..., None]
    waiting: str
    fault: str
    interrupted: str
    ended: str = ""

    def claim(self, pk: int, **started) -> bool:
        """Take a row: of two workers that ask at one moment one gets it. ``started`` are fields to set with it."""
        now = timezone.now()
        free = Q(state=PENDING) | Q(state=RUNNING, heartbeat_at__lt=now - STALE)
        rows = self.rows.objects.filter(free, pk=pk, attempts__lt=ATTEMPTS)
        return bool(rows.update(state=RUNNING, heartbeat_at=now, attempts=F("attempts") + 1, **started))

    def mine(self, row: Model) -> QuerySet:
        """The row, as long as it was not cancelled, started afresh or taken over by another worker."""
        claim = {"attempts": row.attempts, "queued_at": row.queued_at}
        return self.rows.objects.filter(pk=row.pk, state=RUNNING, **claim)

    def failed(self, row: Model) -> None:
        """After a fault: try again a little later, or give up after the last attempt and say so."""
        if row.attempts >= ATTEMPTS:
            self.mine(row).update(state=FAILED, error=self.fault, **self._ended())
        elif self.mine(row).update(state=PENDING, step=self.waiting, queued_at=timezone.now()):
            self.enqueue(row.pk, countdown=RETRY_SECONDS * row.attempts)

    def requeue(self, *, queue_lost: bool) -> int:
        """Queue again what was left unfinished, and give up what was interrupted too often. Returns how many were queued.

        ``queue_lost`` says that no queue and no worker has outlived the last stop (one process that is both): then every
        unfinished row is taken at once; else only those not heard of for long.
        """
        now = timezone.now()
        left = Q(state__in=[PENDING, RUNNING])
        if not queue_lost:
            left = Q(state=PENDING, queued_at__lt=now - LOST) | Q(state=RUNNING, heartbeat_at__lt=now - STALE)
        unfinished = self.rows.objects.filter(left)
        unfinished.filter(attempts__gte=ATTEMPTS).update(state=FAILED, error=self.interrupted, **self._ended())
        queued = 0
        for pk in unfinished.order_by("pk").values_list("pk", flat=True):
            # Conditional, so that of two processes doing this one queues the row.
            if self.rows.objects.filter(left, pk=pk).update(state=PENDING, step=self.waiting, queued_at=now):
                self.enqueue(pk)
                queued += 1
        return queued

    def _ended(self) -> dict:
        return {self.ended: timezone.now()} if self.ended else {}


class Progress:
    """Says on a row with ``percent`` how far its work is, and stops the work where the row is no longer ours.

    A row is written when what is said beside the percent changes, and else every ``SOON``.
    """

    def __init__(self, work: Work, row: Model) -> None:
        self.work, self.row = work, row
        self.said, self.at = None, timezone.now()

    def __call__(self, percent: int, **more) -> None:
        """``more`` are fields to set with it. Raises Stopped."""
        now = timezone.now()
        if self.said == more and now - self.at < SOON:
            return
        self.said, self.at = more, now
        if not self.work.mine(self.row).update(percent=percent, heartbeat_at=now, **more):
            raise Stopped


def enqueue(task: str, pk: int, countdown: float = 0) -> None:
    """Put a row's work in the queue, ``countdown`` seconds later. Where the queue cannot be reached the row stays, and is queued
    again later."""
    try:
        celery.signature(task, args=(pk,), immutable=True).apply_async(countdown=countdown or None)
    except OperationalError:
        logger.warning("The queue cannot be reached; %s of %s waits to be queued again.", task, pk)


def interrupted(row: Model) -> bool:
    """Whether a row lost its worker, or met a fault, and waits for another try."""
    silent = row.state == RUNNING and row.heartbeat_at and row.heartbeat_at < timezone.now() - STALE
    return bool(silent or (row.state == PENDING and row.attempts))


def place(error: BaseException) -> str:
    """Where in the code an exception was raised: all that is logged of it, since its words may quote a draft."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
