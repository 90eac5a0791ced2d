"""Step 5: tasks and crime → where organized crime stands for each mission, and whether that flags the text.

Position, places and *flagged* are defined in docs/method.md. Nothing here reads words: it only counts and compares.
"""

from collections.abc import Mapping
from dataclasses import replace

from mandates.analysis import in_force, partners
from mandates.analysis.values import (
    LOWER_TIERS,
    RANKED_KINDS,
    Addressee,
    Context,
    CrimeReading,
    Document,
    Flagged,
    FlagReason,
    InForce,
    Kind,
    MissionReading,
    MissionTasks,
    OperativeCrime,
    Position,
    Reading,
    Role,
    Task,
)

ORDER = list(Position)  # best place first
REASON = {
    Position.ABSENT: FlagReason.ABSENT,
    Position.PREAMBLE_ONLY: FlagReason.PREAMBLE_ONLY,
    Position.OTHERS_ONLY: FlagReason.OTHERS_ONLY,
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: FlagReason.OUTSIDE_THE_LIST,
    Position.WITHIN_MAIN_TASK: FlagReason.CLAUSE_OR_SUB_TASK,
}


def rank(reading: Reading, context: Context) -> tuple[MissionReading, ...]:
    """A MissionReading for each mission of the text, in the same order."""
    return tuple(_mission(reading, block, context) for block in reading.tasks.missions)


def _mission(reading: Reading, block: MissionTasks, context: Context) -> MissionReading:
    document, crime = reading.document, reading.crime
    tasks = roles(block.tasks, crime)
    operative = _operative(reading, block)
    preambular = tuple(
        number
        for number, p in enumerate(document.preambular(), 1)
        if (c := crime.paragraphs.get(p.index)) and c.organized_crime
    )
    position = _position(tasks, operative, preambular)
    subjects = [t.rank for t in tasks if t.level == 1 and t.role is Role.SUBJECT]
    containing = [t.rank for t in tasks if t.level == 1 and t.role is not Role.NONE]
    read = MissionReading(
        mission=block.mission,
        task_lists=block.task_lists,
        tasks=tasks,
        stand_alone=block.stand_alone,
        tasks_by_reference=block.tasks_by_reference,
        order_stated=block.order_stated,
        oc_operative=operative,
        oc_preambular=preambular,
        position=position,
        best_main_task_rank=min(subjects, default=None),
        best_containing_rank=min(containing, default=None),
        only_with_terrorism=_only_with_terrorism(document, crime),
        partners=partners.named(document, crime, block.mission),
        strengths=block.strengths,
        term=block.term,
        areas=block.areas,
        flagged=Flagged.NOT_APPLICABLE,
        flag_reason=None,
        in_force=_in_force(document, block, context),
    )
    flagged, reason = flag(reading.tasks.kind, read, context.policy.top)
    return replace(read, flagged=flagged, flag_reason=reason)


def roles(tasks: tuple[Task, ...], crime: CrimeReading) -> tuple[Task, ...]:
    """Tasks with role and crime types: an item with sub-items is a clause where crime stands only in a sub-item."""
    own: list[Role] = []
    for task in tasks:
        found = crime.paragraphs.get(task.paragraph)
        if not found or not found.organized_crime:
            own.append(Role.NONE)
        else:
            own.append(Role.SUBJECT if found.subject else Role.CLAUSE)
    carried = list(own)
    for i, task in enumerate(tasks):
        if own[i] is Role.NONE:
            continue
        above = task.parent
        while above is not None:
            if carried[above] is Role.NONE:
                carried[above] = Role.CLAUSE
            above = tasks[above].parent
    return tuple(_with_role(t, r, _types(t, crime)) for t, r in zip(tasks, carried, strict=True))


def _with_role(task: Task, role: Role, types: tuple[str, ...]) -> Task:
    return task if (task.role, task.crime_types) == (role, types) else replace(task, role=role, crime_types=types)


def _types(task: Task, crime: CrimeReading) -> tuple[str, ...]:
    found = crime.paragraphs.get(task.paragraph)
    return found.crime_types if found else ()


