"""Texts damaged on purpose: a number or a whole paragraph taken out of the source, or the source cut off.

Used to measure whether the reader tells an incomplete text from a whole one; nothing of the texts is kept.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandates.analysis import read, structure
from mandates.analysis.read import Unreadable
from mandates.analysis.values import CleanText, Document, Paragraph

SHORTEST_CUT = 2  # letters of the resolution that a cut takes away at least


@dataclass(frozen=True)
class Mutation:
    """A damaged source: ``kind`` is "number", "paragraph" or "cut"; ``where`` says which number, or at what character."""

    kind: str
    where: str
    source: str


def mutations(source: str, filename: str, choose: random.Random, numbers: int = 1, cuts: int = 1) -> Iterator[Mutation]:
    """Damaged forms of a plain text whose paragraphs are numbered and complete; none of any other."""
    clean = read.read(source.encode(), filename)
    document = structure.parse(clean)
    numbered = document.numbered()
    if document.incomplete or len(numbered) < 2 or not document.numbers_paragraphs:
        return
    places = [_place(source, clean, paragraph) for paragraph in numbered]
    if None in places:
        return
    end = _end(source, document)
    for index in choose.sample(range(len(numbered)), min(numbers, len(numbered))):
        begin, words = places[index]
        following = places[index + 1][0] if index + 1 < len(places) else end
        label = numbered[index].label
        yield Mutation("number", label, source[:begin] + source[words:])
        yield Mutation("paragraph", label, source[:begin] + source[following:])
    opening = source.rfind("The Security Council", 0, places[0][0]) + len("The Security Council,")
    for _ in range(cuts):
        at = choose.randrange(opening, end)
        if len(re.sub(r"\W", "", source[at:end])) >= SHORTEST_CUT:
            yield Mutation("cut", str(at), source[:at])


def noticed(mutation: Mutation, filename: str) -> bool:
    """Whether the damage is told: the text is refused, or reported incomplete."""
    try:
        return bool(structure.parse(read.read(mutation.source.encode(), filename)).incomplete)
    except Unreadable:
        return True


def _place(source: str, clean: CleanText, paragraph: Paragraph) -> tuple[int, int] | None:
    """Where a numbered paragraph's number and its words begin in the source."""
    block = next(b for b in reversed(clean.blocks) if b.start <= paragraph.start)
    words = r"\s+".join(map(re.escape, paragraph.text.split()[:2]))
    if not paragraph.marker or not words:
        return None
    match = re.compile(rf"(?<!\d){paragraph.number}\s*\.?\s*(?={words})").search(source, block.source)
    return (match.start(), match.end()) if match else None


def _end(source: str, document: Document) -> int:
    """Where the last words of the resolution proper end in the source."""
    words = document.operative()[-1].text.split()[-3:]
    found = [m.end() for m in re.finditer(r"\s+".join(map(re.escape, words)), source)]
    return found[-1] if found else len(source)
