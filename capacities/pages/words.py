"""Values of a partner in words, for pages that set two states side by side, and for its history."""

from collections.abc import Mapping
from typing import Any

from capacities import lists, registers
from capacities.models import Assessment, Partner, PartnerChange
from capacities.states.partners import state, told

LABELS = {
    "kind": "What it is",
    "name": "Name",
    "entity": "Body of the register",
    "countries": "Countries",
    "areas": "Areas",
    "crime_types": "Crime markets",
    "engagement": "How it is engaged",
    "agreements": "Agreements",
    "feedback": "What it gets back",
    "languages": "Languages",
    "sensitivity": "Sensitivity",
    "named": "Who may see it where it is restricted",
    "source": "Source",
    "source_url": "Link to the source",
    "as_of": "As of",
    "note": "Note",
    "entanglement": "Entanglement, as assessed",
}
CHOICES = {
    "kind": dict(Partner.Kind.choices),
    "engagement": dict(Partner.Engagement.choices),
    "sensitivity": dict(Partner.Sensitivity.choices),
    "entanglement": dict(Assessment.Level.choices),
}
NOTHING = "nothing"
KEPT_BACK = "the words are not kept"


def words(name: str, value: Any) -> str:
    """A value as people read it: names joined, choices by their labels, emptiness said."""
    if not value:
        return "not assessed" if name == "entanglement" else NOTHING
    if name == "agreements":
        return lists.written(value)
    if name == "crime_types":
        return ", ".join(registers.crime_types().get(v, v) for v in value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return CHOICES.get(name, {}).get(value, str(value))


def shown_values(current: Partner, given: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(field, as it stands, as it was filled in) for every field in which the two differ."""
    plain = told(given)
    return [
        (LABELS[name], words(name, value), words(name, plain[name]))
        for name, value in state(current).items()
        if value != plain[name]
    ]


def history(change: PartnerChange) -> list[tuple[str, str, str]]:
    """(field, from, to) for each field that changed; of a new partner nothing but that it is new."""
    if change.action in ("created", "imported") and all(
        held[:1] == [None] or not held for held in change.detail.values()
    ):
        return []
    return [(LABELS.get(name, name), *_sides(name, held)) for name, held in change.detail.items()]


def _sides(name: str, held: list[Any]) -> tuple[str, str]:
    return (words(name, held[0]), words(name, held[1])) if held else ("", KEPT_BACK)
