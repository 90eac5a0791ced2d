"""The best plan by trying every one, for small cases: written from what a proposal is meant to be, not from the solver.

A person of a capacity serves one task for as long as it lasts. On each day some people are free beside what is fixed; the
k-th place of a capacity is there on the days on which at least k are free, and each unbroken run of its days is given to one
task or to none. A task never has a resource twice on the same day.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from capacities.lead_times import Period
from plans.approaches import Draws
from plans.values import Assignment, Need, NeedKind, Resource, ResourceKind, Situation, Task, given

BEGINS = date(2031, 3, 1)
ALL = Draws("everything", "", frozenset("abc") | {"languages"}, frozenset({"fiu", "monitor"}), True, "", ())
SOME = Draws("some of it", "", frozenset("ab"), frozenset({"fiu"}), False, "", ())


def on(day: int) -> date:
    return BEGINS + timedelta(days=day)


@dataclass(frozen=True)
class Case:
    situation: Situation
    fixed: tuple[Assignment, ...]
    draws: Draws


def case(seed: int) -> Case:
    """A small case drawn by a seed: every kind of resource, gap and bar comes up among some hundreds."""
    draw = random.Random(seed)
    spoken = draw.choice(({}, {"fr": "French", "sg": "Sango"}))
    tasks = tuple(_task(draw, number) for number in range(1, draw.choice((1, 2, 3, 3, 3)) + 1))
    resources = [_capacity(draw, number) for number in range(1, draw.choice((1, 2, 3, 3)) + 1)]
    resources += [_partner(draw, number) for number in range(1, draw.choice((0, 1, 2)) + 1)]
    if draw.random() < 0.3:
        about = frozenset(draw.sample("xyz", 1))
        resources.append(
            Resource(ResourceKind.REGIME, 1, "regime", frozenset({"sanctions"}), about, begins=on(draw.choice((-9, 3))))
        )
    period = Period(draw.choice((None, on(-5), on(0), on(4))), draw.choice((None, on(30), on(30), on(30))))
    situation = Situation(tasks, tuple(resources), period, on(draw.choice((0, 0, 2))), None, spoken)
    fixed = [_fixed(draw, situation) for _ in range(draw.choice((0, 1, 1, 2, 3)))]
    return Case(situation, tuple(fixed), draw.choice((ALL, ALL, ALL, SOME)))


def _task(draw: random.Random, number: int) -> Task:
    needs = [Need(NeedKind.EXPERTISE, name, name) for name in (*"abc", "languages")]
    needs += [Need(NeedKind.PARTNER, name, name) for name in ("fiu", "monitor")]
    needs.append(Need(NeedKind.SANCTIONS, "sanctions", "sanctions"))
    wanted = draw.sample(needs, draw.choice((0, 2, 3, 3, 4, 5)))
    return Task(
        number, f"OP {number}", draw.choice((number, 4 - number)), frozenset(draw.sample("xyz", 2)), tuple(wanted)
    )


def _capacity(draw: random.Random, number: int) -> Resource:
    whole = draw.random() < 0.3
    begins = draw.choice((*(-4, 0, 0, 5, 12) * 3, 40, None))
    return Resource(
        ResourceKind.CAPACITY,
        number,
        f"capacity {number}",
        frozenset(draw.sample("abc", draw.choice((1, 2, 2, 3)))),
        people=draw.choice((None, 0, 2, 3, 4, 4) if whole else (*(1, 1, 2, 2) * 3, 3, 0, None)),
        whole=whole,
        begins=None if begins is None else on(begins),
        ends=draw.choice((None, None, None, on(1), on(18), on(25))),
        cleared_until=draw.choice((None, None, None, None, None, on(3), on(20))),
        languages=frozenset(draw.choice(((), ("fr",), ("sg", "en"), ("fr", "sg"), ("en",)))),
        bar="Its State has withdrawn it." if draw.random() < 0.06 else "",
    )


def _partner(draw: random.Random, number: int) -> Resource:
    return Resource(
        ResourceKind.PARTNER,
        number,
        f"partner {number}",
        frozenset({draw.choice(("fiu", "fiu", "monitor"))}),
        frozenset(draw.sample("xyz", draw.choice((0, 1, 2)))),
        begins=draw.choice((on(0), on(7))),
        ends=draw.choice((None, on(20))),
        bar=draw.choice(("", "", "", "It is assessed as highly entangled.")),
    )


def _fixed(draw: random.Random, situation: Situation) -> Assignment:
    resource = draw.choice(situation.resources)
    begins = draw.choice((-8, 0, 5, 10, 15, 22))
    people = 0
    if resource.kind is ResourceKind.CAPACITY:
        people = (resource.people or 0) if resource.whole else draw.choice((1, 1, 2))
    days = on(begins), on(begins + draw.choice((0, 4, 6, 6, 12, 30)))
    return Assignment(draw.choice((1, 2, 3)), resource.key, *days, people, fixed=True)


def in_order(situation: Situation) -> list[Task]:
    return sorted(situation.tasks, key=lambda task: (task.place, task.id))


def worth(case: Case, chosen: Iterable[Assignment]) -> tuple[int, ...]:
    """What a choice is worth, the least being the best: by aim, one after the other."""
    situation, chosen = case.situation, list(chosen)
    resources = {resource.key: resource for resource in situation.resources}
    start = max(situation.today, situation.period.begins or situation.today)
    met, days = [], 0
    for task in in_order(situation):
        count = 0
        for need in task.needs:
            since = [
                one.begins
                for one in (*case.fixed, *chosen)
                if one.task == task.id and need in given(task, resources[one.resource], situation.languages)
            ]
            if since and case.draws.allow(need):
                count += 1
                days += max((min(since) - start).days, 0)
        met.append(-count)
    capacities = [resources[one.resource] for one in chosen if one.resource[0] is ResourceKind.CAPACITY]
    people = sum(1 if not one.whole or one.people is None else one.people for one in capacities)
    silent = sum(not one.languages for one in capacities) if situation.languages else 0
    return (*met, days, people, silent, len(chosen), -sum((one.ends - one.begins).days + 1 for one in chosen))


def usable(resource: Resource, situation: Situation) -> list[date]:
    """The days on which a resource can be proposed at all, before what is fixed; none where something bars it."""
    ends = [day for day in (situation.period.ends, resource.ends, resource.cleared_until) if day]
    if resource.bar or resource.begins is None or not ends:
        return []
    if resource.kind is ResourceKind.CAPACITY:
        if situation.languages and resource.languages and not set(resource.languages) & set(situation.languages):
            return []
        if resource.people == 0 or (resource.people is None and not resource.whole):
            return []
    first = max([resource.begins, situation.today, situation.period.begins or situation.today])
    return [first + timedelta(days=n) for n in range((min(ends) - first).days + 1)]


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for day in days:
        if found and found[-1][1] + timedelta(days=1) == day:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def taken(resource: Resource, day: date, assignments: Sequence[Assignment]) -> int:
    """How many of its places assignments take on a day."""
    there = [one for one in assignments if one.resource == resource.key and one.begins <= day <= one.ends]
    return len(there) if resource.whole else sum(max(one.people, 1) for one in there)


def places(resource: Resource, case: Case) -> Iterator[list[list[Assignment]]]:
    """For each place and run: the ways to use it, each a list of none or one assignment."""
    days = usable(resource, case.situation)
    capacity = resource.kind is ResourceKind.CAPACITY
    count = 1 if resource.whole else resource.people or 0
    people = (resource.people or 0) if resource.whole else int(capacity)
    for level in range(1, count + 1) if capacity else (0,):
        free = [d for d in days if not capacity or count - taken(resource, d, case.fixed) >= level]
        for begins, ends in runs(free):
            ways: list[list[Assignment]] = [[]]
            for task in case.situation.tasks:
                if not any(case.draws.allow(n) for n in given(task, resource, case.situation.languages)):
                    continue
                own = [one for one in case.fixed if one.resource == resource.key and one.task == task.id]
                left = [d for d in free if begins <= d <= ends and not any(one.begins <= d <= one.ends for one in own)]
                once = [[Assignment(task.id, resource.key, *run, people)] for run in runs(left)]
                if capacity:
                    ways += once
                else:
                    yield [[], *once]
            if capacity:
                yield ways


def best(case: Case, most: int = 6000) -> tuple[int, ...] | None:
    """The best worth of any plan; None where there are more plans than ``most``."""
    ways = [way for resource in case.situation.resources for way in places(resource, case)]
    count = 1
    for way in ways:
        count *= len(way)
    if count > most:
        return None
    found = []
    for plan in product(*ways):
        chosen = [one for way in plan for one in way]
        if not any(_twice(chosen)):
            found.append(worth(case, chosen))
    return min(found)


def _twice(chosen: Sequence[Assignment]) -> Iterator[bool]:
    """Whether a task has a resource twice on the same day."""
    for at, one in enumerate(chosen):
        for other in chosen[:at]:
            if (one.task, one.resource) == (other.task, other.resource):
                yield one.begins <= other.ends and other.begins <= one.ends
