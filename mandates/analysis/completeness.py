"""What a text lacks: numbers or items left out, and an end that is cut off. Nothing is inferred that could stand otherwise.

The Council's form tells: operative paragraphs are numbered from 1 without a gap, each ends with a semicolon and the last with
a full stop, items run (a), (b), (c), and a resolution has an operative part.
"""

import re
from collections.abc import Iterator, Sequence

from mandates.analysis import markers
from mandates.analysis.markers import Style
from mandates.analysis.values import Gap, Missing, Paragraph, ParagraphKind
from mandates.analysis.verbs import ADVERBS, VERBS

NUMBER = re.compile(r"(\d+)(?: (\w+))?")
# the end of a resolution: a full stop, perhaps within quotation marks, a note's sign after it; or its usual last words
NOTE = r"(?:\s?(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}|\*{1,3}))?"
ENDED = re.compile(rf"[.!?][”\"’‘')\],\s]*{NOTE}$|\bsei[sz]ed(?: of the (?:matter|question|issue))[”\"’:,\]]*$")
# a list of persons closes a text that elects or nominates them: "Ms. Ana Anders (Karesia)"
PERSON = re.compile(r"[A-Z][^;:\n]{3,50} \([A-Z][a-z][^()\d]{1,60}\)$")
ABBREVIATED = re.compile(
    r"\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|Gen|Lt|para|paras|art|arts|Add|Rev|Corr|Vol|cf|i\.e|e\.g)\.$|\b[A-Z]\.$|\d\.\d{1,2}$|/\.+$|;\s\d{1,3}\.$"
)
# an operative verb where a number is due: after the end of a paragraph
UNNUMBERED = re.compile(rf"(?:\n|; (?:and )?|[a-z]\) )(?=[A-Z])(?:(?:{ADVERBS}),?\s+)*(?i:{VERBS})\b")
BROKEN_OFF = re.compile(r"[,;]$|[\w,] (?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|its|their)$")
COUNTED = (Style.LETTER, Style.ROMAN, Style.DIGIT, Style.PLAIN_LETTER, Style.PLAIN_ROMAN)
TAIL = 200  # characters that tell how a text ends
LARGEST_GAP = 3  # items that may be lost before a mark is taken for another list's


def gaps(paragraphs: Sequence[Paragraph]) -> tuple[Gap, ...]:
    """Everything that a resolution's paragraphs show to be missing, in document order."""
    operative = [p for p in paragraphs if p.kind is ParagraphKind.OPERATIVE]
    if not operative:
        return (Gap(Missing.OPERATIVE_PART, (), paragraphs[-1].index if paragraphs else None),)
    found = [*_numbers(operative), *_items(operative), *_end(operative, paragraphs[-1])]
    return tuple(sorted(found, key=lambda gap: gap.paragraph or 0))


def _numbers(operative: list[Paragraph]) -> Iterator[Gap]:
    numbered = [p for p in operative if p.depth == 0]
    if not any(p.marker for p in numbered):
        return
    due = 1
    for place, paragraph in enumerate(numbered):
        match = NUMBER.match(paragraph.number)
        number, suffix = int(match[1]), match[2]
        if place and number == 1 and not suffix:
            due = 1  # a part that numbers its paragraphs anew
        if not paragraph.marker:
            yield Gap(Missing.NUMBER, ("1",), paragraph.index)
        elif number > due or (suffix and number == due):
            yield Gap(Missing.NUMBER, tuple(map(str, range(due, number + bool(suffix)))), paragraph.index)
        due = max(due, number + 1)
    last = numbered[-1].index
    for paragraph in operative:
        if paragraph.index >= last and UNNUMBERED.search(paragraph.text):
            yield Gap(Missing.NUMBER, (str(due),), paragraph.index)
            return


def _items(operative: list[Paragraph]) -> Iterator[Gap]:
    before: dict[int, Paragraph] = {}  # the item last seen below each paragraph
    held = {paragraph.index: paragraph for paragraph in operative}
    readings: dict[str, tuple[tuple[Style, int], ...]] = {}
    latest: dict[Style, int] = {}
    for paragraph in operative:
        if paragraph.parent is None:
            continue
        marks = readings.get(paragraph.marker)
        if marks is None:
            mark = markers.read(f"{paragraph.marker} X")
            marks = readings[paragraph.marker] = mark.readings if mark else ()
        sibling = before.get(paragraph.parent)
        before[paragraph.parent] = paragraph
        if sibling is not None:
            lost = _between(readings[sibling.marker], marks)
        else:
            above = held[paragraph.parent].text
            # letters may run on across paragraphs and groups
            runs_on = any(latest.get(style) == ordinal - 1 for style, ordinal in marks)
            lost = [] if runs_on and not above.endswith(":") else _before(marks)
            lost = [mark for mark in lost if _printed(*mark) not in above]  # as in "7. (a) Decides …"
        latest.update(marks)
        if lost:
            holder = paragraph.label.removesuffix(paragraph.marker).rstrip()
            labels = tuple(f"{holder} {_printed(style, ordinal)}" for style, ordinal in lost)
            yield Gap(Missing.ITEM, labels, paragraph.index)


def _before(marks: Sequence[tuple[Style, int]]) -> list[tuple[Style, int]]:
    """The marks lost before the first item of a list."""
    if not marks or any(style not in COUNTED or ordinal == 1 for style, ordinal in marks):
        return []
    style, ordinal = marks[0]
    return [(style, n) for n in range(1, ordinal)] if ordinal <= 1 + LARGEST_GAP else []


def _between(before: Sequence[tuple[Style, int]], marks: Sequence[tuple[Style, int]]) -> list[tuple[Style, int]]:
    """The marks lost between two items of one list; none where one can follow the other or a list begins anew."""
    held = dict(before)
    lost: list[tuple[Style, int]] = []
    for style, ordinal in marks:
        if style not in COUNTED or ordinal <= held.get(style, ordinal) + 1:
            if style in held or ordinal == 1 or style not in COUNTED:
                return []
        elif style in held and ordinal <= held[style] + 1 + LARGEST_GAP:
            lost = lost or [(style, n) for n in range(held[style] + 1, ordinal)]
    return lost


def _printed(style: Style, ordinal: int) -> str:
    if style in (Style.ROMAN, Style.PLAIN_ROMAN):
        word = markers.to_roman(ordinal)
    elif style is Style.DIGIT:
        word = str(ordinal)
    else:
        word = chr(96 + ordinal) if ordinal <= 26 else chr(96 + ordinal - 26) * 2
    return f"{word}." if style in (Style.PLAIN_LETTER, Style.PLAIN_ROMAN) else f"({word})"


def _end(operative: list[Paragraph], last: Paragraph) -> Iterator[Gap]:
    closing = operative[-1].text.rstrip()[-TAIL:]
    if not (ENDED.search(closing) or PERSON.search(closing)) or ABBREVIATED.search(closing):
        yield Gap(Missing.END, (), operative[-1].index)
    elif last.kind is ParagraphKind.ANNEX and last.text[0].isalpha() and BROKEN_OFF.search(last.text[-TAIL:]):
        yield Gap(Missing.END, (), last.index)
