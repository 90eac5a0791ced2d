"""How the templates write the fields of a mission's documents."""

from typing import Any

from django import template
from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from missions.models import MissionDocument

register = template.Library()
KINDS = dict(MissionDocument.Kind.choices)


@register.filter
def field(name: str) -> str:
    """What a field of a document is called."""
    return str(MissionDocument._meta.get_field(name).verbose_name)


@register.filter
def told(value: Any, name: str) -> str:
    """A value of a change as people say it; what is empty is not known."""
    if value in (None, ""):
        return "not known"
    if name == "kind":
        return str(KINDS.get(value, value))
    if name == "date":
        return date_format(parse_date(value), "j F Y")
    return str(value)
