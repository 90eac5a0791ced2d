"""The register of missions: TOML files that people keep by hand, checked record by record. Pure: no database."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
TYPES = {"peacekeeping", "political", "non_un"}
STATUSES = {"active", "closing", "closed"}

COUNTRY = {"iso3": str, "iso_numeric": str, "name": str, "also": list}
MISSION = {
    "acronym": str,
    "name": str,
    "type": str,
    "status": str,
    "countries": list,
    "lead_department": str,
    "established": date,
    "established_by": str,
    "closed": date,
    "mandate_in_force": str,
    "mandate_ends": date,
    "source": str,
    "source_url": str,
    "as_of": date,
    "note": str,
}
REQUIRED = {
    "country": {"iso3", "iso_numeric", "name"},
    "mission": {"acronym", "name", "type", "status", "countries", "source", "as_of"},
}


class Invalid(ValueError):
    """A record that cannot be loaded: says the file, the record and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Register:
    """Countries and missions as the files have them: one dict for each record, checked."""

    countries: tuple[dict, ...]
    missions: tuple[dict, ...]


def load(folder: Path = DATA) -> Register:
    """Read and check the register. Raises Invalid at the first record that is wrong."""
    countries = _records(folder / "countries.toml", "country", "iso3", COUNTRY, _check_country)
    known = {c["iso3"] for c in countries}

    def check(record: dict) -> str:
        return _check_mission(record, known)

    return Register(countries, _records(folder / "missions.toml", "mission", "acronym", MISSION, check))


def _records(
    path: Path, kind: str, key: str, fields: dict[str, type], check: Callable[[dict], str]
) -> tuple[dict, ...]:
    with path.open("rb") as file:
        try:
            held = tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise Invalid(f"{path.name}: {error}") from error
    if set(held) != {kind}:
        raise Invalid(f"{path.name}: only [[{kind}]] records belong here, not {sorted(set(held) - {kind})}")
    seen: set[str] = set()
    for number, record in enumerate(held[kind], 1):
        name = record.get(key, f"record {number}")
        wrong = _wrong(record, kind, fields) or check(record) or (f"{key} stands twice" if name in seen else "")
        if wrong:
            raise Invalid(f"{path.name}, {name}: {wrong}")
        seen.add(name)
    return tuple(held[kind])


def _wrong(record: dict, kind: str, fields: dict[str, type]) -> str:
    if unknown := sorted(set(record) - set(fields)):
        return f"unknown field {unknown[0]}"
    if missing := sorted(REQUIRED[kind] - set(record)):
        return f"{missing[0]} is missing"
    for field, value in record.items():
        if not isinstance(value, fields[field]):
            return f"{field} must be a {fields[field].__name__}"
        if value == "":
            return f"{field} is empty: leave out what is not known"
    return ""


def _check_country(record: dict) -> str:
    if len(record["iso3"]) != 3 or not record["iso3"].isupper():
        return "iso3 must be three capital letters"
    return (
        ""
        if len(record["iso_numeric"]) == 3 and record["iso_numeric"].isdigit()
        else "iso_numeric must be three digits"
    )


def _check_mission(record: dict, known: set[str]) -> str:
    if record["type"] not in TYPES:
        return f"type must be one of {sorted(TYPES)}"
    if record["status"] not in STATUSES:
        return f"status must be one of {sorted(STATUSES)}"
    if unknown := sorted(set(record["countries"]) - known):
        return f"country {unknown[0]} is not in countries.toml"
    if "closed" in record and record["status"] != "closed":
        return "it has a date of closure and is not closed"
    if "established" in record and "closed" in record and record["established"] > record["closed"]:
        return "it closed before it was established"
    return ""
