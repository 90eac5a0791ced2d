"""Reference facts on partners and sanctions: TOML files that people keep by hand, checked record by record. Pure: no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from missions import records
from missions.records import Invalid

DATA = Path(__file__).resolve().parent / "data"
EGMONT = {"unknown", "member", "candidate", "suspended"}
FATF = {"unknown", "none", "increased_monitoring", "call_for_action"}
ENTITY_KINDS = {"un_entity", "regional", "international"}
PARENT_STATES = {"in_force", "under_consultation"}
STATUSES = {"in_force", "ended", "unknown"}
ON_CRIME_KINDS = {"criterion", "measure", "panel_task"}

FIU = {
    **dict.fromkeys(
        ("country", "name", "egmont", "egmont_source", "egmont_url", "fatf", "fatf_source", "fatf_url"), str
    ),
    **dict.fromkeys(("egmont_as_of", "fatf_since", "fatf_as_of"), date),
    "fatf_evaluated": str,
    "to_verify": bool,
    "note": str,
}
ENTITY = {**dict.fromkeys(("code", "name", "kind", "source", "url", "note"), str), "fields": list, "as_of": date}
PARENT = {
    **dict.fromkeys(("entity", "parent", "state", "source", "note"), str),
    **dict.fromkeys(("since", "until", "as_of"), date),
}
REGIME = {
    **dict.fromkeys(("code", "name", "status", "established_by", "committee", "renewed_by"), str),
    **dict.fromkeys(("source", "source_url", "note"), str),
    **dict.fromkeys(("established", "measures_until", "ended", "as_of"), date),
    "countries": list,
    "to_verify": bool,
    "panel": dict,
    "on_crime": list,
}
PANEL = {
    **dict.fromkeys(("name", "established_by", "mandate_by", "cooperation", "access"), str),
    "mandate_until": date,
    "budgeted_for": int,
}
ON_CRIME = {"kind": str, "citation": str, "crime_types": list, "summary": str}


@dataclass(frozen=True, slots=True)
class Registers:
    """FIUs, entities with their ties, and sanctions regimes as the files have them: one dict for each record, checked."""

    fius: tuple[dict, ...]
    entities: tuple[dict, ...]
    parents: tuple[dict, ...]
    regimes: tuple[dict, ...]


@cache
def crime_types() -> Mapping[str, str]:
    """Crime types that a partner can cover: name → label, as in the taxonomy of mandates."""
    return records.table(DATA / "partners.toml")["crime_types"]


def load(folder: Path = DATA) -> Registers:
    """Read and check the files. Raises Invalid at the first record that is wrong."""
    partners, known = folder / "partners.toml", set(records.table(folder / "partners.toml").get("crime_types", {}))
    entities = records.read(
        *(partners, "entity", "code", ENTITY, {"code", "name", "kind", "fields", "source", "as_of"}),
        lambda record: _one_of(record, "kind", ENTITY_KINDS),
        beside=("crime_types", "parent"),
    )
    codes = {entity["code"] for entity in entities}
    parents = records.read(
        *(partners, "parent", ("entity", "parent", "state"), PARENT),
        {"entity", "parent", "state", "source", "as_of"},
        lambda record: _check_parent(record, codes),
        beside=("crime_types", "entity"),
    )
    fius = records.read(folder / "fius.toml", "fiu", "country", FIU, {"country", "egmont", "fatf"}, _check_fiu)
    regimes = records.read(
        *(folder / "sanctions.toml", "regime", "code", REGIME),
        {"code", "name", "countries", "status", "established_by", "source", "as_of"},
        lambda record: _check_regime(record, known),
    )
    return Registers(fius, entities, parents, regimes)


def _one_of(record: Mapping, field: str, known: Iterable[str]) -> str:
    return "" if record[field] in known else f"{field} must be one of {sorted(known)}"


def _check_parent(record: Mapping, codes: set[str]) -> str:
    for field in ("entity", "parent"):
        if record[field] not in codes:
            return f"{field} {record[field]} is no entity of this file"
    if record["entity"] == record["parent"]:
        return "it belongs to itself"
    if "since" in record and "until" in record and record["since"] >= record["until"]:
        return "it ends before it begins"
    return _one_of(record, "state", PARENT_STATES)


def _check_fiu(record: Mapping) -> str:
    for field in ("egmont", "fatf"):
        known = record[field] != "unknown"
        if known and not {f"{field}_source", f"{field}_as_of"} <= set(record):
            return f"{field} is said without its source and date ({field}_source, {field}_as_of)"
    if "fatf_since" in record and record["fatf"] in ("none", "unknown"):
        return "it has a date of listing and is not listed"
    return _one_of(record, "egmont", EGMONT) or _one_of(record, "fatf", FATF)


def _check_regime(record: Mapping, crime_types: set[str]) -> str:
    if "ended" in record and record["status"] != "ended":
        return "it has an end and is not ended"
    parts = [("panel", record["panel"], PANEL, {"name"})] if "panel" in record else []
    parts += [("on_crime", part, ON_CRIME, set(ON_CRIME)) for part in record.get("on_crime", ())]
    for name, part, fields, required in parts:
        if wrong := records.faults(part, fields, required):
            return f"{name}: {wrong}"
    for part in record.get("on_crime", ()):
        if unknown := sorted(set(part["crime_types"]) - crime_types):
            return f"on_crime: crime type {unknown[0]} is not known"
        if wrong := _one_of(part, "kind", ON_CRIME_KINDS):
            return f"on_crime: {wrong}"
    return _one_of(record, "status", STATUSES)


__all__ = ["Invalid", "Registers", "crime_types", "load"]
