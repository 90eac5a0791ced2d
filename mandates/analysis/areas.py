"""What each task is about, not only crime: the codes of mandates/data/areas.toml, grouped into areas for people.

The codes are those of the TAMM dataset, so that the reading can be measured against human coders. A mandate is read
where the mission is told something (``told``); the data say which codes look further.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from mandates.analysis import phrases
from mandates.analysis.told import OTHERS, told_to
from mandates.analysis.values import Document, MissionName, Paragraph, ParagraphKind, TaskReading

SOURCE = Path(__file__).resolve().parent.parent / "data" / "areas.toml"
LEAD_IN = 80  # characters of a chapeau that are read together with each of its items
CHAPTER_VII = "ch7"

CLAUSE_END = re.compile(r"[,;:]")
CLASS = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Code:
    """One kind of task. ``within`` is the code that it is a part of, if any; ``where`` says which paragraphs are looked at."""

    name: str
    area: str
    label: str
    definition: str
    within: str
    where: str


@dataclass(frozen=True)
class Areas:
    """All codes in the order of the file and the areas with their labels.

    ``told`` finds the codes in what a mission is told, ``elsewhere`` those alone that are looked for in other paragraphs.
    """

    codes: dict[str, Code]
    areas: dict[str, str]
    told: phrases.Finder
    elsewhere: phrases.Finder


@cache
def load() -> Areas:
    """The codes; read and compiled at the first call."""
    with SOURCE.open("rb") as file:
        raw = tomllib.load(file)
    codes = {name: _code(name, entry) for name, entry in raw["codes"].items()}
    written = [
        (shows, CLASS.sub(lambda match: f"({'|'.join(raw['words'][match[1]])})", pattern))
        for shows, entry in ((_shows(name, entry), entry) for name, entry in raw["codes"].items())
        for pattern in entry["patterns"]
    ]
    wide = [(shows, pattern) for shows, pattern in written if codes[shows.name].where != "mission"]
    return Areas(codes, dict(raw["areas"]), phrases.compiled(written), phrases.compiled(wide))


def group(code: str) -> str:
    """The area that a code belongs to: ``police_monitor`` → ``security_sector``. KeyError for an unknown code."""
    return load().codes[code].area


def label(area: str) -> str:
    """An area's name for people."""
    return load().areas[area]


def of_text(text: str) -> tuple[str, ...]:
    """The codes that one task's or paragraph's words show, with those that these are a part of, in the file's order."""
    found = {whole for name in phrases.find(text, 0, load().told) for whole in _whole(name)}
    return tuple(name for name in load().codes if name in found)


def of_item(document: Document, p: Paragraph, nearest: bool = False) -> Mapping[str, int]:
    """The codes that a task shows by itself → where in its text words for each end; ``nearest``: the first such place.

    The end of the chapeau above an item is read with it. Codes that the ones shown are a part of are not added.
    """
    before = _lead_in(document, p)
    shown = phrases.find(before + p.text, len(before), load().told, nearest)
    return {name: end - len(before) for name, end in shown.items()}


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
            found = list(of_item(document, p))
        elif p.kind in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            found = [
                name for name in phrases.find(p.text, 0, areas.elsewhere) if _looks_at(areas.codes[name], p, others)
            ]
        else:
            continue
        for name in found:
            shown.setdefault(name, set()).add(p.index)
    for name in list(shown):
        for whole in _whole(name):
            shown[whole] = shown.get(whole, set()) | shown[name]
    if (acting := _chapter_vii(document, tasks, told)) is not None:
        shown[CHAPTER_VII] = {acting}
    return {name: tuple(sorted(shown[name])) for name in areas.codes if name in shown}


def _chapter_vii(document: Document, tasks: TaskReading, told: Set[int]) -> int | None:
    """Where the Council acts under Chapter VII for the mission, not only against others or for one exemption."""
    place = tasks.chapter_vii
    if place is None or place in told or document.paragraphs[place].kind is ParagraphKind.PREAMBULAR:
        return place
    words = document.paragraphs[place].text
    governs_what_follows = (
        words.find("Chapter VII") > len(words) / 2
    )  # a second preamble, not the paragraph's own opening
    return place if governs_what_follows and max(told, default=0) > place else None


def _looks_at(code: Code, p: Paragraph, others: frozenset[str]) -> bool:
    """Whether a code is looked for in a paragraph that does not tell the mission anything."""
    if code.where == "text":
        return p.kind is ParagraphKind.PREAMBULAR or p.number not in others
    return p.kind is ParagraphKind.OPERATIVE


def _told_to_others(document: Document, tasks: TaskReading) -> frozenset[str]:
    """Numbers of the operative paragraphs that speak to parties, authorities or States alone."""
    return frozenset(document.paragraphs[a.paragraph].number for a in tasks.addresses if set(a.addressees) <= OTHERS)


def _lead_in(document: Document, p: Paragraph) -> str:
    """The end of the chapeau under which an item stands: "to assist the Government in"."""
    if p.parent is None:
        return ""
    return _last_clause(document.paragraphs[p.parent].text[-LEAD_IN:])


@lru_cache(maxsize=64)
def _last_clause(words: str) -> str:
    return CLAUSE_END.split(words.rstrip(" :;,–-"))[-1] + " "


def _whole(name: str) -> Iterator[str]:
    """The code, and those that it is a part of."""
    while name:
        yield name
        name = load().codes[name].within


def _code(name: str, entry: dict) -> Code:
    return Code(
        name=name,
        area=entry["area"],
        label=entry["label"],
        definition=entry["definition"],
        within=entry.get("within", ""),
        where=entry.get("where", "mission"),
    )


def _shows(name: str, entry: dict) -> phrases.Shows:
    return phrases.Shows(name, tuple(entry.get("never", ())), tuple(entry.get("unless", ())))
