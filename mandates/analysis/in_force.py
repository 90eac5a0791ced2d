"""The mandate in force: from a text that renews tasks by reference to the text that states them.

The source that an operative paragraph names is followed, and its source after it, through any number of pure extensions.
Where none is named in an operative paragraph ("Decides to extend the mandate of X until …") the latest earlier text held of the same mission counts
that lays tasks down. Nothing here reads words beyond the names and symbols of what is held.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mandates.analysis.tasking import references
from mandates.analysis.values import Document, MissionName, MissionTasks, Reading, Tier

MOST_STEPS = 30  # extensions of extensions that are followed
MOST_EARLIER = 40  # earlier texts of a mission that are looked at
SYMBOL = re.compile(r"S/RES/(\d+) \((\d{4})\)")
DRAFT = re.compile(r"S/(\d{4})/\d")
RESOLUTION = re.compile(r"resolution (\d+) \((\d{4})\)")


@dataclass(frozen=True, slots=True)
class Source:
    """The text that states the tasks, the block of them, and the symbols of the extensions passed on the way."""

    symbol: str
    reading: Reading
    block: MissionTasks
    through: tuple[str, ...] = ()


def find(
    document: Document,
    block: MissionTasks,
    held: Mapping[str, Reading],
    seen: frozenset[str] = frozenset(),
    through: tuple[str, ...] = (),
) -> Source | None:
    """Where the tasks stand that ``block`` of ``document`` renews; None where it renews none or their text is not held.

    ``seen`` are the symbols of the texts on the way here, so that texts that name each other end the search.
    """
    if not block.tasks_by_reference or len(through) > MOST_STEPS:
        return None
    seen = seen | {document.symbol or ""}
    match = RESOLUTION.fullmatch(block.tasks_by_reference)
    named = f"S/RES/{match[1]} ({match[2]})" if match else ""
    recalled = bool(match) and not _stated(document, match[1])
    if named and named not in seen and (reading := held.get(named)) and (own := _of(reading, block.mission, recalled)):
        if own.task_lists:
            return Source(named, reading, own, through)
        if further := find(reading.document, own, held, seen, (*through, named)):
            return further
    if not recalled and block.tasks_by_reference != references.UNNAMED:
        return None
    return _latest(document, block.mission, held, seen, through)


def _stated(document: Document, number: str) -> bool:
    """Whether an operative paragraph names the resolution; else it is only recalled in the preamble."""
    return any(number in p.text for p in document.operative())


def _latest(
    document: Document,
    mission: MissionName | None,
    held: Mapping[str, Reading],
    seen: frozenset[str],
    through: tuple[str, ...],
) -> Source | None:
    """The latest earlier text held of this mission that lays tasks down, not one that only adds to others.

    A list comes before tasks in prose, by which the Council mostly adds to a mandate.
    """
    if mission is None:
        return None
    numbers = {symbol: int(match[1]) for symbol in held if (match := SYMBOL.fullmatch(symbol)) and symbol not in seen}
    earlier = [symbol for symbol in numbers if _is_earlier(symbol, document)]
    looked_at, in_prose = 0, None
    for symbol in sorted(earlier, key=numbers.__getitem__, reverse=True):
        reading = held.get(symbol)
        block = next((b for b in reading.tasks.missions if same(b.mission, mission)), None) if reading else None
        if block is None:
            continue
        laid_down = [t for t in block.task_lists if t.tier is not Tier.ADDITIONAL]
        if any(not t.prose for t in laid_down):
            return Source(symbol, reading, block, through)
        if laid_down and in_prose is None:
            in_prose = Source(symbol, reading, block, through)
        looked_at += 1
        if looked_at == MOST_EARLIER:
            break
    return in_prose


def _is_earlier(symbol: str, document: Document) -> bool:
    """Whether a resolution came before a text: by their numbers, for a draft by the year of its symbol; else it may have."""
    resolution, own = SYMBOL.fullmatch(symbol), SYMBOL.fullmatch(document.symbol or "")
    if own:
        return int(resolution[1]) < int(own[1])
    draft = DRAFT.match(document.symbol or "")
    return not draft or int(resolution[2]) <= int(draft[1])


def _of(reading: Reading, mission: MissionName | None, recalled: bool) -> MissionTasks | None:
    """The block of the mission in a text that was named for it; where the text has none by that name, the first with tasks.

    A text that was only recalled must speak of the mission by its name.
    """
    blocks = reading.tasks.missions
    mine = next((b for b in blocks if same(b.mission, mission)), None)
    if mine or recalled:
        return mine
    return next((b for b in blocks if b.task_lists), blocks[0])


def same(one: MissionName | None, other: MissionName | None) -> bool:
    """Whether two texts speak of one mission: by acronym, by name, or one by the acronym that the other's name makes."""
    if one is None or other is None:
        return False
    if one.acronym and other.acronym:
        return one.acronym.upper() == other.acronym.upper()
    if one.name and other.name:
        return one.name.lower() == other.name.lower()
    acronym, name = (one.acronym, other.name) if one.acronym else (other.acronym, one.name)
    return bool(acronym) and acronym in _initials(name)


def _initials(name: str) -> tuple[str, str]:
    """The acronyms that a name can make: of its capitalised words, and of all its words."""
    words = name.replace("-", " ").split()
    return "".join(w[0] for w in words if w[0].isupper()), "".join(w[0].upper() for w in words)
