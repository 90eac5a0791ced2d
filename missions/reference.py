"""The register of missions: TOML files that people keep by hand, checked record by record. Pure: no database."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missions import records
from missions.records import Invalid

__all__ = ["Invalid", "Register", "load"]

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
    "mandate_began": date,
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


@dataclass(frozen=True, slots=True)
class Register:
    """Countries and missions as the files have them: one dict for each record, checked."""

    countries: tuple[dict, ...]
    missions: tuple[dict, ...]


def load(folder: Path = DATA) -> Register:
    """Read and check the register. Raises Invalid at the first record that is wrong."""
    countries = records.read(folder / "countries.toml", "country", "iso3", COUNTRY, REQUIRED["country"], _check_country)
    known = {c["iso3"] for c in countries}

    def check(record: dict) -> str:
        return _check_mission(record, known)

    return Register(
        countries, records.read(folder / "missions.toml", "mission", "acronym", MISSION, REQUIRED["mission"], check)
    )


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
    if "mandate_began" in record and "mandate_in_force" not in record:
        return "mandate_began is that of the mandate in force, and none is named"
    if "mandate_began" in record and "mandate_ends" in record and record["mandate_began"] > record["mandate_ends"]:
        return "its mandate ends before it began"
    return ""
