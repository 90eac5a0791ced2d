"""How the templates write countries, what was true of them in a month, the fields of a mission's documents, and waiting work."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from language import days
from language.marks import marked
from language.said import say
from missions.models import Country, MissionDocument
from missions.work import interrupted

register = template.Library()
register.filter(interrupted)
KINDS = dict(MissionDocument.Kind.choices)
FIELDS = {
    "kind": marked("kind"),
    "title": marked("title"),
    "symbol": marked("symbol"),
    "url": marked("address"),
    "date": marked("date"),
    "recommendations": marked("what it recommends on crime"),
}


@register.filter
def named(countries: Iterable[Country]) -> str:
    """Countries in a row: "Chad, Mali"; nothing where there are none."""
    return ", ".join(say(country.name) for country in countries)


@register.filter
def dated(words: str, day: date | None) -> str:
    """What was true in a month: "member (July 2026)"; the words alone where the day is not known."""
    return f"{words} ({date_format(day, 'F Y')})" if day else words


@register.filter
def field(name: str) -> str:
    """What a field of a document is called."""
    return say(FIELDS[name])


@register.filter
def told(value: Any, name: str) -> str:
    """A value of a change as people say it; what is empty is not known."""
    if value in (None, ""):
        return say("not known")
    if name == "kind":
        return str(KINDS.get(value, value))
    if name == "date":
        return days.day(parse_date(value))
    return str(value)
