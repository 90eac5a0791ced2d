"""Step 2: clean text → Document. Finds where the text proper begins, the preamble, and the numbered paragraphs with items.

Numbering is followed, not trusted: a mark counts as what continues or opens a level at the place where it stands, so that
``(i)`` after ``(h)`` is told from the first roman item, and an inner ``1.`` from a new paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mandates.analysis import front, markers
from mandates.analysis.markers import Mark, Style
from mandates.analysis.values import Block, CleanText, Document, Hint, Paragraph, ParagraphKind
from mandates.analysis.verbs import ADVERBS, OPERATIVE_VERB, PRESENT_VERB, VERBS

OPENING = re.compile(r"[“\"']?The Security Council[,:]?[”\"']?\s*", re.I)
ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)\b(?:\s+[IVX\dA-Z]{1,4})?\s*(?:[:.–—-].*)?$", re.I)

# a paragraph's number in the middle of a line: after the end of a sentence or clause, or a heading glued before it
NUMBER_INSIDE = re.compile(r"\s\d{1,3} ?(?:bis |ter )?\.\s*[A-Z]")
GLUED_NUMBER = re.compile(
    rf"(?<=[^\d\s(])\s+(?=(\d{{1,3}})\s?(?:bis |ter )?\.\s*(?:(?:{ADVERBS}),?\s+)*(?:{VERBS})\b)|(?<=[;.])\s+(?=\d{{1,3}}\. (?!United)[A-Z][a-z]+ing\b)"
)
# an item in the middle of a line: after a colon or semicolon, or after "; and"
GLUED_ITEM = re.compile(
    r"(?<=[:;])\s+(?:(?:and|or)\s+)?(?=\((?:[a-z]{1,2}|[ivx]{2,5})\)\s)|(?<=; and)\s+(?=\([a-z]{1,4}\)\s)|(?<=; or)\s+(?=\([a-z]{1,4}\)\s)"
)

# a further dash item on the line of one before it
GLUED_DASH = re.compile(r"(?<=[,;])\s+(?=[–—•]\s+[a-z])")
# a whole text on one line: a preambular participle or the first operative verb after a comma
GLUED_PREAMBLE = re.compile(
    rf"(?<=,)\s+(?!United)(?=(?:[A-Z][a-z]+(?:ing|ed)\b|(?:Deeply|Gravely|Fully|Also|Further|Mindful|Conscious|Aware|Desirous|Alarmed)\b|(?:{VERBS})\b|1\. ))"
)

# an item's heading run together with its text: "Justice To train judges"
HEADED = re.compile(r"^([A-Z][^;.:]{3,150}?[^\W\d_]\)?) (?=(?:To [a-z]+|In support of) )")

HEADING_LENGTH = 160
LARGEST_GAP = 3  # numbers that may be missing from a damaged text before a number is taken for something else


@dataclass(slots=True)
class Level:
    """An open level of items: its style, the ordinal reached, and the paragraph that holds it."""

    style: Style
    ordinal: int
    paragraph: int  # index of the item last opened at this level


@dataclass(slots=True)
class Builder:
    """Paragraphs so far, and what is open at the place reached."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    number: int = 0
    levels: list[Level] = field(default_factory=list)
    current: int | None = None  # paragraph or item that unnumbered text would continue
    root: int | None = None  # the numbered paragraph that is open
    heading: str = ""
    preambular: int = 0

    def add(self, block: Block, kind: ParagraphKind, label: str, text: str, **more) -> int:
        index = len(self.paragraphs)
        self.paragraphs.append(
            Paragraph(
                index, kind, label, text.strip(), heading=self.heading, start=block.start, page=block.page, **more
            )
        )
        return index

    def append(self, index: int, text: str, sep: str) -> None:
        held = self.paragraphs[index]
        self.paragraphs[index] = replace(held, text=f"{held.text}{sep}{text}".strip())


