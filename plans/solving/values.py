"""What the solver answers, as frozen values. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from plans.values import Assignment, Need, ResourceKind

Key = tuple[ResourceKind, int]


class Aim(StrEnum):
    """What a proposal aims at, strictly one after the other; a later aim never costs anything of an earlier one.

    Recorded languages stand after the days: a register that does not say what somebody speaks is mended by a question,
    and a specialist who comes months later is not.
    """

    NEEDS = "needs met, from the highest task down"
    DAYS = "days until the needs are met, in all"
    PEOPLE = "people"
    LANGUAGES = "assignments of which the languages are not recorded"
    ASSIGNMENTS = "assignments"
    LENGTH = "days that the assignments last, in all"
    LOT = "a lot drawn once for all between what is left"


@dataclass(frozen=True, slots=True)
class Level:
    """What was reached of one aim. ``task`` says of which task for Aim.NEEDS, and is None otherwise.

    Of NEEDS and LENGTH more is better, of all others less. ``proven``: nothing better exists, given what the aims before it
    reached. What is fixed counts among the needs and days, and not among people and assignments. The value of a lot says
    nothing.
    """

    aim: Aim
    value: int
    proven: bool
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One assignment that is proposed: the needs that it meets, in the order of the task's, and why, in one sentence.

    ``meets`` holds what it meets by the way too: what another meets sooner, and what the approach does not set out for.
    ``about`` are the resources that the sentence counts: it is for those alone who may see them all.
    """

    assignment: Assignment
    meets: tuple[Need, ...]
    why: str
    about: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A need that neither what is fixed nor what is proposed meets, and why, in one or a few sentences.

    ``about`` are the resources that these name or count: they are for those alone who may see them all.
    """

    task: int
    need: Need
    why: str
    about: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed beside what is fixed. ``chosen`` and ``uncovered`` stand in the order of the tasks.

    ``note`` is a sentence for people where the time ran out before every level was proven, empty otherwise.
    """

    chosen: tuple[Choice, ...]
    uncovered: tuple[Uncovered, ...]
    levels: tuple[Level, ...]
    note: str = ""

    @property
    def proven(self) -> bool:
        """Whether it is the best at every level."""
        return all(level.proven for level in self.levels)


class Stopped(Exception):
    """The search was stopped from outside: there is no proposal."""
