"""Puts lines together into paragraphs: wrapped lines, and paragraphs cut by a page turn.

Three shapes are told apart by the text itself: one line per paragraph, wrapped lines with indents (page layout), and
wrapped lines without (an e-mail). What counts is where a line starts and ends, its mark, and whether its sentence goes
on.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from mandates.analysis.reading.lines import BARE_ITEM, ITEM, MARK, NUMBER, Line, mark_of, opens_operative
from mandates.analysis.values import Hint

OPENING = re.compile(r"[“\"'‘]?The Security Council(?!['’\w])[,:]?|The Security Council\d{1,2}$", re.I)
ALONE = re.compile(r"[“\"'‘]?The Security Council[,:]?[”\"'’]?$", re.I)
OPENS = "“\"'‘Tt"  # the signs with which OPENING and ALONE begin
# a sentence goes on after these words, whatever the next line begins with
GOES_ON = re.compile(
    r"(?:^|[\s(“])(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|its|their|his|her|this|that|these|those|which|under|"
    r"between|into|against|through|including|within|per|No\.|Nos\.|Mr\.|Ms\.|Mrs\.|Dr\.|St\.)$"
)
# a mark after these words is quoted, not set: "paragraph 3" / "(a) above"
CITES = re.compile(
    r"\b(?:(?:sub-?)?paragraphs?|items?|articles?|rules?|sections?|resolutions?|annex|and paragraph)"
    r"(?:\s+\d{1,4}(?:\s\(\d{4}\))?)?(?:\s?\([a-z]{1,4}\))?(?:,\s(?:\d+|\([a-z]{1,4}\)))*(?:,| and| or| to)*$",
    re.I,
)
ENDED = (".", ";", ":", ".”", ";”", '."', ';"', ".)", "; and", "; or", ";and", ".’", ":”")
FINISHED = (*ENDED, ",")
# the words that open preambular paragraphs: a participle or adjective, with or without an adverb before it
PARTICIPLE = re.compile(
    r"(?:(?:\w+ly|Further|Also|Once again|Once more|Again|Having|Being|Still|Most|Very)\s+)*"
    r"(?:[A-Za-z]{2,}ing|[A-Za-z]{2,}ed|Mindful|Conscious|Aware|Anxious|Desirous|Confident|Cognizant|Cognisant|Indignant|"
    r"Hopeful|Grateful|Having|Appalled|Shocked|Struck)\b"
)
# share of line ends in the middle of a sentence from which a text counts as wrapped: without and with lines set in
PLAIN_SHARE, LAID_OUT_SHARE = 0.25, 0.1
NARROW = 140  # columns that a wrapped line may reach


WIDE_MARK = re.compile(r"\S+\s{2,}")  # a mark set off by a wide gap
END = 200  # characters of a line that tell how it ends
LAST_WORD = 12  # characters that hold the longest word of GOES_ON and what stands before it
LONGEST_HEADING = 160


@dataclass(slots=True)
class Piece:
    """A paragraph in the making: the lines that it is made of."""

    lines: list[Line]
    front: bool = False

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(slots=True)
class Layout:
    """How the lines of a text are set: whether they are wrapped, each page's margin, and where full lines end."""

    wrapped: bool
    margins: dict[int | None, float]
    width: float  # of a full line, from its page's margin
    indented: bool  # first lines stand further in than the others
    set_apart: bool  # every line is a paragraph

    def would_fit(self, last: Line, line: Line) -> bool:
        """Whether the next line's first word had room on the line before: then the break was meant."""
        end = last.right - self.margins.get(last.page, 0.0)
        return end + 1 + len(line.text.split(None, 1)[0]) < self.width - 8

    def indent(self, line: Line) -> float:
        return line.left - self.margins.get(line.page, line.left)


def opening(lines: list[Line]) -> int | None:
    """The index of the line that opens the text proper: the first that is its formula alone, else begins so."""
    starts = [i for i, line in enumerate(lines) if line.text[:1] in OPENS and OPENING.match(line.text)]
    for i in starts:
        if ALONE.match(lines[i].text):
            return i
    return starts[0] if starts else None


def measure(lines: list[Line], set_apart: bool = False) -> Layout:
    """The layout of a text's lines."""
    pairs = open_ends = 0
    for a, b in pairwise(lines):
        if b.blank or b.turn:
            continue
        pairs += 1
        open_ends += b.text[0].islower() and not a.text.endswith(ENDED)
    margins = _margins(lines)
    widths = sorted(line.right - margins[line.page] for line in lines)
    full = widths[int(len(widths) * 0.9)] if widths else 0.0
    laid_out = sum(line.left >= 2 for line in lines) * 2 > len(lines)
    wrapped = pairs >= 4 and open_ends > pairs * (LAID_OUT_SHARE if laid_out else PLAIN_SHARE) and full <= NARROW
    further_in = sum(line.left - margins[line.page] >= 2 for line in lines)
    return Layout(wrapped, margins, full, further_in * 12 > len(lines), set_apart and not wrapped)


def _margins(lines: list[Line]) -> dict[int | None, float]:
    pages: defaultdict[int | None, Counter[int]] = defaultdict(Counter)
    for line in lines:
        pages[line.page][round(line.left)] += 1
    return {page: _margin(lefts) for page, lefts in pages.items()}


