"""The options of a plan side by side: the same lines for each, so that page and documents compare alike. Pure but for its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from language.days import day
from language.said import say, say_many
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
    half = say("by {day}", day=day(situation.half)) if situation.half else say("the day is not known")
    highest = next((task.label for task in situation.tasks if task.needs), "")

    def line(name: str, hint: str, cell: Callable[[Loaded], Cell]) -> Line:
        return Line(name, hint, tuple(cell(one) for one in options))

    lines = (
        line(say("Needs met"), say("of all that the tasks take"), _met),
        line(say("Highest task"), highest, _highest),
        line(say("Met by half of the time"), half, _by_half),
        line(
            say("All of it from"),
            say("the last need that it meets"),
            lambda o: _cell(o, _since(o.measures.complete_on)),
        ),
        line(say("People"), say("the most on one day"), lambda o: _cell(o, str(o.measures.people))),
        line(say("Rests on one alone"), say("needs that nobody else would meet"), _single),
        line(say("Gaps"), say("needs that nobody meets"), _gaps),
        line(say("Conflicts"), "", _conflicts),
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
    return _cell(one, _of(told.met, told.total), percent=percent)


def _highest(one: Loaded) -> Cell:
    own = one.measures.first_task
    return _cell(one, _of(*own) if own else say("not known"))


def _by_half(one: Loaded) -> Cell:
    return _cell(one, say("not known") if one.measures.by_half is None else str(one.measures.by_half))


def _single(one: Loaded) -> Cell:
    alone = one.measures.single
    more = tuple(
        say_many("{who}: {number} need", "{who}: {number} needs", number, who=one.titles[key]) for key, number in alone
    )
    return _cell(one, say_many("{number} need", "{number} needs", sum(number for _, number in alone)), more=more)


def _gaps(one: Loaded) -> Cell:
    gaps = one.measures.gaps
    more = tuple(say("{task}: {need}", task=gap.task.label, need=say(gap.need.label)) for gap in gaps)
    return _cell(one, str(len(gaps)), more=more)


def _conflicts(one: Loaded) -> Cell:
    stops, others = one.stops, len(one.conflicts) - one.stops
    said = [say_many("{number} cannot be as planned", "{number} cannot be as planned", stops)] * bool(stops)
    said += [say("{number} to look at", number=others)] * bool(others)
    return _cell(one, ", ".join(said) or say("none"))


def _task(one: Loaded, rows: Sequence[Met]) -> Cell:
    met = [row for row in rows if row.since]
    if not rows:
        return _cell(one, say("what it takes is not known"))
    percent = 100 * len(met) // len(rows)
    if not met:
        return _cell(one, _of(0, len(rows)), percent=percent)
    first = min(row.since for row in met if row.since)
    said = say("{met} of {total}, from {day}", met=len(met), total=len(rows), day=day(first))
    return _cell(one, said, percent=percent)


def _of(met: int, total: int) -> str:
    return say("{met} of {total}", met=met, total=total)


def _since(when) -> str:
    return day(when) if when else NONE
