"""Tables of capacities and partners looked at and taken in in the background. As everywhere: the row is the truth, the queue only a hint."""

import logging

from celery import shared_task
from django.core.exceptions import PermissionDenied
from django.utils import translation

from capacities import services
from capacities.importing import plan as planning
from capacities.models import Import
from capacities.permissions import may_plan
from language.marks import marked
from missions.work import Progress, Stopped, Work, place

logger = logging.getLogger(__name__)

LOOKED = 70  # percent of an import that are done when its rows have been looked at once more
# What is kept on the row is in English; its page says it in the language of the reader.
FAULT = marked(
    "Nothing was imported because of a fault in the program. Choose the file again, or tell the administrator the number of this"
    " table."
)
INTERRUPTED = marked("The work was interrupted several times, and nothing was imported. Choose the file again.")
NO_LONGER = marked("Nothing was imported: who brought the table may record nothing any more.")

IMPORTING = Work(
    rows=Import,
    enqueue=lambda pk, **when: services.enqueue_import(pk, **when),
    waiting=Import.Step.WAITING,
    fault=FAULT,
    interrupted=INTERRUPTED,
)


@shared_task
def take_in(import_id: int) -> None:
    """Look at a table that was brought, or import one that was confirmed; nothing where its row is gone, done, cancelled or in
    other hands."""
    row = _claim(import_id)
    if row is None:
        return
    try:
        with translation.override(row.language):
            _import(row) if row.confirmed_at else _look(row)
    except Stopped:
        return
    except PermissionDenied:
        IMPORTING.mine(row).update(state=Import.State.FAILED, error=NO_LONGER)
    except Exception as error:  # the edge of the job: its words may quote the table, so only class and place are logged
        logger.error("Import %s, attempt %s: %s at %s", row.pk, row.attempts, type(error).__name__, place(error))
        IMPORTING.failed(row)


def _look(row: Import, error: str = "") -> None:
    """Show what the rows would do; ``error`` says why they are looked at again."""
    told = Progress(IMPORTING, row)
    table = services.TABLES[row.what]
    plan = table.plan(row.rows, row.by, lambda percent: told(percent, step=Import.Step.LOOKING))
    shown = {"state": Import.State.SHOWN, "plan": planning.told(plan), "confirmed_at": None, "error": error}
    IMPORTING.mine(row).update(**shown, **_counts(plan))


def _import(row: Import) -> None:
    told = Progress(IMPORTING, row)

    def progress(percent: int) -> None:
        step = Import.Step.WRITING if percent == 100 else Import.Step.LOOKING
        told(percent * LOOKED // 100, step=step)

    def ended(plan: planning.Plan) -> None:
        """The row ends with what is written, or not at all."""
        done = {"state": Import.State.DONE, "step": Import.Step.FINISHED, "percent": 100, **services.EMPTY}
        if not IMPORTING.mine(row).update(**done, **_counts(plan)):
            raise Stopped

    by = {"digest": row.plan["digest"], "by": row.by, "progress": progress, "ended": ended}
    try:
        services.import_table(services.TABLES[row.what], row.rows, **by)
    except services.OVERTAKEN:
        _look(row, error=services.CHANGED)
    except PermissionDenied:  # they may record no more, or no longer see a partner that they saw
        if not may_plan(row.by):
            raise
        _look(row, error=services.CHANGED)


def _counts(plan: planning.Plan) -> dict[str, int]:
    names = {"created": planning.NEW, "updated": planning.CHANGED, "unchanged": planning.SAME, "wrong": planning.WRONG}
    return {name: plan.count(action) for name, action in names.items()}


def _claim(import_id: int) -> Import | None:
    rows = Import.objects.select_related("by").filter(pk=import_id)
    return rows.first() if IMPORTING.claim(import_id, step=Import.Step.LOOKING, percent=0) else None


@shared_task
def requeue_imports(queue_lost: bool = False) -> int:
    """Queue again the tables that were left unfinished; see ``Work.requeue``."""
    return IMPORTING.requeue(queue_lost=queue_lost)


@shared_task
def delete_old_imports() -> int:
    """Delete tables that came more than a day ago and were not imported."""
    return services.delete_old_imports()
