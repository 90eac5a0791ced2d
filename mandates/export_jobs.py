"""Large documents made in the background. As in ``jobs``: the row is the truth, the queue only a hint."""

import logging

from celery import shared_task
from django.utils import timezone

from language.marks import marked
from mandates import services
from mandates.exports import DOCUMENTS
from mandates.models import Export, Mandate
from missions.work import Progress, Stopped, Work, place

logger = logging.getLogger(__name__)

GATHERED = 20  # percent that are done when the review is gathered

FAULT = marked(
    "The document could not be made because of a fault in the program. Ask for it again, or tell the administrator the "
    "number of this document."
)
INTERRUPTED = marked("The document was interrupted several times before it was finished. Ask for it again.")
NO_LONGER = marked("The mandate can no longer be seen by the person who asked.")


EXPORTING = Work(
    rows=Export,
    enqueue=lambda pk, **when: services.enqueue_export(pk, **when),
    waiting=Export.Step.WAITING,
    fault=FAULT,
    interrupted=INTERRUPTED,
)


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
        EXPORTING.failed(row)


def _make(row: Export) -> None:
    if not Mandate.objects.visible_to(row.by).filter(pk=row.version.mandate_id).exists():
        EXPORTING.mine(row).update(state=Export.State.FAILED, error=NO_LONGER)
        return
    told = Progress(EXPORTING, row)

    def written(percent: int) -> None:
        told(GATHERED + percent * (100 - GATHERED) // 100, step=Export.Step.WRITING)

    data = services.make(row.version, row.document, row.by, written)
    finished = {"state": Export.State.DONE, "step": Export.Step.FINISHED, "percent": 100}
    EXPORTING.mine(row).update(**finished, data=data, heartbeat_at=timezone.now())


def _claim(export_id: int) -> Export | None:
    rows = Export.objects.select_related("version__mandate", "by").defer("data", "version__source").filter(pk=export_id)
    if not rows.filter(document__in=DOCUMENTS).exists():  # a document that this program does not make any more
        return None
    return rows.first() if EXPORTING.claim(export_id, step=Export.Step.GATHERING, percent=0) else None


@shared_task
def requeue_exports(queue_lost: bool = False) -> int:
    """Queue again the documents that were left unfinished; see ``Work.requeue``."""
    return EXPORTING.requeue(queue_lost=queue_lost)


@shared_task
def delete_old_exports() -> int:
    """Delete documents that were asked for more than a day ago."""
    return services.delete_old_exports()
