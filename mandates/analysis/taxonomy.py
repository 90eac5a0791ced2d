"""The taxonomy of mandates/data/taxonomy.toml: what each crime type and each kind of task is, in law and in practice.

``load()`` gives it with every name resolved: a type's instruments are Instrument values, not keys. The words by which a
type is found are the lexicon's (lexicon.py), under the same names.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data" / "taxonomy.toml"


class Counts(StrEnum):
    """Whether words of a type make a paragraph one on organized crime; Taxonomy.counts says what each value means."""

    ALWAYS = "always"
    WIDER = "wider"
    NEXUS = "nexus"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands. ``to_verify``: not read, or at second hand only, so that nothing may rest on it."""

    name: str
    citation: str
    to_verify: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the International Classification of Crime for Statistical Purposes, read in an official list."""

    code: str
    covers: str
    source: Source


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, protocol, binding resolution or standard that a text may cite; ``document`` is where it is found.

    ``to_verify``: the year or the document was not read in an official text.
    """

    name: str
    year: int
    document: str
    note: str = ""
    to_verify: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the Sustainable Development Goals, by its number."""

    number: str
    measures: str
    source: Source


@dataclass(frozen=True, slots=True)
class CrimeType:
    """One crime type. ``entities`` maps the usual short name of a lead entity to its name in full.

    ``expertise`` and ``partners`` map the names that capacities and partners carry to what a person reads.
    ``part_of`` is the name of the type of which this one is a part, None for most.
    """

    name: str
    label: str
    definition: str
    counts: Counts
    must_not_match: tuple[str, ...]
    sources: tuple[Source, ...]
    part_of: str | None = None
    iccs: Code | None = None
    instruments: tuple[Instrument, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    entities: Mapping[str, str] = field(default_factory=dict)
    expertise: Mapping[str, str] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskKind:
    """A kind of task on crime: mutual legal assistance, border management, asset recovery."""

    name: str
    label: str
    definition: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Nexus:
    """What is told apart as the link of crime with terrorism."""

    label: str
    definition: str
    rule: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """What makes a text one that refers to organized crime, in one definition of several."""

    label: str
    text: str
    counted: tuple[str, ...]
    not_counted: tuple[str, ...]
    reason: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Crime types and kinds of task by name, in the order of the file."""

    types: Mapping[str, CrimeType]
    task_kinds: Mapping[str, TaskKind]
    nexus: Nexus
    counts: Mapping[Counts, str]
    definitions: Mapping[str, Definition]

    def whole(self, name: str) -> str:
        """The type that a part belongs to, else the type itself: precious_metals → natural_resources."""
        return self.types[name].part_of or name

    def organized_crime(self, name: str) -> bool:
        """Whether words of this type make a paragraph one on organized crime."""
        return self.types[name].counts is Counts.ALWAYS

    def crime(self, name: str) -> bool:
        """Whether a type is a crime itself, even if only in the wider definition, and not a link or a setting of crime."""
        return self.types[name].counts in (Counts.ALWAYS, Counts.WIDER)


@cache
def load() -> Taxonomy:
    """The taxonomy; read at the first call. KeyError names what a type refers to and the file does not hold."""
    return read(tomllib.loads(DATA.read_text(encoding="utf-8")))


def said(name: str) -> str:
    """What people read for the name of a crime type or a kind of task: human_trafficking → trafficking in persons."""
    known = load().types.get(name) or load().task_kinds.get(name)
    return known.label if known else name.replace("_", " ")


def read(raw: Mapping) -> Taxonomy:
    """A taxonomy from its tables."""
    sources = {name: Source(name, **entry) for name, entry in raw["sources"].items()}
    instruments = {name: Instrument(**entry) for name, entry in raw["instruments"].items()}
    indicators = {
        number: Indicator(number, entry["measures"], sources[entry["source"]])
        for number, entry in raw["indicators"].items()
    }

    def cited(entry: Mapping) -> tuple[Source, ...]:
        return tuple(sources[name] for name in entry.get("sources", ()))

    def chosen(entry: Mapping, table: str) -> dict[str, str]:
        return {name: raw[table][name] for name in entry.get(table, ())}

    def crime_type(name: str, entry: Mapping) -> CrimeType:
        code = entry.get("iccs")
        return CrimeType(
            name=name,
            label=entry["label"],
            definition=entry["definition"],
            counts=Counts(entry["counts"]),
            must_not_match=tuple(entry["must_not_match"]),
            sources=cited(entry),
            part_of=entry.get("part_of"),
            iccs=Code(code["code"], code["covers"], sources[code["source"]]) if code else None,
            instruments=tuple(instruments[name] for name in entry.get("instruments", ())),
            indicators=tuple(indicators[number] for number in entry.get("indicators", ())),
            entities=chosen(entry, "entities"),
            expertise=chosen(entry, "expertise"),
            partners=chosen(entry, "partners"),
        )

    return Taxonomy(
        types={name: crime_type(name, entry) for name, entry in raw["types"].items()},
        task_kinds={
            name: TaskKind(name, entry["label"], entry["definition"], cited(entry))
            for name, entry in raw["task_kinds"].items()
        },
        nexus=Nexus(raw["nexus"]["label"], raw["nexus"]["definition"], raw["nexus"]["rule"], cited(raw["nexus"])),
        counts={Counts(name): meaning for name, meaning in raw["counts"].items()},
        definitions={
            name: Definition(
                entry["label"],
                entry["text"],
                tuple(entry["counted"]),
                tuple(entry["not_counted"]),
                entry.get("reason", ""),
                cited(entry),
            )
            for name, entry in raw["definitions"].items()
        },
    )
