"""The lexicon of mandates/data/lexicon.toml, compiled once: crime types with the patterns of their terms and goods."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick

SOURCE = Path(__file__).resolve().parent.parent / "data" / "lexicon.toml"
GAP = r"[\s\-‐‑–]+"  # between the words of a term: white space, a hyphen, a dash that stands for one


@dataclass(frozen=True)
class CrimeType:
    """One crime type. ``terms`` matches its words, ``terms.groups`` being named t0, t1 … as in ``entries``."""

    name: str
    label: str
    definition: str
    alone: bool
    entries: tuple[str, ...]
    terms: re.Pattern
    goods: re.Pattern | None
    never: re.Pattern | None
    weak: re.Pattern | None
    vague: re.Pattern | None


@dataclass(frozen=True)
class Lexicon:
    """All crime types in the order of the file, the words for what is done to goods, and those for terrorism.

    ``stems`` finds beginnings of words; the value of each is its length and the crime types that it may belong to.
    """

    types: dict[str, CrimeType]
    always: re.Pattern
    where_illicit: re.Pattern
    illicit: re.Pattern
    terrorism: re.Pattern
    stems: ahocorasick.Automaton


@cache
def load() -> Lexicon:
    """The lexicon; read and compiled at the first call."""
    with SOURCE.open("rb") as file:
        raw = tomllib.load(file)
    types = {name: _crime_type(name, entry) for name, entry in raw["types"].items()}
    return Lexicon(
        types=types,
        always=_any(raw["activities"]["always"]),
        where_illicit=_any(raw["activities"]["where_illicit"]),
        illicit=_any(raw["activities"]["illicit"]),
        terrorism=_any(raw["terrorism"]["terms"]),
        stems=_stems(raw),
    )


def pattern(term: str) -> str:
    """The regular expression of one term; the notation is explained at the head of the file.

    >>> bool(re.fullmatch(pattern("organi-s-ed crime*"), "organized crimes"))
    True
    """
    term = term.replace("-s-", "[sz]")
    term = re.sub(r"\)\? ", ")?~", term)  # an optional group brings its own gap
    words = re.sub(r"\*", r"[\\w’']*", term)
    words = re.sub(r"\(([^()]*?) \)\?~", lambda m: f"(?:{m[1]}{GAP})?", words)
    words = words.replace(")?~", rf")?(?:{GAP})?")
    words = re.sub(r"\((?!\?)", "(?:", words)
    words = words.replace(" ?", "[\\s\\-‐‑]?")
    return words.replace(" ", GAP)


def _any(terms: Sequence[str]) -> re.Pattern | None:
    """One pattern for any of the terms, None where there are none."""
    if not terms:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(pattern, terms))})\b", re.I)


def _crime_type(name: str, entry: dict) -> CrimeType:
    terms = sorted(entry["terms"], key=len, reverse=True)  # the longest that fits is quoted
    named = "|".join(f"(?P<t{i}>{pattern(term)})" for i, term in enumerate(terms))
    return CrimeType(
        name=name,
        label=entry["label"],
        definition=entry["definition"],
        alone=entry.get("alone", True),
        entries=tuple(terms),
        terms=re.compile(rf"\b(?:{named})\b", re.I),
        goods=_any(sorted(entry.get("goods", ()), key=len, reverse=True)),
        never=_any(entry.get("never", ())),
        weak=_any(entry.get("weak", ())),
        vague=_any(entry.get("vague", ())),
    )


def _stems(raw: dict) -> ahocorasick.Automaton:
    """Which types are worth a look, from the first word of every term."""
    stems: dict[str, set[str]] = {}
    for name, entry in raw["types"].items():
        for term in (*entry["terms"], *entry.get("weak", ()), *entry.get("vague", ())):
            for first in _first_words(term):
                stems.setdefault(first, set()).add(name)
    for word in (*raw["activities"]["always"], *raw["activities"]["illicit"]):
        for first in _first_words(word):
            stems.setdefault(first, set()).add("")
    automaton = ahocorasick.Automaton()
    for stem, names in stems.items():
        automaton.add_word(stem, (len(stem), frozenset(names)))
    automaton.make_automaton()
    return automaton


def _first_words(term: str) -> list[str]:
    """The letters with which a match must begin, lower case: every alternative of a first bracket."""
    first = re.match(r"\(([^)]*)\)", term)
    heads = first[1].split("|") if first else [term]
    return [re.split(r"-s-|[ *?(]", head.strip().lower())[0] for head in heads]
