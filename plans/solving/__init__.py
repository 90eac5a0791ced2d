"""Proposes who does what in a plan: ``propose``. Pure: no database, clock or network.

Four steps: candidates.py lays out what could be assigned and what bars the rest, parts.py cuts that where nobody is shared,
search.py finds the best of each part, explaining.py says why in sentences. The solver's library is loaded at the first
proposal, not with the program.
"""

from collections.abc import Callable, Sequence

from plans.approaches import Draws
from plans.solving import candidates, explaining, parts
from plans.solving.candidates import Candidate, Field
from plans.solving.values import Aim, Choice, Level, Proposal, Stopped, Uncovered
from plans.values import Assignment, Situation

__all__ = ["Aim", "Choice", "Level", "Proposal", "Stopped", "Uncovered", "propose"]

Step = Callable[[str, int, int], None]


def propose(
    situation: Situation,
    fixed: Sequence[Assignment],
    draws: Draws,
    *,
    seconds: float = 20,
    step: Step | None = None,
    stop: Callable[[], bool] | None = None,
) -> Proposal:
    """The best assignments beside those that are fixed, by the aims of values.Aim one after the other.

    ``seconds`` is for the whole search; where it runs out, the best that was found stands and the proposal says so.
    ``step`` is told the aim that was reached last, how many steps are done and of how many. ``stop`` is asked between steps
    and at each better solution. The order of tasks, resources and fixed assignments does not matter, and what was proven
    comes out the same each time. Raises Stopped.
    """
    field = candidates.lay_out(situation, fixed, draws)
    chosen, levels = _search(field, seconds, step or (lambda aim, done, total: None), stop or (lambda: False))
    levels = _with_fixed(levels, field, draws)
    return explaining.explain(situation, fixed, draws, field, chosen, levels)


def _search(field: Field, seconds: float, step: Step, stop: Callable[[], bool]) -> tuple[list[Candidate], list[Level]]:
    """What is chosen, and what is reached beside what is fixed."""
    found = parts.cut(field)
    total = len(found) * len(Aim)
    needs = {task.id: Level(Aim.NEEDS, 0, True, task.id) for task in field.tasks}
    others = {aim: Level(aim, 0, True) for aim in list(Aim)[1:]}
    chosen: list[Candidate] = []
    if stop():
        raise Stopped
    if found:
        from plans.solving import search  # here, so that only who proposes waits for the solver to load

        clock = search.Clock(seconds, stop)
    for number, part in enumerate(found):
        one = search.Search(field, part, clock)
        for done, (aim, reached, proven) in enumerate(one.run(), 1):
            if aim is Aim.NEEDS:
                for task, value in zip(part.tasks, reached, strict=True):
                    needs[task.id] = _added(needs[task.id], value, proven)
            else:
                others[aim] = _added(others[aim], reached[0], proven)
            step(aim.value, number * len(Aim) + done, total)
        chosen += one.chosen()
    return chosen, [*needs.values(), *others.values()]


def _added(level: Level, value: int, proven: bool) -> Level:
    return Level(level.aim, level.value + value, level.proven and proven, level.task)


def _with_fixed(levels: Sequence[Level], field: Field, draws: Draws) -> tuple[Level, ...]:
    """Levels that count what is fixed too: its needs, as far as the approach draws on them, and their days."""
    drawn = [(task, day) for (task, need), day in field.met.items() if draws.allow(need)]
    added = {(Aim.DAYS, None): sum(field.days(day) for _, day in drawn)}
    for task, _ in drawn:
        added[Aim.NEEDS, task] = added.get((Aim.NEEDS, task), 0) + 1
    return tuple(_added(level, added.get((level.aim, level.task), 0), True) for level in levels)
