"""A person takes a list of capacities in: all of its rows or none."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from capacities.models import CapacityChange
from capacities.permissions import require_planner
from capacities.services.changing import create, update


class ListChanged(Exception):
    """The list would now do something else than what was shown: a row is wrong, or a capacity has changed meanwhile."""


@transaction.atomic
def import_list(rows: Sequence[tuple[int, Mapping[str, str]]], *, digest: str, by):
    """Write what the plan of these rows with this digest has shown, and give the plan that was done.

    A list that is taken in twice changes nothing the second time. Raises PermissionDenied, ListChanged and Conflict.
    """
    from capacities.importing import plan as planning  # forms and plan are made of the services

    require_planner(by)
    plan = planning.plan(rows)
    if plan.digest != digest or plan.count(planning.WRONG):
        raise ListChanged("What is held has changed since this was shown. Nothing was imported: look again.")
    for row in plan.rows:
        if row.action == planning.NEW:
            create(values=row.values, by=by, action=CapacityChange.Action.IMPORTED)
        elif row.action == planning.CHANGED:
            update(
                row.capacity,
                version=row.capacity.version,
                values=row.values,
                by=by,
                action=CapacityChange.Action.IMPORTED,
            )
    return plan