def parse(clean: CleanText) -> Document:
    """Take a clean text apart. Any text gives a Document; one that is no resolution gives one without operative paragraphs."""
    blocks = list(clean.blocks)
    opening = next((i for i, b in enumerate(blocks) if b.hint is not Hint.HEADING and OPENING.match(b.text)), None)
    before = blocks[:opening] if opening is not None else [b for b in blocks if b.hint is Hint.FRONT]
    rest = blocks[opening:] if opening is not None else [b for b in blocks if b.hint is not Hint.FRONT]
    head = "\n".join(b.text for b in before)
    statement = front.is_statement(head)
    paragraphs = _statement(rest) if statement else _resolution(rest)
    symbol, adopted, draft = front.identity(head)
    return Document(tuple(paragraphs), symbol, adopted, draft, statement)


# --- presidential statements ------------------------------------------------------------------------------------


def _statement(blocks: list[Block]) -> list[Paragraph]:
    """A presidential statement has no operative part: each of its paragraphs is kept in order, as preambular."""
    out = Builder()
    for block in blocks:
        out.preambular += 1
        out.add(block, ParagraphKind.PREAMBULAR, f"PP{out.preambular}", block.text)
    return out.paragraphs


# --- resolutions ------------------------------------------------------------------------------------------------


def _resolution(blocks: list[Block]) -> list[Paragraph]:
    out = Builder()
    pieces = list(_pieces(blocks))
    marks = [markers.read(piece.text) for piece in pieces]
    numbered = any(m and m.readings[0] == (Style.NUMBER, 1) for m in marks)
    for place, (piece, mark) in enumerate(zip(pieces, marks, strict=True)):
        if out.root is not None and ANNEX.match(piece.text) and piece.text[0].isupper() and len(piece.text) < 80:
            for rest in pieces[place:]:
                out.add(rest, ParagraphKind.ANNEX, "", rest.text)
            break
        if out.root is None:
            _before_operative(out, piece, mark, numbered, pieces, place)
        elif mark and mark.readings[0][0] is Style.NUMBER:
            _number(out, piece, mark, marks, place)
        elif mark and not (mark.readings[0][0] is Style.SECTION and not _opens_section(out, mark)):
            _item(out, piece, mark, marks, place)
        else:
            _unmarked(out, piece, marks, place)
    return out.paragraphs


def _pieces(blocks: list[Block]) -> Iterator[Block]:
    """Blocks, with several paragraphs or items on one line taken apart and the opening formula cut off."""
    unnumbered = not any(b.text.startswith("1.") for b in blocks)
    for position, block in enumerate(blocks):
        text = block.text
        cut = OPENING.match(text) if position == 0 else None
        begin = cut.end() if cut else 0
        places = {
            m.end() for pattern in _glued(text, begin, bool(cut) or unnumbered) for m in pattern.finditer(text, begin)
        }
        if not places and not begin:
            yield block
            continue
        for start, end in zip([begin, *sorted(places)], [*sorted(places), len(text)], strict=True):
            if piece := text[start:end].strip():
                yield replace(block, text=piece, start=block.start + start, source=block.source + start)


def _glued(text: str, begin: int, loose: bool) -> Iterator[re.Pattern]:
    """The patterns by which a line may hold more than one piece; most lines rule most of them out at a glance."""
    if NUMBER_INSIDE.search(text, begin):
        yield GLUED_NUMBER
    if " (" in text:
        yield GLUED_ITEM
    if loose:
        yield GLUED_PREAMBLE
    if markers.is_dash(text[:1]):
        yield GLUED_DASH


