"""How well agreed language would repair a finding: a sum of points, each with its reason, printed with every hit. Pure.

    crime type   40   what both name, against all that either names (Dice): the same types and no others is 40
    task kind    10   one of the kinds asked for
    place        10   own task 10, asked of the mission outside its list 6, a clause 4, asked of others 1, preamble 0
    addressee     5   the mission is told to do it
    verb         10   two for each step of the scale from 0 (notes) to 5 (decides, authorizes)
    mission      10   the same mission 10, one in the same country 7, one in the same region 4
    recency       5   in the year of the newest text among them 5, one less for every four years
    vote          5   nobody against or abstaining, or without a vote 5; abstentions only 2
    later texts   5   not dropped by a later text of its mission, as far as the texts held tell

What was not asked for (crime type, task kind, mission) is left out of the points and of their sum. The weights are this
project's own: first what the words are
about, then how firmly they tell the mission to act on it, then how near and how agreed upon they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from language.marks import marked
from language.said import say

CRIME_TYPE, TASK_KIND, PLACE, ADDRESSEE, VERB, MISSION, RECENCY, VOTE, LATER = 40, 10, 10, 5, 10, 10, 5, 5, 5
PLACES = {
    "own_task": (10, marked("own task")),
    "mission": (6, marked("outside the list")),
    "clause": (4, marked("clause")),
    "others": (1, marked("others")),
    "preamble": (0, marked("preamble")),
}
TO_THE_MISSION = frozenset({"own_task", "clause", "mission"})
NEARNESS = {
    "mission": (10, marked("the same")),
    "country": (7, marked("same country")),
    "region": (4, marked("same region")),
}
FATES = {"held": (5, marked("still held")), "not_known": (5, marked("not known")), "dropped": (0, marked("dropped"))}
YEARS_PER_POINT = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the formula knows of a Precedent row. ``nearness`` is not of the row: see Near."""

    pk: int
    mandate: int
    place: str
    strength: int | None
    year: int | None
    mission: str
    crime_types: frozenset[str]
    task_kinds: frozenset[str]
    with_terrorism: bool
    names_police: bool
    names_partners: bool
    fate: str
    words: str
    adopted: date | None
    yes: int | None
    no: int | None
    abstaining: int | None
    without_vote: bool | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. ``near`` maps the acronyms of missions to how near they are: mission, country, region."""

    crime_types: frozenset[str] = frozenset()
    task_kinds: frozenset[str] = frozenset()
    near: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One part of a score: ``points`` of ``of``, and what they were given for. Many are given, and few are said: those shown."""

    called: str
    points: int
    of: int
    given_for: str
    values: Mapping[str, object] = field(default_factory=dict)  # in ``given_for``

    @property
    def name(self) -> str:
        return say(self.called)

    @property
    def why(self) -> str:
        return say(self.given_for, **self.values)


@dataclass(frozen=True, slots=True)
class Ranked:
    candidate: Candidate
    points: tuple[Point, ...]

    @property
    def score(self) -> int:
        return sum(point.points for point in self.points)

    @property
    def of(self) -> int:
        return sum(point.of for point in self.points)


def rank(candidates: Sequence[Candidate], asked: Asked) -> list[Ranked]:
    """The candidates with their points, best first; of equal ones the newer text first."""
    newest = max((candidate.year for candidate in candidates if candidate.year), default=None)
    ranked = [Ranked(candidate, tuple(_points(candidate, asked, newest))) for candidate in candidates]
    return sorted(ranked, key=lambda r: (-r.score, -(r.candidate.year or 0), -r.candidate.mandate, r.candidate.pk))


def _points(c: Candidate, asked: Asked, newest: int | None) -> Iterable[Point]:
    if asked.crime_types:
        shared = len(asked.crime_types & c.crime_types)
        named = {"shared": shared, "asked": len(asked.crime_types), "besides": len(c.crime_types) - shared}
        points = round(CRIME_TYPE * likeness(asked.crime_types, c.crime_types))
        yield Point(
            marked("crime type"), points, CRIME_TYPE, marked("{shared} of {asked} named, {besides} besides"), named
        )
    if asked.task_kinds:
        shared = asked.task_kinds & c.task_kinds
        why = marked("named") if shared else marked("not named")
        yield Point(marked("task kind"), TASK_KIND if shared else 0, TASK_KIND, why)
    points, why = PLACES[c.place]
    yield Point(marked("place"), points, PLACE, why)
    told = c.place in TO_THE_MISSION
    why = marked("the mission") if told else marked("others")
    yield Point(marked("addressee"), ADDRESSEE if told else 0, ADDRESSEE, why)
    why = marked("none") if c.strength is None else marked("strength {strength} of 5")
    yield Point(marked("verb"), 2 * (c.strength or 0), VERB, why, {"strength": c.strength})
    if asked.near is not None:
        points, why = NEARNESS.get(asked.near.get(c.mission, ""), (0, marked("another")))
        yield Point(marked("mission"), points, MISSION, why)
    age = newest - c.year if newest and c.year else None
    why = marked("year not known") if age is None else "{year}"
    yield Point(marked("recency"), _recency(age), RECENCY, why, {"year": c.year})
    points, why, number = _vote(c)
    yield Point(marked("vote"), points, VOTE, why, {"number": number})
    points, why = FATES[c.fate]
    yield Point(marked("later texts"), points, LATER, why)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of crime types are the same, from 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _recency(age: int | None) -> int:
    return max(0, RECENCY - max(0, age) // YEARS_PER_POINT) if age is not None else 0


def _vote(c: Candidate) -> tuple[int, str, int | None]:
    """Points, what they are given for, and the number in that."""
    if c.without_vote:
        return VOTE, marked("without a vote"), None
    if c.yes is None:
        return 0, marked("not known"), None
    if c.no:
        return 0, marked("{number} against"), c.no
    if c.abstaining:
        return 2, marked("{number} abstaining"), c.abstaining
    return VOTE, marked("nobody against or abstaining"), None
