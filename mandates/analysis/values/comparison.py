"""A text beside its predecessor."""

from dataclasses import dataclass
from enum import StrEnum

from mandates.analysis.values.crime import Span
from mandates.analysis.values.priority import MissionReading
from mandates.analysis.values.structure import Document
from mandates.analysis.values.tasks import Task


class Change(StrEnum):
    """What became of the words of a paragraph, item or task. The scale behind stronger and weaker is ours."""

    KEPT = "kept"  # the same words; spelling, hyphens and renumbered cross-references do not count
    REWORDED = "reworded"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    DROPPED = "dropped"
    NEW = "new"
    RENEWED = "renewed"  # not repeated, but in force: the newer text renews the older one's tasks by reference


class Movement(StrEnum):
    """What became of its place, whatever became of its words."""

    NONE = ""
    PROMOTED = "promoted"
    DEMOTED = "demoted"


class Link(StrEnum):
    """How two units belong together. One to one but for units of which only a part stands in another's counterpart."""

    ONE_TO_ONE = "one to one"
    MERGED = "merged"  # the older unit's words stand in a newer unit that has another counterpart
    SPLIT = "split"  # the newer unit's words come from an older unit that has another counterpart


class RunKind(StrEnum):
    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words: offsets into the older and the newer unit's text. What is inserted has no length in the older one."""

    kind: RunKind
    older_start: int
    older_end: int
    newer_start: int
    newer_end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What is compared: a preambular or operative paragraph or an item, its own words; ``task`` where it is one.

    ``task`` is None for the tasks of other missions: they are compared as paragraphs.
    """

    paragraph: int
    label: str
    text: str
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit of the older text and its counterpart; one of them is None for what is dropped, renewed or new.

    ``reasons`` say why it is stronger or weaker, ``place`` what its place was and is. ``along``: it only moved together
    with its main task. ``runs`` are there wherever both sides are and the words differ.
    """

    older: Unit | None
    newer: Unit | None
    change: Change
    movement: Movement = Movement.NONE
    along: bool = False
    link: Link = Link.ONE_TO_ONE
    reasons: tuple[str, ...] = ()
    place: str = ""
    runs: tuple[Run, ...] = ()


class CrimeFate(StrEnum):
    """What became of organized-crime language."""

    LOST = "lost"
    PARTLY_LOST = "partly lost"
    KEPT = "kept"
    GAINED = "gained"


@dataclass(frozen=True, slots=True)
class CrimeChange:
    """Organized-crime language of one older unit and where it went, or of one newer unit that gained it.

    ``newer`` is None where nothing corresponds; ``elsewhere``: the words went to a unit that is not the counterpart.
    The spans are the words in question: of the older text (lost, or for what is kept all of them), of the newer text.
    ``mission_dropped``: the older paragraph named the mission and the newer one does not.
    """

    fate: CrimeFate
    older: Unit | None
    newer: Unit | None
    kept: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    older_words: tuple[Span, ...] = ()
    newer_words: tuple[Span, ...] = ()
    elsewhere: bool = False
    renewed: bool = False
    mission_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an older text to a newer one, for one mission.

    ``tasks`` has an entry for every task of either list, ``paragraphs`` for every other unit, in the order of the newer
    text and what is dropped where it stood. ``renewed`` names the resolution whose tasks a newer text without a list renews.
    """

    older: Document
    newer: Document
    older_mission: MissionReading | None
    newer_mission: MissionReading | None
    tasks: tuple[UnitChange, ...]
    paragraphs: tuple[UnitChange, ...]
    crime: tuple[CrimeChange, ...]
    renewed: str | None = None
