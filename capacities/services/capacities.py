"""A person adds a capacity, changes it, archives or restores it. Each act is one transaction and leaves a CapacityChange."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from capacities.models import Capacity, CapacityChange
from capacities.permissions import require_planner
from capacities.states.capacities import COLUMNS, incoherent, state, told
from language.said import say


class Incoherent(ValueError):
    """Values that do not go together; ``fields`` says which and why."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields


class Archived(ValueError):
    """What is archived is not changed any more, unless it is restored."""


class NotArchived(ValueError):
    """What is not archived cannot be restored."""


@dataclass
class Conflict(Exception):
    """Somebody else has changed the capacity since it was looked at. Nothing is saved.

    ``differs`` has for each field that stands otherwise now what it is now and what was wanted.
    """

    now: Capacity
    differs: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(
            "Somebody else has changed this capacity since you opened it. Nothing was saved: look at both and save again."
        )


def create(*, values: Mapping[str, Any], by, action: str = CapacityChange.Action.CREATED) -> Capacity:
    """Add a capacity. ``values`` by the names of states.FIELDS: a Mission, Expertise rows, a list of ISO 639 codes, numbers, days.

    Raises PermissionDenied and Incoherent.
    """
    require_planner(by)
    if wrong := incoherent(values):
        raise Incoherent(wrong)
    with transaction.atomic():
        capacity = Capacity()
        _set(capacity, values)
        _record(capacity, action, {}, by)
    return capacity


def update(
    capacity: Capacity,
    *,
    version: int,
    values: Mapping[str, Any],
    by,
    action: str = CapacityChange.Action.UPDATED,
) -> Capacity:
    """Change the fields given, if the capacity is still in the version that the person saw. No change makes no version.

    Raises PermissionDenied, Archived, Incoherent, and Conflict with both states.
    """
    require_planner(by)
    with transaction.atomic():
        held = _locked(capacity)
        before = state(held)
        if held.version != version:
            wanted = {name: told(name, value) for name, value in values.items()}
            raise Conflict(held, {name: (before[name], new) for name, new in wanted.items() if before[name] != new})
        merged = {name: getattr(held, name) for name in COLUMNS} | dict(values)
        if wrong := incoherent(merged):
            raise Incoherent(wrong)
        if all(before[name] == told(name, value) for name, value in values.items()):
            return held
        held.version += 1
        _set(held, values)
        _record(held, action, before, by)
    return held


def archive(capacity: Capacity, *, version: int, by) -> Capacity:
    """Take a capacity off the lists; it and its history stay. Raises PermissionDenied, Archived and Conflict."""
    require_planner(by)
    with transaction.atomic():
        held = _locked(capacity)
        if held.version != version:
            raise Conflict(held)
        _move(held, timezone.now(), CapacityChange.Action.ARCHIVED, by)
    return held


def restore(capacity: Capacity, *, version: int, by) -> Capacity:
    """Put an archived capacity back on the lists. Raises PermissionDenied, NotArchived and Conflict."""
    require_planner(by)
    with transaction.atomic():
        held = Capacity.objects.select_for_update().get(pk=capacity.pk)
        if not held.archived_at:
            raise NotArchived(say("This capacity is not archived."))
        if held.version != version:
            raise Conflict(held)
        _move(held, None, CapacityChange.Action.RESTORED, by)
    return held


def _locked(capacity: Capacity) -> Capacity:
    held = Capacity.objects.select_for_update().get(pk=capacity.pk)
    if held.archived_at:
        raise Archived(say("This capacity is archived and is not changed any more."))
    return held


def _move(held: Capacity, archived_at: datetime | None, action: str, by) -> None:
    held.version += 1
    held.archived_at = archived_at
    held.save(update_fields=["version", "archived_at"])
    CapacityChange.objects.create(capacity=held, action=action, version=held.version, by=by)


def _set(capacity: Capacity, values: Mapping[str, Any]) -> None:
    for name in COLUMNS:
        if name in values:
            setattr(capacity, name, values[name])
    if "languages" in values:
        codes = told("languages", values["languages"])
        capacity.languages = f" {' '.join(codes)} " if codes else ""
    capacity.save()
    if "expertise" in values:
        capacity.expertise.set(values["expertise"])


def _record(capacity: Capacity, action: str, before: Mapping[str, Any], by) -> None:
    after = state(Capacity.objects.get(pk=capacity.pk))
    empty = {name: [] if name in ("languages", "expertise") else None for name in after}
    old = before or empty
    detail = {n: {"from": old[n], "to": new} for n, new in after.items() if old[n] != new and (before or new != "")}
    CapacityChange.objects.create(capacity=capacity, action=action, version=capacity.version, detail=detail, by=by)
