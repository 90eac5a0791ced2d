"""Square brackets of drafts: which paragraphs and items stand in them as a whole, one by one or several together.

Brackets hold what negotiators have not agreed upon. An editor's brackets, as round a document's symbol, [sic] or a note's
number, are none of these, and neither are brackets round some words of a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from mandates.analysis import markers
from mandates.analysis.values import Document, Paragraph, ParagraphKind

BRACKET = re.compile(r"[\[\]]")
# a word that says something beside what stands in brackets: more than "or", "Alt:", "option 2" between alternatives
WORD = re.compile(r"\b(?!(?:or|and|alt(?:ernative(?:ly)?)?|option|\d)\b)\w", re.I)
# the same where words were taken out: "To [watch] [report];" says nothing without them
CONTENT = re.compile(r"\b(?!(?:to|by|of|in|on|for|the|an?|or|and|alt(?:ernative(?:ly)?)?|option|\d)\b)\w", re.I)
LONGEST_MARK = 40  # characters
EDITORIAL = re.compile(r"\[(?:sic\b|[SAE]/|Adopted\b|Note\b|\d{1,3}\])")
SEVERAL = re.compile(r"\w\W+\w")
ENDS = '[] \n.,;:”"’'  # what may stand between a paragraph's last word and the end of its brackets


def mark(paragraphs: Sequence[Paragraph], text: str) -> list[Paragraph]:
    """The paragraphs with ``bracketed`` set; ``text`` is the clean text in which they start. Unmatched brackets count for nothing.

    The brackets round a whole paragraph are taken from its text: only its words are left.
    """
    if not paragraphs or text.find("[", paragraphs[0].start) < 0:
        return list(paragraphs)
    pairs = _outermost(text)
    opens = [begin for begin, _ in pairs]
    marked = []
    for place, paragraph in enumerate(paragraphs):
        end = paragraphs[place + 1].start if place + 1 < len(paragraphs) else len(text)
        begin = paragraph.start + _mark_length(paragraph, text)
        held = _held(text, begin, end, pairs, opens) if paragraph.kind is not ParagraphKind.HEADING else 0
        if held:
            paragraph = replace(paragraph, bracketed=True, text=_bare(paragraph.text) if held == 1 else paragraph.text)
        marked.append(paragraph)
    return marked


def _held(text: str, begin: int, end: int, pairs: Sequence[tuple[int, int]], opens: Sequence[int]) -> int:
    """How many pairs of brackets, side by side, hold every word of a stretch of text; 0 where a word stands in none."""
    held = 0
    while words := WORD.search(text, begin, end):
        at = bisect_right(opens, words.start()) - 1
        if at < 0 or pairs[at][1] < words.start():
            return 0
        held += 1
        begin = pairs[at][1]
    return held


def without(document: Document) -> Document | None:
    """The document if nothing in square brackets is kept, None where it has none.

    Paragraphs and items that stand in brackets go with all that is below them, and brackets round several words within
    one; a single word in brackets is one of several to choose from, and stays. Where no word that says anything is left,
    the paragraph goes too. What is left keeps its labels, as the negotiators go on citing them.
    """
    if not any(p.bracketed or "[" in p.text for p in document.paragraphs):
        return None
    places: dict[int, int] = {}
    kept: list[Paragraph] = []
    changed = False
    for p in document.paragraphs:
        if p.bracketed or (p.parent is not None and p.parent not in places):
            changed = True
            continue
        text = _without_words(p.text) if "[" in p.text else p.text
        changed = changed or text != p.text
        if text != p.text and not CONTENT.search(text):
            continue
        places[p.index] = len(kept)
        kept.append(replace(p, index=len(kept), text=text, parent=None if p.parent is None else places[p.parent]))
    return replace(document, paragraphs=tuple(kept), incomplete=()) if changed else None


def _without_words(text: str) -> str:
    """A paragraph's words without those in brackets."""
    for begin, end in reversed(_outermost(text)):
        if SEVERAL.search(text, begin, end):
            text = text[:begin].rstrip() + text[end + 1 :]
    return text.strip()


def _mark_length(paragraph: Paragraph, text: str) -> int:
    """How far a paragraph's mark, its own brackets and all, reaches from its start."""
    mark = markers.read(text[paragraph.start : paragraph.start + LONGEST_MARK]) if paragraph.marker else None
    return mark.end if mark else 0


def _outermost(text: str) -> list[tuple[int, int]]:
    """The matched pairs of brackets that stand in no other, in order."""
    waiting: list[int] = []
    found: list[tuple[int, int]] = []
    for match in BRACKET.finditer(text):
        if match[0] == "[":
            waiting.append(match.start())
        elif waiting:
            begin = waiting.pop()
            if EDITORIAL.match(text, begin):
                continue
            while found and found[-1][0] > begin:
                found.pop()
            found.append((begin, match.start()))
    return found


def _bare(text: str) -> str:
    """A paragraph's words without the brackets round them."""
    text = text.removeprefix("[").lstrip() if text.startswith("[") else text
    tail = text[len(text.rstrip(ENDS)) :]
    if text.count("]") > text.count("["):
        text = text[: len(text) - len(tail)] + tail.replace("]", "", 1)
    return text.strip()