def _operative(reading: Reading, block: MissionTasks) -> tuple[OperativeCrime, ...]:
    """One entry for each numbered paragraph that names organized crime, in its own words or in an item.

    A paragraph that opens another mission's task list does not speak to this one.
    """
    document, crime = reading.document, reading.crime
    openers = _listed(block)
    of_others = {index for other in reading.tasks.missions for index in _listed(other)} - openers
    addresses = {a.paragraph: a for a in reading.tasks.addresses}
    units: Mapping[str, list[int]] = {}
    for p in document.operative():
        units.setdefault(p.number, []).append(p.index)
    found = []
    for p in document.numbered():
        named = [crime.paragraphs[i] for i in units[p.number] if i in crime.paragraphs]
        if not any(c.organized_crime for c in named):
            continue
        address = addresses[p.index]
        types, further, kinds = (
            tuple(dict.fromkeys(name for c in named for name in getattr(c, names)))
            for names in ("crime_types", "further_types", "task_kinds")
        )
        whom = (Addressee.OTHER,) if p.index in of_others else address.addressees
        listed = p.index in openers
        found.append(OperativeCrime(p.index, p.label, whom, types, listed, address.lead_verb, further, kinds))
    return tuple(found)


def _listed(block: MissionTasks) -> set[int]:
    """The numbered paragraphs that open a task list or, in prose, are themselves tasks."""
    prose = {number for number, tasks in enumerate(block.task_lists) if tasks.prose}
    return {t.paragraph for t in block.task_lists} | {t.paragraph for t in block.tasks if t.list in prose}


def _position(tasks: tuple[Task, ...], operative: tuple[OperativeCrime, ...], preambular: tuple[int, ...]) -> Position:
    if any(t.level == 1 and t.role is Role.SUBJECT for t in tasks):
        return Position.MAIN_TASK
    if any(t.role is not Role.NONE for t in tasks):
        return Position.WITHIN_MAIN_TASK
    if any(Addressee.MISSION in o.addressees for o in operative):
        return Position.MISSION_PARAGRAPH_OUTSIDE_LIST
    if operative:
        return Position.OTHERS_ONLY
    return Position.PREAMBLE_ONLY if preambular else Position.ABSENT


def _only_with_terrorism(document: Document, crime: CrimeReading) -> bool:
    """Whether every mention shares its smallest numbered unit with terrorism; False when there is no mention."""
    body = {p.index for p in (*document.preambular(), *document.operative())}
    named = [c for i, c in crime.paragraphs.items() if c.organized_crime and i in body]
    return bool(named) and all(c.with_terrorism for c in named)


def _in_force(document: Document, block: MissionTasks, context: Context) -> InForce | None:
    """Where crime stands in the text that holds the tasks which this one renews by reference, where that text is held."""
    source = in_force.find(document, block, context.held)
    if source is None:
        return None
    own = replace(source.block, tasks_by_reference=None)
    return InForce(source.symbol, _mission(source.reading, own, replace(context, held={})), source.through)


# --- flagged ----------------------------------------------------------------------------------------------------


def flag(kind: Kind, read: MissionReading, top: int) -> tuple[Flagged, FlagReason | None]:
    """Whether a text is flagged, with one reason. ``top`` is N: how many main tasks count as what the mission is for."""
    if kind not in RANKED_KINDS:
        return Flagged.NOT_APPLICABLE, None
    if not read.task_lists and read.in_force is None and (read.tasks_by_reference or kind is Kind.EXTENSION):
        return Flagged.UNKNOWN, FlagReason.TASK_LIST_NOT_HELD
    better = judged(read)
    if better.position is not Position.MAIN_TASK:
        return Flagged.YES, REASON[better.position]
    in_place = [t for t in better.tasks if t.level == 1 and t.role is Role.SUBJECT and t.rank <= top]
    if any(t.tier not in LOWER_TIERS for t in in_place):
        return Flagged.NO, None
    return Flagged.YES, FlagReason.LOWER_TIER if in_place else FlagReason.BEYOND_N


def judged(read: MissionReading) -> MissionReading:
    """The reading that counts: this text's, or that of the tasks in force where organized crime stands better there."""
    if read.in_force is None:
        return read
    force = read.in_force.reading
    return force if ORDER.index(force.position) < ORDER.index(read.position) else read
