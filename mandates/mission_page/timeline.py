"""Where organized crime stood in a mission's mandates over the years: each text a mark at its day. Numbers → places in an SVG.

A line runs on from a mark only as far as the text's own words give the term, or to the next text that lays tasks down. Years of
which no text is held, and through which none runs, are shaded: nothing is guessed between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from language import days
from language.said import say
from mandates import positions, symbols
from mandates.analysis.values import RANKED_KINDS, Position
from mandates.drawings.charts import Tick
from mandates.models import TextVersion
from mandates.positions import YEARS, Cell, State
from missions.models import Mission

WIDTH, LEFT, RIGHT = 960, 176, 20
TOP, LANE, FOOT = 14, 34, 30
LABEL = 46  # width of the words beside a mark
LANES = (
    (Position.MAIN_TASK, _("a main task"), _("main task")),
    (Position.WITHIN_MAIN_TASK, _("inside a main task"), _("inside one")),
    (Position.MISSION_PARAGRAPH_OUTSIDE_LIST, _("outside the task list"), _("outside the list")),
    (Position.OTHERS_ONLY, _("told to others only"), pgettext_lazy("lane", "others only")),
    (Position.PREAMBLE_ONLY, _("preamble only"), pgettext_lazy("lane", "preamble only")),
    (Position.ABSENT, _("absent"), _("absent")),
    (None, _("earlier tasks stay in force"), _("earlier tasks stay")),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One adopted text that gives the mission its mandate. ``day`` is None where only the year is known."""

    version: TextVersion
    cell: Cell
    day: date | None
    year: int
    until: date | None

    @property
    def when(self) -> str:
        return days.day(self.day) if self.day else say("{year}, day not known", year=self.year)

    @property
    def said(self) -> str:
        """When it was adopted, and where organized crime stands in it."""
        return say("{when}: {what}", when=self.when, what=self.cell.said)


@dataclass(frozen=True, slots=True)
class Mark:
    """A text in the drawing. ``end``: where its line ends; None where no term is known. ``label``: words beside it, where there is room."""

    text: Text
    x: float
    y: float
    end: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One place for marks, best highest. ``short`` is its name where there is little room."""

    y: float
    name: str
    short: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """``shaded`` are (x, width) of years without a text; ``today`` is None after the years shown; ``ends`` where the mandate in
    force ends, by the register."""

    width: int
    height: int
    base: int
    texts: tuple[Text, ...]
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    years: tuple[Tick, ...]
    shaded: tuple[tuple[float, float, int], ...]
    today: float | None
    ends: float | None

    @property
    def latest(self) -> Text | None:
        """The last text with a task list, else the last that keeps no earlier tasks, else the last."""
        stating = [text for text in self.texts if text.cell.state is State.READ]
        listing = [text for text in stating if text.cell.main_tasks]
        return (listing or stating or list(self.texts) or [None])[-1]


def of(mission: Mission, versions: Sequence[TextVersion], today: date) -> Timeline:
    """The drawing of a mission's adopted texts. ``versions`` carry mandate, adoption, review and summary; no query."""
    told = sorted(
        filter(None, map(_told, versions)), key=lambda text: (text["year"], symbols.number(text["symbol"]) or 0)
    )
    texts = tuple(_text(text) for text in told)
    first, last = positions.life(mission, [text.year for text in texts], today)
    until = max([last, *(text.year for text in texts)])  # a mission that is closed is not drawn on to this year
    shown = max(until, mission.mandate_ends.year if mission.mandate_ends else until)
    since = min([until, max(first, until + 1 - YEARS), *(text.year for text in texts)])
    row = positions.row_of(mission.acronym, mission, told, since, until, today)
    scale = _Scale(since, shown)
    empty = [cell.year for cell in row.cells if cell.state is State.NOT_HELD]
    base = TOP + LANE * len(LANES)
    return Timeline(
        width=WIDTH,
        height=base + FOOT,
        base=base,
        texts=texts,
        marks=tuple(_marks(texts, scale)),
        lanes=tuple(Lane(_middle(i), str(name), str(short), at) for i, (at, name, short) in enumerate(LANES)),
        years=scale.ticks,
        shaded=tuple((scale.at(date(year, 1, 1)), scale.year, year) for year in empty),
        today=scale.at(today) if today.year <= shown else None,
        ends=scale.at(mission.mandate_ends) if mission.mandate_ends and mission.mandate_ends.year >= since else None,
    )


class _Scale:
    """Days → places across the drawing."""

    def __init__(self, since: int, until: int) -> None:
        self.since, self.until = since, until
        self.year = round((WIDTH - LEFT - RIGHT) / (until + 1 - since), 2)

    def at(self, day: date) -> float:
        part = (day - date(day.year, 1, 1)).days / 366
        return round(LEFT + self.year * (min(max(day.year + part, self.since), self.until + 1) - self.since), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        every = ceil(36 / self.year)
        shown = range(self.since, self.until + 1, every)
        return tuple(Tick(round(LEFT + self.year * (year - self.since + 0.5), 1), str(year)) for year in shown)


def _told(version: TextVersion) -> Mapping | None:
    """A text as ``positions`` takes it; None where it is not reviewed, gives no mandate, or its year is not known."""
    review, summary = getattr(version, "review", None), getattr(version, "summary", None)
    if not review or not summary or not summary.year or review.kind not in RANKED_KINDS:
        return None
    own = ("mission_name", "position", "flagged", "best_main_task_rank", "best_containing_rank", "main_tasks", "top")
    about = {"symbol": version.mandate.symbol, "mandate": version.mandate_id, "year": summary.year}
    term = {"renews": summary.renews, "runs_until": summary.runs_until}
    return {name: getattr(review, name) for name in own} | about | term | {"version": version}


def _text(told: Mapping) -> Text:
    version = told["version"]
    adoption = getattr(version.mandate, "adoption", None)
    day = adoption.date if adoption else None
    cell = positions.cell_of(told["year"], [told], None, True)
    return Text(version, cell, day, day.year if day else told["year"], told["runs_until"])


def _marks(texts: Sequence[Text], scale: _Scale) -> list[Mark]:
    marks: list[Mark] = []
    for i, text in enumerate(texts):
        x = scale.at(text.day or date(text.year, 7, 1))
        lane = next(n for n, (position, *_) in enumerate(LANES) if position == _position(text))
        y = _middle(lane)
        later = next((scale.at(t.day or date(t.year, 7, 1)) for t in texts[i + 1 :]), None)
        term = scale.at(text.until) if text.until else None
        end = min(term, later) if term and later else term
        crowded = any(mark.y == y and x - mark.x < LABEL and mark.label for mark in marks)
        marks.append(Mark(text, x, y, end if end and end > x else None, "" if crowded else text.cell.words))
    return marks


def _middle(lane: int) -> float:
    return TOP + LANE * (lane + 0.5)


def _position(text: Text) -> Position | None:
    return text.cell.position if text.cell.state is State.READ else None
