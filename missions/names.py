"""Names in this floor's data that pages show and that are translated."""

from collections.abc import Iterator
from pathlib import Path

from language import names

DATA = Path(__file__).resolve().parent / "data"


def of_data() -> Iterator[str]:
    yield from names.of(DATA / "countries.toml", "name")
