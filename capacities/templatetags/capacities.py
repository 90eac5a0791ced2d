"""How capacities read on a page: unknown is said, never left blank."""

import re
from datetime import date

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from capacities import catalogue
from capacities.coverage import Verdict
from capacities.models import CapacityChange, Category
from language import days
from language.marks import marked
from language.said import joined, say, say_many

register = template.Library()
PLACE = re.compile(r"(?P<text>.+), paragraphs? (?P<labels>.+)")
DAYS = ("available_from", "available_until", "cleared_until", "as_of")
FIELDS = {
    "mission": marked("mission"),
    "category": marked("category"),
    "title": marked("title"),
    "expertise": marked("expertise"),
    "authorized": marked("authorized"),
    "deployed": marked("deployed"),
    "pledged": marked("pledged"),
    "available_from": marked("available from"),
    "available_until": marked("available until"),
    "cleared_until": marked("cleared until"),
    "languages": marked("languages"),
    "country": marked("country"),
    "equipment": marked("equipment"),
    "source": marked("source"),
    "as_of": marked("as of"),
    "note": marked("note"),
    "actual": marked("actual"),
    "authorized_for": marked("authorized_for"),
    "source_url": marked("source_url"),
}
# What was done to a capacity or a partner, by the name that is recorded.
ACTS = {
    **dict(CapacityChange.Action.choices),
    "changed": pgettext_lazy("act", "changed"),
    "assessed": pgettext_lazy("act", "assessed"),
}
# What becomes of a row of a table.
ROWS = {
    "new": pgettext_lazy("row", "new"),
    "changed": pgettext_lazy("row", "changed"),
    "unchanged": pgettext_lazy("row", "unchanged"),
    "wrong": pgettext_lazy("row", "wrong"),
    "as it is": pgettext_lazy("row", "as it is"),  # in English: a name
}


@register.filter
def known(value: object) -> SafeString | str:
    """A text as it is, a number by its thousands (14,245); “not known” where there is none. Zero is a number."""
    if value in (None, "", []):
        return format_html('<span class="quiet">{}</span>', say("not known"))
    return intcomma(value) if type(value) is int else str(value)


@register.filter
def languages(codes: list[str]) -> str:
    """["fr", "sg"] → French, Sango."""
    return ", ".join(say(catalogue.held().languages.get(code, code)) for code in codes)


@register.filter
def state(code: str) -> str:
    """SEN → Senegal."""
    return say(catalogue.held().states.get(code, code))


@register.filter
def field(name: str) -> str:
    """A field's name as people say it."""
    return say(FIELDS.get(name, name))


@register.filter
def told(value: object, name: str) -> str:
    """A field's value in a record of changes: labels for names, “not known” for nothing."""
    if value in (None, "", []):
        return pgettext("value", "none") if name in ("mission", "equipment", "note") else say("not known")
    if name == "languages":
        return languages(value)
    if name == "expertise":
        return ", ".join(say(catalogue.held().labels.get(item, item)) for item in value)
    if name == "category":
        return str(Category(value).label)
    if name in DAYS:
        return days.day(date.fromisoformat(value))
    return state(value) if name == "country" else str(value)


@register.filter
def act(name: str) -> str:
    """What was done, in a record of changes."""
    return str(ACTS.get(name, name))


@register.filter
def becomes(action: str) -> str:
    """What becomes of a row that is imported."""
    return str(ROWS.get(action, action))


@register.filter
def counted(verdict: str, number: int) -> SafeString:
    """How many needs have a coverage, in a sentence: "3 are missing"."""
    return format_html(_counted(Verdict(verdict), number), number)


def _counted(verdict: Verdict, number: int) -> str:
    match verdict:
        case Verdict.COVERED:
            return ngettext("<strong>{}</strong> is covered", "<strong>{}</strong> are covered", number)
        case Verdict.PARTLY:
            return ngettext("<strong>{}</strong> is partly covered", "<strong>{}</strong> are partly covered", number)
        case Verdict.LANGUAGE_GAP:
            return ngettext(
                "<strong>{}</strong> is without the language", "<strong>{}</strong> are without the language", number
            )
        case Verdict.LATE:
            return ngettext("<strong>{}</strong> is late", "<strong>{}</strong> are late", number)
        case Verdict.NOT_KNOWN:
            return ngettext("<strong>{}</strong> is not known", "<strong>{}</strong> are not known", number)
        case Verdict.GAP:
            return ngettext("<strong>{}</strong> is missing", "<strong>{}</strong> are missing", number)


@register.filter
def place(citation: str) -> str:
    """Where a text says it: "S/RES/2745 (2024), paragraphs 2 and 4", the paragraphs in the language of the page."""
    found = PLACE.fullmatch(citation)
    if not found:
        return citation
    labels = found["labels"].split(" and ")
    said = {"text": found["text"], "labels": joined(labels)}
    return say_many("{text}, paragraph {labels}", "{text}, paragraphs {labels}", len(labels), **said)
