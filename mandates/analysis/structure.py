"""Step 2: clean text → Document. Finds where the text proper begins, the preamble, and the numbered paragraphs with items.

Numbering is followed, not trusted: a mark counts as what continues or opens a level at the place where it stands, so that
``(i)`` after ``(h)`` is told from the first roman item, and an inner ``1.`` from a new paragraph.
"""

import re
from dataclasses import dataclass, field, replace

from mandates.analysis import brackets, completeness, extent, front, markers
from mandates.analysis.markers import Mark, Style
from mandates.analysis.pieces import LARGEST_GAP, OPENING, pieces
from mandates.analysis.values import Block, CleanText, Document, Hint, Paragraph, ParagraphKind
from mandates.analysis.verbs import OPERATIVE_VERB, PRESENT_VERB

SEIZED = re.compile(r"\bremain (?:actively )?sei[sz]ed(?: of the (?:matter|question|issue))?\.[”\"]?$")
# the heading of a part, "B" or "II": older resolutions number the paragraphs of each part anew
PART = re.compile(r"[-–—=. ]{0,3}(?:Part\s)?([A-H]|[IVX]{1,4})[-–—=. ]{0,3}$")
BETWEEN = (ParagraphKind.HEADING, ParagraphKind.PREAMBULAR)
LETTERED = (Style.LETTER, Style.PLAIN_LETTER)

# an item's heading run together with its text: "Justice To train judges"
HEADED = re.compile(r"^([A-Z][^;.:]{3,150}?[^\W\d_]\)?) (?=(?:To [a-z]+|In support of) )")

HEADING_LENGTH = 160
LAST_WORDS = 80  # characters at the end of a paragraph that may hold the usual last words


@dataclass(slots=True)
class Level:
    """An open level of items: its style, the ordinal reached, and the item last opened at it."""

    style: Style
    ordinal: int
    paragraph: int  # the item's index; the numbered paragraph's where that begins with the item: "7. (a) Decides"
    label: str


@dataclass(slots=True)
class Builder:
    """Paragraphs so far, and what is open at the place reached."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    number: int = 0
    levels: list[Level] = field(default_factory=list)
    closed: dict[Style, int] = field(
        default_factory=dict
    )  # ordinals that lists reached before a group above them went on
    current: int | None = None  # paragraph or item that unnumbered text would continue
    root: int | None = None  # the numbered paragraph that is open
    heading: str = ""
    part: str = ""  # of a text whose parts number their paragraphs anew
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
    paragraphs = brackets.mark(paragraphs, clean.text)
    missing = () if statement else completeness.gaps(paragraphs)
    return Document(tuple(paragraphs), symbol, adopted, draft, statement, missing)


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
    parts = list(pieces(blocks))
    marks = [markers.read(piece.text) for piece in parts]
    begins = extent.begins_at(parts, marks)
    quoted = extent.quoted(parts)
    for place, (piece, mark) in enumerate(zip(parts, marks, strict=True)):
        if out.root is not None and (extent.ends_before(piece, mark) or _closed(out, mark, marks, place)):
            for rest in parts[place:]:
                out.add(rest, ParagraphKind.ANNEX, "", rest.text)
            break
        if mark and mark.readings[0][0] is Style.PREAMBULAR:
            _tagged(out, piece, mark)
        elif place < begins:
            _preamble(out, piece, mark)
        elif out.root is None:
            _first(out, piece, mark)
        elif mark and mark.readings[0][0] is Style.NUMBER and place not in quoted:
            _number(out, piece, mark, marks, place)
        elif mark and not (mark.readings[0][0] is Style.SECTION and not _opens_section(out, mark)):
            _item(out, piece, mark, marks, place)
        else:
            _unmarked(out, piece, parts, marks, place)
    return out.paragraphs


def _closed(out: Builder, mark: Mark | None, marks: list[Mark | None], place: int) -> bool:
    """Whether the Council's usual last words stand before this piece, and the numbers do not go on: the rest is annexed."""
    if out.levels:
        return False
    last_words = out.paragraphs[out.root].text[-LAST_WORDS:]
    if "remain" not in last_words or SEIZED.search(last_words) is None:
        return False
    following = Style.NUMBER, out.number + 1
    return not (mark and (mark.readings[0] == following or mark.suffix or mark.tagged)) and not _comes(
        marks, place, out.number + 1
    )


def _first(out: Builder, piece: Block, mark: Mark | None) -> None:
    """The first operative paragraph; without a number it is called 1."""
    if mark and mark.readings[0][0] is Style.NUMBER:
        _open(out, piece, mark, mark.readings[0][1])
        return
    out.number = 1
    out.root = out.current = out.add(piece, ParagraphKind.OPERATIVE, "1", piece.text, number="1")


