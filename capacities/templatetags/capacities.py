"""How capacities read on a page: unknown is said, never left blank."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from capacities import catalogue
from capacities.models import Category

register = template.Library()
DAYS = ("available_from", "available_until", "cleared_until", "as_of")
NOT_KNOWN = mark_safe('<span class="quiet">not known</span>')
FIELDS = {
    "as_of": "as of",
    "available_from": "available from",
    "available_until": "available until",
    "cleared_until": "cleared until",
}


@register.filter
def known(value: object) -> SafeString | str:
    """A text as it is, a number by its thousands (14,245); “not known” where there is none. Zero is a number."""
    if value in (None, "", []):
        return NOT_KNOWN
    return f"{value:,}" if type(value) is int else str(value)


@register.filter
def languages(codes: list[str]) -> str:
    """["fr", "sg"] → French, Sango."""
    return ", ".join(catalogue.held().languages.get(code, code) for code in codes)


@register.filter
def state(code: str) -> str:
    """SEN → Senegal."""
    return catalogue.held().states.get(code, code)


@register.filter
def field(name: str) -> str:
    """A field's name as people say it."""
    return FIELDS.get(name, name)


@register.filter
def told(value: object, name: str) -> str:
    """A field's value in a record of changes: labels for names, “not known” for nothing."""
    if value in (None, "", []):
        return "none" if name in ("mission", "equipment", "note") else "not known"
    if name == "languages":
        return languages(value)
    if name == "expertise":
        return ", ".join(catalogue.held().labels.get(item, item) for item in value)
    if name == "category":
        return Category(value).label
    if name in DAYS:
        return date_format(date.fromisoformat(value), "j F Y")
    return state(value) if name == "country" else str(value)
