"""What a plan is made of, as frozen values: tasks with what they take, what there is to give, who does what and when. Pure.

Days are whole days and both ends are included. What nobody recorded is None, never zero.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from capacities.lead_times import Period


class Approach(StrEnum):
    """The three ways that UNU-CPR's findings lay out, and a mix of them; plans/data/approaches.toml says what each draws on."""

    SPECIALIZED = "specialized"
    LOCAL = "local"
    POLITICAL_ECONOMY = "political_economy"
    MIXED = "mixed"


class NeedKind(StrEnum):
    EXPERTISE = "expertise"
    PARTNER = "partner"
    SANCTIONS = "sanctions"


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """Something that a task takes: a field of expertise, a kind of partner, or a sanctions regime that names its crime.

    ``name`` is the catalogue's; ``label`` is read by people.
    """

    kind: NeedKind
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the mandate that the plan is about. ``place`` is its place in the text: 1 stands highest."""

    id: int
    label: str
    place: int
    crime_types: frozenset[str]
    needs: tuple[Need, ...]


class ResourceKind(StrEnum):
    CAPACITY = "capacity"
    PARTNER = "partner"
    REGIME = "regime"


@dataclass(frozen=True, slots=True)
class Resource:
    """Somebody or something that can be assigned. ``id`` is that of its row.

    ``gives`` are names of needs of its own kind of need: expertise of a capacity, kinds of a partner, "sanctions" of a
    regime. ``crime_types`` are those that a partner or regime is about, as far as recorded; None for a capacity, which is
    bound to none.
    ``people`` is how many can be assigned at the same time, None where not known; partners and regimes have none and
    can stand at any number of tasks. ``whole``: it goes to one task at a time with all its people (a formed unit, a team,
    equipment). ``begins`` is None where the day of arrival is not known. ``bar`` is a sentence that says why it must not
    be proposed (engagement ended, entangled), empty where nothing does. ``languages`` is empty where none is recorded.
    ``ends`` is its last day, ``cleared_until`` the last day of its clearance.
    """

    kind: ResourceKind
    id: int
    title: str
    gives: frozenset[str]
    crime_types: frozenset[str] | None = None
    people: int | None = None
    whole: bool = False
    begins: date | None = None
    ends: date | None = None
    cleared_until: date | None = None
    languages: frozenset[str] = frozenset()
    restricted: bool = False
    bar: str = ""

    @property
    def key(self) -> tuple[ResourceKind, int]:
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Assignment:
    """One resource at one task from a day to a day, with so many people (0 for partners and regimes).

    ``fixed``: a planner has settled it, and nothing that is proposed may change it or take its people.
    """

    task: int
    resource: tuple[ResourceKind, int]
    begins: date
    ends: date
    people: int
    fixed: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What a plan's options are laid out in: tasks in the order of their place, everything that can be assigned, the days.

    ``languages`` maps the ISO 639 codes spoken in the area to their names, empty where not known: then nobody is faulted
    for what they speak. ``today``: nobody can be assigned to a day before it. ``half`` is the day on which the mandate is
    half over, None where not known.
    """

    tasks: tuple[Task, ...]
    resources: tuple[Resource, ...]
    period: Period
    today: date
    half: date | None
    languages: dict[str, str]


LANGUAGES = "languages"  # the one expertise that is also recorded as ISO 639 codes


def given(task: Task, resource: Resource, spoken: dict[str, str]) -> frozenset[Need]:
    """The needs of a task that a resource meets, whatever the days.

    A capacity meets those whose expertise it has, local languages also by what its people speak; a partner or a regime meets
    its own where it is recorded as being about one of the task's crime types.
    """
    if resource.crime_types is not None and resource.crime_types.isdisjoint(task.crime_types):
        return frozenset()
    kind = OFFERED[resource.kind]
    met = frozenset(need for need in task.needs if need.kind is kind and need.name in resource.gives)
    if kind is NeedKind.EXPERTISE and resource.languages & spoken.keys():
        met |= {need for need in task.needs if need.kind is kind and need.name == LANGUAGES}
    return met


OFFERED = {
    ResourceKind.CAPACITY: NeedKind.EXPERTISE,
    ResourceKind.PARTNER: NeedKind.PARTNER,
    ResourceKind.REGIME: NeedKind.SANCTIONS,
}
