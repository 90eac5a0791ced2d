"""Step 1: what stands in a file, as blocks."""

from dataclasses import dataclass
from enum import StrEnum


class Hint(StrEnum):
    """What the file format itself says of a block; empty where it says nothing."""

    NONE = ""
    HEADING = "heading"
    FRONT = "front"  # title, adoption line and whatever else stands before the text


@dataclass(frozen=True, slots=True)
class Block:
    """One logical paragraph of the source: wrapped lines joined, page furniture gone, its number at the start of text.

    ``start`` counts characters in CleanText.text; ``source`` counts characters in the decoded source;
    ``page`` is the source's page (from 1) where the format has pages.
    """

    text: str
    start: int
    source: int
    page: int | None = None
    hint: Hint = Hint.NONE


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text as read: its blocks, and ``text`` in which they stand one per line. ``media`` is pdf, docx, text, json."""

    text: str
    blocks: tuple[Block, ...]
    media: str
    pages: int | None = None
