"""Rows of a plan as plain values: for the record of changes, and for laying two states side by side."""

from typing import Any

from django.db import models

from plans.models import Assignment, Milestone, Option, Plan, PlanComment, PlanTask

FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Plan: ("title", "begins", "ends", "nominated_on", "note"),
    PlanTask: ("label", "title", "place", "crime_types", "added"),
    Option: ("approach", "title", "rationale", "chosen"),
    Assignment: ("task", "capacity", "partner", "regime", "begins", "ends", "people", "fixed", "note"),
    Milestone: ("kind", "title", "due", "task", "baseline", "target", "reached_on"),
}
NAMES = {
    Plan: "plan",
    PlanTask: "task",
    Option: "option",
    Assignment: "assignment",
    Milestone: "milestone",
    PlanComment: "comment",
}


def state(row: models.Model) -> dict[str, Any]:
    """A row's fields as JSON has them: days as text, other rows by their id. No query."""
    return {name: told(getattr(row, _column(row, name))) for name in FIELDS[type(row)]}


def told(value: Any) -> Any:
    """One value as JSON has it."""
    if isinstance(value, models.Model):
        return value.pk
    return value.isoformat() if hasattr(value, "isoformat") else value


def subject(row: models.Model) -> str:
    """How the record names a row: "plan", "option 3"."""
    return "plan" if isinstance(row, Plan) else f"{NAMES[type(row)]} {row.pk}"


def _column(row: models.Model, name: str) -> str:
    return row._meta.get_field(name).attname
