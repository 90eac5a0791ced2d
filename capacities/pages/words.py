"""Values of a partner in words, for pages that set two states side by side, and for its history."""

from collections.abc import Mapping
from typing import Any

from capacities import lists, registers
from capacities.models import Assessment, Partner, PartnerChange
from capacities.states.partners import state, told
from language.marks import marked
from language.said import say

LABELS = {
    "kind": marked("What it is"),
    "name": marked("Name"),
    "entity": marked("Body of the register"),
    "countries": marked("Countries"),
    "areas": marked("Areas"),
    "crime_types": marked("Crime markets"),
    "engagement": marked("How it is engaged"),
    "agreements": marked("Agreements"),
    "feedback": marked("What it gets back"),
    "languages": marked("Languages"),
    "sensitivity": marked("Sensitivity"),
    "named": marked("Who may see it where it is restricted"),
    "source": marked("Source"),
    "source_url": marked("Link to the source"),
    "as_of": marked("As of"),
    "note": marked("Note"),
    "entanglement": marked("Entanglement, as assessed"),
}
CHOICES = {
    "kind": dict(Partner.Kind.choices),
    "engagement": dict(Partner.Engagement.choices),
    "sensitivity": dict(Partner.Sensitivity.choices),
    "entanglement": dict(Assessment.Level.choices),
}
NOTHING = marked("nothing")
KEPT_BACK = marked("the words are not kept")


def field(name: str) -> str:
    return say(LABELS.get(name, name))


def words(name: str, value: Any) -> str:
    """A value as people read it: names joined, choices by their labels, emptiness said."""
    if not value:
        return say("not assessed") if name == "entanglement" else say(NOTHING)
    if name == "agreements":
        return lists.written(value)
    if name == "crime_types":
        return ", ".join(say(registers.crime_types().get(v, v)) for v in value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(CHOICES.get(name, {}).get(value, value))


def shown_values(current: Partner, given: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(field, as it stands, as it was filled in) for every field in which the two differ."""
    plain = told(given)
    return [
        (field(name), words(name, value), words(name, plain[name]))
        for name, value in state(current).items()
        if value != plain[name]
    ]


def history(change: PartnerChange) -> list[tuple[str, str, str]]:
    """(field, from, to) for each field that changed; of a new partner nothing but that it is new."""
    if change.action in ("created", "imported") and all(
        held[:1] == [None] or not held for held in change.detail.values()
    ):
        return []
    return [(field(name), *_sides(name, held)) for name, held in change.detail.items()]


def _sides(name: str, held: list[Any]) -> tuple[str, str]:
    return (words(name, held[0]), words(name, held[1])) if held else ("", say(KEPT_BACK))