def _margin(lefts: Counter[int]) -> float:
    """The leftmost column at which a good part of the lines start: the body's, not that of hanging items."""
    total = sum(lefts.values())
    for left in sorted(lefts):
        if (lefts[left] + lefts[left + 1]) >= max(2, total * 0.15):
            return left
    return lefts.most_common(1)[0][0]


def join(lines: list[Line], start: int | None, layout: Layout) -> list[Piece]:
    """The paragraphs. ``start`` is the index of the line that opens the text proper; what stands before it is front."""
    pieces: list[Piece] = []
    preamble = True
    for index, line in enumerate(lines):
        front = start is not None and index < start
        if not pieces or index == start:
            pieces.append(Piece([line], front))
            continue
        if preamble and opens_operative(line.text):
            preamble = False
        piece = pieces[-1]
        following = lines[index + 1] if index + 1 < len(lines) else None
        new = (
            _front_begins(piece, line)
            if front
            else (_begins(piece, line, layout, preamble) or _heads(piece, line, following))
        )
        if new:
            pieces.append(Piece([line], front))
        else:
            piece.lines.append(line)
    return pieces


def _heads(piece: Piece, line: Line, following: Line | None) -> bool:
    """Whether a line is a heading: it stands unfinished before a paragraph's number, after a line that is finished."""
    return (
        following is not None
        and len(line.text) < LONGEST_HEADING
        and line.text[-1] not in ".;:,"
        and line.text[0].isupper()
        and piece.last.text.endswith(FINISHED)
        and opens_operative(following.text)
        and not _goes_on(line.text)
    )


def _front_begins(piece: Piece, line: Line) -> bool:
    """In front of the text only a broken title or adoption line is joined."""
    last = piece.last.text
    return not (last.endswith((" on", ",", " of", " the", "-")) or (line.text[0].islower() and not line.blank))


def _begins(piece: Piece, line: Line, layout: Layout, preamble: bool) -> bool:
    """Whether a line begins a new paragraph after the one being put together."""
    last, text = piece.last, line.text
    if layout.set_apart:
        return True
    if (last.text[:1] in OPENS and ALONE.match(last.text)) or line.hint is not last.hint or line.hint is Hint.HEADING:
        return not (line.hint is Hint.HEADING and last.hint is Hint.HEADING and not line.blank and not MARK.match(text))
    if last.text.endswith("\ufffe"):
        return False
    if mark_of(text):
        return _mark_counts(piece, line, layout)
    ended = last.text.endswith(ENDED)
    lower = text[0].islower()
    if not ended and (
        lower or _goes_on(last.text) or (last.text[-1].isalnum() and (text[0].isdigit() or text[0] == "("))
    ):
        return False
    if lower and last.text[-1] in ",;" and (line.turn or layout.wrapped) and not line.blank:
        return False
    if line.turn:
        return _after_turn(piece, line, layout, ended, preamble)
    if not layout.wrapped:
        return True
    return _wrapped_begins(piece, line, layout, ended)


def _goes_on(text: str) -> bool:
    """Whether a text ends with a word after which its sentence goes on."""
    return GOES_ON.search(text, max(0, len(text) - LAST_WORD)) is not None


def _mark_counts(piece: Piece, line: Line, layout: Layout) -> bool:
    """Whether a mark at the start of a line is set, not quoted in a sentence that goes on."""
    last = piece.last.text[-END:]
    if last.endswith(ENDED):
        return True
    if CITES.search(last):
        return False
    if BARE_ITEM.match(line.text):
        return last.endswith((",", " and", " or")) or WIDE_MARK.match(line.text) is not None
    if NUMBER.match(line.text):
        return not (layout.wrapped and _goes_on(last) and not line.turn)
    if ITEM.match(line.text) and layout.wrapped and not line.blank and not line.turn:
        at_margin = layout.indent(line) < 1.5
        return not (
            at_margin and len(piece.lines) > 1 and piece.last.left <= line.left + 1 and layout.indent(piece.first) > 1.5
        )
    return True


def _after_turn(piece: Piece, line: Line, layout: Layout, ended: bool, preamble: bool) -> bool:
    if ended:
        return True
    last = piece.last.text
    if last.endswith(","):
        if layout.wrapped and layout.indent(line) >= 2 and layout.indent(line) != layout.indent(piece.last):
            return True
        return preamble and PARTICIPLE.match(line.text) is not None
    if MARK.match(piece.first.text) or PARTICIPLE.match(piece.first.text) or len(piece.lines) > 3:
        return False
    return len(last) < 100


def _wrapped_begins(piece: Piece, line: Line, layout: Layout, ended: bool) -> bool:
    last = piece.last
    one = len(piece.lines) == 1
    marked = MARK.match(piece.first.text) is not None
    indent = layout.indent(line)
    fits = layout.would_fit(last, line)
    stopped = ended or last.text.endswith(",")
    if line.blank:
        return True
    if one and marked and indent >= 2 and line.left - last.left <= 8:
        return fits  # else the second line of a hanging item
    if layout.indented:
        if indent >= 2 and (line.left - last.left > 1.5 or (one and stopped and not marked)):
            return True
        return fits and ended
    if stopped and fits:
        return True
    return not stopped and fits and one and not marked and last.right < layout.width * 0.6
