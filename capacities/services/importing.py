"""A person takes a table in: all of its rows or none."""

from django.db import transaction

from capacities.importing import plan as planning
from capacities.importing.plan import Plan, Planned, Rows, Table
from capacities.models import CapacityChange
from capacities.permissions import require_planner
from capacities.services.capacities import create, update
from capacities.services.partners import change_partner, create_partner
from language.said import say
from missions.models import Mission


class TableChanged(Exception):
    """The table would now do something else than what was shown: a row is wrong, or something held has changed meanwhile."""


@transaction.atomic
def import_table(table: Table, rows: Rows, *, digest: str, by) -> Plan:
    """Write what the plan of these rows with this digest has shown, and give the plan that was done.

    A table that is taken in twice changes nothing the second time. Raises PermissionDenied, TableChanged, and what the
    services of one row raise.
    """
    require_planner(by)
    list(Mission.objects.select_for_update().order_by("pk"))  # one table after the other, or both would add the same
    plan = table.plan(rows, by)
    if plan.count(planning.SAME) == len(plan.rows):
        return plan  # taken in before: pressed twice
    if plan.digest != digest or plan.count(planning.WRONG):
        raise TableChanged(say("What is held has changed since this was shown. Nothing was imported: look again."))
    for row in plan.rows:
        if row.action in (planning.NEW, planning.CHANGED):
            WRITERS[table.name](row, by)
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
