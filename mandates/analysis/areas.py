"""What each task is about, not only crime: the codes of mandates/data/areas.toml, grouped into areas for people.

The codes are those of the TAMM dataset, so that the reading can be measured against human coders. A mandate is read
where the mission is told something: its task lists, paragraphs addressed to it, those that set it up or extend it, and
in old texts what the Secretary-General is asked to do there. The data say which codes look further.
"""

import itertools
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import ahocorasick

from mandates.analysis import kinds, lexicon
from mandates.analysis.values import (
    Address,
    Addressee,
    Document,
    MissionName,
    MissionTasks,
    Paragraph,
    ParagraphKind,
    TaskReading,
)

SOURCE = Path(__file__).resolve().parent.parent / "data" / "areas.toml"
CLAUSE = r"\b[^.;:]{0,120}?\b"  # "..." between two parts of a pattern
REACHED = 200  # characters within which the second part of a pattern begins: the first part's own and the clause's
NEAR = 25  # characters on either side of a match in which words may say that it is something else
LEAD_IN = 80  # characters of a chapeau that are read together with each of its items
CHAPTER_VII = "ch7"

OTHERS = frozenset({Addressee.ARMED_GROUPS_OR_PARTIES, Addressee.HOST_STATE, Addressee.MEMBER_STATES})

CLASS = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Code:
    """One kind of task. ``within`` is the code that it is a part of; ``where`` says which paragraphs are looked at."""

    name: str
    area: str
    label: str
    definition: str
    within: str | None
    where: str
    never: re.Pattern | None


@dataclass(frozen=True)
class Pattern:
    """One way of giving a task: the code it shows, its words, and how many parts they have."""

    code: Code
    words: re.Pattern
    parts: int


@dataclass(frozen=True)
class Finder:
    """Patterns, and the beginnings of words that say which of them are worth trying.

    ``stems`` gives for each beginning its length and what may begin with it: pairs of a place in ``patterns`` and a part.
    """

    patterns: tuple[Pattern, ...]
    stems: ahocorasick.Automaton


@dataclass(frozen=True)
class Areas:
    """All codes in the order of the file and the areas with their labels.

    ``told`` finds the codes in what a mission is told, ``elsewhere`` those alone that are looked for in other paragraphs.
    """

    codes: dict[str, Code]
    areas: dict[str, str]
    told: Finder
    elsewhere: Finder


@cache
def load() -> Areas:
    """The codes; read and compiled at the first call."""
    with SOURCE.open("rb") as file:
        raw = tomllib.load(file)
    codes = {name: _code(name, entry) for name, entry in raw["codes"].items()}
    written = [
        (codes[name], CLASS.sub(lambda match: f"({'|'.join(raw['words'][match[1]])})", pattern))
        for name, entry in raw["codes"].items()
        for pattern in entry["patterns"]
    ]
    wide = [(code, pattern) for code, pattern in written if code.where != "mission"]
    return Areas(codes, dict(raw["areas"]), _finder(written), _finder(wide))


def group(code: str) -> str:
    """The area that a code belongs to: ``police_monitor`` → ``security_sector``. KeyError for an unknown code."""
    return load().codes[code].area


def label(area: str) -> str:
    """An area's name for people."""
    return load().areas[area]


def of_text(text: str) -> tuple[str, ...]:
    """The codes that one task's or paragraph's words show, with those that these are a part of, in the file's order."""
    return _with_wholes(_shown(text, 0, load().told))


def for_mission(document: Document, tasks: TaskReading, mission: MissionName | None) -> Mapping[str, tuple[int, ...]]:
    """What one text tells one mission to do: code → indexes of the paragraphs that show it, in the file's order.

    ``mission`` is the name as in ``tasks.missions``; None where the text names none. What the Council only recalls and
    what it asks of others is left out, save for the codes whose data say otherwise.
    """
    areas = load()
    told = told_to(document, tasks, mission)
    others = _told_to_others(document, tasks)
    shown: dict[str, set[int]] = {}
    for p in document.paragraphs:
        if p.index in told:
            before = _lead_in(document, p)
            found = _shown(before + p.text, len(before), areas.told)
        elif p.kind in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            found = {name for name in _shown(p.text, 0, areas.elsewhere) if _looks_at(areas.codes[name], p, others)}
        else:
            continue
        for name in _with_wholes(found):
            shown.setdefault(name, set()).add(p.index)
    if tasks.chapter_vii is not None:
        shown[CHAPTER_VII] = {tasks.chapter_vii}
    return {name: tuple(sorted(shown[name])) for name in areas.codes if name in shown}


def _looks_at(code: Code, p: Paragraph, others: frozenset[str]) -> bool:
    """Whether a code is looked for in a paragraph that does not tell the mission anything."""
    if code.where == "text":
        return p.kind is ParagraphKind.PREAMBULAR or p.number not in others
    return p.kind is ParagraphKind.OPERATIVE


