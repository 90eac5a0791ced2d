"""Whether a task says how it is to be carried out: by what activity, with which partner or by when.

"To assist the authorities in combating drug trafficking" is an aim; "to train investigators" is what somebody can do.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon, partners
from mandates.analysis.crime_tasks import CrimeTask
from mandates.analysis.values import Document, Span

SOURCE = Path(__file__).resolve().parent.parent / "data" / "activities.toml"
PARTNER = re.compile(
    rf"\b(?:with|through|alongside)\b[^;]{{0,160}}?(?:{'|'.join(map(re.escape, sorted(partners.KNOWN | partners.CALLED.keys())))}"
    rf"|\b{partners.OURS.pattern})\b"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What says how (activities and dates), and where an aim begins that the words before it do not speak of."""

    how: re.Pattern
    apart: re.Pattern


def says_how(document: Document, task: CrimeTask) -> bool:
    """Whether the clause of a task in which a crime stands, what stands below it, or what it is a part of says how."""
    p = document.paragraphs[task.paragraph]
    if any(_is_clear(_clause(p.text, span)) for span in task.words):
        return True
    above = document.paragraphs[p.parent] if p.parent is not None else None
    whole = [above.text] if above and above.depth else []  # a numbered paragraph only opens the list
    return any(_is_clear(text) for text in (*whole, *(item.text for item in document.items(p))))


def _is_clear(clause: str) -> bool:
    return bool(load().how.search(clause) or PARTNER.search(clause))


def _clause(text: str, crime: Span) -> str:
    """The words from the semicolon, or the aim, that opens the clause to the semicolon that ends it."""
    start = text.rfind(";", 0, crime.start) + 1
    for aim in load().apart.finditer(text, start, crime.start):
        start = aim.end()
    end = text.find(";", crime.end)
    return text[start : end if end > 0 else len(text)]


@cache
def load() -> Words:
    """The words; read and compiled at the first call."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    how, aims = ("|".join(map(lexicon.pattern, words)) for words in ((*raw["activities"], *raw["dates"]), raw["aims"]))
    return Words(
        how=re.compile(rf"\b(?:{how})\b", re.I),
        apart=re.compile(
            rf",\s+(?:including|and|as well as)\s+(?:in |its |their |the |to |support(?:ing)? )?(?=(?:{aims})\b)", re.I
        ),
    )
