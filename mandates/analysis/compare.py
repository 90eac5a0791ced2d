"""Step 6: the reading of an older and a newer text → Comparison. What became of each task, paragraph and crime word.

    units       Reading        → Side      every paragraph and item with its own words
    alignment   both           → Pair      which corresponds to which, wherever it stands
    strength    a pair         → Signal    whether it speaks more strongly or more weakly
    movement    a pair         → Moved     whether it was promoted or demoted
    words       a pair         → Run       which words differ
    crime_language  all pairs  → CrimeChange   where crime language went, and what is new

A change of words and a change of place are told apart: a task can be both reworded and promoted. Definitions: docs/method.md.
"""

import re
from collections.abc import Sequence

from mandates.analysis.comparing import alignment, crime_language, movement, strength, units, words
from mandates.analysis.comparing.alignment import Pair
from mandates.analysis.comparing.fingerprints import OWN_PARAGRAPH
from mandates.analysis.comparing.units import Side
from mandates.analysis.values import (
    Change,
    Comparison,
    Link,
    MissionReading,
    Reading,
    UnitChange,
)

LABEL = re.compile(r"\d+(?:\s?\([a-z]{1,4}\))*")


def compare(
    older: Reading,
    newer: Reading,
    older_mission: MissionReading | None = None,
    newer_mission: MissionReading | None = None,
) -> Comparison:
    """What changed from an older to a newer text; the missions are the blocks (priority.rank) whose tasks are compared."""
    old, new = units.of(older, older_mission), units.of(newer, newer_mission)
    pairs = alignment.align(old, new)
    renewed = newer_mission.tasks_by_reference if newer_mission and not newer_mission.tasks else None
    changes = _changes(old, new, pairs, bool(renewed))
    return Comparison(
        older=older.document,
        newer=newer.document,
        older_mission=older_mission,
        newer_mission=newer_mission,
        tasks=tuple(c for c in changes if _is_task(c)),
        paragraphs=tuple(c for c in changes if not _is_task(c)),
        crime=crime_language.changes(old, new, pairs, (older, newer), (older_mission, newer_mission), bool(renewed)),
        renewed=renewed,
    )


def same_mission(
    older: Sequence[MissionReading], newer: Sequence[MissionReading], asked: str | None = None
) -> tuple[MissionReading | None, MissionReading | None]:
    """The blocks to compare: of the mission asked for, else of the newer text's first one that the older text has too."""
    wanted = [b for b in newer if asked and acronym(b) == asked.upper()] or list(newer)
    for block in wanted:
        for other in older:
            if acronym(other) and acronym(other) == acronym(block):
                return other, block
    return next(iter(older), None), next(iter(wanted), None)


def acronym(reading: MissionReading) -> str:
    """The acronym of a block's mission in capitals; "" where it has none."""
    return reading.mission.acronym.upper() if reading.mission else ""


def _is_task(change: UnitChange) -> bool:
    return any(unit and unit.task for unit in (change.older, change.newer))


def _changes(old: Sequence[Side], new: Sequence[Side], pairs: Sequence[Pair], renewed: bool) -> list[UnitChange]:
    """One change for each unit, in the order of the newer text; what is dropped follows what stood before it."""
    places = movement.Places(old, new, pairs)
    labels = {old[p.older].unit.label: new[p.newer].unit.label for p in pairs if p.link is Link.ONE_TO_ONE}
    order: list[tuple[tuple[int, int, int], UnitChange]] = []
    followed: dict[int, int] = {}
    for pair in pairs:
        change = _paired(old[pair.older], new[pair.newer], pair, places, labels)
        order.append(((pair.newer, 0, pair.older), change))
        if pair.link is Link.ONE_TO_ONE:
            followed[pair.older] = pair.newer
    linked = {p.older for p in pairs}, {p.newer for p in pairs}
    order += [((n, 0, 0), UnitChange(None, s.unit, Change.NEW)) for n, s in enumerate(new) if n not in linked[1]]
    last = -1
    for o, side in enumerate(old):
        last = followed.get(o, last)
        if o not in linked[0]:
            gone = Change.RENEWED if renewed and side.unit.task else Change.DROPPED
            order.append(((last, 1, o), UnitChange(side.unit, None, gone)))
    return [change for _, change in sorted(order, key=lambda entry: entry[0])]


def _paired(older: Side, newer: Side, pair: Pair, places: movement.Places, labels: dict[str, str]) -> UnitChange:
    found = strength.signals(older, newer) if pair.link is Link.ONE_TO_ONE else ()  # a part is not the whole
    moved = places.moved(pair)
    up, down = any(s.up for s in found), any(not s.up for s in found)
    same = older.words.joined == newer.words.joined
    if up and not down:
        change = Change.STRENGTHENED
    elif down and not up:
        change = Change.WEAKENED
    elif not found and (same or _renumbered(older, newer, labels)):
        change = Change.KEPT
    else:
        change = Change.REWORDED
    return UnitChange(
        older=older.unit,
        newer=newer.unit,
        change=change,
        movement=moved.movement,
        along=moved.along,
        link=pair.link,
        reasons=tuple(s.words for s in found),
        place=moved.place,
        runs=() if same else words.runs(older.words, newer.words),
    )


def _renumbered(older: Side, newer: Side, labels: dict[str, str]) -> bool:
    """Whether two units differ only in the numbers of paragraphs that they refer to, and mean the same paragraphs."""
    before, after = OWN_PARAGRAPH.findall(older.unit.text), OWN_PARAGRAPH.findall(newer.unit.text)
    if not before or len(before) != len(after):
        return False
    rest = [words.of(OWN_PARAGRAPH.sub(" ", side.unit.text)).joined for side in (older, newer)]
    if rest[0] != rest[1]:
        return False
    old, new = ([_plain(label) for text in texts for label in LABEL.findall(text)] for texts in (before, after))
    return len(old) == len(new) and all(labels.get(a) == b for a, b in zip(old, new, strict=True))


def _plain(label: str) -> str:
    """
    >>> _plain("38(a)(ii)")
    '38 (a) (ii)'
    """
    return re.sub(r"\s?\(", " (", label)
