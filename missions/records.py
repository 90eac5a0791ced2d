"""Reference data that people keep by hand as TOML, read and checked record by record. Pure: no database."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path


class Invalid(ValueError):
    """A record that cannot be loaded: says the file, the record and what is wrong with it."""


def table(path: Path) -> dict:
    """What a file holds. Raises Invalid where it is no TOML."""
    with path.open("rb") as file:
        try:
            return tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise Invalid(f"{path.name}: {error}") from error


def read(
    path: Path,
    kind: str,
    key: str | tuple[str, ...],
    fields: Mapping[str, type],
    required: Collection[str],
    check: Callable[[dict], str] = lambda record: "",
    beside: Collection[str] = (),
) -> tuple[dict, ...]:
    """The [[kind]] records of a file; ``key`` names the field or fields that tell them apart, ``beside`` other tables.

    ``check`` says what else is wrong with a record, or nothing. Raises Invalid at the first record that is wrong.
    """
    held = table(path)
    if set(held) - set(beside) != {kind}:
        raise Invalid(
            f"{path.name}: only [[{kind}]] records belong here, not {sorted(set(held) - {kind} - set(beside))}"
        )
    keys = (key,) if isinstance(key, str) else key
    twice = f"{' and '.join(keys)} stands twice"
    seen: set[tuple] = set()
    for number, record in enumerate(held[kind], 1):
        names = tuple(record.get(k) for k in keys)
        name = f"record {number}" if None in names else ", ".join(map(str, names))
        wrong = faults(record, fields, required) or check(record)
        if wrong or names in seen:
            raise Invalid(f"{path.name}, {name}: {wrong or twice}")
        seen.add(names)
    return tuple(held[kind])


def faults(record: Mapping, fields: Mapping[str, type], required: Collection[str]) -> str:
    """What is wrong with the fields of a record: unknown, missing, of another type, empty; nothing where all is well."""
    if unknown := sorted(set(record) - set(fields)):
        return f"unknown field {unknown[0]}"
    if missing := sorted(set(required) - set(record)):
        return f"{missing[0]} is missing"
    for field, value in record.items():
        if not isinstance(value, fields[field]):
            return f"{field} must be a {fields[field].__name__}"
        if value == "":
            return f"{field} is empty: leave out what is not known"
    return ""
