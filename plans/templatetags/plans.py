"""How plans read on a page."""

import re
from datetime import date

from django import template
from django.utils.formats import date_format

from mandates.analysis import taxonomy

register = template.Library()

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES = {
    "begins": "first day",
    "ends": "last day",
    "nominated_on": "nominations go out on",
    "reached_on": "reached on",
    "due": "by",
    "crime_types": "crime types",
    "added": "added by hand",
}


@register.filter
def label_of(field) -> tuple[str, str]:
    """The label and the hint that a form gives a field."""
    return field.form.LABELS[field.name]


@register.filter
def types(names: list[str]) -> str:
    """Crime types as people read them."""
    return ", ".join(taxonomy.said(name) for name in names)


@register.filter
def field_name(name: str) -> str:
    """A field's name as people say it."""
    return NAMES.get(name, name)


@register.filter
def in_words(value: object) -> str:
    """A value in a record of changes: days in full, yes and no, a dash for nothing."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(taxonomy.said(str(one)) for one in value)
    if not DAY.fullmatch(str(value)):  # a title of digits alone is no day
        return str(value)
    try:
        return date_format(date.fromisoformat(str(value)), "j F Y")
    except ValueError:
        return str(value)


@register.filter
def unlocalized(number: float) -> str:
    """A length in a drawing, with a point whatever the language."""
    return f"{number:g}"
