"""The geographic region of a country, as the United Nations Statistics Division groups them (missions/data/regions.toml)."""

import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data" / "regions.toml"


def of(iso3: str) -> str | None:
    """The narrowest region of a country by its ISO 3166-1 alpha-3 code: MLI → Western Africa; None for a code it does not hold."""
    return _regions().get(iso3)


def names() -> list[str]:
    """The regions, each once."""
    return list(dict.fromkeys(_regions().values()))


@cache
def _regions() -> dict[str, str]:
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))["regions"]
    return {iso3: region for region, countries in told.items() for iso3 in countries}
