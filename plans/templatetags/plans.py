"""How plans read on a page."""

import re
from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from language import days
from language.marks import marked
from language.said import say
from mandates.analysis import taxonomy, wording
from plans import approaches
from plans.models import Milestone, PlanChange
from plans.services.proposing import ASKED, CANCELLED, TAKEN_OVER
from plans.values import Approach

register = template.Library()

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES = {
    "title": _("title"),
    "begins": _("first day"),
    "ends": _("last day"),
    "nominated_on": _("nominations go out on"),
    "note": _("note"),
    "label": _("label"),
    "place": _("place"),
    "crime_types": _("crime types"),
    "added": _("added by hand"),
    "approach": _("approach"),
    "rationale": _("rationale"),
    "chosen": _("chosen"),
    "task": _("task"),
    "capacity": _("capacity"),
    "partner": _("partner"),
    "regime": _("regime"),
    "people": _("people"),
    "fixed": _("fixed"),
    "kind": _("kind"),
    "due": pgettext_lazy("deadline", "by"),
    "baseline": _("baseline"),
    "target": _("target"),
    "reached_on": _("reached on"),
}
# What the record of changes keeps in English, by the kind of row and what was done.
DONE = {
    ("plan", "opened"): marked("Plan opened"),
    ("plan", "changed"): marked("Plan changed"),
    ("plan", "archived"): marked("Plan archived"),
    ("plan", "restored"): marked("Plan restored"),
    ("task", "added"): marked("Task {number} added"),
    ("task", "changed"): marked("Task {number} changed"),
    ("task", "removed"): marked("Task {number} removed"),
    ("option", "added"): marked("Option {number} added"),
    ("option", "changed"): marked("Option {number} changed"),
    ("option", "removed"): marked("Option {number} removed"),
    ("option", ASKED): marked("Option {number} proposal asked"),
    ("option", CANCELLED): marked("Option {number} proposal cancelled"),
    ("assignment", "added"): marked("Assignment {number} added"),
    ("assignment", "changed"): marked("Assignment {number} changed"),
    ("assignment", "removed"): marked("Assignment {number} removed"),
    ("assignment", TAKEN_OVER): marked("Assignment {number} taken over"),
    ("milestone", "added"): marked("Milestone {number} added"),
    ("milestone", "changed"): marked("Milestone {number} changed"),
    ("milestone", "removed"): marked("Milestone {number} removed"),
    ("comment", "added"): marked("Comment {number} added"),
    ("comment", "struck"): marked("Comment {number} struck"),
}


@register.filter
def label_of(field) -> tuple[str, str]:
    """The label and the hint that a form gives a field."""
    return field.form.LABELS[field.name]


@register.filter
def types(names: list[str]) -> str:
    """Crime types as people read them."""
    return ", ".join(say(taxonomy.said(name)) for name in names)


@register.filter
def listed(labels: Iterable[str]) -> str:
    """Names that are kept in English, in the language of the page."""
    return ", ".join(say(label) for label in labels)


@register.filter
def done(change: PlanChange) -> str:
    """What a change did, and to what."""
    kind, *number = change.subject.split(" ")
    told = DONE.get((kind, change.action))
    return say(told, number="".join(number)) if told else wording.capital(f"{change.subject} {change.action}")


@register.filter
def field_name(name: str) -> str:
    """A field's name as people say it."""
    return NAMES.get(name, name)


@register.filter
def in_words(value: object, field: str = "") -> str:
    """A value in a record of changes: days in full, yes and no, a dash for nothing. Of some fields the values have names."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return types(map(str, value))
    if field == "approach" and value in list(Approach):
        return say(approaches.held()[Approach(value)].label)
    if field == "kind" and value in Milestone.Kind.values:
        return str(Milestone.Kind(value).label)
    if not DAY.fullmatch(str(value)):  # a title of digits alone is no day
        return str(value)
    try:
        return days.day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


@register.filter
def unlocalized(number: float) -> str:
    """A length in a drawing, with a point whatever the language."""
    return f"{number:g}"
