"""The drawing of the trends: numbers → places in an SVG.

The same drawing stands on the page, where the stylesheet gives the colours of the theme, and in the file that is downloaded,
where those of its own attributes hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from language.said import say, say_many
from mandates.counting import percent
from mandates.positions import Row, State
from mandates.trends import Type, Year

WIDTH, LEFT, RIGHT = 960, 44, 12
TOP, HEIGHT, FOOT = 16, 220, 62  # of the plot of shares, and what stands below it
LABELS, LETTER = 190, 6.3  # least width of the names of crime types, and that of one of their letters
BAND = 30  # height of one crime type
STEPS = (0.2, 0.4, 0.6, 0.8, 1.0)
CELL, LINE, NAME = 54, 24, 150  # a cell, a line and the name of a mission in the table of positions
NARROWEST = 700  # so that the words above the table of positions find room


@dataclass(frozen=True, slots=True)
class Dot:
    """One year's share. ``said`` is what it shows, in words."""

    x: float
    y: float
    few: bool
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """A share over the years. ``paths`` are its unbroken parts: a year of which nothing is held breaks it."""

    name: str
    paths: tuple[str, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    text: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    width: int
    height: int
    base: int
    lines: tuple[Line, ...]
    levels: tuple[Tick, ...]
    years: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    few: bool
    said: str


@dataclass(frozen=True, slots=True)
class Band:
    """One crime type: a bar for every year in which a text names it, and its highest share in words."""

    label: str
    y: float
    bars: tuple[Bar, ...]
    most: str
    wider: bool


@dataclass(frozen=True, slots=True)
class Bands:
    width: int
    height: int
    bands: tuple[Band, ...]
    years: tuple[Tick, ...]


def shares(years: Sequence[Year], crime_type: str = "", label: str = "") -> Shares | None:
    """The share of resolutions that refer to organized crime, by both definitions, and that of one crime type."""
    if not years:
        return None
    step = (WIDTH - LEFT - RIGHT) / len(years)
    xs = [round(LEFT + step * (i + 0.5), 1) for i in range(len(years))]
    series = [
        ("wider", say("by the wider definition"), [y.share(y.wider) for y in years]),
        ("project", say("by this project's definition"), [y.share(y.project) for y in years]),
    ]
    if crime_type:
        series.append(
            ("type", say("naming {crime_type}", crime_type=label), [y.share(y.types.get(crime_type, 0)) for y in years])
        )
    most = max((share for _, _, found in series for share in found if share is not None), default=0)
    top = next(s for s in STEPS if most <= s)
    return Shares(
        width=WIDTH,
        height=TOP + HEIGHT + FOOT,
        base=TOP + HEIGHT,
        lines=tuple(_line(name, words, found, years, xs, top) for name, words, found in series),
        levels=tuple(Tick(_y(s, top), percent(s)) for s in (0, *STEPS) if s <= top),
        years=tuple(_ticks(years, xs, step)),
    )


def _y(share: float, top: float) -> float:
    return round(TOP + HEIGHT * (1 - share / top), 1)


def _line(
    name: str, words: str, found: Sequence[float | None], years: Sequence[Year], xs: Sequence[float], top: float
) -> Line:
    dots, runs = [], [[]]
    for share, year, x in zip(found, years, xs, strict=True):
        if share is None:
            runs.append([])
            continue
        y = _y(share, top)
        told = {"year": year.year, "share": percent(share), "held": year.held, "what": words}
        dots.append(Dot(x, y, year.few, say("{year}: {share} of {held} held, {what}", **told)))
        runs[-1].append(f"{x},{y}")
    return Line(name, tuple(" ".join(run) for run in runs if len(run) > 1), tuple(dots))


def _ticks(years: Sequence[Year], xs: Sequence[float], step: float) -> list[Tick]:
    """The years that find room, and under each how many resolutions are held."""
    every = ceil(36 / step)
    return [Tick(x, str(y.year), str(y.held)) for i, (y, x) in enumerate(zip(years, xs, strict=True)) if i % every == 0]


def bands(years: Sequence[Year], types: Sequence[Type]) -> Bands | None:
    """A row of bars for each crime type, all on one scale: the height of a row is the highest share of any type."""
    if not years or not types:
        return None
    labels = max(LABELS, ceil(LETTER * max(len(t.label) + 2 * t.wider for t in types)))
    step = (WIDTH - labels - 150) / len(years)
    most = max((y.share(y.types.get(t.name, 0)) or 0 for y in years for t in types), default=0) or 1
    drawn = tuple(_band(t, TOP + BAND * i, years, labels, step, most) for i, t in enumerate(types))
    base = TOP + BAND * len(types)
    every = ceil(36 / step)
    ticks = [Tick(round(labels + step * (i + 0.5), 1), str(y.year)) for i, y in enumerate(years) if i % every == 0]
    return Bands(WIDTH, base + 24, drawn, tuple(ticks))


def _band(crime: Type, top: float, years: Sequence[Year], labels: int, step: float, most: float) -> Band:
    bars, best, when = [], 0.0, 0
    for i, year in enumerate(years):
        named = year.types.get(crime.name, 0)
        share = year.share(named)
        if not share:
            continue
        height = round(max(1.5, (BAND - 8) * share / most), 1)
        told = {"year": year.year, "texts": named, "held": year.held, "share": percent(share)}
        said = say("{year}: {texts} of {held} held, {share}", **told)
        x, y = round(labels + step * (i + 0.1), 1), round(top + BAND - 4 - height, 1)
        bars.append(Bar(x, y, round(step * 0.8, 1), height, year.few, said))
        if share > best and not year.few:
            best, when = share, year.year
    told = say_many("{number} text", "{number} texts", crime.texts)
    if when:
        told = say("{texts}; most {share}, {year}", texts=told, share=percent(best), year=when)
    return Band(crime.label, top, tuple(bars), told, crime.wider)


@dataclass(frozen=True, slots=True)
class Grid:
    """The table of positions as a drawing: lines of (y, mission or heading, cells of (x, cell))."""

    width: int
    height: int
    years: tuple[Tick, ...]
    lines: tuple[tuple, ...]


def grid(rows: Sequence[Row], since: int, until: int) -> Grid:
    """The table of positions, for the file that is downloaded."""
    lines, y, group = [], TOP + LINE, ""
    for row in rows:
        if row.group != group:
            group, y = row.group, y + 8
            lines.append((y, say(group), True, ()))
            y += LINE
        cells = tuple((NAME + CELL * (c.year - since), c) for c in row.cells if c.state is not State.NO_MISSION)
        lines.append((y, row.mission, False, cells))
        y += LINE
    ticks = tuple(Tick(NAME + CELL * (year - since) + CELL / 2, str(year)) for year in range(since, until + 1))
    return Grid(max(NAME + CELL * (until - since + 1) + 8, NARROWEST), y + 8, ticks, tuple(lines))
