"""What the steps of the engine hand to one another: frozen values, no behaviour beyond small derived facts.

A text passes through the steps in the order of this file:
``read`` → CleanText, ``structure`` → Document, ``tasks`` → TaskReading, ``crime`` → CrimeReading,
``priority`` → MissionReading, ``compare`` → Comparison of two texts, ``rules`` → Finding; ``pipeline`` puts them
together as a Review.
The database rows carry the same field names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# --- read -------------------------------------------------------------------------------------------------------


class Hint(StrEnum):
    """What the file format itself says of a block; empty where it says nothing."""

    NONE = ""
    HEADING = "heading"
    FRONT = "front"  # title, adoption line and whatever else stands before the text


@dataclass(frozen=True, slots=True)
class Block:
    """One logical paragraph of the source: wrapped lines joined, page furniture gone, its number at the start of text.

    ``start`` counts characters in CleanText.text; ``source`` counts characters in the decoded source;
    ``page`` is the source's page (from 1) where the format has pages.
    """

    text: str
    start: int
    source: int
    page: int | None = None
    hint: Hint = Hint.NONE


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text as read: its blocks, and ``text`` in which they stand one per line. ``media`` is pdf, docx, text, json."""

    text: str
    blocks: tuple[Block, ...]
    media: str
    pages: int | None = None


# --- structure --------------------------------------------------------------------------------------------------


class ParagraphKind(StrEnum):
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"  # a numbered paragraph, or an item within one
    HEADING = "heading"
    ANNEX = "annex"  # anything from the first annex on


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or item, labelled as the Council cites it: PP5, 12, 38 (a) (iii), 5 bis.

    ``marker`` is the item's own mark as printed, ``"38."``, ``"(iii)"`` or ``"–"``, and not part of ``text``.
    ``text`` holds unnumbered text that continues the item on further lines. ``depth`` is 0 for a numbered
    paragraph, 1 for its items and so on; ``parent`` is the index of the paragraph that holds this one.
    ``number`` is the operative number (``"38"``) for operative paragraphs and their items, else empty.
    ``heading`` is the text of the heading above it. ``start`` counts characters in CleanText.text. ``bracketed``: it
    stands in square brackets as a whole, as what a draft's negotiators have not agreed upon.
    """

    index: int
    kind: ParagraphKind
    label: str
    text: str
    marker: str = ""
    number: str = ""
    depth: int = 0
    parent: int | None = None
    heading: str = ""
    start: int = 0
    page: int | None = None
    bracketed: bool = False

    @property
    def anchor(self) -> str:
        """Where a page links to: op38-a-iii, pp5."""
        name = self.label.lower() if self.label.startswith("PP") else f"op{self.label}"
        kept = "".join(c if c.isalnum() else "-" for c in name)
        return "-".join(part for part in kept.split("-") if part)


class Missing(StrEnum):
    """What a text may lack."""

    NUMBER = "number"  # of an operative paragraph: the paragraph is gone, or stands there without its number
    ITEM = "item"
    OPERATIVE_PART = "operative part"
    END = "end"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the text lacks. ``labels`` say what, as the Council would cite it ("12", "38 (c)"); none for the end.

    ``paragraph`` is the index of the paragraph at which it is noticed, None in a text without any.
    """

    missing: Missing
    labels: tuple[str, ...]
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text taken apart. ``symbol`` is S/RES/2423 (2018) or a draft's S/2020/445; both it and ``adopted`` may be unknown.

    ``incomplete`` holds what the text itself shows to be missing: numbers, items, its end.
    """

    paragraphs: tuple[Paragraph, ...]
    symbol: str | None = None
    adopted: date | None = None
    draft: bool = False
    presidential_statement: bool = False
    incomplete: tuple[Gap, ...] = ()
    # the parts that nearly every step asks for, told apart once
    _preambular: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)
    _operative: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)
    _numbered: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        operative = tuple(p for p in self.paragraphs if p.kind is ParagraphKind.OPERATIVE)
        preambular = tuple(p for p in self.paragraphs if p.kind is ParagraphKind.PREAMBULAR)
        # a frozen value sets its own fields in this way alone
        object.__setattr__(self, "_preambular", preambular)
        object.__setattr__(self, "_operative", operative)
        object.__setattr__(self, "_numbered", tuple(p for p in operative if p.depth == 0))

    @property
    def numbers_paragraphs(self) -> bool:
        """Whether the text numbers its operative paragraphs; one that has a single one need not."""
        return any(p.marker for p in self.numbered())

    def preambular(self) -> tuple[Paragraph, ...]:
        return self._preambular

    def operative(self) -> tuple[Paragraph, ...]:
        """Numbered paragraphs and their items, in document order."""
        return self._operative

    def numbered(self) -> tuple[Paragraph, ...]:
        """The numbered operative paragraphs alone."""
        return self._numbered

    def items(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """The items anywhere below a paragraph, in document order."""
        below: set[int] = {paragraph.index}
        found = []
        for p in self.paragraphs[paragraph.index + 1 :]:
            if p.parent in below:
                below.add(p.index)
                found.append(p)
        return tuple(found)


# --- tasks ------------------------------------------------------------------------------------------------------


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


# --- crime ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one paragraph: ``start`` and ``end`` count characters in Paragraph.text; ``text`` is what stands there."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that show a crime type. ``term`` is the lexicon's entry that matched."""

    span: Span
    crime_type: str
    term: str


