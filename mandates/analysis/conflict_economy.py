"""Where a text says that armed actors are paid by a market of organized crime (data/conflict_economy.toml)."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon, taxonomy
from mandates.analysis.lexicon import Finder, Found, Strength, Term
from mandates.analysis.values import Addressee, Kind, ParagraphKind, Review, Role, Span

SOURCE = Path(__file__).resolve().parent.parent / "data" / "conflict_economy.toml"
NEAR = 160  # characters between a market and what it pays for, and between that and who is paid
MARGIN = 12  # characters on either side in which a word of ``never`` says that it is something else
AUTHORIZES = ("authorizes", "authorises")
FINANCING = "financing"
BODY = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE)
CLAUSE_ENDS = re.compile(r"[;\n]")
# words of a crime type that say who, not what is traded
WHO = re.compile(r"network|group|organi[sz]ation|gang|syndicate|cartel|criminals?\b", re.I)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """What the file holds, compiled; ``markets`` and ``general`` are crime types."""

    actors: re.Pattern
    financing: Finder
    never: re.Pattern
    markets: frozenset[str]
    general: frozenset[str]
    plain: Mapping[str, re.Pattern]


@dataclass(frozen=True, slots=True)
class Paid:
    """One clause that says so: the words for the market, how it pays and who is paid. ``market`` is a whole type."""

    market: str
    words: tuple[Span, Span, Span]

    @property
    def paragraph(self) -> int:
        return self.words[0].paragraph


@cache
def load() -> Words:
    """The words; read and compiled at the first call."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return Words(
        actors=_any(raw["actors"]),
        financing=Finder(Term(written, FINANCING, Strength.TERMS) for written in raw["financing"]),
        never=_any(raw["never"]),
        markets=frozenset(raw["markets"]),
        general=frozenset(raw["general"]),
        plain={name: _any(terms) for name, terms in raw["plain"].items()},
    )


def find(review: Review) -> Iterator[Paid]:
    """Every market that is said to pay for armed actors, one for each market of a paragraph, in the order of the text."""
    words, types = load(), taxonomy.load()
    for index, crime in sorted(review.crime.paragraphs.items()):
        p = review.document.paragraphs[index]
        mentions = [m for m in crime.mentions if m.crime_type in words.markets and not WHO.search(m.span.text)]
        if p.kind not in BODY or not mentions:
            continue
        found = words.financing.find(p.text, lexicon.simplified(p.text))
        paying = [f for f in found if not _is_else(p.text, f, words)]
        seen: set[str] = set()
        for mention in mentions if paying else ():
            market = types.whole(mention.crime_type)
            if market not in seen and (said := _said(p.text, mention.span, paying, words)):
                seen.add(market)
                yield Paid(market, (mention.span, *(Span(index, *place, p.text[slice(*place)]) for place in said)))


def answered(review: Review, markets: Set[str]) -> bool:
    """Whether the mission has a task on any of these markets; one on organized crime as a whole is on every market.

    Where the text only says "organized crime" of what pays, a task on any type answers it.
    """
    on, general = tasked(review), load().general
    return bool(on & markets or on & general or (on and markets & general))


def tasked(review: Review) -> frozenset[str]:
    """The crime types on which the mission has a task or a request, here or in the text whose tasks this one renews.

    A task is on a market too where it names it without a word of anything illicit. A force that others run has as tasks
    what a paragraph authorizes them to do.
    """
    reading = review.reading
    found = set()
    for mission in (reading, *([reading.in_force.reading] if reading.in_force else [])):
        found |= {name for t in mission.tasks if t.role is not Role.NONE for name in t.crime_types}
        found |= {n for o in mission.oc_operative if Addressee.MISSION in o.addressees for n in o.crime_types}
    if review.kind is Kind.NON_UN_AUTHORIZATION:
        found |= {n for o in reading.oc_operative if o.lead_verb.lower().endswith(AUTHORIZES) for n in o.crime_types}
    told = [review.document.paragraphs[i].text for i in (*(t.paragraph for t in reading.tasks), *reading.stand_alone)]
    found |= {name for name, plain in load().plain.items() if any(plain.search(text) for text in told)}
    return frozenset(found)


def _is_else(text: str, found: Found, words: Words) -> bool:
    return words.never.search(text, max(0, found.start - MARGIN), found.end + MARGIN) is not None


def _said(text: str, market: Span, paying: list[Found], words: Words) -> tuple[Place, Place] | None:
    """How the market pays and who is paid, in the same clause and near; None where nothing says so."""
    start = max((m.end() for m in CLAUSE_ENDS.finditer(text, 0, market.start)), default=0)
    ends = CLAUSE_ENDS.search(text, market.end)
    end = ends.start() if ends else len(text)
    for how in paying:
        if start <= how.start < end and 0 <= max(how.start - market.end, market.start - how.end) <= NEAR:
            who = words.actors.search(text, max(start, how.start - NEAR), min(end, how.end + NEAR))
            if who:
                return (how.start, how.end), who.span()
    return None


def _any(terms: list[str]) -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(map(lexicon.pattern, terms))})\b", re.I)
