"""Why a need stays uncovered: for each kind of reason how many, and which. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from plans.approaches import Draws
from plans.solving.candidates import Bar, Candidate, Field
from plans.solving.values import Key, Uncovered
from plans.solving.words import clause, day, detailed, listed
from plans.values import OFFERED, Assignment, Need, NeedKind, Resource, Situation, Task, given


class Taken(StrEnum):
    """Why a resource that nothing bars is not at a task: as candidates.Bar, but for one task."""

    HIGHER = auto()
    ELSEWHERE = auto()  # only where the time ran out
    UNTRIED = auto()  # the same


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one and of several, and in brackets after each name."""

    one: str
    several: str
    detail: Callable[[Resource], str] = lambda resource: ""


@dataclass(frozen=True, slots=True)
class Open:
    """What is left when everything is chosen: who is where, by resource."""

    situation: Situation
    field: Field
    resources: Sequence[Resource]
    proposed: dict[Key, list[int]]  # places of tasks
    fixed: dict[Key, list[str]]  # labels of tasks
    labels: tuple[str, ...]


def uncovered(
    situation: Situation, fixed: Sequence[Assignment], draws: Draws, field: Field, chosen: Sequence[Candidate]
) -> tuple[Uncovered, ...]:
    """Every need that nothing fixed and nothing chosen meets, by task and in the order of its needs."""
    met = set(field.met)
    for one in chosen:
        met |= {(one.task.id, need) for need in given(one.task, one.resource, situation.languages)}
    left = _open(situation, fixed, field, chosen)
    found = []
    for place, task in enumerate(field.tasks):
        for need in task.needs:
            if (task.id, need) not in met:
                said, about = _why(task, place, need, left) if draws.allow(need) else (_not_drawn_on(need, draws), [])
                found.append(Uncovered(task.id, need, said, tuple(resource.key for resource in about)))
    return tuple(found)


def _open(situation: Situation, fixed: Sequence[Assignment], field: Field, chosen: Sequence[Candidate]) -> Open:
    place = {task.id: at for at, task in enumerate(field.tasks)}
    labels = tuple(task.label for task in field.tasks)
    proposed: dict[Key, list[int]] = {}
    for one in chosen:
        proposed.setdefault(one.resource.key, []).append(place[one.task.id])
    settled: dict[Key, list[str]] = {}
    for one in sorted(fixed, key=lambda one: (place.get(one.task, len(place)), one.task)):
        label = labels[place[one.task]] if one.task in place else "another task"
        settled.setdefault(one.resource, []).append(label)
    resources = sorted(situation.resources, key=lambda resource: resource.key)
    return Open(situation, field, resources, proposed, settled, labels)


def _not_drawn_on(need: Need, draws: Draws) -> str:
    what = f"a partner of the kind “{need.label}”" if need.kind is NeedKind.PARTNER else need.label
    return f"The approach “{draws.label}” does not draw on {what}."


def _why(task: Task, place: int, need: Need, left: Open) -> tuple[str, list[Resource]]:
    """The sentences, and the resources that they are about."""
    ends = left.situation.period.ends
    if ends is not None and left.field.first > ends:
        return f"The plan's last day, {day(ends)}, is past: nothing can be assigned any more.", []
    same = [r for r in left.resources if OFFERED[r.kind] is need.kind]
    able = [r for r in same if need in given(task, r, left.situation.languages)]
    if need.kind is NeedKind.EXPERTISE:
        unknown = [r for r in same if not r.gives and r not in able]
        said = [_reasons(able, place, need, left)] if able else [f"No capacity recorded has {need.label}."]
        return " ".join([*said, *_undescribed(unknown)]), able + unknown
    if able:
        return _reasons(able, place, need, left), able
    others = [r for r in same if need.name in r.gives]
    return " ".join(_nobody(others, need)), others


def _reasons(able: Sequence[Resource], place: int, need: Need, left: Open) -> str:
    """How many would do, and for each kind of reason how many do not come about, and which."""
    groups: dict[StrEnum, list[Resource]] = {}
    for resource in able:
        groups.setdefault(_reason(resource, place, left), []).append(resource)
    told = [_group(groups[r], _words(r, left), len(able)) for r in (*Bar, *Taken) if r in groups]
    return " ".join([_able(len(able), need), *told])


