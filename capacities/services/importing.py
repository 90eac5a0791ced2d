"""A person takes a list of capacities or partners in: all of its rows or none."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from capacities.importing import plan as planning
from capacities.importing.partners import Row
from capacities.models import CapacityChange
from capacities.permissions import require_planner
from capacities.services.capacities import create, update
from capacities.services.partners import change_partner, create_partner
from missions.models import Mission


class ListChanged(Exception):
    """The list would now do something else than what was shown: a row is wrong, or a capacity has changed meanwhile."""


@transaction.atomic
def import_list(rows: Sequence[tuple[int, Mapping[str, str]]], *, digest: str, by) -> planning.Plan:
    """Write what the plan of these rows with this digest has shown, and give the plan that was done.

    A list that is taken in twice changes nothing the second time. Raises PermissionDenied, ListChanged and Conflict.
    """
    require_planner(by)
    list(Mission.objects.select_for_update().order_by("pk"))  # one list after the other, or both would add the same
    plan = planning.plan(rows)
    if plan.count(planning.SAME) == len(plan.rows):
        return plan  # taken in before: pressed twice
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


@transaction.atomic
def import_partners(rows: Sequence[Row], by) -> tuple[int, int]:
    """How many were made and how many changed. Every row must be in order (ValueError); raises as the services of one."""
    if any(row.errors for row in rows):
        raise ValueError("A row is not in order.")
    made = changed = 0
    for row in rows:
        values = row.form.values
        if row.partner is None:
            create_partner(values, by, action="imported")
            made += 1
        else:
            held = change_partner(row.partner, values, row.form.cleaned_data["version"], by, action="imported")
            changed += held.version != row.partner.version
    return made, changed
