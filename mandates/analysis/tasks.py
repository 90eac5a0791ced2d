"""Step 3: Document → TaskReading. What each mission is told to do: its task lists, main tasks, leaf tasks and tiers.

A task list is a numbered paragraph with items whose chapeau charges the mission: "Decides that the mandate of X shall
include the following priority tasks:". Lists charged to anybody else (a committee, the authorities, the
Secretary-General's reports) are left out. Definitions: docs/method.md.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mandates.analysis import addressee, kinds, markers, names
from mandates.analysis.tasking import authority, duration, lists, prose, references, strengths
from mandates.analysis.values import (
    Address,
    Addressee,
    Document,
    MissionName,
    MissionTasks,
    Paragraph,
    Strength,
    Task,
    TaskList,
    TaskReading,
    Tier,
)

TITLE_WORDS = 16

# what a chapeau calls the tasks that follow it
CALLED = re.compile(rf"\bfollowing\b[^:;]{{0,90}}?\b{lists.NOUNS}\b", re.I)

QUALIFIERS = re.compile(
    r"within (?:its |the )?(?:limits of (?:its )?)?(?:existing|available|current) (?:resources|capacities|means)|within (?:its )?(?:means|resources|capacities|capabilities)"
    r"|as conditions permit|as (?:feasible|appropriate|necessary)(?: and (?:feasible|appropriate))?|voluntary contributions|upon request|at the request of|"
    r"without prejudice to|on an exceptional basis|if requested|as (?:required|requested)",
    re.I,
)

# one of them stands wherever QUALIFIERS is found: a quick look before the slow one
QUALIFYING = (
    "ithin",
    "s conditions",
    "s feasible",
    "s appropriate",
    "s necessary",
    "s required",
    "s requested",
    "oluntary",
    "request",
    "ithout prejudice",
    "xceptional",
)

TIERS = (
    (Tier.IMMEDIATE_PRIORITY, r"immediate (?:priority|priorities)"),
    (Tier.STRATEGIC, r"strategic (?:objectives?|priority|priorities|goals?)"),
    (Tier.ADDITIONAL, r"additional (?:\w+ ){0,2}(?:tasks?|elements|functions|responsibilities|activities)"),
    (
        Tier.OTHER,
        r"other (?:\w+ ){0,2}(?:tasks?|elements|functions|responsibilities|activities|mandated tasks)|secondary tasks",
    ),
    (Tier.ESSENTIAL, r"essential (?:\w+ ){0,2}tasks?"),
    (
        Tier.PRIORITY,
        r"priority (?:\w+ ){0,2}(?:tasks?|areas)|(?:core|main|primary) (?:tasks|priorities)|\b(?:following|these|its|on the|of the) (?:\w+ ){0,2}priorities\b",
    ),
)
TIERS = tuple((tier, re.compile(pattern, re.I)) for tier, pattern in TIERS)
ORDER_STATED = re.compile(
    r"(?:in|order of|following) (?:the )?(?:order of )?priority order|in order of priority|prioriti[sz]ation of (?:its |the )?tasks",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where tasks of a mission begin: the paragraph whose items they are or, in prose, the paragraphs that they are."""

    mission: MissionName | None
    paragraphs: tuple[Paragraph, ...]
    prose: bool = False


def read(document: Document, asked: str | None = None) -> TaskReading:
    """Kind of text and a block for each mission; ``asked`` is the acronym of the mission that a reader asks about."""
    known = names.find(document)
    listed = [Opening(mission, (p,)) for mission, p in lists.find(document, known)]
    evident = kinds.evidence(document, known)
    order = _order([opening.mission for opening in listed if opening.mission], evident, known, asked)
    addresses = _charged(addressee.read(document, order or known), listed)
    stated = strengths.find(document)
    blocks = tuple(_block(document, mission, listed, stated) for mission in order or (None,))
    sets_tasks = bool(listed or blocks[0].task_lists)
    kind = kinds.classify(document, order[0] if order else None, sets_tasks, evident, addresses)
    return TaskReading(kind, blocks, addresses, authority.chapter_vii(document))


def _order(
    with_list: list[MissionName], evident: tuple[MissionName, ...], known: tuple[MissionName, ...], asked: str | None
) -> tuple[MissionName, ...]:
    """Missions that get a block: the one asked for, those with a list, those whose mandate is set or extended."""
    chosen = [m for m in known if asked and m.acronym.upper() == asked.upper()]
    for mission in (*_own_first(with_list), *_own_first(evident)):
        if mission not in chosen:
            chosen.append(mission)
    return tuple(chosen)


def _own_first(missions: Iterable[MissionName]) -> list[MissionName]:
    """The United Nations' own missions before the forces that others run."""
    return sorted(missions, key=lambda mission: not mission.un)


def _charged(addresses: tuple[Address, ...], listed: list[Opening]) -> tuple[Address, ...]:
    """A paragraph that opens a mission's task list speaks to the mission, whoever is its grammatical object."""
    openers = {opening.paragraphs[0].index for opening in listed}
    return tuple(replace(a, addressees=(Addressee.MISSION,)) if a.paragraph in openers else a for a in addresses)


