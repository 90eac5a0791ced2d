"""A planner changes a plan, its options, assignments and milestones; two people who edit one row at once get a conflict.

One way for all of them: a row carries ``version``, whoever changes it says which version they saw.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from capacities.models import Capacity, Partner, SanctionsRegime
from language.said import say
from plans.models import Assignment, Milestone, Option, Plan, PlanChange, PlanTask
from plans.situations import WHOLE
from plans.states import FIELDS, state, subject, told

FIRST_YEAR, LAST_YEAR = 1945, 2100  # of the days of a plan: far outside nothing can be worked out from them


# How the record calls the rows that an assignment or a milestone names; a partner is named by its own column alone.
NAMED = {"task": (PlanTask, "label"), "capacity": (Capacity, "title"), "regime": (SanctionsRegime, "name")}


class Incoherent(ValueError):
    """Values that do not go together; ``fields`` says which and why."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields


class Settled(ValueError):
    """An archived plan is not changed any more, until it is restored."""

    def __init__(self) -> None:
        super().__init__(say("This plan is archived: restore it before you change it."))


class Gone(LookupError):
    """Somebody else has removed the row meanwhile."""

    def __init__(self) -> None:
        super().__init__(say("Somebody else has removed this meanwhile. Nothing was saved."))


@dataclass
class Conflict(Exception):
    """Somebody else has changed the row since it was looked at; nothing is saved. ``differs`` has for each field that
    stands otherwise now what it is now and what was wanted."""

    now: models.Model
    differs: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(
            "Somebody else has changed this since you opened it. Nothing was saved: look at both and save again."
        )


Row = Option | Assignment | Milestone | PlanTask


def add(row: Row, *, by) -> Row:
    """Save a new row of a plan. Raises PermissionDenied, Settled and Incoherent."""
    with transaction.atomic():
        plan = lock(plan_of(row), by)
        require_whole(row, plan, by)
        row.save()
        record(plan, row, "added", {}, by)
    return row


def change(row: Plan | Row, *, version: int, values: Mapping[str, Any], by) -> Plan | Row:
    """Change the fields given, if the row is still in the version that the person saw. No change makes no version.

    Raises PermissionDenied, Settled, Gone, Incoherent, and Conflict with both states.
    """
    with transaction.atomic():
        plan = lock(plan_of(row), by)
        held = _held(row, version, values)
        before = state(held)
        for name, value in values.items():
            setattr(held, name, value)
        require_whole(held, plan, by)
        if state(held) == before:
            return held
        held.version += 1
        held.save()
        record(plan, held, "changed", before, by)
    return held


def choose(option: Option, *, version: int, by) -> Option:
    """Settle on an option: the one chosen before is so no longer. Raises as ``change``."""
    with transaction.atomic():
        plan = lock(option.plan, by)
        _held(option, version, {})
        for other in plan.options.filter(chosen=True).exclude(pk=option.pk):
            before = state(other)
            other.chosen = False
            other.version += 1
            other.save()
            record(plan, other, "changed", before, by)
        return change(option, version=version, values={"chosen": True}, by=by)


def remove(row: Row, *, version: int, by) -> None:
    """Take a row out of its plan; what it was stays in the record. Raises PermissionDenied, Settled, Gone and Conflict."""
    with transaction.atomic():
        plan = lock(plan_of(row), by)
        held = row if isinstance(row, PlanTask) else _held(row, version, {})
        if isinstance(held, Option | PlanTask):
            for assignment in held.assignments.all():
                record(plan, assignment, "removed", state(assignment), by, gone=True)
        record(plan, held, "removed", state(held), by, gone=True)
        held.delete()


def archive(plan: Plan, *, version: int, by) -> Plan:
    """Take a plan off the lists; it can be restored. Raises PermissionDenied, Settled and Conflict."""
    with transaction.atomic():
        lock(plan, by)
        held = _held(plan, version, {})
        return _mark(held, timezone.now(), "archived", by)


def restore(plan: Plan, *, version: int, by) -> Plan:
    """Put an archived plan back. Raises PermissionDenied and Conflict; a plan that is not archived is left as it is."""
    with transaction.atomic():
        lock(plan, by, archived=True)
        held = _held(plan, version, {})
        return held if held.archived_at is None else _mark(held, None, "restored", by)


def lock(plan: Plan, by, *, archived: bool = False) -> Plan:
    """The plan, held until the transaction ends. PermissionDenied for whoever may not see it; Settled where it is archived."""
    held = Plan.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=plan.pk).first()
    if held is None:
        raise PermissionDenied(say("Only planners and administrators who may see its mandate may change a plan."))
    if held.archived_at and not archived:
        raise Settled
    return held


