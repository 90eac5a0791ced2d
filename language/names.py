"""Names and sentences of the project's own data files, for the catalogue of translations."""

import tomllib
from collections.abc import Iterator
from pathlib import Path


def of(file: Path, *keys: str) -> Iterator[str]:
    """The strings that stand in a TOML file under keys of these names, wherever they are; of a table under such a key, all."""
    yield from _under(tomllib.loads(file.read_text(encoding="utf-8")), keys)


def of_filters(*filters: type) -> Iterator[str]:
    """The fields by which lists are narrowed, as the form above a list names them: crime_type → crime type."""
    yield from (name.replace("_", " ") for narrowing in filters for name in narrowing.base_filters if name != "q")


def _under(value: object, keys: tuple[str, ...], wanted: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        if wanted:
            yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _under(held, keys, key in keys or (wanted and not isinstance(held, dict)))
    elif isinstance(value, list):
        for held in value:
            yield from _under(held, keys, wanted)
