"""A situation to change in one place: two tasks of Karesia's mission, a year, nothing to assign."""

from datetime import date

from capacities.lead_times import Period
from plans import approaches, solving
from plans.solving import Aim
from plans.values import Approach, Assignment, Need, NeedKind, Resource, ResourceKind, Situation, Task

MONEY = Need(NeedKind.EXPERTISE, "financial_forensics", "financial forensics")
NETWORKS = Need(NeedKind.EXPERTISE, "network_analysis", "analysis of illegal networks")
SPEECH = Need(NeedKind.EXPERTISE, "languages", "local languages")
FIU = Need(NeedKind.PARTNER, "fiu", "financial intelligence unit")
SANCTIONS = Need(NeedKind.SANCTIONS, "sanctions", "sanctions criteria that name the crime")
BEGINS, ENDS = date(2027, 1, 1), date(2027, 12, 31)
AREA = {"fr": "French", "sg": "Sango"}
MIXED, LOCAL = (approaches.held()[name] for name in (Approach.MIXED, Approach.LOCAL))


def task(number: int, *needs: Need, crimes: str = "gangs") -> Task:
    return Task(number, f"OP{number}", number, frozenset(crimes.split()), needs)


def capacity(number: int, title: str, *gives: Need, **changes) -> Resource:
    values = {"people": 1, "begins": BEGINS} | changes
    return Resource(ResourceKind.CAPACITY, number, title, frozenset(need.name for need in gives), **values)


def partner(number: int, need: Need = FIU, crimes: str = "gangs", **changes) -> Resource:
    values = {"begins": BEGINS} | changes
    title = f"[partner {number}]"
    return Resource(ResourceKind.PARTNER, number, title, frozenset({need.name}), frozenset(crimes.split()), **values)


def regime(number: int, name: str, crimes: str = "gangs") -> Resource:
    title = f"sanctions regime on {name}"
    about = frozenset(crimes.split())
    return Resource(ResourceKind.REGIME, number, title, frozenset({"sanctions"}), about, begins=BEGINS)


def situation(tasks, resources, *, ends=ENDS, today=BEGINS, languages=None) -> Situation:
    return Situation(tuple(tasks), tuple(resources), Period(BEGINS, ends), today, None, languages or {})


def settled(number: int, resource: Resource, begins: date = BEGINS, ends: date = ENDS, people: int = 1) -> Assignment:
    return Assignment(number, resource.key, begins, ends, people, fixed=True)


def proposed(tasks, resources, fixed=(), draws=MIXED, **changes) -> solving.Proposal:
    found = solving.propose(situation(tasks, resources, **changes), fixed, draws)
    assert found.proven
    return found


def who(found: solving.Proposal) -> list[tuple[int, int]]:
    """Task and number of the resource of each choice."""
    return [(one.assignment.task, one.assignment.resource[1]) for one in found.chosen]


def value(found: solving.Proposal, aim: Aim, task: int | None = None) -> int:
    (level,) = [level for level in found.levels if (level.aim, level.task) == (aim, task)]
    return level.value
