"""Coverage by partners as lines and as a drawing: for each crime market and area the partners of each kind. Pure.

The page draws it as a table; the file that is taken along is this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from capacities.markets import GROUPS, Coverage, Row
from language.marks import marked
from language.said import say

HEAD = (marked("What"), marked("Name"), marked("Kind of partner"), marked("Partner"))
NOBODY = marked("nobody")
NAME, COLUMN, LINE, TITLE, FOOT = 260, 140, 26, 84, 44  # of the drawing
DOTS, DOT = 5, 14  # the most that are drawn, and from one to the next


@dataclass(frozen=True, slots=True)
class Cell:
    """The partners of one kind: a square for each up to ``DOTS``, and their number where there are more."""

    x: int
    squares: tuple[int, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Line:
    """A crime market or an area, or the heading above them, which has no cells; ``said`` is the same in words."""

    y: int
    label: str
    covered: bool
    cells: tuple[Cell, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Drawing:
    heads: tuple[tuple[int, str], ...]
    lines: tuple[Line, ...]
    width: int
    height: int

    @property
    def paper(self) -> int:
        """The height of the file, with what is said above and below."""
        return TITLE + self.height + FOOT


def lines(found: Coverage) -> list[tuple[str, str, str, str]]:
    """As the columns of ``HEAD``: a line for each partner that covers something, and one for what nobody covers."""
    parts = ((say("crime market"), found.markets), (say("area"), found.areas))
    return [line for what, rows in parts for row in rows for line in _told(what, row)]


def _told(what: str, row: Row) -> Iterator[tuple[str, str, str, str]]:
    if not row.covered:
        yield what, row.label, say(NOBODY), ""
    for group, who in row.cells.items():
        yield from ((what, row.label, say(GROUPS[group]), one["name"]) for one in who)


def build(found: Coverage) -> Drawing:
    """Only how many there are: no partner is named."""
    parts = ((say("Crime markets"), found.markets), (say("Areas"), found.areas))
    drawn: list[Line] = []
    for title, rows in parts:
        if rows:
            drawn.append(Line(LINE * len(drawn), title, True, (), ""))
            drawn += _lines(rows, len(drawn))
    heads = tuple((NAME + COLUMN * i, say(label)) for i, label in enumerate(GROUPS.values()))
    return Drawing(heads, tuple(drawn), NAME + COLUMN * len(GROUPS), LINE * len(drawn))


def _lines(rows: Sequence[Row], before: int) -> list[Line]:
    return [
        Line(LINE * (before + i), row.label, row.covered, tuple(_cells(row)), _said(row)) for i, row in enumerate(rows)
    ]


def _cells(row: Row) -> Iterator[Cell]:
    for i, who in enumerate(row.cells.values()):
        squares = tuple(DOT * n for n in range(min(len(who), DOTS)))
        yield Cell(NAME + COLUMN * i, squares, str(len(who)) if len(who) > DOTS else "")


def _said(row: Row) -> str:
    counted = ", ".join(f"{say(GROUPS[group])} {len(who)}" for group, who in row.cells.items() if who)
    title = f"{row.label[:1].upper()}{row.label[1:]}"
    return say("{name}: {who}.", name=title, who=counted or say(NOBODY))