def _before_operative(
    out: Builder, block: Block, mark: Mark | None, numbered: bool, pieces: list[Block], place: int
) -> None:
    """The preamble, up to paragraph 1 or, in a text without numbers, up to the first operative verb."""
    text = block.text
    if mark and mark.readings[0] == (Style.NUMBER, 1):
        _open(out, block, mark, 1)
    elif not numbered and PRESENT_VERB.match(text):
        out.number = 1
        out.root = out.current = out.add(block, ParagraphKind.OPERATIVE, "1", text, number="1")
    elif _is_heading(block) or (_looks_like_heading(text) and not _continues(out)):
        out.add(block, ParagraphKind.HEADING, "", text)
        out.heading = text
    elif out.paragraphs and out.paragraphs[-1].kind is ParagraphKind.PREAMBULAR and (text[0].islower() or mark):
        out.append(len(out.paragraphs) - 1, text, "\n" if mark else " ")
    else:
        text = re.sub(r"^\[?PP\s?\d{1,3}[.:]?\s+", "", text)
        out.preambular += 1
        out.add(block, ParagraphKind.PREAMBULAR, f"PP{out.preambular}", text)


def _continues(out: Builder) -> bool:
    """Whether the paragraph before is broken off in the middle."""
    return (
        bool(out.paragraphs)
        and out.paragraphs[-1].kind is ParagraphKind.PREAMBULAR
        and out.paragraphs[-1].text[-1:] not in ",;.:"
    )


def _open(out: Builder, block: Block, mark: Mark, number: int) -> None:
    label = f"{number} {mark.suffix}".strip()
    out.number = number
    out.levels = []
    index = out.add(block, ParagraphKind.OPERATIVE, label, block.text[mark.end :], marker=mark.printed, number=label)
    out.root = out.current = index


def _number(out: Builder, block: Block, mark: Mark, marks: list[Mark | None], place: int) -> None:
    """A number at the start of a line: the next paragraph, or an inner list's number."""
    number = mark.readings[0][1]
    after = block.text[mark.end :]
    if number == out.number + 1 or (mark.suffix and number == out.number):
        inner = _open_level(out, Style.NUMBER)
        if inner is None or inner.ordinal + 1 != number or OPERATIVE_VERB.match(after):
            _open(out, block, mark, number)
            return
    elif (
        out.number < number <= out.number + 1 + LARGEST_GAP
        and OPERATIVE_VERB.match(after)
        and not _comes(marks, place, out.number + 1)
    ):
        _open(out, block, mark, number)
        return
    _item(out, block, mark, marks, place)


def _open_level(out: Builder, style: Style) -> Level | None:
    return next((level for level in reversed(out.levels) if level.style is style), None)


def _comes(marks: list[Mark | None], place: int, number: int) -> bool:
    """Whether a given paragraph number is still to come in the next blocks."""
    return any(m and m.readings[0] == (Style.NUMBER, number) for m in marks[place + 1 : place + 12])


def _opens_section(out: Builder, mark: Mark) -> bool:
    """Whether "II." can be a labelled group inside the open paragraph's list, rather than a heading that happens to look so."""
    number = mark.readings[0][1]
    section = _open_level(out, Style.SECTION)
    if section:
        return number == section.ordinal + 1
    return number == 1 and not out.levels and out.paragraphs[out.root].text.rstrip().endswith(":")


# --- items ------------------------------------------------------------------------------------------------------


def _item(out: Builder, block: Block, mark: Mark, marks: list[Mark | None], place: int) -> None:
    text = HEADED.sub(r"\1\n", block.text[mark.end :], count=1)
    depth, style, ordinal = _place(out, mark, marks, place)
    del out.levels[depth + 1 :]
    parent = out.levels[depth - 1].paragraph if depth else out.root
    holder = out.paragraphs[parent]
    if style is Style.DASH:
        ordinal = out.levels[depth].ordinal + 1 if depth < len(out.levels) else 1
        label = f"{holder.label}, dash {ordinal}"
    else:
        label = f"{holder.label} {mark.printed}"
    index = out.add(
        block,
        ParagraphKind.OPERATIVE,
        label,
        text,
        marker=mark.printed,
        number=holder.number,
        depth=depth + 1,
        parent=parent,
    )
    level = Level(style, ordinal, index)
    if depth < len(out.levels):
        out.levels[depth] = level
    else:
        out.levels.append(level)
    out.current = index


