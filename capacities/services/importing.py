"""A person brings a table, looks at what it would do, and takes it in: all of its rows or none."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from capacities.importing import capacities, partners
from capacities.importing import plan as planning
from capacities.importing.plan import Plan, Planned, Rows, Table, Told
from capacities.models import CapacityChange, Import
from capacities.permissions import require_planner
from capacities.services.capacities import Archived, Conflict, create, update
from capacities.services.partners import ChangedMeanwhile, change_partner, create_partner
from language.marks import marked
from language.said import say
from missions import work
from missions.models import Mission

KEPT = timedelta(days=1)  # a table that is not imported
TABLES = {table.name: table for table in (capacities.TABLE, partners.TABLE)}
AFRESH = {"state": Import.State.PENDING, "step": Import.Step.WAITING, "percent": 0, "attempts": 0, "error": ""}
EMPTY = {"rows": [], "plan": None}
CHANGED = marked("What is held has changed since this was shown. Nothing was imported: look at it again.")


class TableChanged(Exception):
    """The table would now do something else than what was shown: a row is wrong, or something held has changed meanwhile."""

    def __init__(self) -> None:
        super().__init__(say(CHANGED))


# What import_table raises where something was written while the table was shown: it is to be looked at again.
OVERTAKEN = (TableChanged, Conflict, Archived, ChangedMeanwhile)


def bring(what: str, rows: Rows, by, *, queue: bool = True) -> Import:
    """The row of a table that is to be looked at, queued on commit. With ``queue`` false the caller runs the job itself.

    ``what`` is one of Import.What. Raises PermissionDenied.
    """
    require_planner(by)
    told = {"what": what, "by": by, "rows": rows, "size": len(rows), "language": get_language()}
    with transaction.atomic():
        row = Import.objects.create(**told)
        if queue:
            transaction.on_commit(lambda: enqueue_import(row.pk))
    return row


def confirm(row: Import, digest: str, by, *, queue: bool = True) -> bool:
    """Have a table that was shown imported: ``digest`` is of the plan that the person saw. Pressed twice it is imported once.

    False where it is not shown any more. Raises PermissionDenied, and TableChanged where another plan is shown by now.
    """
    require_planner(by)
    with transaction.atomic():
        held = Import.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if held.state != Import.State.SHOWN:
            return False
        plan = planning.shown(held.plan)
        if plan.digest != digest or not plan.ready:
            raise TableChanged
        _restart(held, queue, confirmed_at=timezone.now())
    return True


def look_again(row: Import, by, *, queue: bool = True) -> bool:
    """Have a table that was shown looked at anew; False where it is not shown any more. Raises PermissionDenied."""
    require_planner(by)
    with transaction.atomic():
        held = Import.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if held.state != Import.State.SHOWN:
            return False
        _restart(held, queue, plan=None)
    return True


def _restart(row: Import, queue: bool, **more) -> None:
    Import.objects.filter(pk=row.pk).update(**AFRESH, queued_at=timezone.now(), **more)
    if queue:
        transaction.on_commit(lambda: enqueue_import(row.pk))


def cancel_import(row: Import) -> bool:
    """Give up a table that is not imported yet; its worker notices, and what it has written is undone. False where it is too late."""
    over = [Import.State.DONE, Import.State.CANCELLED]
    going = Import.objects.filter(pk=row.pk).exclude(state__in=over)
    return bool(going.update(state=Import.State.CANCELLED, error="", **EMPTY))


def delete_old_imports() -> int:
    """Delete what was not imported within a day of its last step; returns how many. Who imported what stays."""
    old = Import.objects.filter(queued_at__lt=timezone.now() - KEPT).exclude(state=Import.State.DONE)
    return old.delete()[0]


def enqueue_import(import_id: int, countdown: float = 0) -> None:
    """Put the work in the queue; see ``work.enqueue``."""
    work.enqueue("capacities.jobs.take_in", import_id, countdown)


def import_table(
    table: Table,
    rows: Rows,
    *,
    digest: str,
    by,
    progress: Told = planning.silent,
    ended: Callable[[Plan], None] = lambda plan: None,
) -> Plan:
    """Write what the plan of these rows with this digest has shown, and give the plan that was done.

    The rows are looked at before anything is locked: that takes seconds where there are many, and ``progress`` hears of it. They
    are looked at once more where something was written meanwhile. ``ended`` is called in the transaction when all is written:
    what it raises undoes all. A table that is taken in twice changes nothing the second time. Raises PermissionDenied and what
    stands in OVERTAKEN.
    """
    require_planner(by)
    newest = table.newest()
    plan = table.plan(rows, by, progress)
    with transaction.atomic():
        # One table after the other, or both would add the same. Whoever writes a row that names a mission does not wait.
        list(Mission.objects.select_for_update(no_key=True).order_by("pk"))
        if table.newest() != newest:
            plan = table.plan(rows, by, planning.silent)
        if plan.digest != digest or plan.count(planning.WRONG):
            raise TableChanged
        for row in plan.rows:
            if row.action in (planning.NEW, planning.CHANGED):
                WRITERS[table.name](row, by)
        ended(plan)
    return plan


def _capacity(row: Planned, by) -> None:
    if row.held is None:
        create(values=row.values, by=by, action=CapacityChange.Action.IMPORTED)
    else:
        update(row.held, version=row.held.version, values=row.values, by=by, action=CapacityChange.Action.IMPORTED)


def _partner(row: Planned, by) -> None:
    if row.held is None:
        create_partner(row.values, by, action="imported")
    else:
        change_partner(row.held, row.values, row.held.version, by, action="imported")


WRITERS = {"capacities": _capacity, "partners": _partner}
