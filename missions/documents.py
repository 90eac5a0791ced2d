"""A person adds a document to a mission, changes it or archives it. Each act is one transaction and leaves a DocumentChange."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from language.marks import marked
from language.said import say
from missions.models import DocumentChange, Mission, MissionDocument
from missions.permissions import require_planner

FIELDS = ("kind", "title", "symbol", "url", "date", "recommendations")
WHAT = marked("documents of missions")


class Archived(ValueError):
    """An archived document is not changed any more."""


@dataclass
class Conflict(Exception):
    """Somebody else has changed the document since it was looked at. Nothing is saved.

    ``differs`` has for each field that stands otherwise now what it is now and what was wanted.
    """

    now: MissionDocument
    differs: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(
            "Somebody else has changed this document since you opened it. Nothing was saved: look at both and save again."
        )


def state(document: MissionDocument) -> dict[str, Any]:
    """A document's fields as JSON has them; None or empty is not known."""
    return {name: told(getattr(document, name)) for name in FIELDS}


def told(value: Any) -> Any:
    """One value as JSON has it: a day as text."""
    return value.isoformat() if hasattr(value, "isoformat") else value


@transaction.atomic
def add(mission: Mission, *, values: Mapping[str, Any], by) -> MissionDocument:
    """Add a document, with the values of FIELDS. Raises PermissionDenied."""
    require_planner(by, WHAT)
    document = MissionDocument.objects.create(mission=mission, added_by=by, **values)
    detail = {name: {"from": None, "to": new} for name, new in state(document).items() if new not in (None, "")}
    _record(document, DocumentChange.Action.CREATED, detail, by)
    return document


@transaction.atomic
def change(document: MissionDocument, *, version: int, values: Mapping[str, Any], by) -> MissionDocument:
    """Change the fields given, if the document is still in the version that the person saw. No change makes no version.

    Raises PermissionDenied, Archived, and Conflict with both states.
    """
    require_planner(by, WHAT)
    held = _locked(document)
    before, wanted = state(held), {name: told(value) for name, value in values.items()}
    differs = {name: (before[name], new) for name, new in wanted.items() if before[name] != new}
    if held.version != version:
        raise Conflict(held, differs)
    if not differs:
        return held
    for name, value in values.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    detail = {name: {"from": old, "to": new} for name, (old, new) in differs.items()}
    _record(held, DocumentChange.Action.UPDATED, detail, by)
    return held


@transaction.atomic
def archive(document: MissionDocument, *, version: int, by) -> MissionDocument:
    """Take a document off the mission's page; it and its history stay. Raises PermissionDenied, Archived and Conflict."""
    require_planner(by, WHAT)
    held = _locked(document)
    if held.version != version:
        raise Conflict(held)
    held.version += 1
    held.archived_at = timezone.now()
    held.save(update_fields=["version", "archived_at"])
    _record(held, DocumentChange.Action.ARCHIVED, {}, by)
    return held


def _locked(document: MissionDocument) -> MissionDocument:
    held = MissionDocument.objects.select_for_update(of=("self",)).select_related("mission").get(pk=document.pk)
    if held.archived_at:
        raise Archived(say("This document is archived and is not changed any more."))
    return held


def _record(document: MissionDocument, action: str, detail: Mapping[str, Any], by) -> None:
    DocumentChange.objects.create(document=document, action=action, version=document.version, detail=detail, by=by)