def _told_to_others(document: Document, tasks: TaskReading) -> frozenset[str]:
    """Numbers of the operative paragraphs that speak to parties, authorities or States alone."""
    return frozenset(document.paragraphs[a.paragraph].number for a in tasks.addresses if set(a.addressees) <= OTHERS)


# --- words ------------------------------------------------------------------------------------------------------


def _shown(text: str, since: int, finder: Finder) -> set[str]:
    """The codes whose patterns match; matches that end before ``since`` do not count.

    A pattern is tried only where its first part may begin and the next one may begin soon after.
    """
    places: dict[tuple[int, int], list[int]] = {}
    for end, (length, uses) in finder.stems.iter(_lower(text)):
        start = end + 1 - length
        if start and text[start - 1].isalnum():
            continue
        for use in uses:
            places.setdefault(use, []).append(start)
    found: set[str] = set()
    for (number, part), starts in places.items():
        pattern = finder.patterns[number]
        if part or pattern.code.name in found:
            continue
        if pattern.parts > 1:
            after = places.get((number, 1))
            if not after or (pattern.parts > 2 and (number, 2) not in places):
                continue
            starts = [start for start in starts if _soon(start, after)]
        if any(_matches(pattern, text, start, since) for start in starts):
            found.add(pattern.code.name)
    return found


def _soon(start: int, others: list[int]) -> bool:
    """Whether one of the places, which are in order, lies soon after the start."""
    place = bisect_right(others, start)
    return place < len(others) and others[place] < start + REACHED