def _place(out: Builder, mark: Mark, marks: list[Mark | None], place: int) -> tuple[int, Style, int]:
    """The level (0 for items right under the paragraph), style and ordinal of an item's mark."""
    continuing = [
        (depth, style, ordinal)
        for depth, level in enumerate(out.levels)
        for style, ordinal in mark.readings
        if level.style is style and (style is Style.DASH or ordinal == level.ordinal + 1)
    ]
    opening = [(len(out.levels), style, 1) for style, ordinal in mark.readings if ordinal == 1]
    if mark.readings[0][0] is Style.DASH:
        return continuing[-1] if continuing else (len(out.levels), Style.DASH, 1)
    if continuing and opening:
        return _continue_or_open(out, continuing, opening, marks, place)
    if continuing:
        return continuing[-1]
    if opening:
        return opening[-1]
    return _after_a_gap(out, mark)


def _continue_or_open(out, continuing, opening, marks, place) -> tuple[int, Style, int]:
    """(i) after (h): the ninth letter, or the first roman item? What comes next tells; else what (h) ended with."""
    for following in marks[place + 1 : place + 40]:
        if following is None:
            continue
        if following.readings[0][0] is Style.NUMBER:
            break
        readings = dict(following.readings)
        if readings.get(opening[-1][1]) == 2:
            return opening[-1]
        if any(readings.get(style) == ordinal + 1 for _, style, ordinal in continuing):
            return continuing[-1]
    before = out.paragraphs[out.current].text.rstrip()
    return opening[-1] if before.endswith((":", "by", "to")) or before[-1:].isalnum() else continuing[-1]


def _after_a_gap(out: Builder, mark: Mark) -> tuple[int, Style, int]:
    """A mark that continues nothing (an item before it was lost): the deepest open level of its style that it can follow."""
    for style, ordinal in mark.readings:
        for depth in range(len(out.levels) - 1, -1, -1):
            if out.levels[depth].style is style and ordinal > out.levels[depth].ordinal:
                return depth, style, ordinal
    for style, ordinal in mark.readings:
        for depth in range(len(out.levels) - 1, -1, -1):
            if out.levels[depth].style is style:
                return depth, style, ordinal
    return len(out.levels), *mark.readings[0]


# --- text without a mark ----------------------------------------------------------------------------------------


def _unmarked(out: Builder, block: Block, marks: list[Mark | None], place: int) -> None:
    """A heading, or text that goes on with the paragraph or item before it."""
    text = block.text
    before = out.paragraphs[out.current].text.rstrip()
    following = marks[place + 1] if place + 1 < len(marks) else None
    if _is_heading(block) and (following or not text.endswith((";", "."))):
        heading = True
    elif before[-1:] in ";.:" or (following and following.readings[0] == (Style.NUMBER, out.number + 1)):
        heading = _looks_like_heading(text) and following is not None and not _item_body(out, before)
    else:
        heading = False
    if heading:
        out.add(block, ParagraphKind.HEADING, "", text)
        out.heading = text.rstrip(":")
    elif text[0].islower() and before[-1:] not in ";.:":
        out.append(out.current, text, " ")
    else:
        out.append(out.current, text, "\n")


def _item_body(out: Builder, before: str) -> bool:
    """Whether an item that is only a heading still waits for its text."""
    return out.paragraphs[out.current].depth > 0 and before[-1:] not in ";.:,"


def _is_heading(block: Block) -> bool:
    return block.hint is Hint.HEADING


def _looks_like_heading(text: str) -> bool:
    """Short, begins with a capital and does not end like a paragraph. A colon may end a heading inside a list."""
    return (
        len(text) <= HEADING_LENGTH
        and text[0].isupper()
        and text[-1] not in ";,."
        and not text.endswith(" and")
        and not text.startswith("Acting under")
    )
