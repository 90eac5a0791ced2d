"""Step 3: Document → TaskReading. What each mission is told to do: its task lists, main tasks, leaf tasks and tiers.

A task list is a numbered paragraph with items whose chapeau charges the mission: "Decides that the mandate of X shall
include the following priority tasks:". Lists charged to anybody else (a committee, the authorities, the
Secretary-General's reports) are left out. Definitions: docs/method.md.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from mandates.analysis import addressee, kinds, markers, names, strengths
from mandates.analysis.values import (
    Address,
    Addressee,
    Document,
    Kind,
    MissionName,
    MissionTasks,
    Paragraph,
    Task,
    TaskList,
    TaskReading,
    Tier,
)

TITLE_WORDS = 16

# nouns by which the Council calls what a list holds
NOUNS = r"(?:tasks?|priorit(?:y areas|ies)|objectives?|functions?|responsibilities|mandate|roles?|goals|elements|components|purposes|activities|areas)"
FOLLOWING = re.compile(
    rf"\bfollowing\b[^:;]{{0,90}}?\b{NOUNS}\b|\b(?:be|is|are) the following\b|\bas follows\b|\bmandate\b[^:;]{{0,160}}\bshall\b"
    rf"|\b{NOUNS} (?:laid|set) out below\b",
    re.I,
)
CALLED = re.compile(rf"\bfollowing\b[^:;]{{0,90}}?\b{NOUNS}\b", re.I)
OPENS = re.compile(r"(?::|\bto|\bby|\bshall|[;:,] in particular:?|\bincluding:?)\s*$")
# lists of something else than tasks
NOT_TASKS = re.compile(
    r"\b(?:report|reports|reporting|inform|brief|briefing|update|benchmarks?|criteria|exempt\w*|conditions|information on|"
    r"assessment of|designat\w*|measures imposed|shall not apply|provisions)\b(?: \w+){0,3}:?\s*$",
    re.I,
)
# who may be told on a mission's behalf: "Requests the Secretary-General to establish X … with the following tasks"
ON_BEHALF = re.compile(
    r"\b(?:Secretary-General|Member States|African Union|States)\b.{0,200}?\b(?:establish|form|deploy|maintain|set up|ensure that|create)\b",
    re.S,
)

# what the Council only urges, welcomes or notes is no mandate, even where it names the mission
URGED = re.compile(
    r"\W*(?:(?:further|also|strongly|again)\s+)*(?:urges|calls|encourages|invites|welcomes|commends|notes|takes note|demands|condemns|expresses|looks|recommends|supports)\b",
    re.I,
)
# a list of what the Secretary-General shall write, study or arrange is his, even where it names the mission
SECRETARY_GENERAL = re.compile(r"^\W*(?:\w+\s+)?requests the Secretary-General\b", re.I)
GENERIC = re.compile(
    r"\b(?:mandate of|that|authori[sz]es?|requests|mandates|directs) the (?:Mission|Force|Operation|Office)\b", re.I
)
SETS_UP = re.compile(r"\bSecretary-General\b.{0,120}?\b(?:establish|create|set up)\b", re.S)
SPECIAL_REPRESENTATIVE = re.compile(
    r"\b(?:calls (?:up)?on|requests|authori[sz]es) (?:the|his) Special Representative\b.{0,160}\bfollowing tasks\b",
    re.I | re.S,
)

REFERENCE = re.compile(
    r"\b(?:as (?:set out|set forth|contained|defined|stipulated|described|outlined|specified|provided|established|mandated|authori[sz]ed)|set out|set forth|"
    r"contained|laid down|laid out|under|pursuant to|in accordance with|established by|given in|by)\b"
    r"[^.;]{0,80}?\b(?:its )?resolutions?\s+(\d{1,4}\s?\(\d{4}\))"
)
CITED = re.compile(r"\b(\d{1,4})\s?\((\d{4})\)")
IN_PARTICULAR = re.compile(r"\b(?:in particular|including|notably|especially)\b", re.I)

QUALIFIERS = re.compile(
    r"within (?:its |the )?(?:limits of (?:its )?)?(?:existing|available|current) (?:resources|capacities|means)|within (?:its )?(?:means|resources|capacities|capabilities)"
    r"|as conditions permit|as (?:feasible|appropriate|necessary)(?: and (?:feasible|appropriate))?|voluntary contributions|upon request|at the request of|"
    r"without prejudice to|on an exceptional basis|if requested|as (?:required|requested)",
    re.I,
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
        r"priority (?:\w+ ){0,2}(?:tasks?|areas)|(?:core|main|primary) (?:tasks|priorities)|\bpriorities\b",
    ),
)
TIERS = tuple((tier, re.compile(pattern, re.I)) for tier, pattern in TIERS)
ORDER_STATED = re.compile(
    r"(?:in|order of|following) (?:the )?(?:order of )?priority order|in order of priority|prioriti[sz]ation of (?:its |the )?tasks",
    re.I,
)


def read(document: Document, asked: str | None = None) -> TaskReading:
    """Kind of text and a block for each mission; ``asked`` is the acronym of the mission that a reader asks about."""
    known = names.find(document)
    lists = list(_lists(document, known))
    evident = kinds.evidence(document, known)
    order = _order(lists, evident, known, asked)
    kind = kinds.classify(document, order[0] if order else None, bool(lists), evident)
    blocks = tuple(_block(document, mission, lists, kind) for mission in order)
    if not blocks:
        blocks = (_block(document, None, lists, kind),)
    addresses = addressee.read(document, order)
    return TaskReading(kind, blocks, _charged(addresses, lists))


def _order(lists, evident, known, asked) -> tuple[MissionName, ...]:
    """Missions that get a block: the one asked for, those with a list, those whose mandate is set or extended."""
    with_list = [mission for mission, _ in lists if mission]
    chosen = [m for m in known if asked and m.acronym.upper() == asked.upper()]
    for mission in (*with_list, *evident):
        if mission not in chosen:
            chosen.append(mission)
    return tuple(chosen)


def _charged(addresses: Iterable[Address], lists: list) -> tuple[Address, ...]:
    """A paragraph that opens a mission's task list speaks to the mission, whoever is its grammatical object."""
    openers = {p.index for _, p in lists}
    return tuple(replace(a, addressees=(Addressee.MISSION,)) if a.paragraph in openers else a for a in addresses)


