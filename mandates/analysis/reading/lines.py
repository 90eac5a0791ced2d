"""A line of the source as the formats hand it on, and the marks that may stand at its start."""

import re
from dataclasses import dataclass

from mandates.analysis import tags
from mandates.analysis.values import Hint

# 12.  12 bis.  1.Welcomes  [OP5 bis.  (a)  (iii)  (1)  a.  b)  –  •  as they stand at the start of a line
NUMBER = re.compile(rf"\[?(?:OP ?)?(\d{{1,3}})(?: ?((?i:{tags.SUFFIX})))?\s?\]?\.\]?(?=\s|[A-Z“\"'\[]|$)")
ITEM = re.compile(r"\[?\( ?(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2}\.?) ?\)")
BARE_ITEM = re.compile(r"(?:[a-z]|[ivx]{2,5})\.\s+(?=\S)|(?:[a-z]|[ivx]{2,5}|\d{1,2})\)\s+(?=\S)")
DASH = re.compile(r"[–—‒•●▪◦·\uf0b7](?=\s?\S)|[-\u00ad](?=\s)|o\s+(?=[A-Z])")
MARK = re.compile("|".join(f"(?:{part.pattern})" for part in (NUMBER, tags.TAG, ITEM, BARE_ITEM, DASH)))


def mark_of(text: str) -> re.Match | None:
    """The mark that a text starts with. Most begin with a capital and a small letter, as no mark does."""
    if text[:1].isupper() and text[1:2].islower():
        return None
    return ITEM.match(text) or tags.TAG.match(text) if text.startswith("(") else MARK.match(text)


def opens_operative(text: str) -> bool:
    """Whether a line begins with the number or tag of an operative paragraph."""
    if NUMBER.match(text):
        return True
    tag = tags.read(text)
    return tag is not None and tags.is_operative(tag)


@dataclass(slots=True)
class Line:
    """A line without its outer blanks. ``left`` and ``right`` are its ends in columns where the format knows them.

    ``source`` counts characters in the decoded source; ``blank``: an empty line or a wide gap stands before it;
    ``turn``: a page turn lies between it and the line before.
    """

    text: str
    source: int
    page: int | None = None
    left: float = 0.0
    right: float = 0.0
    blank: bool = False
    turn: bool = False
    hint: Hint = Hint.NONE