def _lower(text: str) -> str:
    """The text in small letters, every letter in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _matches(pattern: Pattern, text: str, start: int, since: int) -> bool:
    match = pattern.words.match(text, start)
    if not match or match.end() <= since:
        return False
    never = pattern.code.never
    return not (never and never.search(text, max(0, match.start() - NEAR), match.end() + NEAR))


def _with_wholes(found: Iterable[str]) -> tuple[str, ...]:
    """The codes, and those that they are a part of."""
    codes = load().codes
    all_: set[str] = set()
    for name in found:
        whole: str | None = name
        while whole and whole not in all_:
            all_.add(whole)
            whole = codes[whole].within
    return tuple(name for name in codes if name in all_)


def _lead_in(document: Document, p: Paragraph) -> str:
    """The end of the chapeau under which an item stands: "to assist the Government in"."""
    if p.parent is None:
        return ""
    return re.split(r"[,;:]", document.paragraphs[p.parent].text[-LEAD_IN:].rstrip(" :;,–-"))[-1] + " "


# --- what the mission is told -----------------------------------------------------------------------------------

# whom a paragraph tells, after the verb; a participle may stand before it ("Acting under Chapter VII of the Charter, decides")
LEAD = r"^\W*(?:[^;]{0,120}?,\s+)?(?:(?:also|further)\s+)?"
TELLING = rf"{LEAD}(?:decides|determines|agrees|approves|authori[sz]es|requests|mandates|directs|instructs|tasks|encourages|invites|calls (?:up)?on|urges)(?:\s+(?:also|further|in particular))?,?"
# the Secretary-General acts for a mission; what he shall write, plan or set up beside it is no task of it
SECRETARY_GENERAL = re.compile(
    rf"{LEAD}(?:decides to )?(?:requests?|authori[sz]es?|invites|instructs)(?:\s+(?:also|further))?[^;]{{0,25}}?\bSecretary-? ?General\b",
    re.I,
)
NO_TASK = re.compile(
    r"\b(?:report|inform|informed|submit|brief|recommend\w*|consider|prepare|present|review|include in|convey|plan for|to plan|assess|appoint|panel of experts|group of experts|commission of inquiry|"
    r"trust fund|transmit|(?:his|hold|continue) consultations)\b",
    re.I,
)
REACH = 160  # characters of a paragraph in which the Secretary-General is told what to do
# a text of the early years that names no mission speaks to the Organization
ORGANIZATION = re.compile(rf"{TELLING}(?: that)? the United Nations\b(?! (?:system|country|agencies|funds))", re.I)
# a part of a mission: "Decides that the security element shall"
COMPONENT = re.compile(
    rf"{TELLING} that\b[^;]{{0,120}}?\b(?:component|element|unit|contingent|observers?|monitors?|personnel|team|group|brigade|presence|mission|force|operation)s?\b[^;]{{0,120}}?\b(?:shall|will|may|should)\b",
    re.I,
)
NEEDED = re.compile(
    rf"{LEAD}(?:stresses|emphasi[sz]es|underlines|underscores|reaffirms|reiterates|affirms|recogni[sz]es)\b[^;]{{0,40}}?\b(?:need|importance|essential|necessity|role)\b",
    re.I,
)
# how a mission is to behave in all it does, not what it is to do
MANNER = re.compile(r"\bdue diligence\b|\bHRDDP\b|\bsexual exploitation\b|\bzero[- ]tolerance\b", re.I)
TELLING_VERBS = re.compile(
    r"\b(?:decides|authori[sz]es|requests|mandates|directs|instructs|encourages|invites|calls?|urges|approves|agrees|determines)\b",
    re.I,
)


def told_to(document: Document, tasks: TaskReading, mission: MissionName | None) -> frozenset[int]:
    """Indexes of the paragraphs and items in which this mission is told, or set up for, something."""
    block = next((b for b in tasks.missions if b.mission == mission), None)
    told: set[int] = set(_of_block(block) if block else ())
    openers = {listed.paragraph for b in tasks.missions if b is not block for listed in b.task_lists}
    for p, address in zip(document.numbered(), tasks.addresses, strict=False):
        if p.index not in told | openers and _tells(p, address, mission):
            told.add(p.index)
    for p in document.operative():
        if p.parent in told and p.index not in openers:
            told.add(p.index)
    return frozenset(told)


def _of_block(block: MissionTasks) -> Iterator[int]:
    for listed in block.task_lists:
        yield listed.paragraph
    for task in block.tasks:
        yield task.paragraph
    yield from block.stand_alone


def _tells(p: Paragraph, address: Address, mission: MissionName | None) -> bool:
    """Whether a numbered paragraph outside the lists speaks to the mission, sets it up or extends it."""
    if MANNER.search(p.text):
        return False
    if Addressee.MISSION in address.addressees and TELLING_VERBS.match(
        address.lead_verb.split()[-1] if address.lead_verb else ""
    ):
        return True
    if secretary_general := SECRETARY_GENERAL.match(p.text):
        return not NO_TASK.search(p.text, secretary_general.end(), secretary_general.end() + REACH)
    if mission is None:
        return bool(kinds.DECIDING.search(p.text) or ORGANIZATION.search(p.text))
    if kinds.establishes(p.text, mission) or kinds.extends(p.text, mission) or COMPONENT.search(p.text):
        return True
    told, named = _naming(mission)
    return bool(
        told.search(p.text)
        or (NEEDED.search(p.text) and named.search(p.text) and not OTHERS.intersection(address.addressees))
    )


@lru_cache(maxsize=512)
def _naming(mission: MissionName) -> tuple[re.Pattern, re.Pattern]:
    """What tells this mission something, and what merely names it."""
    form = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(mission.forms, key=len, reverse=True))
    return re.compile(rf"{TELLING}(?: that)? (?:the )?(?:{form})\b", re.I), re.compile(rf"\b(?:{form})\b")


# --- compiling --------------------------------------------------------------------------------------------------


def _code(name: str, entry: dict) -> Code:
    never = "|".join(lexicon.pattern(term) for term in entry.get("never", ()))
    return Code(
        name=name,
        area=entry["area"],
        label=entry["label"],
        definition=entry["definition"],
        within=entry.get("within"),
        where=entry.get("where", "mission"),
        never=re.compile(rf"\b(?:{never})\b", re.I) if never else None,
    )


def _finder(written: Iterable[tuple[Code, str]]) -> Finder:
    patterns: list[Pattern] = []
    stems: dict[str, list[tuple[int, int]]] = {}
    for code, pattern in written:
        parts = pattern.split(" ... ")
        for place, part in enumerate(parts):
            for stem in _first_words(part):
                stems.setdefault(stem, []).append((len(patterns), place))
        words = CLAUSE.join(rf"(?:{lexicon.pattern(part)})" for part in parts)
        patterns.append(Pattern(code, re.compile(rf"\b{words}\b", re.I), len(parts)))
    automaton = ahocorasick.Automaton()
    for stem, uses in stems.items():
        automaton.add_word(stem, (len(stem), tuple(dict.fromkeys(uses))))
    automaton.make_automaton()
    return Finder(tuple(patterns), automaton)


def _first_words(part: str) -> set[str]:
    """The letters with which a match of one part of a pattern must begin, lower case."""
    return {re.split(r"-s-|[ *?(\\]", start.strip().lower())[0] for start in _starts(part)}


def _starts(part: str) -> list[str]:
    """Every alternative of a first bracket, and what follows it where it may be missing."""
    if not part.startswith("("):
        return [part]
    depth = 0
    cuts = [0]
    for place, letter in enumerate(part):
        depth += (letter == "(") - (letter == ")")
        if (letter == "|" and depth == 1) or depth == 0:
            cuts.append(place)
        if depth == 0:
            break
    inner = [part[start + 1 : end] for start, end in itertools.pairwise(cuts)]
    rest = part[cuts[-1] + 1 :]
    more = _starts(rest[1:].lstrip()) if rest.startswith("?") else []
    return [start for alternative in inner for start in _starts(alternative)] + more
