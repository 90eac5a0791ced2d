"""Names in this floor's data that pages show and that are translated."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from language import names
from missions import filters, regions

DATA = Path(__file__).resolve().parent / "data"


def of_data() -> Iterator[str]:
    yield from names.of(DATA / "countries.toml", "name")
    yield from names.of(DATA / "missions.toml", "name", "note")
    yield from tomllib.loads(regions.DATA.read_text(encoding="utf-8"))["regions"]
    yield from names.of_filters(filters.MissionFilter, filters.DocumentFilter)
