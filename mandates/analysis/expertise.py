"""Police, analysis and investigation capacity against crime that a text names in its operative part (data/expertise.toml)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon
from mandates.analysis.lexicon import Finder, Strength, Term
from mandates.analysis.values import Review, Span

SOURCE = Path(__file__).resolve().parent.parent / "data" / "expertise.toml"
NEAR = 25  # characters on either side in which a word of ``never`` says that it is something else


@dataclass(frozen=True, slots=True)
class Words:
    find: Finder
    never: re.Pattern


@cache
def load() -> Words:
    """The words; read and compiled at the first call."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    terms = [Term(written, where, Strength.TERMS) for where in ("anywhere", "beside") for written in raw[where]]
    never = "|".join(map(lexicon.pattern, raw["never"]))
    return Words(Finder(terms), re.compile(rf"\b(?:{never})\b", re.I))


def first(review: Review) -> Span | None:
    """The first words that name such a capacity; None where no operative paragraph or item has any."""
    words = load()
    for p in review.document.operative():
        crime = review.crime.paragraphs.get(p.index)
        on_crime = crime is not None and crime.organized_crime
        for f in words.find.find(p.text, lexicon.simplified(p.text)):
            if (on_crime or f.term.name == "anywhere") and not words.never.search(
                p.text, max(0, f.start - NEAR), f.end + NEAR
            ):
                return Span(p.index, f.start, f.end, p.text[f.start : f.end])
    return None
