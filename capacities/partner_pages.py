"""Values of a partner in words, for pages that set two states side by side."""

from collections.abc import Mapping
from typing import Any

from capacities import partner_lists, partner_reference
from capacities.models import Assessment, Partner
from capacities.services import state

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


def words(name: str, value: Any) -> str:
    """A value as people read it: names joined, choices by their labels, emptiness said."""
    if not value:
        return "not assessed" if name == "entanglement" else NOTHING
    if name == "agreements":
        return partner_lists.written(value)
    if name == "crime_types":
        return ", ".join(partner_reference.crime_types().get(v, v) for v in value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return CHOICES.get(name, {}).get(value, str(value))


def shown_values(current: Partner, given: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(field, as it stands, as it was filled in) for every field in which the two differ."""
    plain = {
        **given,
        "entity": given["entity"].code if given["entity"] else "",
        "as_of": str(given["as_of"]),
        "countries": sorted(country.iso3 for country in given["countries"]),
        "named": sorted(person.username for person in given["named"]),
    }
    return [
        (LABELS[name], words(name, value), words(name, plain[name]))
        for name, value in state(current).items()
        if value != plain[name]
    ]
