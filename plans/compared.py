"""The options of a plan side by side: the same lines for each, so that page and documents compare alike. Pure but for its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plans.conflicts import day
from plans.loaded import Loaded
from plans.measures import Met
from plans.values import Situation, Task

NONE = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one option shows on one line; ``percent`` where it can be drawn, ``more`` what can be unfolded."""

    option: str
    said: str
    percent: int | None = None
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    hint: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """``lines`` are measures, ``tasks`` how far each task is covered. ``best``: the option that meets most, None while none meets any."""

    lines: tuple[Line, ...]
    tasks: tuple[tuple[Task, Line], ...]
    best: Loaded | None
    total: int


def compared(situation: Situation, options: Sequence[Loaded]) -> Compared:
    """Lay options side by side. The best meets most needs, of those with as many the one that does so first."""
    half = f"by {day(situation.half)}" if situation.half else "the day is not known"
    highest = next((task.label for task in situation.tasks if task.needs), "")

    def line(name: str, hint: str, cell: Callable[[Loaded], Cell]) -> Line:
        return Line(name, hint, tuple(cell(one) for one in options))

    lines = (
        line("Needs met", "of all that the tasks take", _met),
        line("Highest task", highest, _highest),
        line("Met by half of the time", half, _by_half),
        line("All of it from", "the last need that it meets", lambda o: _cell(o, _since(o.measures.complete_on))),
        line("People", "the most on one day", lambda o: _cell(o, str(o.measures.people))),
        line("Rests on one alone", "needs that nobody else would meet", _single),
        line("Gaps", "needs that nobody meets", _gaps),
        line("Conflicts", "", _conflicts),
    )
    tasks = tuple(
        (task, line(task.label, "", lambda o, task=task: _task(o, o.measures.of(task)))) for task in situation.tasks
    )
    meeting = [one for one in options if one.measures.met]
    best = min(meeting, key=lambda o: (-o.measures.met, str(o.measures.complete_on), o.option.pk), default=None)
    return Compared(lines, tasks, best, sum(len(task.needs) for task in situation.tasks))


def _cell(one: Loaded, said: str, **more) -> Cell:
    return Cell(one.option.title, said, **more)


def _met(one: Loaded) -> Cell:
    told = one.measures
    percent = 100 * told.met // told.total if told.total else None
    return _cell(one, f"{told.met} of {told.total}", percent=percent)


def _highest(one: Loaded) -> Cell:
    own = one.measures.first_task
    return _cell(one, f"{own[0]} of {own[1]}" if own else "not known")


def _by_half(one: Loaded) -> Cell:
    return _cell(one, "not known" if one.measures.by_half is None else str(one.measures.by_half))


def _single(one: Loaded) -> Cell:
    alone = one.measures.single
    more = tuple(f"{one.titles[key]}: {count(number, 'need')}" for key, number in alone)
    return _cell(one, count(sum(number for _, number in alone), "need"), more=more)


def _gaps(one: Loaded) -> Cell:
    gaps = one.measures.gaps
    return _cell(one, str(len(gaps)), more=tuple(f"{gap.task.label}: {gap.need.label}" for gap in gaps))


def _conflicts(one: Loaded) -> Cell:
    stops, others = one.stops, len(one.conflicts) - one.stops
    said = [f"{stops} cannot be as planned"] * bool(stops) + [f"{others} to look at"] * bool(others)
    return _cell(one, ", ".join(said) or "none")


def _task(one: Loaded, rows: Sequence[Met]) -> Cell:
    met = [row for row in rows if row.since]
    if not rows:
        return _cell(one, "what it takes is not known")
    said = f"{len(met)} of {len(rows)}"
    if met:
        said += f", from {day(min(row.since for row in met if row.since))}"
    return _cell(one, said, percent=100 * len(met) // len(rows))


def _since(when) -> str:
    return day(when) if when else NONE


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