def plan_of(row: Plan | Row) -> Plan:
    """The plan to which a row belongs."""
    if isinstance(row, Plan):
        return row
    return row.option.plan if isinstance(row, Assignment) else row.plan


def require_whole(row: Plan | Row, plan: Plan, by) -> None:
    """Raises Incoherent where a row's values do not go together."""
    wrong = {
        name: say("Give a day between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)
        for name in FIELDS[type(row)]
        if isinstance(day := getattr(row, name), date) and not FIRST_YEAR <= day.year <= LAST_YEAR
    }
    if isinstance(row, Plan | Assignment) and row.ends < row.begins:
        wrong["ends"] = say("It ends before it begins.")
    if isinstance(row, Assignment | Milestone) and row.task and row.task.plan_id != plan.pk:
        wrong["task"] = say("This task is not one of the plan.")
    if isinstance(row, PlanTask) and plan.tasks.filter(label=row.label).exclude(pk=row.pk).exists():
        wrong["label"] = say("The plan has a task with this label already.")
    if isinstance(row, Assignment):
        wrong |= _resource(row, plan, by)
    if wrong:
        raise Incoherent(wrong)


def record(plan: Plan, row: Plan | Row, action: str, before: Mapping[str, Any], by, *, gone: bool = False) -> None:
    """Note a change, each field from what to what; a partner's under its own visibility.

    An assignment that goes from or to a partner is noted as removed from the one and added to the other: whoever may see
    one of them alone is told nothing of the other.
    """
    partner = row.partner_id if isinstance(row, Assignment) else None
    if before and before.get("partner") != partner:
        _note(plan, row, "removed", before, {}, before["partner"], by)
        action, before = "added", {}
    _note(plan, row, action, before, {} if gone else state(row), partner, by)


def _note(plan: Plan, row: Plan | Row, action: str, before: Mapping, after: Mapping, partner: int | None, by) -> None:
    changed = {
        name: {"from": before.get(name), "to": after.get(name)}
        for name in FIELDS[type(row)]
        if before.get(name) != after.get(name)
    }
    for name in NAMED.keys() & changed.keys():
        changed[name] = _named(name, changed[name])
    PlanChange.objects.create(plan=plan, subject=subject(row), action=action, detail=changed, partner_id=partner, by=by)


def _named(field: str, step: Mapping[str, int | None]) -> dict[str, str | None]:
    """Other rows by what people call them, so that the record can be read when they are gone. One query."""
    model, column = NAMED[field]
    names = dict(model.objects.filter(pk__in=[pk for pk in step.values() if pk]).values_list("pk", column))
    return {side: names.get(pk) for side, pk in step.items()}


def _resource(row: Assignment, plan: Plan, by) -> dict[str, str]:
    """By field, what is wrong with who is assigned."""
    wrong = {}
    if sum(bool(one) for one in (row.capacity_id, row.partner_id, row.regime_id)) != 1:
        wrong["capacity"] = say("Assign one thing: a capacity, a partner or a sanctions regime.")
    elif row.capacity_id and row.capacity.mission_id not in (None, plan.mission_id):
        wrong["capacity"] = say("This capacity belongs to another mission.")
    elif row.partner_id and not Partner.objects.visible_to(by).filter(pk=row.partner_id).exists():
        wrong["partner"] = say("There is no such partner.")
    elif row.capacity_id and row.people < 1 and row.capacity.category not in WHOLE:
        wrong["people"] = say("Say how many people are assigned, at least one.")
    elif not row.capacity_id and row.people:
        wrong["people"] = say("Only a capacity has people to assign.")
    return wrong


def _held(row: Plan | Row, version: int, values: Mapping[str, Any]) -> Any:
    """The row as it stands, locked. Raises Gone, and Conflict where it is not in this version."""
    held = type(row).objects.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if held is None:
        raise Gone
    if held.version != version:
        now, wanted = state(held), {name.removesuffix("_id"): told(value) for name, value in values.items()}
        raise Conflict(held, {name: (now[name], new) for name, new in wanted.items() if now[name] != new})
    return held


def _mark(plan: Plan, at, action: str, by) -> Plan:
    plan.version += 1
    plan.archived_at = at
    plan.save(update_fields=["version", "archived_at"])
    PlanChange.objects.create(plan=plan, subject="plan", action=action, by=by)
    return plan
