"""The reference data of capacities/data as values: expertise, categories with lead times, requirement profiles, strengths.

Pure: files and checks, no database. What is not known or not published is None or says so in words, never a number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from missions import records
from missions.records import Invalid

DATA = Path(__file__).resolve().parent / "data"
MILITARY = {"military_observers", "military_contingents"}

EXPERTISE = {"name": str, "label": str, "definition": str, "source": str}
CATEGORY = {
    **dict.fromkeys(("name", "short", "label", "definition", "lead_time", "counts_from", "not_published"), str),
    "commitment": str,
    "source": str,
    "source_url": str,
    "months": list,
}
PROFILE = {
    "crime_type": str,
    "label": str,
    "basis": str,
    **dict.fromkeys(("expertise", "partners", "equipment", "sources"), list),
}
STRENGTH = {
    **dict.fromkeys(("mission", "category", "authorized_for", "source", "source_url", "note"), str),
    "authorized": int,
    "actual": int,
    "as_of": date,
}


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Published months from nomination to arrival, the least and the most of an average; None where nothing is published.

    ``said`` is a sentence or a phrase for people: what is published, or that nothing is.
    """

    months: tuple[int, int] | None
    said: str
    counts_from: str
    source: str
    source_url: str
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """One category of capacities, by the name that the model's choices use; ``short`` where it has a usual abbreviation."""

    name: str
    short: str
    label: str
    definition: str
    lead_time: LeadTime


@dataclass(frozen=True, slots=True)
class Profile:
    """What a crime type takes. ``basis`` says whose claim it is; ``sources`` what it is drawn from. Names, not labels."""

    crime_type: str
    label: str
    expertise: tuple[str, ...]
    partners: tuple[str, ...]
    equipment: tuple[str, ...]
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the files hold. ``expertise`` and ``strengths`` are records for the database, the rest values."""

    expertise: tuple[dict, ...]
    categories: Mapping[str, CategoryFacts]
    profiles: Mapping[str, Profile]
    partners: Mapping[str, str]
    strengths: tuple[dict, ...]
    languages: Mapping[str, str]
    spoken: Mapping[str, tuple[str, ...]]
    states: Mapping[str, str]

    @property
    def labels(self) -> dict[str, str]:
        """What people read for each name of expertise."""
        return {record["name"]: record["label"] for record in self.expertise}

    def spoken_in(self, countries: Iterable[str]) -> dict[str, str]:
        """The languages of countries (ISO 3166-1 alpha-3), name by ISO 639 code; empty where none is known."""
        return {code: self.languages[code] for country in countries for code in self.spoken.get(country, ())}


@cache
def held() -> Catalogue:
    """The project's own files, read at the first call."""
    return load()


def load(folder: Path = DATA) -> Catalogue:
    """Read and check the files of a folder. Raises Invalid at the first record that is wrong."""
    expertise = records.read(folder / "expertise.toml", "expertise", "name", EXPERTISE, EXPERTISE)
    needed = ["name", "label", "definition", "source"]
    categories = records.read(folder / "categories.toml", "category", "name", CATEGORY, needed, _check_category)
    partners = records.table(folder / "profiles.toml").get("partners", {})
    known = {"expertise": {record["name"] for record in expertise}, "partners": set(partners)}

    def check_profile(record: dict) -> str:
        for field, names in known.items():
            if unknown := sorted(set(record[field]) - names):
                return f"{unknown[0]} is not a name of {field}"
        return ""

    needed = ["crime_type", "label", "expertise", "partners", "basis"]
    profiles = records.read(
        folder / "profiles.toml", "profile", "crime_type", PROFILE, needed, check_profile, ["partners"]
    )

    def check_strength(record: dict) -> str:
        kinds = MILITARY | {category["name"] for category in categories}
        return "" if record["category"] in kinds else f"category must be one of {sorted(kinds)}"

    needed = ["mission", "category", "authorized_for", "as_of", "source"]
    strengths = records.read(
        folder / "strengths.toml", "strength", ("mission", "category", "as_of"), STRENGTH, needed, check_strength
    )
    languages = records.table(folder / "languages.toml")
    spoken = {country: tuple(codes) for country, codes in languages["spoken"].items()}
    if unknown := sorted({code for codes in spoken.values() for code in codes} - set(languages["names"])):
        raise Invalid(f"languages.toml: {unknown[0]} has no name")
    return Catalogue(
        expertise,
        {record["name"]: _category(record) for record in categories},
        {record["crime_type"]: _profile(record) for record in profiles},
        partners,
        strengths,
        languages["names"],
        spoken,
        records.table(folder / "states.toml")["states"],
    )


def _check_category(record: dict) -> str:
    if ("months" in record) == ("not_published" in record):
        return "give either months or not_published: a lead time is published or it is not"
    if "months" in record:
        months = record["months"]
        if len(months) != 2 or not all(type(m) is int and m > 0 for m in months) or months[0] > months[1]:
            return "months must be the least and the most"
        if missing := sorted({"lead_time", "counts_from"} - set(record)):
            return f"{missing[0]} is missing"
    return ""


def _category(record: dict) -> CategoryFacts:
    months = record.get("months")
    lead = LeadTime(
        (months[0], months[1]) if months else None,
        record.get("lead_time") or record["not_published"],
        record.get("counts_from", ""),
        record["source"],
        record.get("source_url", ""),
        record.get("commitment", ""),
    )
    return CategoryFacts(record["name"], record.get("short", ""), record["label"], record["definition"], lead)


def _profile(record: dict) -> Profile:
    named = (tuple(record.get(name, ())) for name in ("expertise", "partners", "equipment"))
    return Profile(
        record["crime_type"], record["label"], *named, basis=record["basis"], sources=tuple(record.get("sources", ()))
    )
