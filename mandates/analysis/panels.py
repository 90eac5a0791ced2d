"""Where a text names the panel of experts of a sanctions regime, asks somebody to work with it, and protects its work
(data/panels.toml)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon, once
from mandates.analysis.values import Review, Span

SOURCE = Path(__file__).resolve().parent.parent / "data" / "panels.toml"
REACH = 260  # characters from the words that ask for cooperation to the panel with which it is asked
# one of them stands wherever one of them is named: a quick look before the slow one
NAMING = ("xpert", "onitoring", "Panel", "Committee")


@dataclass(frozen=True, slots=True)
class Words:
    panel: re.Pattern
    body: re.Pattern  # a panel, or the committee for which it works
    cooperating: re.Pattern
    never: re.Pattern
    protecting: re.Pattern


@dataclass(frozen=True, slots=True)
class Said:
    """What the operative part says: where it names a panel, asks for work with it or its committee, protects it."""

    named: tuple[Span, ...]
    cooperation: tuple[Span, ...]
    protection: tuple[Span, ...]


@cache
def load() -> Words:
    """The words; read and compiled at the first call."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    bodies = [*raw["panels"], *raw["committees"]]
    return Words(*map(_any, (raw["panels"], bodies, raw["cooperating"], raw["never"], raw["protecting"])))


@once.for_each_review
def find(review: Review) -> Said:
    """What the text says of panels, in its order; of each paragraph or item the first words of each sort."""
    words = load()
    named, cooperation, protection = [], [], []
    for p in review.document.operative():
        if not any(name in p.text for name in NAMING):
            continue
        cooperation += [_span(p.index, match) for match in _cooperating(words, p.text)][:1]
        if panel := words.panel.search(p.text):
            named.append(_span(p.index, panel))
            protection += [_span(p.index, match) for match in words.protecting.finditer(p.text)][:1]
    return Said(tuple(named), tuple(cooperation), tuple(protection))


def _cooperating(words: Words, text: str) -> Iterator[re.Match]:
    """The words behind which a panel or its committee stands, in one clause."""
    for match in words.cooperating.finditer(text):
        clause = re.split(r";|\.\s", text[match.end() : match.end() + REACH], maxsplit=1)[0]
        if words.body.search(clause) and not words.never.search(text, max(0, match.start() - 20), match.end()):
            yield match


def _span(index: int, match: re.Match) -> Span:
    return Span(index, match.start(), match.end(), match[0])


def _any(terms: Iterable[str]) -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(map(lexicon.pattern, sorted(terms, key=len, reverse=True)))})\b", re.I)
