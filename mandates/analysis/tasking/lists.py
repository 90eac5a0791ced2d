"""Where the mandate task lists of a text stand, and which mission each charges.

A task list is a numbered paragraph with items whose chapeau charges the mission: "Decides that the mandate of X shall
include the following priority tasks:". Lists charged to anybody else (a committee, the authorities, the
Secretary-General's reports) are left out.
"""

import re
from collections.abc import Iterator

from mandates.analysis import kinds
from mandates.analysis.values import Document, MissionName, Paragraph

# nouns by which the Council calls what a list holds
NOUNS = r"(?:tasks?|priorit(?:y areas|ies)|objectives?|functions?|responsibilities|mandate|roles?|goals|elements|components|purposes|activities|areas)"
FOLLOWING = re.compile(
    rf"\bfollowing\b[^:;]{{0,90}}?\b{NOUNS}\b|\b(?:be|is|are) the following\b|\bas follows\b|\bmandate\b[^:;]{{0,160}}\bshall\b"
    rf"|\b{NOUNS} (?:laid|set) out below\b",
    re.I,
)
OPENS = re.compile(r"(?::|\bto|\bby|\bshall|[;:,] in particular:?|\bincluding:?)\s*$")
# "to establish X (ACRONYM) …, with the following mandate:"
GIVEN = re.compile(
    rf"\b(?:with|and|whose|which|to carry out|having)\b[^;:]{{0,60}}?\b{NOUNS}\b[^;:]{{0,80}}:?\s*$", re.I
)
# lists of something else than tasks
NOT_TASKS = re.compile(
    r"\b(?:report|reports|reporting|inform|brief|briefing|update|benchmarks?|criteria|exempt\w*|conditions|information on|"
    r"assessment of|designat\w*|measures imposed|shall not apply|provisions)\b(?: \w+){0,3}:?\s*$"
    r"|\bdeveloping [^:;,]{0,40}\bcapacit(?:y|ies) in the following areas:?\s*$",
    re.I,
)
# who may be told on a mission's behalf: "Requests the Secretary-General to establish X … with the following tasks"
ON_BEHALF = re.compile(
    r"\b(?:Secretary-General|Member States|African Union|States)\b.{0,200}?\b(?:establish|form|deploy|maintain|set up|ensure that|create)\b",
    re.S,
)

# a mission that shall not do what follows is given no tasks
DENIED = re.compile(
    r"\b(?:shall|should|will|may|must|does|is|are|be)\s+(?:not|no longer|refrain|cease)\b(?:,[^,;:]{0,80},)?[^,;:]*:?\s*$",
    re.I,
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
# a part of a mission with tasks of its own: "a military liaison group whose tasks shall include"
COMPONENT = re.compile(
    r"\b(?:establish\w*|deploy\w*)\b.{0,300}\b(?:military|police|intervention|observer)\b.{0,40}\b(?:group|component|brigade|unit|personnel|observers|presence)\b.{0,200}"
    r"\b(?:whose|with the following|with a|which shall have the following)\b.{0,40}\b(?:tasks?|mandate|functions|responsibilities)\b",
    re.I | re.S,
)
FORM = rf"(?:the\s+|an?\s+)?(?:(?:expanded|reinforced|reconfigured|enhanced|restructured)\s+)?{kinds.M}"
# what charges a mission directly
CHARGED = re.compile(
    rf"\b(?:mandate|(?:main )?responsibilities|tasks|functions|role) of\s+{FORM}|{FORM}[’']s?\s+(?:\w+\s+)?mandate|"
    rf"\b(?:that|authori[sz]es?|requests|mandates?|directs|tasks)\s+(?:the\s+\w+\s+(?:component\s+)?of\s+)?{FORM}|"
    rf"(?<!\bof )(?<!\bof the ){FORM}(?:,[^,;:]{{3,80}})?,?\s+(?:shall|should|will|is|be)\b|\bhead of\s+{FORM}",
    re.I,
)
THROUGH = re.compile(r"\btasks?\b[^:;]{0,60}\bparagraphs (\d{1,3}) (?:through|to|–|-) (\d{1,3})\b")
SETS_UP = re.compile(r"\bSecretary-General\b.{0,120}?\b(?:establish|create|set up)\b", re.S)
SPECIAL_REPRESENTATIVE = re.compile(
    r"\b(?:calls (?:up)?on|requests|authori[sz]es) (?:the|his) Special Representative\b.{0,160}\bfollowing tasks\b",
    re.I | re.S,
)


def find(document: Document, known: tuple[MissionName, ...]) -> Iterator[tuple[MissionName | None, Paragraph]]:
    """Every (mission, opening paragraph) of a mandate task list, in document order."""
    first_item: dict[int | None, str] = {}
    for p in document.operative():
        if p.depth == 1:
            first_item.setdefault(p.parent, p.text)
    opened: set[str] = set()
    for p in document.numbered():
        if p.index not in first_item or not _opens_tasks(p.text) or _replaces(p, opened):
            continue
        if NOT_TASKS.search(p.text) or DENIED.search(p.text):
            continue
        charged, mission = _whom(p.text, known)
        if not charged and first_item[p.index].startswith(("To ", "to ")):
            # "Authorizes the deployment of a Force for three months: (a) To help …": set up to do what follows
            mission = next((m for m in known if kinds.establishes(p.text, m) and not URGED.match(p.text)), None)
            charged = mission is not None
        if charged:
            opened.add(p.number)
            yield mission, p


def _replaces(p: Paragraph, opened: set[str]) -> bool:
    """Whether a draft offers a paragraph in place of one that has opened a list: "2 alt" beside "2"."""
    base, alternative, _ = p.number.partition(" alt")
    return bool(alternative) and base in opened


def continued(document: Document, openers: list[Paragraph]) -> set[int]:
    """Paragraphs by which a chapeau says that its tasks go on: "the following tasks … in paragraphs 36 through 45"."""
    found: set[int] = set()
    for opener in openers:
        if match := THROUGH.search(opener.text):
            first, last = int(match[1]), int(match[2])
            if first <= _number(opener) <= last:
                found |= {p.index for p in document.numbered() if first <= _number(p) <= last}
    return found - {p.index for p in openers}


def _number(p: Paragraph) -> int:
    return int(re.match(r"\d+", p.number)[0])


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
    "Approves",
    "Agrees",
)


def _whom(chapeau: str, known: tuple[MissionName, ...]) -> tuple[bool, MissionName | None]:
    """Whether a chapeau charges a mission, and which."""
    if URGED.match(chapeau) and not SPECIAL_REPRESENTATIVE.search(chapeau):
        return False, None
    if SECRETARY_GENERAL.match(chapeau) and not SETS_UP.search(chapeau):
        return False, None
    best: tuple[int, MissionName] | None = None
    for mission in known:
        place = _charge(chapeau, mission)
        if place is not None and (best is None or place < best[0]):
            best = (place, mission)
    if best:
        return True, best[1]
    generic = GENERIC.search(chapeau) or SPECIAL_REPRESENTATIVE.search(chapeau) or COMPONENT.search(chapeau)
    return bool(generic), known[0] if generic and known else None


def _charge(chapeau: str, mission: MissionName) -> int | None:
    """Where the chapeau charges this mission, None where it does not."""
    marked = kinds.marked(chapeau, mission)
    if direct := CHARGED.search(marked):
        return direct.start()
    place = marked.find(kinds.M)
    if place >= 0 and (
        ON_BEHALF.search(chapeau) or (kinds.establishes(chapeau, mission) and GIVEN.search(marked, place))
    ):
        return place
    return None
