"""The best choice among candidates, aim by aim: each aim's optimum is a constraint for those after it. Needs OR-Tools. Pure.

Tasks that compete for no people are searched on their own (parts.py): the best of the parts together is the best of the
whole, because every aim counts a sum. One worker and a fixed seed make that the same field gives the same answer; the lot at
the end leaves no two answers equal, so that it does not depend on how the search went either.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from plans.solving.candidates import Candidate, Field
from plans.solving.parts import Part
from plans.solving.values import Aim, Stopped
from plans.values import Need, Task

BLOCK = 10**9  # tasks whose weights stay below this are weighed at once, the higher outweighing all below it
SHARE = 0.5  # of the time that is left, for one level: those after it need some too
LEAST = 0.01  # seconds below which no search is begun
MOST = {Aim.NEEDS, Aim.LENGTH}  # of which more is better
# Measured on bench.plans: without the full linear relaxation the needs of sixty tasks are not proven in minutes; the rest of
# what the solver does before it searches costs more here than it saves.
PARAMETERS = {
    "num_workers": 1,
    "random_seed": 1,
    "linearization_level": 2,
    "cp_model_probing_level": 0,
    "symmetry_level": 0,
    "max_presolve_iterations": 1,
}

Wait = tuple[int, Need]  # a need of a task, by the task's id


@dataclass(slots=True)
class Clock:
    """The seconds that are left, as the solver itself counts them, and what is asked whether to stop."""

    left: float
    stop: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Sum:
    """What a level counts: a weighted sum of variables. ``best`` is what it cannot pass, None where that is not known.

    ``parts`` are sums that it weighs together, each of which is to be kept by itself.
    """

    aim: Aim
    terms: tuple[tuple[int, int], ...]  # weight, place of the variable
    best: int | None
    parts: tuple["Sum", ...] = ()

    def of(self, values: Sequence[int]) -> int:
        return sum(weight * values[at] for weight, at in self.terms)


class Asking(cp_model.CpSolverSolutionCallback):
    """Asks at each better solution, and at each better bound, whether to stop."""

    def __init__(self, stop: Callable[[], bool]) -> None:
        super().__init__()
        self.stop, self.stopped = stop, False

    def on_solution_callback(self) -> None:
        self.ask()

    def ask(self, bound: float = 0) -> None:
        if not self.stopped and self.stop():
            self.stopped = True
            self.stop_search()


class Search:
    """One part of a field as a model.

    Its variables are the candidates, in their order; then for each need that nothing fixed meets whether it is met; then,
    once the needs are settled, for each need and day whether it waits until then.
    """

    def __init__(self, field: Field, part: Part, clock: Clock) -> None:
        self.field, self.part, self.clock = field, part, clock
        self.model = cp_model.CpModel()
        self.variables: list[cp_model.IntVar] = []
        self.values: list[int] = []
        self.bringing: dict[Wait, dict[int, list[int]]] = {}  # by need, by days until then: places of candidates
        self.met: dict[Wait, int] = {}
        self.waits: dict[Wait, dict[int, int]] = {}
        self._build()

    def run(self) -> Iterator[tuple[Aim, list[int], bool]]:
        """Reach one aim after the other: the aim, what was reached (of NEEDS: by task) and whether that is proven.

        What is fixed is not counted: needs beside it, and how many days sooner. Raises Stopped.
        """
        yield Aim.NEEDS, *self._reach_needs()
        self._add_waits()
        for aim in list(Aim)[1:]:
            total = self._days() if aim is Aim.DAYS else self._sum(aim)
            proven = self._reach(total)
            yield aim, [total.of(self.values)], proven

    def chosen(self) -> list[Candidate]:
        return [one for at, one in enumerate(self.part.candidates) if self.values[at]]

    def _build(self) -> None:
        """All candidates, closed at first, and what holds between them."""
        candidates = self.part.candidates
        for at, one in enumerate(candidates):
            self._variable(0)
            for need in one.brings:
                days = self.bringing.setdefault((one.task.id, need), {})
                days.setdefault(self.field.days(one.begins), []).append(at)
        for wait in (wait for wait in self.bringing if wait not in self.field.met):
            self.met[wait] = self._variable(1)
            bringing = [at for places in self.bringing[wait].values() for at in places]
            self.model.add(self.variables[self.met[wait]] <= self._total(bringing))
        for places, sharing in self.part.limits:
            self.model.add(self._total(sharing) <= places)
        for same in self.part.pairs:  # a later stretch of the same resource would bring nothing to the same task
            self.model.add_at_most_one(self.variables[at] for at in same)

    def _variable(self, most: int) -> int:
        self.variables.append(self.model.new_int_var(0, most, ""))
        self.values.append(0)
        return len(self.variables) - 1

    def _total(self, places: Iterable[int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.sum([self.variables[at] for at in places])

    def _reach_needs(self) -> tuple[list[int], bool]:
        """Task by task from the highest down; while the higher are searched the lower have nothing."""
        sums = {}
        for task in self.part.tasks:
            terms = tuple((1, at) for (number, _), at in self.met.items() if number == task.id)
            sums[task.id] = Sum(Aim.NEEDS, terms, len(terms))
        proven = True
        for block in _blocks(self.part.tasks, sums):
            self._open(block)
            proven &= self._reach(_weighed([sums[task.id] for task in block]))
        return [one.of(self.values) for one in sums.values()], proven

    def _open(self, tasks: Sequence[Task]) -> None:
        """Let the candidates of some tasks be chosen, and begin with the earliest that is free and brings something new."""
        free = [[places, set(sharing)] for places, sharing in self.part.limits]
        for limit in free:
            limit[0] -= sum(self.values[at] for at in limit[1])
        for task in tasks:
            own = [
                (one.begins, -len(one.brings), at) for at, one in enumerate(self.part.candidates) if one.task == task
            ]
            for *_, at in sorted(own):
                self.model.proto.variables[at].domain[1] = 1
                taking = [limit for limit in free if at in limit[1]]
                waits = [self.met.get((task.id, need)) for need in self.part.candidates[at].brings]
                new = [wait for wait in waits if wait is not None and not self.values[wait]]
                if new and all(limit[0] for limit in taking):
                    for limit in taking:
                        limit[0] -= 1
                    for variable in (at, *new):
                        self.values[variable] = 1

    def _add_waits(self) -> None:
        for wait, days in self.bringing.items():
            chosen = {after: max(self.values[at] for at in places) for after, places in days.items()}
            earliest = min((after for after, value in chosen.items() if value), default=None)
            self.waits[wait] = {}
            for after, places in sorted(days.items()):
                variable = self.waits[wait][after] = self._variable(1)
                self.values[variable] = int(after == earliest)
                self.model.add(self.variables[variable] <= self._total(places))
            whole = self._total(self.waits[wait].values())
            self.model.add(whole == self.variables[self.met[wait]] if wait in self.met else whole <= 1)

    def _days(self) -> Sum:
        """Needs that something fixed meets count by how much sooner they are met: less than nothing."""
        terms, least = [], {task.id: [] for task in self.part.tasks}
        best = 0
        for wait, days in self.waits.items():
            there = 0 if wait in self.met else self.field.days(self.field.met[wait])
            terms += [(after - there, at) for after, at in days.items() if after != there]
            if wait in self.met:
                least[wait[0]].append(min(days))
            else:
                best += min(days) - there
        for task, waits in least.items():  # as many as are met, whichever those are
            count = sum(self.values[at] for (number, _), at in self.met.items() if number == task)
            best += sum(sorted(waits)[:count])
        return Sum(Aim.DAYS, tuple(terms), best)

    def _sum(self, aim: Aim) -> Sum:
        """What an aim counts of the candidates that are chosen."""
        weigh: Callable[[Candidate], int] = {
            Aim.PEOPLE: lambda one: one.cost,
            Aim.LANGUAGES: lambda one: int(one.unspoken),
            Aim.ASSIGNMENTS: lambda one: 1,
            Aim.LENGTH: lambda one: one.length,
            Aim.LOT: lambda one: one.lot,
        }[aim]
        terms = tuple((weigh(one), at) for at, one in enumerate(self.part.candidates) if weigh(one))
        return Sum(aim, terms, None if aim in MOST else 0)

    def _reach(self, total: Sum) -> bool:
        """Make a sum as good as it can be, keep it there, and say whether it is proven that it can be no better."""
        if self.clock.stop():
            raise Stopped
        proven = total.of(self.values) == total.best or not total.terms
        if not proven and self.clock.left > LEAST:
            proven = self._solve(total)
        for one in total.parts or (total,):
            reached, counted = one.of(self.values), self._weighted(one)
            self.model.add(counted >= reached if one.aim in MOST else counted <= reached)
        return proven

    def _weighted(self, total: Sum) -> cp_model.LinearExpr:
        weights, places = [weight for weight, _ in total.terms], [at for _, at in total.terms]
        return cp_model.LinearExpr.weighted_sum([self.variables[at] for at in places], weights)

    def _solve(self, total: Sum) -> bool:
        """Search from the best so far, for a share of the time that is left. Raises Stopped."""
        wanted = self.model.maximize if total.aim in MOST else self.model.minimize
        wanted(self._weighted(total))
        self.model.clear_hints()
        for variable, value in zip(self.variables, self.values, strict=True):
            self.model.add_hint(variable, value)
        solver = cp_model.CpSolver()
        for name, value in PARAMETERS.items():
            setattr(solver.parameters, name, value)
        solver.parameters.max_time_in_seconds = self.clock.left * SHARE
        asking = Asking(self.clock.stop)
        solver.best_bound_callback = asking.ask
        status = solver.solve(self.model, asking)
        self.clock.left -= solver.wall_time
        if asking.stopped:
            raise Stopped
        if status in (cp_model.INFEASIBLE, cp_model.MODEL_INVALID):  # what it begins with holds, so this cannot be
            raise RuntimeError(f"the solver answers {solver.status_name(status)} to {total.aim.name}")
        if status != cp_model.UNKNOWN:
            self.values = [solver.value(variable) for variable in self.variables]
        return status == cp_model.OPTIMAL


def _blocks(tasks: Sequence[Task], sums: dict[int, Sum]) -> Iterator[list[Task]]:
    """Tasks in their order, as many together as can be weighed at once."""
    block: list[Task] = []
    weight = 1
    for task in tasks:
        weight *= sums[task.id].best + 1
        if block and weight > BLOCK:
            yield block
            block, weight = [], sums[task.id].best + 1
        block.append(task)
    yield block


def _weighed(sums: Sequence[Sum]) -> Sum:
    """Sums of which the first outweighs all after it, as one."""
    terms: list[tuple[int, int]] = []
    best, weight = 0, 1
    for one in reversed(sums):
        terms += [(weight * each, at) for each, at in one.terms]
        best += weight * one.best
        weight *= one.best + 1
    return Sum(Aim.NEEDS, tuple(terms), best, tuple(sums))