# --- tasks ------------------------------------------------------------------------------------------------------


def _block(
    document: Document, mission: MissionName | None, listed: list[Opening], stated: tuple[Strength, ...]
) -> MissionTasks:
    told = prose.told(document, mission) if mission else ()
    openings = _openings(document, mission, listed, told)
    task_lists: list[TaskList] = []
    tasks: list[Task] = []
    for opening in openings:
        number = len(task_lists)
        first = opening.paragraphs[0]
        tier = _tier(first)
        chapeau = "" if opening.prose else first.text
        acronym = mission.acronym if mission else None
        task_lists.append(TaskList(first.index, first.label, chapeau, tier, acronym, opening.prose))
        rank = max((t.rank for t in tasks), default=0)
        items = opening.paragraphs if opening.prose else document.items(first)
        shared = () if opening.prose else qualifiers(first.text)
        tasks += _tasks(items, shared, number, tier, rank, len(tasks))
    openers = {p.index for opening in openings for p in opening.paragraphs}
    return MissionTasks(
        mission=mission,
        task_lists=tuple(task_lists),
        tasks=tuple(count_leaves(tasks)),
        stand_alone=tuple(p.index for p in told if p.index not in openers),
        tasks_by_reference=None if task_lists else references.find(document, mission),
        order_stated=_order_is_stated(task_lists),
        strengths=stated,
        term=duration.find(document, mission),
    )


def _openings(
    document: Document, mission: MissionName | None, listed: list[Opening], told: tuple[Paragraph, ...]
) -> list[Opening]:
    """Where this mission's tasks begin, in document order: its lists with what continues them, else a mandate in prose.

    ``told`` are the paragraphs that tell it something by themselves.
    """
    mine = [opening for opening in listed if opening.mission == mission or opening.mission is None]
    if mission is None:
        return mine
    if not mine:
        paragraphs = prose.mandate(document, mission)
        return [Opening(mission, paragraphs, prose=True)] if paragraphs else []
    openers = {opening.paragraphs[0].index for opening in listed}
    continued = lists.continued(document, [opening.paragraphs[0] for opening in mine])
    alone = [Opening(mission, (p,), prose=True) for p in told if p.index in continued and p.index not in openers]
    return sorted([*mine, *alone], key=lambda opening: opening.paragraphs[0].index)


def _tasks(
    items: Iterable[Paragraph], shared: Iterable[str], number: int, tier: Tier, rank: int, offset: int
) -> list[Task]:
    """The items of one list as tasks; ``rank`` main tasks and ``offset`` tasks stand in the lists before.

    ``shared`` are the qualifiers of the chapeau, which hold for every task. In prose the items are whole paragraphs.
    """
    tasks: list[Task] = []
    place_of: dict[int, int] = {}
    main = 0
    for item in items:
        level = max(1, item.depth)
        if level == 1:
            main += 1
        place_of[item.index] = offset + len(tasks)
        tasks.append(
            Task(
                paragraph=item.index,
                label=item.label,
                title=title(item.text),
                list=number,
                level=level,
                parent=place_of.get(item.parent),
                rank=rank + main,
                place_in_list=main,
                tier=tier,
                dashed=markers.is_dash(item.marker),
                qualifiers=tuple(dict.fromkeys((*shared, *qualifiers(item.text)))),
            )
        )
    return tasks


def qualifiers(text: str) -> list[str]:
    if not any(word in text for word in QUALIFYING):
        return []
    return [match[0].lower() for match in QUALIFIERS.finditer(text)]


def count_leaves(tasks: list[Task]) -> list[Task]:
    """Fill in ``leaf_index`` and ``leaves``: a leaf is an item without sub-items."""
    parents = {t.parent for t in tasks}
    leaves = [0] * len(tasks)
    places: list[int | None] = [None] * len(tasks)
    place = 0
    for i in range(len(tasks)):
        if i in parents:
            continue
        place += 1
        places[i] = place
        above: int | None = i
        while above is not None:
            leaves[above] += 1
            above = tasks[above].parent
    return [replace(t, leaves=n, leaf_index=at) for t, n, at in zip(tasks, leaves, places, strict=True)]


def title(text: str) -> str:
    """An item's heading where it has one (a first line that is followed by text of its own), else its first words."""
    first, _, _ = text.partition("\n")
    first = first.strip()
    if first[-1:] not in ";.,":
        return first
    words = first.rstrip(";.,").split()
    return " ".join(words) if len(words) <= TITLE_WORDS else " ".join(words[:TITLE_WORDS]) + " …"


def _tier(opener: Paragraph) -> Tier:
    """The list's tier: what the chapeau calls the tasks that follow, else what its heading calls them."""
    called = CALLED.search(opener.text)
    for words in (called[0] if called else opener.text, opener.heading):
        for tier, pattern in TIERS:
            if pattern.search(words):
                return tier
    return Tier.UNSPECIFIED


def _order_is_stated(task_lists: list[TaskList]) -> bool:
    """Whether the Council divides the lists into tiers or says that their order is one of priority."""
    return any(t.tier is not Tier.UNSPECIFIED or ORDER_STATED.search(t.chapeau) for t in task_lists)