def _preamble(out: Builder, block: Block, mark: Mark | None) -> None:
    text = block.text
    opens_list = text[-1] == ":" and extent.PARTICIPLE.match(text)
    if _is_heading(block) or (_looks_like_heading(text) and not _continues(out) and not opens_list):
        out.add(block, ParagraphKind.HEADING, "", text)
        out.heading = text
    elif (
        mark
        and extent.PARTICIPLE.match(text, mark.end)
        and mark.readings[0][0] in LETTERED
        and not text[mark.end].islower()
    ):
        out.preambular += 1
        out.add(
            block, ParagraphKind.PREAMBULAR, f"PP{out.preambular}", text[mark.end :], marker=mark.printed
        )  # a draft that letters its preamble
    elif out.paragraphs and out.paragraphs[-1].kind is ParagraphKind.PREAMBULAR and (text[0].islower() or mark):
        out.append(len(out.paragraphs) - 1, text, "\n" if mark else " ")
    else:
        out.preambular += 1
        out.add(block, ParagraphKind.PREAMBULAR, f"PP{out.preambular}", text)


def _tagged(out: Builder, block: Block, mark: Mark) -> None:
    """A preambular paragraph that says its own number, wherever it stands."""
    out.preambular = mark.readings[0][1]
    label = f"PP{out.preambular} {mark.suffix}".strip()
    out.add(block, ParagraphKind.PREAMBULAR, label, block.text[mark.end :], marker=mark.printed)


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
    out.closed = {}
    out.root = out.current = out.add(
        block,
        ParagraphKind.OPERATIVE,
        f"{out.part} {label}".strip(),
        block.text[mark.end :],
        marker=mark.printed,
        number=label,
    )
    opened = out.paragraphs[out.root]
    item = markers.read(opened.text[:8]) if opened.text.startswith("(") else None
    for style, ordinal in item.readings if item else ():
        if ordinal == 1:
            out.levels = [Level(style, 1, opened.index, f"{opened.label} {item.printed}")]


def _number(out: Builder, block: Block, mark: Mark, marks: list[Mark | None], place: int) -> None:
    """A number at the start of a line: the next paragraph, or an inner list's number."""
    number = mark.readings[0][1]
    after = block.text[mark.end :]
    before = out.paragraphs[out.current].text.rstrip(" \n]")
    inner = _open_level(out, Style.NUMBER)
    if mark.tagged:
        again = out.paragraphs[out.root].number == f"{number} {mark.suffix}".strip()
        if again and (item := markers.read(after)):  # set before each item too: "OP2 (b) To watch"
            _item(out, replace(block, text=after), item, marks, place)
            return
        opens = True
    elif number == out.number + 1 or (mark.suffix and number == out.number):
        opens = inner is None or inner.ordinal + 1 != number or OPERATIVE_VERB.match(after)
    elif number > out.number:
        opens = not _comes(marks, place, out.number + 1) and _follows_a_gap(out, number, after, marks, place)
    elif number == out.number and out.current == out.root and after.strip() == out.paragraphs[out.root].text:
        return  # the source prints the paragraph twice
    elif number == out.number:  # two paragraphs with one number
        opens = inner is None and before[-1:] in ";." and PRESENT_VERB.match(after)
    elif number == 1 and before[-1:] in ",;." and PRESENT_VERB.match(after):
        opens = inner is None and (before[-1:] == "," or PART.match(out.heading))
        if opens:
            out.part = _part(out)
    else:
        opens = False
    if opens:
        _open(out, block, mark, number)
    else:
        _item(out, block, mark, marks, place)


def _follows_a_gap(out: Builder, number: int, after: str, marks: list[Mark | None], place: int) -> bool:
    """Whether a number that skips others opens a paragraph: by its verb where few are lost, else if the numbers run on."""
    verb = OPERATIVE_VERB.match(after) is not None
    if number <= out.number + 1 + LARGEST_GAP and verb:
        return True
    following = next((m for m in marks[place + 1 : place + 40] if m and m.readings[0][0] is Style.NUMBER), None)
    runs_on = following is not None and following.readings[0][1] == number + 1
    return runs_on and (verb or number <= out.number + 1 + LARGEST_GAP) and not out.levels


