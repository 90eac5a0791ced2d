"""Names in this floor's data that pages show and that are translated."""

from collections.abc import Iterator

from capacities import filters
from capacities.catalogue import DATA
from language import names


def of_data() -> Iterator[str]:
    yield from names.of(DATA / "expertise.toml", "label", "definition")
    yield from names.of(
        DATA / "categories.toml", "label", "definition", "lead_time", "not_published", "counts_from", "commitment"
    )
    yield from names.of(DATA / "profiles.toml", "label", "equipment", "basis")
    yield from names.of(DATA / "languages.toml", "names")
    yield from names.of(DATA / "states.toml", "states")
    yield from names.of(DATA / "partners.toml", "name", "fields", "note")
    yield from names.of(DATA / "sanctions.toml", "name", "committee", "summary", "note")
    yield from names.of(DATA / "fius.toml", "note")
    yield from names.of(DATA / "strengths.toml", "note")
    yield from names.of_filters(filters.CapacityFilter, filters.PartnerFilter, filters.SanctionsFilter)