@dataclass(frozen=True, slots=True)
class ParagraphCrime:
    """Organized crime in one paragraph or item, its own words only (items below it have their own).

    ``crime_types`` names crimes, a part by the whole that it belongs to; ``further_types`` what else the words show:
    such parts (precious metals), links with terrorism, the context. The mentions name the narrowest type.
    ``organized_crime`` is False where no type that always counts is named: corruption alone is noted, never more.
    ``with_terrorism``: terrorism is named in the same smallest numbered unit.
    ``task_kinds`` are those named in a paragraph on organized crime: extradition, border management.
    """

    paragraph: int
    crime_types: tuple[str, ...]
    mentions: tuple[Mention, ...]
    organized_crime: bool
    with_terrorism: bool
    subject: bool  # the words stand as what the paragraph is about, not as a part of something else
    further_types: tuple[str, ...] = ()
    task_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrimeReading:
    """Crime by paragraph index, and the words on terrorism that stand anywhere in the text."""

    paragraphs: Mapping[int, ParagraphCrime]
    terrorism: tuple[Span, ...]


# --- priority ---------------------------------------------------------------------------------------------------


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


# --- compare ----------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text that is held and was adopted: ``when`` is its date, or its number where no date is known."""

    symbol: str
    when: date | int
    reading: "Reading"


# --- rules ------------------------------------------------------------------------------------------------------


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a text. An absence has no spans and says what was ``searched`` instead.

    ``fingerprint`` stays the same when the text is analysed again, so that decisions stay with it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    searched: str = ""
    why: str = ""
    source: str = ""
    remedy: str = ""
    fingerprint: str = ""


# --- pipeline ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Policy:
    """How this installation reads a mandate: ``top`` is the N of "top N"; ``dilution`` the most leaf tasks."""

    top: int = 3
    dilution: int = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What a review may know beyond the text: the mission asked for, and other texts held, by symbol."""

    mission: str | None = None
    held: Mapping[str, "Reading"] = field(default_factory=dict)
    policy: Policy = Policy()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read but not yet judged: everything that needs the text alone."""

    document: Document
    tasks: TaskReading
    crime: CrimeReading


@dataclass(frozen=True, slots=True)
class Review:
    """The whole answer. ``missions`` holds a block for each mission, the one that the review is about first.

    ``without_brackets`` is that mission's block if nothing in a draft's square brackets is kept; None without brackets.
    ``chapter_vii`` is the index of the paragraph in which the Council acts under Chapter VII of the Charter.
    """

    document: Document
    kind: Kind
    addresses: tuple[Address, ...]
    crime: CrimeReading
    missions: tuple[MissionReading, ...]
    findings: tuple[Finding, ...]
    policy: Policy
    ruleset: str
    without_brackets: MissionReading | None = None
    chapter_vii: int | None = None

    @property
    def reading(self) -> MissionReading:
        return self.missions[0]

    @property
    def flagged(self) -> Flagged:
        return self.reading.flagged
