"""Why each assignment is proposed, and what the search leaves open, in sentences for a planner. Pure.

Why a need stays uncovered is lacking.py's.
"""

from collections.abc import Sequence

from plans.approaches import Draws
from plans.solving import lacking
from plans.solving.candidates import Candidate, Field, last_day
from plans.solving.values import Aim, Choice, Key, Level, Proposal
from plans.solving.words import day, listed
from plans.values import OFFERED, Assignment, Need, NeedKind, ResourceKind, Situation, given

BETTER = {
    Aim.DAYS: "earlier days",
    Aim.PEOPLE: "fewer people",
    Aim.LANGUAGES: "more languages recorded",
    Aim.ASSIGNMENTS: "fewer assignments",
    Aim.LENGTH: "longer assignments",
}
NOUNS = {
    ResourceKind.CAPACITY: ("capacity", "capacities"),
    ResourceKind.PARTNER: ("partner", "partners"),
    ResourceKind.REGIME: ("sanctions regime", "sanctions regimes"),
}


def explain(
    situation: Situation,
    fixed: Sequence[Assignment],
    draws: Draws,
    field: Field,
    chosen: Sequence[Candidate],
    levels: tuple[Level, ...],
) -> Proposal:
    """The proposal for what was chosen, and what was reached, with every sentence."""
    place = {task.id: at for at, task in enumerate(field.tasks)}
    chosen = sorted(chosen, key=lambda one: (place[one.task.id], one.resource.key, one.begins))
    earliest = all(level.proven for level in levels if level.aim in (Aim.NEEDS, Aim.DAYS))
    choices = tuple(_choice(one, chosen, situation, earliest) for one in chosen)
    uncovered = lacking.uncovered(situation, fixed, draws, field, chosen)
    return Proposal(choices, uncovered, levels, _note(levels))


def _choice(one: Candidate, chosen: Sequence[Candidate], situation: Situation, earliest: bool) -> Choice:
    gives = given(one.task, one.resource, situation.languages)
    meets = tuple(need for need in one.task.needs if need in gives)
    assignment = Assignment(one.task.id, one.resource.key, one.begins, one.ends, one.people)
    first = _first(one, chosen)
    able = _able(one, first, situation)
    return Choice(assignment, meets, _why(one, first, len(able), situation, earliest), able)


def _first(one: Candidate, chosen: Sequence[Candidate]) -> list[Need]:
    """The needs of its task that nobody else who is chosen meets sooner."""
    same = [other for other in chosen if other.task == one.task]
    first = [n for n in one.brings if all(one.begins <= other.begins for other in same if n in other.brings)]
    return first or list(one.brings)


def _why(one: Candidate, first: Sequence[Need], able: int, situation: Situation, earliest: bool) -> str:
    role = "as" if first[0].kind is NeedKind.PARTNER else "for"
    said = [f"Chosen {role} {listed(need.label for need in first)}, from {day(one.begins)}{_until(one, situation)}"]
    noun, nouns = NOUNS[one.resource.kind]
    if able == 1:
        said.append(f"no other {noun} recorded would do")
    elif earliest:
        said.append(f"of {able} {nouns} that would do, none that is free could begin sooner")
    else:
        said.append(f"of {able} {nouns} that would do, the best that was found in the time")
    if one.resource.kind is ResourceKind.CAPACITY and one.resource.whole:
        known = one.resource.people is not None
        said.append(
            f"it goes as a whole, {f'{one.people} people' if known else 'and how many people it has is not known'}"
        )
    if one.unspoken:
        said.append(f"whether it speaks {listed(sorted(situation.languages.values()), 'or')} is not recorded")
    return "; ".join(said) + "."


def _until(one: Candidate, situation: Situation) -> str:
    """What ends an assignment before the plan does, if anything."""
    last = last_day(one.resource, situation)
    if one.ends == situation.period.ends:
        return ""
    if one.ends < last:
        why = "when what is fixed takes its people"
    else:
        why = "when its clearance ends" if last == one.resource.cleared_until else "its last day"
    return f" to {day(one.ends)}, {why}"


def _able(one: Candidate, needs: Sequence[Need], situation: Situation) -> tuple[Key, ...]:
    """The resources that would meet one of these needs of the task, whether or not they can be proposed."""
    same = (r for r in situation.resources if OFFERED[r.kind] is OFFERED[one.resource.kind])
    found = (r.key for r in same if not given(one.task, r, situation.languages).isdisjoint(needs))
    return tuple(sorted(found))


def _note(levels: Sequence[Level]) -> str:
    open_ = {level.aim for level in levels if not level.proven}
    if not open_:
        return ""
    if Aim.NEEDS in open_:
        return "The time for the search ran out: a proposal that meets more needs may exist."
    better = [words for aim, words in BETTER.items() if aim in open_]
    if not better:
        return "The time for the search ran out: no proposal is better, but another that is as good may come out next time."
    return (
        f"The time for the search ran out: no proposal meets more needs, but one with {listed(better, 'or')} may exist."
    )
