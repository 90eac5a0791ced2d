"""What could be assigned to which task on which days beside what is fixed, and what bars the rest. Pure.

A person of a capacity serves one task for as long as it lasts, not two one after the other. So the days of a resource are
cut by what is fixed alone: on each day some of its people are free, and its stretches are the longest runs of days on which
at least one is, at least two are, and so on; each serves one task. With nothing fixed, a capacity of five has five stretches
of the same days. A capacity that goes to one task as a whole counts as one; partners and regimes can be at any number.

Every way to give stretches to tasks is searched, so that a proposal is exact for its aims over these stretches. Left out are
only those that can serve no aim: of a resource that is fixed at the same task, all but the days before that, and whatever
brings no need sooner than what is fixed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from hashlib import blake2b

from plans.approaches import Draws
from plans.solving.values import Key
from plans.values import Assignment, Need, Resource, ResourceKind, Situation, Task, given

DAY = timedelta(days=1)


class Bar(StrEnum):
    """Why a resource cannot be proposed at any task. Where several hold, the first counts."""

    RECORDED = auto()  # engagement ended, entangled: the resource's own sentence
    NO_ARRIVAL = auto()
    LATE = auto()
    GONE = auto()
    CLEARANCE = auto()
    LANGUAGE = auto()
    PEOPLE_NOT_KNOWN = auto()
    NOBODY = auto()
    NO_END = auto()
    FIXED = auto()  # all its people are at fixed assignments on all its days


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days for which somebody of a resource is free, and how many times over. ``places`` is None where without limit."""

    begins: date
    ends: date
    places: int | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One resource at one task on the days of one of its stretches.

    ``brings`` are the needs for which it counts: drawn on by the approach and not met as soon by what is fixed.
    ``cost`` is its people as the aim counts them: a whole unit of which the number is not known counts as one.
    """

    task: Task
    resource: Resource
    stretch: Stretch
    begins: date
    ends: date
    people: int
    cost: int
    brings: tuple[Need, ...]
    unspoken: bool  # it is to speak a language of the area, and no language of its people is recorded

    @property
    def length(self) -> int:
        return (self.ends - self.begins).days + 1

    @property
    def lot(self) -> int:
        """A number that decides where nothing else does: drawn from what it is, so that it stays the same."""
        name = f"{self.task.id} {self.resource.kind} {self.resource.id} {self.begins} {self.ends}"
        return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) >> 1


@dataclass(frozen=True, slots=True)
class Field:
    """All that the search needs: tasks by place, candidates in a fixed order, bars by resource, days of what is fixed.

    ``first`` is the day from which can be assigned; ``met`` the first day of each (task id, need) that something fixed meets.
    """

    tasks: tuple[Task, ...]
    first: date
    candidates: tuple[Candidate, ...]
    bars: Mapping[Key, Bar]
    met: Mapping[tuple[int, Need], date]

    def days(self, day: date) -> int:
        """Days that a need waits when it is first met on a day; none for one that is met before anything can begin."""
        return max((day - self.first).days, 0)


def lay_out(situation: Situation, fixed: Sequence[Assignment], draws: Draws) -> Field:
    """Everything that can be assigned. The order of tasks, resources and fixed assignments does not matter."""
    tasks = tuple(sorted(situation.tasks, key=lambda task: (task.place, task.id)))
    resources = sorted(situation.resources, key=lambda resource: resource.key)
    first = first_day(situation)
    met = _met(situation, fixed)
    bars: dict[Key, Bar] = {}
    found: list[Candidate] = []
    for resource in resources:
        own = [one for one in fixed if one.resource == resource.key]
        bar = barred(resource, situation)
        stretches = () if bar else stretches_of(resource, situation, own)
        if bar or not stretches:
            bars[resource.key] = bar or Bar.FIXED
        for task in tasks:
            wanted = [need for need in _given(task, resource, situation) if draws.allow(need)]
            there = min((one.begins for one in own if one.task == task.id), default=date.max)
            for stretch in stretches:
                brings = tuple(n for n in wanted if stretch.begins < met.get((task.id, n), date.max))
                if brings:  # so that it begins before what is fixed there
                    ends = stretch.ends if there > stretch.ends else there - DAY
                    found.append(_candidate(task, resource, stretch, ends, brings, situation))
    return Field(tasks, first, tuple(found), bars, met)


def first_day(situation: Situation) -> date:
    """The first day on which anything can be assigned."""
    return max(situation.today, situation.period.begins or situation.today)


def last_day(resource: Resource, situation: Situation) -> date | None:
    """The last day on which a resource can be assigned; None where neither the plan nor the resource has an end."""
    ends = (situation.period.ends, resource.ends, resource.cleared_until)
    return min((day for day in ends if day is not None), default=None)


def barred(resource: Resource, situation: Situation) -> Bar | None:
    """What bars a resource from all tasks, whatever is fixed."""
    begins, closes = resource.begins, situation.period.ends
    if resource.bar:
        return Bar.RECORDED
    if begins is None:
        return Bar.NO_ARRIVAL
    begins = max(begins, first_day(situation))
    if closes is not None and begins > closes:
        return Bar.LATE
    if resource.ends is not None and begins > resource.ends:
        return Bar.GONE
    if resource.cleared_until is not None and begins > resource.cleared_until:
        return Bar.CLEARANCE
    if resource.kind is ResourceKind.CAPACITY:
        if situation.languages and resource.languages and resource.languages.isdisjoint(situation.languages):
            return Bar.LANGUAGE
        if resource.people is None and not resource.whole:
            return Bar.PEOPLE_NOT_KNOWN
        if resource.people == 0:
            return Bar.NOBODY
    return Bar.NO_END if last_day(resource, situation) is None else None


def stretches_of(resource: Resource, situation: Situation, fixed: Iterable[Assignment]) -> tuple[Stretch, ...]:
    """The stretches of a resource that nothing bars, beside its own fixed assignments, by their days."""
    begins, ends = max(resource.begins, first_day(situation)), last_day(resource, situation)
    if resource.kind is not ResourceKind.CAPACITY:
        return (Stretch(begins, ends, None),)
    fixed = [one for one in fixed if one.begins <= ends and one.ends >= begins]
    people = 1 if resource.whole else resource.people
    cuts = sorted(
        {begins, ends + DAY, *(max(one.begins, begins) for one in fixed)} | {min(one.ends, ends) + DAY for one in fixed}
    )
    free = []
    for day in cuts[:-1]:
        taken = sum(1 if resource.whole else max(one.people, 1) for one in fixed if one.begins <= day <= one.ends)
        free.append(max(people - taken, 0))
    places: Counter[tuple[date, date]] = Counter()
    below = 0
    for number in sorted(set(free) - {0}):
        for start, stop in _runs(free, number):
            places[cuts[start], cuts[stop] - DAY] += number - below
        below = number
    return tuple(sorted(Stretch(*days, count) for days, count in places.items()))


def _runs(free: Sequence[int], least: int) -> list[tuple[int, int]]:
    """The longest runs of places, from and up to before which, whose numbers are at least so much."""
    edges = [number >= least for number in (0, *free, 0)]
    turns = [at for at in range(len(edges) - 1) if edges[at] != edges[at + 1]]
    return list(zip(turns[::2], turns[1::2], strict=True))


def _candidate(
    task: Task, resource: Resource, stretch: Stretch, ends: date, brings: tuple[Need, ...], situation: Situation
) -> Candidate:
    people = cost = 0
    capacity = resource.kind is ResourceKind.CAPACITY
    if capacity:
        people = (resource.people or 0) if resource.whole else 1
        cost = people or 1
    unspoken = capacity and bool(situation.languages) and not resource.languages
    return Candidate(task, resource, stretch, stretch.begins, ends, people, cost, brings, unspoken)


def _given(task: Task, resource: Resource, situation: Situation) -> list[Need]:
    gives = given(task, resource, situation.languages)
    return [need for need in task.needs if need in gives]


def _met(situation: Situation, fixed: Sequence[Assignment]) -> dict[tuple[int, Need], date]:
    """The first day of each need that something fixed meets, whenever that is."""
    tasks = {task.id: task for task in situation.tasks}
    resources = {resource.key: resource for resource in situation.resources}
    met: dict[tuple[int, Need], date] = {}
    for one in fixed:
        if one.task in tasks and one.resource in resources:
            for need in _given(tasks[one.task], resources[one.resource], situation):
                met[one.task, need] = min(one.begins, met.get((one.task, need), date.max))
    return met
