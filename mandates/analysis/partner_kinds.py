"""With whom a text tells somebody to act, by kind: United Nations, regional, national, communities (data/partner_kinds.toml).

``partners.py`` names bodies; here it is told what kind each is, also of those without a name ("regional organizations").
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon
from mandates.analysis.lexicon import Finder, Strength, Term
from mandates.analysis.values import Span

SOURCE = Path(__file__).resolve().parent.parent / "data" / "partner_kinds.toml"
REACH = 240  # characters behind joining words in which partners stand
LONGEST_NAME = 60  # characters of a partner's name that may hold a word at which partners else end
NEAR = 25  # characters on either side in which a word of ``never`` says that it is somebody else
JOINING = "joining"
ANYWHERE = "anywhere"
NAMED = "named"
# one of them stands wherever a community is named: a quick look before the slow one
COMMUNITY_WORDS = (
    "ommunit", "ivil soci", "overnmental org", "NGO", "omen’s", "omen's", "outh group", "outh org", "outreach", "leaders", "elders",
    "of society", "population", "efenders", "media", "ournalist", "rivate sector", "cademi", "rade union", "raditional", "ustomary", "ictims",
)  # fmt: skip
# where those beside whom one acts end: at what shall be done, why, or what is done it against
END = re.compile(
    r"[;:.]|,? (?:in order )?to (?!(?:the|its|their|all|any)\b)[a-z]+"
    r"|, (?:and )?(?:technical|support|help|assist|provid|continu|advis|monitor|promot|develop|strengthen|ensur|improv|shar|address|includ\w+ (?:by|through|via))\w*"
    r"|\b(?:with a view|in dealing|in combating|in tackling|in support|in line|in accordance|in its|in their|in the|regarding|against|aimed|by|for|on|as (?:set|referred|described))\b",
    re.I,
)
# joining words by which somebody only helps
HELP = re.compile(r"support|assistance|help|expertise", re.I)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of partner. ``local``: it is of the country, not come from outside; ``community``: and no part of the State.

    ``never`` says that its words are somebody else.
    """

    name: str
    label: str
    local: bool
    community: bool
    never: re.Pattern | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Words that name a partner, and its kind."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Words:
    """The kinds by name, and what finds their words: anywhere, and behind the words that join somebody to one who acts."""

    kinds: Mapping[str, Kind]
    anywhere: Finder
    joined: Finder


@cache
def load() -> Words:
    """The words; read and compiled at the first call."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {}
    anywhere, joined = [Term(written, JOINING, Strength.TERMS) for written in raw["joining"]], []
    for name, entry in raw["kinds"].items():
        never = _any(entry.get("never"))
        kinds[name] = Kind(name, entry["label"], entry["local"], entry.get("community", False), never)
        joined += [Term(written, name, Strength.TERMS) for written in entry["terms"]]
        for how in (ANYWHERE, NAMED):
            anywhere += [Term(written, f"{how} {name}", Strength.TERMS) for written in entry.get(how, ())]
    return Words(kinds, Finder(anywhere), Finder(joined))


def find(index: int, text: str) -> Iterator[Partner]:
    """The partners that a paragraph's words name, in their order; each place once. ``index`` is the paragraph's."""
    yield from (partner for partner, joined in _named(index, text) if joined)


def communities(index: int, text: str) -> Iterator[Span]:
    """The words for communities or civil society that a task works with, as partners or as whom it strengthens."""
    if any(word in text for word in COMMUNITY_WORDS):
        yield from (partner.span for partner, _ in _named(index, text) if partner.kind.community)


def _named(index: int, text: str) -> Iterator[tuple[Partner, bool]]:
    """Whoever is named, each place once, and whether as a partner, not only as one that a task may be about."""
    words, simple = load(), lexicon.simplified(text)
    found: list[tuple[int, int, str, bool]] = []
    for f in words.anywhere.find(text, simple):
        if f.term.name == JOINING:
            begin, end = f.end, _end(text, f.end)
            reach = slice(begin, end + LONGEST_NAME)
            found += [
                (begin + w.start, begin + w.end, w.term.name, True)
                for w in words.joined.find(text[reach], simple[reach])
                if begin + w.start < end
            ]
        else:
            how, _, name = f.term.name.partition(" ")
            found.append((f.start, f.end, name, how == ANYWHERE))
    reached = 0
    for start, end, name, joined in sorted(found, key=lambda place: (place[0], not place[3], -place[1])):
        never = words.kinds[name].never
        if start >= reached and not (never and never.search(text, max(0, start - NEAR), end + NEAR)):
            reached = end
            yield Partner(Span(index, start, end, text[start:end]), words.kinds[name]), joined


def beside(index: int, text: str, names: Iterable[str]) -> Span | None:
    """The words that set somebody of these names beside the one who acts, not only as a help: "in coordination with"."""
    for f in load().anywhere.find(text, lexicon.simplified(text)):
        if f.term.name != JOINING or HELP.search(text, f.start, f.end):
            continue
        joined = text[f.end : _end(text, f.end)]
        if any(name in joined for name in names):
            return Span(index, f.start, f.end, text[f.start : f.end])
    return None


def _end(text: str, start: int) -> int:
    end = END.search(text, start, start + REACH)
    return end.start() if end else min(len(text), start + REACH)


def _any(terms: Sequence[str] | None) -> re.Pattern | None:
    return re.compile(rf"\b(?:{'|'.join(map(lexicon.pattern, terms))})\b", re.I) if terms else None
