"""Step 5: where it stands among the tasks."""

from dataclasses import dataclass
from enum import StrEnum

from mandates.analysis.values.tasks import (
    Addressee,
    AreaShare,
    MissionName,
    Role,
    Strength,
    Task,
    TaskList,
    Term,
    police_of,
)


class Position(StrEnum):
    """Where organized crime stands, best place first."""

    MAIN_TASK = "main_task"
    WITHIN_MAIN_TASK = "within_main_task"
    MISSION_PARAGRAPH_OUTSIDE_LIST = "mission_paragraph_outside_list"
    OTHERS_ONLY = "others_only"
    PREAMBLE_ONLY = "preamble_only"
    ABSENT = "absent"


class Flagged(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"


class FlagReason(StrEnum):
    ABSENT = "absent"
    PREAMBLE_ONLY = "preamble only"
    OTHERS_ONLY = "others only"
    OUTSIDE_THE_LIST = "outside the list"
    CLAUSE_OR_SUB_TASK = "clause or sub-task"
    BEYOND_N = "beyond N"
    LOWER_TIER = "lower tier"
    TASK_LIST_NOT_HELD = "task list not held"


@dataclass(frozen=True, slots=True)
class OperativeCrime:
    """An operative paragraph that names organized crime, its items included. ``crime_types`` may add corruption.

    ``further_types`` and ``task_kinds`` as in ParagraphCrime.
    """

    paragraph: int
    label: str
    addressees: tuple[Addressee, ...]
    crime_types: tuple[str, ...]
    in_task_list: bool
    lead_verb: str
    further_types: tuple[str, ...] = ()
    task_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionReading:
    """Where organized crime stands for one mission, in this text's own words.

    ``in_force`` says where the tasks that this text renews by reference stand, where that text is held: the reading of
    that text; the better place of the two decides ``flagged``.
    """

    mission: MissionName | None
    task_lists: tuple[TaskList, ...]
    tasks: tuple[Task, ...]  # every item, roles and crime types filled in
    stand_alone: tuple[int, ...]
    tasks_by_reference: str | None
    order_stated: bool
    oc_operative: tuple[OperativeCrime, ...]
    oc_preambular: tuple[int, ...]  # numbers of preambular paragraphs, from 1
    position: Position
    best_main_task_rank: int | None
    best_containing_rank: int | None
    only_with_terrorism: bool
    partners: tuple[str, ...]
    strengths: tuple[Strength, ...]
    term: Term | None
    flagged: Flagged
    flag_reason: FlagReason | None
    in_force: "InForce | None" = None
    areas: tuple[AreaShare, ...] = ()

    @property
    def police_authorized(self) -> int | None:
        return police_of(self.strengths)

    @property
    def main_tasks(self) -> tuple[Task, ...]:
        return tuple(t for t in self.tasks if t.level == 1)

    @property
    def leaf_tasks(self) -> tuple[Task, ...]:
        return tuple(t for t in self.tasks if t.leaf)

    @property
    def oc_leaf_tasks(self) -> tuple[Task, ...]:
        return tuple(t for t in self.leaf_tasks if t.role is not Role.NONE)


@dataclass(frozen=True, slots=True)
class InForce:
    """The task list that a text renews without repeating it: the text that holds it, and where crime stands there.

    ``through`` are the symbols of the pure extensions followed on the way to it, the nearest first.
    """

    symbol: str
    reading: MissionReading
    through: tuple[str, ...] = ()
