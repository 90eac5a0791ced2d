"""Step 2: a text taken apart into paragraphs and items."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ParagraphKind(StrEnum):
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"  # a numbered paragraph, or an item within one
    HEADING = "heading"
    ANNEX = "annex"  # anything from the first annex on


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or item, labelled as the Council cites it: PP5, 12, 38 (a) (iii), 5 bis.

    ``marker`` is the item's own mark as printed, ``"38."``, ``"(iii)"`` or ``"–"``, and not part of ``text``.
    ``text`` holds unnumbered text that continues the item on further lines. ``depth`` is 0 for a numbered
    paragraph, 1 for its items and so on; ``parent`` is the index of the paragraph that holds this one.
    ``number`` is the operative number (``"38"``) for operative paragraphs and their items, else empty.
    ``heading`` is the text of the heading above it. ``start`` counts characters in CleanText.text. ``bracketed``: it
    stands in square brackets as a whole, as what a draft's negotiators have not agreed upon.
    """

    index: int
    kind: ParagraphKind
    label: str
    text: str
    marker: str = ""
    number: str = ""
    depth: int = 0
    parent: int | None = None
    heading: str = ""
    start: int = 0
    page: int | None = None
    bracketed: bool = False

    @property
    def anchor(self) -> str:
        """Where a page links to: op38-a-iii, pp5."""
        name = self.label.lower() if self.label.startswith("PP") else f"op{self.label}"
        kept = "".join(c if c.isalnum() else "-" for c in name)
        return "-".join(part for part in kept.split("-") if part)


class Missing(StrEnum):
    """What a text may lack."""

    NUMBER = "number"  # of an operative paragraph: the paragraph is gone, or stands there without its number
    ITEM = "item"
    OPERATIVE_PART = "operative part"
    END = "end"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the text lacks. ``labels`` say what, as the Council would cite it ("12", "38 (c)"); none for the end.

    ``paragraph`` is the index of the paragraph at which it is noticed, None in a text without any.
    """

    missing: Missing
    labels: tuple[str, ...]
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text taken apart. ``symbol`` is S/RES/2423 (2018) or a draft's S/2020/445; both it and ``adopted`` may be unknown.

    ``incomplete`` holds what the text itself shows to be missing: numbers, items, its end.
    """

    paragraphs: tuple[Paragraph, ...]
    symbol: str | None = None
    adopted: date | None = None
    draft: bool = False
    presidential_statement: bool = False
    incomplete: tuple[Gap, ...] = ()
    # the parts that nearly every step asks for, told apart once
    _preambular: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)
    _operative: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)
    _numbered: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        operative = tuple(p for p in self.paragraphs if p.kind is ParagraphKind.OPERATIVE)
        preambular = tuple(p for p in self.paragraphs if p.kind is ParagraphKind.PREAMBULAR)
        # a frozen value sets its own fields in this way alone
        object.__setattr__(self, "_preambular", preambular)
        object.__setattr__(self, "_operative", operative)
        object.__setattr__(self, "_numbered", tuple(p for p in operative if p.depth == 0))

    @property
    def numbers_paragraphs(self) -> bool:
        """Whether the text numbers its operative paragraphs; one that has a single one need not."""
        return any(p.marker for p in self.numbered())

    def preambular(self) -> tuple[Paragraph, ...]:
        return self._preambular

    def operative(self) -> tuple[Paragraph, ...]:
        """Numbered paragraphs and their items, in document order."""
        return self._operative

    def numbered(self) -> tuple[Paragraph, ...]:
        """The numbered operative paragraphs alone."""
        return self._numbered

    def items(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """The items anywhere below a paragraph, in document order."""
        below: set[int] = {paragraph.index}
        found = []
        for p in self.paragraphs[paragraph.index + 1 :]:
            if p.parent in below:
                below.add(p.index)
                found.append(p)
        return tuple(found)