def _nobody(others: Sequence[Resource], need: Need) -> Iterator[str]:
    """Of partners and regimes: that none is about a crime of the task, and which are about others."""
    partner, many = need.kind is NeedKind.PARTNER, len(others) > 1
    if partner:
        yield f"No partner of the kind “{need.label}” is recorded against a crime of this task."
    else:
        yield "No sanctions regime is recorded that names a crime of this task."
    if others:
        number = f"{len(others)} are" if many else "One is"
        rest = (
            "against other crimes, or against none"
            if partner
            else f"that {'name' if many else 'names'} others, or none"
        )
        yield f"{number} recorded {rest}: {listed(resource.title for resource in others)}."


def _undescribed(unknown: Sequence[Resource]) -> Iterator[str]:
    """Capacities of which no expertise is recorded: they may have any."""
    if unknown:
        number = "one capacity" if len(unknown) == 1 else f"{len(unknown)} capacities"
        yield f"The expertise of {number} is not recorded: {listed(resource.title for resource in unknown)}."


def _able(number: int, need: Need) -> str:
    many = number > 1
    if need.kind is NeedKind.EXPERTISE:
        return f"{number} capacities have {need.label}." if many else f"One capacity has {need.label}."
    if need.kind is NeedKind.PARTNER:
        who = f"{number} partners" if many else "One partner"
        return f"{who} of the kind “{need.label}” {'are' if many else 'is'} recorded against a crime of this task."
    who = f"{number} sanctions regimes name" if many else "One sanctions regime names"
    return f"{who} a crime of this task."


def _group(resources: Sequence[Resource], words: Words, able: int) -> str:
    which = detailed([(resource.title, words.detail(resource)) for resource in resources])
    if len(resources) > 1:
        return f"{len(resources)} {words.several}: {which}."
    return f"{'It' if able == 1 else 'One'} {words.one}: {which}."


def _reason(resource: Resource, place: int, left: Open) -> StrEnum:
    if resource.key in left.field.bars:
        return left.field.bars[resource.key]
    if taken := left.proposed.get(resource.key):
        return Taken.HIGHER if max(taken) < place else Taken.ELSEWHERE
    return Taken.UNTRIED


def _words(reason: StrEnum, left: Open) -> Words:
    ends = left.situation.period.ends
    last = f"the plan's last day, {day(ends)}" if ends else ""
    spoken = ", ".join(sorted(left.situation.languages.values()))

    def fixed(resource: Resource) -> str:
        return listed(dict.fromkeys(left.fixed[resource.key]))

    def at(resource: Resource) -> str:
        where = listed(left.labels[place] for place in sorted(set(left.proposed[resource.key])))
        return f"{where}; fixed: {fixed(resource)}" if resource.key in left.fixed else where

    return {
        Bar.RECORDED: Words("is not proposed", "are not proposed", lambda r: clause(r.bar)),
        Bar.NO_ARRIVAL: Words("has no day of arrival that is known", "have no day of arrival that is known"),
        Bar.LATE: Words(f"comes after {last}", f"come after {last}", lambda r: day(r.begins)),
        Bar.GONE: Words(
            "is no longer there when it could begin",
            "are no longer there when they could begin",
            lambda r: f"until {day(r.ends)}",
        ),
        Bar.CLEARANCE: Words(
            "has a clearance that ends before it could begin",
            "have clearances that end before they could begin",
            lambda r: f"until {day(r.cleared_until)}",
        ),
        Bar.LANGUAGE: Words(
            f"speaks none of the languages of the area ({spoken}), as recorded",
            f"speak none of the languages of the area ({spoken}), as recorded",
        ),
        Bar.PEOPLE_NOT_KNOWN: Words(
            "is not proposed, because how many people it has is not known",
            "are not proposed, because how many people they have is not known",
        ),
        Bar.NOBODY: Words("has no people, as recorded", "have no people, as recorded"),
        Bar.NO_END: Words(
            "is not proposed, because neither its last day nor the plan's is known",
            "are not proposed, because neither their last day nor the plan's is known",
        ),
        Bar.FIXED: Words(
            "has nobody left beside fixed assignments", "have nobody left beside fixed assignments", fixed
        ),
        Taken.HIGHER: Words("is taken by tasks that stand higher", "are taken by tasks that stand higher", at),
        Taken.ELSEWHERE: Words("is taken by other tasks", "are taken by other tasks", at),
        Taken.UNTRIED: Words(
            "might still do it, but the time for the search ran out",
            "might still do it, but the time for the search ran out",
        ),
    }[reason]
