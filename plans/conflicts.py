"""What cannot be as it is planned, or should not be without a second look: each with its sentence. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from plans.measures import within
from plans.values import Assignment, Resource, ResourceKind, Situation, given


class Kind(StrEnum):
    GONE = "no longer there"
    OUTSIDE = "outside the plan's days"
    DOUBLE = "double booking"
    EARLY = "not there yet"
    LATE = "after half of the mandate"
    LEAVES = "leaves before"
    CLEARANCE = "clearance"
    LANGUAGE = "language"
    BARRED = "engagement or entanglement"
    RESTRICTED = "restricted partner"
    IDLE = "meets nothing"
    UNKNOWN = "not known"


STOPS = {
    Kind.GONE,
    Kind.OUTSIDE,
    Kind.DOUBLE,
    Kind.EARLY,
    Kind.CLEARANCE,
}  # what cannot happen as written; the others ask for a look


@dataclass(frozen=True, slots=True)
class Conflict:
    """``assignments`` are ids of those concerned; partners stand in the sentence by number (naming.py)."""

    kind: Kind
    sentence: str
    assignments: tuple[int | None, ...]

    @property
    def stops(self) -> bool:
        """Whether it cannot happen as written."""
        return self.kind in STOPS


def conflicts(situation: Situation, assignments: Sequence[Assignment]) -> tuple[Conflict, ...]:
    """All conflicts of an option, those that stop it first, then by kind and in the order of the assignments."""
    resources = {resource.key: resource for resource in situation.resources}
    tasks = {task.id: task for task in situation.tasks}
    found: list[Conflict] = []
    for one in assignments:
        resource = resources.get(one.resource)
        if resource is None:
            said = f"What is assigned to {_labels([one], tasks)} is archived, or no longer the mission's to assign."
            found.append(Conflict(Kind.GONE, said, (one.id,)))
            continue
        if not within(one, situation):
            said = f"{resource.title}: planned from {day(one.begins)} to {day(one.ends)}, outside the plan's days, and counted nowhere."
            found.append(Conflict(Kind.OUTSIDE, said, (one.id,)))
        found += _days(one, resource, situation)
        found += _fitness(one, resource, situation)
        if one.task in tasks and not given(tasks[one.task], resource, situation.languages):
            said = f"{resource.title}: meets none of the needs of {tasks[one.task].label}, as far as is recorded."
            found.append(Conflict(Kind.IDLE, said, (one.id,)))
    for key, resource in resources.items():
        own = [one for one in assignments if one.resource == key]
        found += _double(own, resource, tasks)
    order = list(Kind)
    return tuple(sorted(found, key=lambda c: (not c.stops, order.index(c.kind))))


def _days(one: Assignment, resource: Resource, situation: Situation) -> Iterator[Conflict]:
    """Whether it is there on the first and on the last day."""
    capacity = resource.kind is ResourceKind.CAPACITY
    if resource.begins is None:
        if capacity:
            said = f"{resource.title}: planned from {day(one.begins)}; the day of arrival is not known."
            yield Conflict(Kind.UNKNOWN, said, (one.id,))
    elif one.begins < resource.begins:
        said = f"{resource.title}: planned from {day(one.begins)}, to be expected on {day(resource.begins)}."
        yield Conflict(Kind.EARLY, said, (one.id,))
    if situation.half and one.begins > situation.half:
        said = f"{resource.title}: planned from {day(one.begins)}, after half of the time, {day(situation.half)}."
        yield Conflict(Kind.LATE, said, (one.id,))
    if resource.ends and one.ends > resource.ends:
        said = f"{resource.title}: planned until {day(one.ends)}, available until {day(resource.ends)}."
        yield Conflict(Kind.LEAVES, said, (one.id,))
    if resource.cleared_until and one.ends > resource.cleared_until:
        said = f"{resource.title}: planned until {day(one.ends)}, cleared until {day(resource.cleared_until)}."
        yield Conflict(Kind.CLEARANCE, said, (one.id,))


def _fitness(one: Assignment, resource: Resource, situation: Situation) -> Iterator[Conflict]:
    """Whether it can talk to anybody, and whether it should be relied on."""
    if resource.kind is ResourceKind.CAPACITY and situation.languages:
        area = _or(situation.languages.values())
        if not resource.languages:
            yield Conflict(Kind.UNKNOWN, f"{resource.title}: whether they speak {area} is not recorded.", (one.id,))
        elif resource.languages.isdisjoint(situation.languages):
            yield Conflict(Kind.LANGUAGE, f"{resource.title}: none is recorded as speaking {area}.", (one.id,))
    if resource.bar:
        yield Conflict(Kind.BARRED, f"{resource.title}: planned. {resource.bar}", (one.id,))
    if resource.restricted:
        said = f"{resource.title} is restricted: others see the plan without it, and it goes into no document."
        yield Conflict(Kind.RESTRICTED, said, (one.id,))


def _double(own: Sequence[Assignment], resource: Resource, tasks) -> Iterator[Conflict]:
    """More people on one day than there are, or a whole unit at two tasks. The first such stretch of days is told."""
    if resource.kind is not ResourceKind.CAPACITY or not own:
        return
    for begins, ends, there in stretches(own):
        wanted = sum(one.people for one in there)
        when = f"from {day(begins)} to {day(ends)}" if begins != ends else f"on {day(begins)}"
        if resource.whole and len(there) > 1:
            said = f"planned for {_labels(there, tasks)} {when}, and goes to one task at a time"
        elif resource.people is None and not resource.whole and len(there) > 1:
            said = f"{resource.title}: how many people there are is not known, and so whether they are booked twice."
            yield Conflict(Kind.UNKNOWN, said, tuple(one.id for one in there))
            return
        elif resource.people is not None and not resource.whole and wanted > resource.people:
            said = f"{wanted} planned at {_labels(there, tasks)} {when}, and {resource.people} there"
        else:
            continue
        yield Conflict(Kind.DOUBLE, f"{resource.title}: {said}.", tuple(one.id for one in there))
        return


def stretches(own: Iterable[Assignment]) -> Iterator[tuple[date, date, list[Assignment]]]:
    """The days cut where an assignment begins or ends: first day, last day, and those there on all of them."""
    own = list(own)
    cuts = sorted({one.begins for one in own} | {one.ends + timedelta(days=1) for one in own})
    for begins, after in pairwise(cuts):
        there = [one for one in own if one.begins <= begins <= one.ends]
        if there:
            yield begins, after - timedelta(days=1), there


def day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _labels(assignments: Iterable[Assignment], tasks) -> str:
    return _and([tasks[one.task].label for one in assignments if one.task in tasks])


def _and(names: Iterable[str]) -> str:
    *rest, last = list(dict.fromkeys(names)) or ["no task"]
    return f"{', '.join(rest)} and {last}" if rest else last


def _or(names: Iterable[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last