def _part(out: Builder) -> str:
    """The name of a part in which numbers start anew: its heading, else the letter after the part before."""
    if match := PART.match(out.heading):
        return match[1]
    return chr(ord(out.part or "A") + 1) if len(out.part) < 2 else f"{out.part} bis"


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
    text = block.text[mark.end :]
    if " To " in text or " In support of " in text:
        text = HEADED.sub(r"\1\n", text, count=1)
    depth, style, ordinal = _place(out, mark, marks, place)
    out.closed.update({level.style: level.ordinal for level in out.levels[depth + 1 :]})
    del out.levels[depth + 1 :]
    parent = out.levels[depth - 1].paragraph if depth else out.root
    holder = out.paragraphs[parent]
    above = out.levels[depth - 1].label if depth else holder.label
    if style is Style.DASH:
        ordinal = out.levels[depth].ordinal + 1 if depth < len(out.levels) else 1
        label = f"{above}, dash {ordinal}"
    else:
        label = f"{above} {mark.printed}"
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
    level = Level(style, ordinal, index, label)
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
        if level.style is style
        and (style is Style.DASH or ordinal == level.ordinal + 1 or (mark.suffix and ordinal == level.ordinal))
    ]
    below = len(out.levels)
    continuing += [
        (below, style, ordinal)  # letters that run on across labelled groups
        for style, ordinal in mark.readings
        if ordinal > 1 and out.closed.get(style) == ordinal - 1 and not _open_level(out, style)
    ]
    # a first mark opens a level below, or a new list at the level that has its style
    depths = {level.style: depth for depth, level in enumerate(out.levels)}
    opening = [(depths.get(style, len(out.levels)), style, 1) for style, ordinal in mark.readings if ordinal == 1]
    if mark.readings[0][0] is Style.DASH:
        return continuing[-1] if continuing else (len(out.levels), Style.DASH, 1)
    if continuing and opening:
        return _continue_or_open(out, mark, continuing, opening, marks, place)
    if continuing:
        return continuing[-1]
    if opening:
        return opening[-1]
    return _after_a_gap(out, mark)


def _continue_or_open(out, mark, continuing, opening, marks, place) -> tuple[int, Style, int]:
    """(i) after (h): the ninth letter, or the first roman item? What comes next tells; else what (h) ended with."""
    for following in marks[place + 1 : place + 40]:
        if following is None:
            continue
        if following.readings[0][0] is Style.NUMBER:
            break
        if following.readings == mark.readings:
            return continuing[-1]  # the first of its own sub-items comes next
        readings = dict(following.readings)
        if readings.get(opening[-1][1]) == 2:
            return opening[-1]
        if any(readings.get(style) == ordinal + 1 for _, style, ordinal in continuing):
            return continuing[-1]
    before = out.paragraphs[out.current].text.rstrip()
    return opening[-1] if before.endswith((":", "by", "to")) or before[-1:].isalnum() else continuing[-1]


def _after_a_gap(out: Builder, mark: Mark) -> tuple[int, Style, int]:
    """A mark that continues nothing (an item before it was lost): the open level that it follows most closely, else any."""
    levels = [
        (level.ordinal >= ordinal, abs(ordinal - level.ordinal), -depth, style, ordinal)
        for depth, level in enumerate(out.levels)
        for style, ordinal in mark.readings
        if level.style is style
    ]
    if levels:
        _, _, depth, style, ordinal = min(levels)
        return -depth, style, ordinal
    return len(out.levels), *mark.readings[0]


# --- text without a mark ----------------------------------------------------------------------------------------


def _unmarked(out: Builder, block: Block, parts: list[Block], marks: list[Mark | None], place: int) -> None:
    """A heading, or text that goes on with the paragraph or item before it."""
    text = block.text
    before = out.paragraphs[out.current].text.rstrip(" \n]")
    following = marks[place + 1] if place + 1 < len(marks) else None
    if (
        following is None
        and before[-1:] in ";."
        and place + 2 < len(marks)
        and _looks_like_heading(parts[place + 1].text)
    ):
        following = marks[place + 2]  # headings may stand one upon another
    next_number = following is not None and following.readings[0] == (Style.NUMBER, out.number + 1)
    if PART.match(text) or (_is_heading(block) and (following or not text.endswith((";", ".")))):
        heading = True
    elif before[-1:] in ";.:" or next_number:
        heading = _looks_like_heading(text, next_number and before[-1:] in ";.") and following is not None
        heading = heading and not _item_body(out, before)
    else:
        heading = False
    if heading:
        out.add(block, ParagraphKind.HEADING, "", text)
        out.heading = text.rstrip(":")
    elif (
        text[-1] == ","
        and extent.PARTICIPLE.match(text)
        and (before[-1:] in ";." or out.paragraphs[-1].kind in BETWEEN)
    ):
        out.preambular += 1
        out.add(block, ParagraphKind.PREAMBULAR, f"PP{out.preambular}", text)
    elif text[0].islower() and before[-1:] not in ";.:":
        out.append(out.current, text, " ")
    else:
        out.append(out.current, text, "\n")


def _item_body(out: Builder, before: str) -> bool:
    """Whether an item that is only a heading still waits for its text."""
    return out.paragraphs[out.current].depth > 0 and before[-1:] not in ";.:,"


def _is_heading(block: Block) -> bool:
    return block.hint is Hint.HEADING


def _looks_like_heading(text: str, set_apart: bool = False) -> bool:
    """Short, begins with a capital and does not end like a paragraph. A colon may end a heading inside a list.

    ``set_apart``: it stands between a finished paragraph and the next number, so that its first words may be lost.
    """
    return (
        len(text) <= HEADING_LENGTH
        and (text[0].isupper() or (set_apart and text[0].isalpha()))
        and text.rstrip("0123456789[] ")[-1:] not in (";", ",", ".")
        and not text.endswith(" and")
        and not text.startswith("Acting under")
        and not (len(text) > HEADING_LENGTH // 3 and PRESENT_VERB.match(text))
    )