# --- lists ------------------------------------------------------------------------------------------------------


def _lists(document: Document, known: tuple[MissionName, ...]):
    """Every (mission, opening paragraph) of a mandate task list, in document order."""
    with_items = {p.parent for p in document.operative() if p.depth == 1}
    for p in document.numbered():
        if p.index not in with_items or not _opens_tasks(p.text) or NOT_TASKS.search(p.text):
            continue
        charged, mission = _whom(p.text, known)
        if charged:
            yield mission, p


def _opens_tasks(chapeau: str) -> bool:
    return bool(FOLLOWING.search(chapeau)) or (bool(OPENS.search(chapeau)) and chapeau.lstrip().startswith(LEADS))


LEADS = (
    "Authori",
    "Further authori",
    "Also authori",
    "Decides",
    "Further decides",
    "Also decides",
    "Mandates",
    "Requests",
    "Further requests",
    "Directs",
)


def _whom(chapeau: str, known: tuple[MissionName, ...]) -> tuple[bool, MissionName | None]:
    """Whether a chapeau charges a mission, and which."""
    if URGED.match(chapeau) and not SPECIAL_REPRESENTATIVE.search(chapeau):
        return False, None
    if SECRETARY_GENERAL.search(chapeau) and not SETS_UP.search(chapeau):
        return False, None
    best: tuple[int, MissionName] | None = None
    for mission in known:
        place = _charge(chapeau, mission)
        if place is not None and (best is None or place < best[0]):
            best = (place, mission)
    if best:
        return True, best[1]
    generic = GENERIC.search(chapeau) or SPECIAL_REPRESENTATIVE.search(chapeau)
    return bool(generic), known[0] if generic and known else None


def _charge(chapeau: str, mission: MissionName) -> int | None:
    """Where the chapeau charges this mission, None where it does not."""
    charged, named = _charging(mission)
    if direct := charged.search(chapeau):
        return direct.start()
    if ON_BEHALF.search(chapeau) and (form := named.search(chapeau)):
        return form.start()
    return None


