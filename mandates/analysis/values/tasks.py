"""Step 3: whom a text tells to do what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """Kind of text. Only the first three are ranked and can be flagged."""

    MANDATE = "mandate"
    EXTENSION = "extension"
    NON_UN_AUTHORIZATION = "non_un_authorization"
    SANCTIONS = "sanctions"
    THEMATIC = "thematic"
    PRESIDENTIAL_STATEMENT = "presidential_statement"
    OTHER = "other"


RANKED_KINDS = frozenset({Kind.MANDATE, Kind.EXTENSION, Kind.NON_UN_AUTHORIZATION})


class Tier(StrEnum):
    """Tier of a list or item, in the Council's own words."""

    STRATEGIC = "strategic"
    PRIORITY = "priority"
    IMMEDIATE_PRIORITY = "immediate_priority"
    ESSENTIAL = "essential"
    OTHER = "other"
    ADDITIONAL = "additional"
    UNSPECIFIED = "unspecified"


LOWER_TIERS = frozenset({Tier.OTHER, Tier.ADDITIONAL})


class Addressee(StrEnum):
    MISSION = "mission"
    HOST_STATE = "host_state"
    MEMBER_STATES = "member_states"
    SECRETARY_GENERAL = "secretary_general"
    UN_ENTITIES = "un_entities"
    SANCTIONS_BODY = "sanctions_body"
    ARMED_GROUPS_OR_PARTIES = "armed_groups_or_parties"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MissionName:
    """A mission or force as the text names it: "MINUSMA", its name in full, and every form used for it."""

    acronym: str
    name: str
    un: bool  # False for a force that the Council authorizes and others run
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Who an operative paragraph speaks to, with what verb. ``strength``: 5 decides … 0 notes; the scale is ours."""

    paragraph: int
    addressees: tuple[Addressee, ...]
    lead_verb: str
    strength: int


class Role(StrEnum):
    """Organized crime's part in a task: its subject, a part of something else, or none."""

    SUBJECT = "subject"
    CLAUSE = "clause"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Task:
    """One item of a mandate task list. ``level`` is 1 for a main task.

    ``list`` and ``parent`` are indexes into MissionReading.task_lists and .tasks. ``rank`` is the place of the main
    task that this is or stands in, through all lists; ``place_in_list`` the same within its own list. ``leaves`` is the
    number of leaf tasks in it (1 for a leaf). ``leaf_index`` is its place among all leaf tasks, None where it has
    sub-items; ``dashed`` marks items set with a dash or bullet only. ``role`` is as the annotation guide has it: an
    item with sub-items is a clause whenever crime stands only in a sub-item. ``crime_types`` and ``crime_spans``
    (in the paragraph's text) are the item's own words, sub-items not counted.
    """

    paragraph: int
    label: str
    title: str
    list: int
    level: int
    parent: int | None
    rank: int
    place_in_list: int
    tier: Tier
    leaves: int = 1
    leaf_index: int | None = None
    dashed: bool = False
    qualifiers: tuple[str, ...] = ()
    role: Role = Role.NONE
    crime_types: tuple[str, ...] = ()

    @property
    def leaf(self) -> bool:
        return self.leaf_index is not None


@dataclass(frozen=True, slots=True)
class TaskList:
    """A list of what one mission is told to do; ``paragraph`` is the index of the paragraph that opens it.

    ``prose``: the tasks are whole numbered paragraphs, one main task each, not items under a chapeau.
    """

    paragraph: int
    label: str
    chapeau: str
    tier: Tier
    mission: str | None
    prose: bool = False


class StrengthKind(StrEnum):
    UNIFORMED = "uniformed"
    MILITARY = "military"
    MILITARY_OBSERVERS = "military_observers"
    POLICE = "police"
    INDIVIDUAL_POLICE = "individual_police"
    FORMED_POLICE = "formed_police"
    CORRECTIONS = "corrections"
    CIVILIAN = "civilian"


@dataclass(frozen=True, slots=True)
class Strength:
    """An authorized strength: the largest number of its kind that an operative paragraph states.

    ``apart``: a number of police that is listed beside that of the formed units and does not hold it.
    """

    kind: StrengthKind
    number: int
    paragraph: int
    label: str
    apart: bool = False


def police_of(strengths: tuple[Strength, ...]) -> int | None:
    """All police together: the total that is stated, else the sum of those listed side by side; never less than a part."""
    parts = [s.number for s in strengths if s.kind in (StrengthKind.INDIVIDUAL_POLICE, StrengthKind.FORMED_POLICE)]
    police = next((s for s in strengths if s.kind is StrengthKind.POLICE), None)
    if police and (police.apart or police.number < max(parts, default=0)):
        parts.append(police.number)
    return max(police.number if police else 0, sum(parts)) or None


@dataclass(frozen=True, slots=True)
class Term:
    """How long a mandate runs by its own words: to a date, or for so many months or days. ``paragraph`` says so."""

    paragraph: int
    label: str
    until: date | None = None
    months: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class AreaShare:
    """One area of a mission's task lists: how many of its tasks are about it, and which.

    ``main_tasks`` and ``leaf_tasks`` count every task that shows the area, so that a task may count for several;
    ``share`` is the part of all leaf tasks whose primary area this is, so that the shares of a mission add up to 1.
    ``paragraphs`` are the labels of the tasks that show it. ``area`` is empty for tasks that show no area.
    """

    area: str
    label: str
    main_tasks: int
    leaf_tasks: int
    share: float
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionTasks:
    """The task lists of one mission in one text, and where its other tasks stand.

    ``stand_alone`` holds the indexes of numbered paragraphs outside the lists that tell the mission to do something.
    ``areas`` is the shape of its lists, which is known only when crime has been read.
    """

    mission: MissionName | None
    task_lists: tuple[TaskList, ...] = ()
    tasks: tuple[Task, ...] = ()
    stand_alone: tuple[int, ...] = ()
    tasks_by_reference: str | None = None  # "resolution 1509 (2003)", "report S/23097", "an earlier resolution"
    order_stated: bool = False
    strengths: tuple[Strength, ...] = ()
    term: Term | None = None
    areas: tuple[AreaShare, ...] = ()

    @property
    def police_authorized(self) -> int | None:
        return police_of(self.strengths)


@dataclass(frozen=True, slots=True)
class TaskReading:
    """Kind of text, and a block for each mission; the first is the mission asked for or whose mandate is set.

    ``chapter_vii`` is the index of the paragraph in which the Council acts under Chapter VII of the Charter.
    """

    kind: Kind
    missions: tuple[MissionTasks, ...]
    addresses: tuple[Address, ...]  # one per numbered operative paragraph
    chapter_vii: int | None = None
