"""Capacities as a table. A row is the current capacity of the same mission, category, title and country, or a new one."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from capacities import catalogue
from capacities.forms.capacities import CapacityForm, Known, listed
from capacities.importing.plan import (
    NEW,
    Plan,
    Planned,
    Rows,
    Table,
    Told,
    changed,
    each,
    silent,
    text_of,
    whole,
    wrong,
)
from capacities.models import Capacity, CapacityChange, Category
from capacities.named import in_tables
from capacities.states.capacities import state, told
from language.marks import marked
from language.said import in_english, say

EXPLAINED = {
    "mission": _("Acronym on the register of missions; empty for a pledge to none yet."),
    "category": format_lazy(_("One of: {values}."), values=in_tables(Category.labels)),
    "title": _("What it is, in a few words. With mission, category and country it tells one capacity from another."),
    "expertise": format_lazy(
        _("Fields of expertise, between semicolons: {values}."), values="; ".join(catalogue.held().labels.values())
    ),
    "authorized": _("How many. Empty means not known; 0 means none."),
    "deployed": _("How many are there. Empty means not known; 0 means none."),
    "pledged": _("How many are promised and not there yet. Empty means not known; 0 means none."),
    "available_from": _("The day, as 2026-02-28; empty if not known."),
    "available_until": _("The day, as 2026-02-28; empty if not known or without end."),
    "cleared_until": _(
        "The last day on which the assessment for police service (AMS, SAAT) holds, as 2026-02-28; empty if not known."
    ),
    "languages": _("Between semicolons, by ISO 639 code or English name: fr; Sango. Empty means not known."),
    "country": _("Contributing State, by name or three-letter ISO 3166-1 code; empty if not known or none."),
    "equipment": _("What comes with it."),
    "source": _("Where this is known from. Needed in every row."),
    "as_of": _("The day on which it was so, as 2026-02-28. Needed in every row."),
    "note": _("Anything else."),
}
NEEDED = ("mission", "category", "title", "country", "source", "as_of")
TWINS = marked("Several capacities held have this mission, category, title and country: archive all but one.")


@in_english()
def cells(capacity: Capacity) -> dict[str, str | int]:
    """What the table says of a capacity, in English whoever asks; reads its mission and expertise."""
    plain = {name: "" if value is None else value for name, value in state(capacity).items()}
    return plain | {
        "category": capacity.get_category_display(),
        "expertise": "; ".join(expertise.label for expertise in capacity.expertise.all()),
        "languages": "; ".join(capacity.spoken),
        "country": catalogue.held().states.get(capacity.country, capacity.country),
    }


def plan(rows: Rows, user=None, progress: Told = silent) -> Plan:
    """What the rows would do; a few queries for all. Everyone who may plan sees every capacity."""
    known = Known.load()
    held: dict[tuple, list[Capacity]] = {}
    for capacity in Capacity.objects.current().shown():
        acronym = capacity.mission.acronym if capacity.mission else ""
        held.setdefault(_key(acronym, capacity.category, capacity.title, capacity.country), []).append(capacity)
    seen: dict[tuple, int] = {}
    return whole(_planned(number, row, known, held, seen) for number, row in each(rows, progress))


def _planned(number: int, row: Mapping[str, str], known: Known, held: Mapping, seen: dict[tuple, int]) -> Planned:
    named = _said(row, known)
    key = _key(named["mission"], named["category"], named["title"], named["country"])
    found = held.get(key, [])
    form = CapacityForm(_said(text_of(cells(found[0])) | row, known) if found else named, known=known)
    if not form.is_valid():
        return wrong(number, row["title"], {name: " ".join(said) for name, said in form.errors.items()})
    if key in seen:
        said = say("Row {number} has the same mission, category, title and country.", number=seen[key])
        return wrong(number, row["title"], {"title": said})
    if len(found) > 1:
        return wrong(number, row["title"], {"title": say(TWINS)})
    seen[key] = number
    values = form.cleaned_data
    made = Planned(number, values["title"], NEW, _about(values), values, *found)
    if not found:
        return made
    return changed(made, state(found[0]), {name: told(name, value) for name, value in values.items()})


def _about(values: Mapping[str, Any]) -> str:
    where = str(values["mission"]) if values["mission"] else say("a pledge")
    country = say(catalogue.held().states.get(values["country"], ""))
    return ", ".join(filter(None, (str(Category(values["category"]).label), where, country)))


def _key(acronym: str, category: str, title: str, country: str) -> tuple[str, str, str, str]:
    return acronym, category, " ".join(title.casefold().split()), country


@in_english()
def _said(row: Mapping[str, str], known: Known) -> dict[str, Any]:
    """A row as the form takes it: what people write by its label, as the table has it, becomes its name."""
    labels = {expertise.label: name for name, expertise in known.expertise.items()}
    states = {name: code for code, name in catalogue.held().states.items()}
    return {
        **row,
        "mission": _named(row["mission"], {acronym: acronym for acronym in known.missions}),
        "category": _named(row["category"], {label: value for value, label in Category.choices}),
        "country": _named(row["country"], states | {code: code for code in states.values()}),
        "expertise": [_named(said, labels) for said in listed(row.get("expertise", ""))],
    }


def _named(said: str, names: Mapping[str, str]) -> str:
    folded = {label.casefold(): name for label, name in names.items()}
    return folded.get(said.casefold(), said)


TABLE = Table("capacities", EXPLAINED, NEEDED, plan, cells, (CapacityChange,))