@lru_cache(maxsize=512)
def _charging(mission: MissionName) -> tuple[re.Pattern, re.Pattern]:
    """What charges this mission directly, and what merely names it."""
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(mission.forms, key=len, reverse=True))
    form = rf"(?:the\s+)?(?:{forms})\b"
    charged = (
        rf"\bmandate of\s+{form}|\b{form}[’']s?\s+(?:\w+\s+)?mandate|"
        rf"\b(?:that|authori[sz]es?|requests|mandates?|directs|tasks)\s+(?:the\s+\w+\s+(?:component\s+)?of\s+)?{form}|"
        rf"{form}(?:\s*\([^)]*\))?,?\s+(?:shall|should|will|is|be)\b|\bhead of\s+{form}"
    )
    return re.compile(charged, re.I), re.compile(form)


# --- tasks ------------------------------------------------------------------------------------------------------


def _block(document: Document, mission: MissionName | None, lists: list, kind: Kind) -> MissionTasks:
    mine = [p for who, p in lists if who == mission or who is None]
    task_lists: list[TaskList] = []
    tasks: list[Task] = []
    for opener in mine:
        number = len(task_lists)
        tier = _tier(opener)
        task_lists.append(TaskList(opener.index, opener.label, opener.text, tier, mission.acronym if mission else None))
        rank = max((t.rank for t in tasks), default=0)
        tasks += _tasks(document.items(opener), opener, number, tier, rank, len(tasks))
    tasks = _count_leaves(tasks)
    return MissionTasks(
        mission,
        tuple(task_lists),
        tuple(tasks),
        None if task_lists else _by_reference(document, mission),
        _order_is_stated(document, task_lists),
        strengths.police(document),
    )


def _tasks(
    items: Iterable[Paragraph], opener: Paragraph, number: int, tier: Tier, rank: int, offset: int
) -> list[Task]:
    """The items of one list as tasks; ``rank`` main tasks and ``offset`` tasks stand in the lists before."""
    tasks: list[Task] = []
    place_of: dict[int, int] = {}
    shared = _qualifiers(opener.text)
    main = 0
    for item in items:
        if item.depth == 1:
            main += 1
        place_of[item.index] = offset + len(tasks)
        tasks.append(
            Task(
                paragraph=item.index,
                label=item.label,
                title=title(item.text),
                list=number,
                level=item.depth,
                parent=place_of.get(item.parent),
                rank=rank + main,
                place_in_list=main,
                tier=tier,
                dashed=markers.is_dash(item.marker),
                qualifiers=tuple(dict.fromkeys((*shared, *_qualifiers(item.text)))),
            )
        )
    return tasks


def _qualifiers(text: str) -> list[str]:
    return [match[0].lower() for match in QUALIFIERS.finditer(text)]


def _count_leaves(tasks: list[Task]) -> list[Task]:
    """Fill in ``leaf_index`` and ``leaves``: a leaf is an item without sub-items."""
    parents = {t.parent for t in tasks}
    leaves = [0] * len(tasks)
    counted: list[Task] = []
    place = 0
    for i, task in enumerate(tasks):
        if i in parents:
            counted.append(task)
            continue
        place += 1
        counted.append(replace(task, leaf_index=place))
        above: int | None = i
        while above is not None:
            leaves[above] += 1
            above = tasks[above].parent
    return [replace(t, leaves=n) for t, n in zip(counted, leaves, strict=True)]


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


def _order_is_stated(document: Document, lists: list[TaskList]) -> bool:
    """Whether the Council divides the lists into tiers or says that their order is one of priority."""
    if not lists:
        return False
    return any(t.tier is not Tier.UNSPECIFIED for t in lists) or any(ORDER_STATED.search(t.chapeau) for t in lists)


# --- tasks by reference -----------------------------------------------------------------------------------------


def _by_reference(document: Document, mission: MissionName | None) -> str | None:
    """Where the tasks stand that a text without a list renews: named beside the extension, else the earliest that is recalled."""
    if mission is None:
        return None
    extension = [p for p in document.numbered() if kinds.extends(p.text, mission)]
    for p in extension:
        if match := REFERENCE.search(p.text):
            return "resolution " + re.sub(r"\s*\(", " (", match[1])
    if extension:
        for p in document.preambular()[:3]:
            if p.text.startswith(("Recalling", "Reaffirming", "Having considered")) and "resolution" in p.text:
                after = IN_PARTICULAR.search(p.text)
                cited = CITED.findall(p.text, after.end() if after else 0) or CITED.findall(p.text)
                if cited:
                    number, year = min(cited, key=lambda pair: int(pair[0]))
                    return f"resolution {number} ({year})"
    return None
