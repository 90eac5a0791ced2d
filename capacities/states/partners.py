"""A partner as plain values: for its history, and for laying two states side by side."""

from collections.abc import Mapping
from typing import Any

from capacities.models import Partner

RELATED = ("countries", "named")
OWN = (
    *("kind", "name", "entity", "areas", "crime_types", "engagement", "agreements", "feedback", "languages"),
    *("sensitivity", "source", "source_url", "as_of", "note"),
)


def state(partner: Partner) -> dict[str, Any]:
    """A partner's values as JSON has them. Two queries unless prefetched."""
    held = {name: getattr(partner, name) for name in OWN}
    return told(held | {name: getattr(partner, name).all() for name in RELATED})


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that the services take, as JSON has them: codes, acronyms and names in the place of rows."""
    return {
        **{name: values[name] for name in OWN},
        "entity": values["entity"].code if values["entity"] else "",
        "as_of": str(values["as_of"]),
        "countries": sorted(country.iso3 for country in values["countries"]),
        "named": sorted(person.username for person in values["named"]),
    }
