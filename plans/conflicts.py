"""What cannot be as it is planned, or should not be without a second look: each with its sentence. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from language.days import day
from language.marks import marked
from language.said import joined, say
from plans.measures import within
from plans.values import Assignment, Resource, ResourceKind, Situation, given


class Kind(StrEnum):
    """What a conflict is called, in English; pages say it in the language of the reader."""

    GONE = marked("no longer there")
    OUTSIDE = marked("outside the plan's days")
    DOUBLE = marked("double booking")
    EARLY = marked("not there yet")
    LATE = marked("after half of the mandate")
    LEAVES = marked("leaves before")
    CLEARANCE = marked("clearance")
    LANGUAGE = marked("language")
    BARRED = marked("engagement or entanglement")
    RESTRICTED = marked("restricted partner")
    IDLE = marked("meets nothing")
    UNKNOWN = marked("not known")


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
            said = say(
                "What is assigned to {tasks} is archived, or no longer the mission's to assign.",
                tasks=_labels([one], tasks),
            )
            found.append(Conflict(Kind.GONE, said, (one.id,)))
            continue
        if not within(one, situation):
            said = say(
                "{who}: planned from {first} to {last}, outside the plan's days, and counted nowhere.",
                who=resource.title,
                first=day(one.begins),
                last=day(one.ends),
            )
            found.append(Conflict(Kind.OUTSIDE, said, (one.id,)))
        found += _days(one, resource, situation)
        found += _fitness(one, resource, situation)
        if one.task in tasks and not given(tasks[one.task], resource, situation.languages):
            said = say(
                "{who}: meets none of the needs of {task}, as far as is recorded.",
                who=resource.title,
                task=tasks[one.task].label,
            )
            found.append(Conflict(Kind.IDLE, said, (one.id,)))
    for key, resource in resources.items():
        own = [one for one in assignments if one.resource == key]
        found += _double(own, resource, tasks)
    order = list(Kind)
    return tuple(sorted(found, key=lambda c: (not c.stops, order.index(c.kind))))


def _days(one: Assignment, resource: Resource, situation: Situation) -> Iterator[Conflict]:
    """Whether it is there on the first and on the last day."""
    who, first, last = resource.title, day(one.begins), day(one.ends)
    if resource.begins is None:
        if resource.kind is ResourceKind.CAPACITY:
            said = say("{who}: planned from {first}; the day of arrival is not known.", who=who, first=first)
            yield Conflict(Kind.UNKNOWN, said, (one.id,))
    elif one.begins < resource.begins:
        arrival = day(resource.begins)
        said = say("{who}: planned from {first}, to be expected on {arrival}.", who=who, first=first, arrival=arrival)
        yield Conflict(Kind.EARLY, said, (one.id,))
    if situation.half and one.begins > situation.half:
        half = day(situation.half)
        said = say("{who}: planned from {first}, after half of the time, {half}.", who=who, first=first, half=half)
        yield Conflict(Kind.LATE, said, (one.id,))
    if resource.ends and one.ends > resource.ends:
        end = day(resource.ends)
        said = say("{who}: planned until {last}, available until {end}.", who=who, last=last, end=end)
        yield Conflict(Kind.LEAVES, said, (one.id,))
    if resource.cleared_until and one.ends > resource.cleared_until:
        end = day(resource.cleared_until)
        said = say("{who}: planned until {last}, cleared until {end}.", who=who, last=last, end=end)
        yield Conflict(Kind.CLEARANCE, said, (one.id,))


def _fitness(one: Assignment, resource: Resource, situation: Situation) -> Iterator[Conflict]:
    """Whether it can talk to anybody, and whether it should be relied on."""
    who = resource.title
    if resource.kind is ResourceKind.CAPACITY and situation.languages:
        area = _or([say(name) for name in situation.languages.values()])
        if not resource.languages:
            said = say("{who}: whether they speak {languages} is not recorded.", who=who, languages=area)
            yield Conflict(Kind.UNKNOWN, said, (one.id,))
        elif resource.languages.isdisjoint(situation.languages):
            said = say("{who}: none is recorded as speaking {languages}.", who=who, languages=area)
            yield Conflict(Kind.LANGUAGE, said, (one.id,))
    if resource.bar:
        yield Conflict(Kind.BARRED, say("{who}: planned. {why}", who=who, why=say(resource.bar)), (one.id,))
    if resource.restricted:
        said = say("{who} is restricted: others see the plan without it, and it goes into no document.", who=who)
        yield Conflict(Kind.RESTRICTED, said, (one.id,))


def _double(own: Sequence[Assignment], resource: Resource, tasks) -> Iterator[Conflict]:
    """More people on one day than there are, or a whole unit at two tasks. The first such stretch of days is told."""
    if resource.kind is not ResourceKind.CAPACITY or not own:
        return
    for begins, ends, there in stretches(own):
        kind, wanted = Kind.DOUBLE, sum(one.people for one in there)
        told = {"who": resource.title, "tasks": _labels(there, tasks), "when": _when(begins, ends)}
        if resource.whole and len(there) > 1:
            said = say("{who}: planned for {tasks} {when}, and goes to one task at a time.", **told)
        elif resource.people is None and not resource.whole and len(there) > 1:
            kind = Kind.UNKNOWN
            said = say(
                "{who}: how many people there are is not known, and so whether they are booked twice.",
                who=resource.title,
            )
        elif resource.people is not None and not resource.whole and wanted > resource.people:
            said = say(
                "{who}: {wanted} planned at {tasks} {when}, and {people} there.",
                wanted=wanted,
                people=resource.people,
                **told,
            )
        else:
            continue
        yield Conflict(kind, said, tuple(one.id for one in there))
        return


def stretches(own: Iterable[Assignment]) -> Iterator[tuple[date, date, list[Assignment]]]:
    """The days cut where an assignment begins or ends: first day, last day, and those there on all of them."""
    own = list(own)
    cuts = sorted({one.begins for one in own} | {one.ends + timedelta(days=1) for one in own})
    for begins, after in pairwise(cuts):
        there = [one for one in own if one.begins <= begins <= one.ends]
        if there:
            yield begins, after - timedelta(days=1), there


def _when(begins: date, ends: date) -> str:
    if begins == ends:
        return say("on {day}", day=day(begins))
    return say("from {first} to {last}", first=day(begins), last=day(ends))


def _labels(assignments: Iterable[Assignment], tasks) -> str:
    labels = [tasks[one.task].label for one in assignments if one.task in tasks]
    return joined(list(dict.fromkeys(labels))) or say("no task")


def _or(names: Sequence[str]) -> str:
    *rest, last = names
    return say("{most} or {last}", most=", ".join(rest), last=last) if rest else last
