"""Which of the texts held is a text's predecessor: the latest earlier one that lays down or changes the same mission's tasks.

Pure extensions are followed to the text that they extend. Sanctions, thematic and reporting texts are never predecessors, nor are
drafts; another mission's text, a successor's for one, is not assumed to be one.
"""

import re
from collections.abc import Iterable
from datetime import date

from mandates.analysis.values import (
    RANKED_KINDS,
    Adopted,
    MissionName,
    MissionTasks,
    Reading,
)

NUMBER = re.compile(r"(?:S/RES/|resolution )(\d{1,4})\s?\((\d{4})\)")
DRAFT_YEAR = re.compile(r"\bS/(\d{4})/")


def predecessor(reading: Reading, mission: MissionName | None, earlier: Iterable[Adopted]) -> Adopted | None:
    """The predecessor of a text among the adopted texts that are held, in any order; None where none of them is.

    Only texts that are known to be earlier count: by their numbers, else by their dates. A draft with neither comes after
    everything that was adopted up to the year of its symbol.
    """
    if mission is None:
        return None
    candidates = [a for a in earlier if _is_earlier(a, reading) and _block(a.reading, mission)]
    for candidate in sorted(candidates, key=_order, reverse=True):
        block = _block(candidate.reading, mission)
        if candidate.reading.tasks.kind not in RANKED_KINDS or candidate.reading.document.draft:
            continue
        if not _is_pure_extension(block):
            return candidate
        if extended := _named(block.tasks_by_reference, candidates):
            return extended
    return None


def _block(reading: Reading, mission: MissionName) -> MissionTasks | None:
    """The mission's tasks in a text that sets or extends its mandate; the same acronym, or the same name where it has none."""
    for block in reading.tasks.missions:
        if block.mission and _same(block.mission, mission):
            return block
    return None


def _same(one: MissionName, other: MissionName) -> bool:
    if one.acronym and other.acronym:
        return one.acronym.upper() == other.acronym.upper()
    return bool(one.name) and one.name == other.name


def _is_pure_extension(block: MissionTasks) -> bool:
    """Whether a text only says that the mandate goes on: it has no task list and tells the mission to do nothing besides."""
    return not block.task_lists and not block.stand_alone


def _named(reference: str | None, candidates: list[Adopted]) -> Adopted | None:
    """The text that an extension says it extends, where it is held and itself lays down tasks."""
    wanted = _number(reference or "")
    for candidate in candidates:
        if wanted and _number(candidate.symbol) == wanted and candidate.reading.tasks.kind in RANKED_KINDS:
            return candidate
    return None


# --- earlier and later ------------------------------------------------------------------------------------------


def _is_earlier(adopted: Adopted, reading: Reading) -> bool:
    document = reading.document
    number, own_number = _resolution(adopted), _number(document.symbol or "")
    if number and own_number:
        return number < own_number
    day = _day(adopted)
    if day and document.adopted:
        return day < document.adopted
    year = DRAFT_YEAR.search(document.symbol or "")
    held = _year(adopted)
    return not (year and held) or held <= int(year[1])


def _order(adopted: Adopted) -> tuple[int, int]:
    """Resolutions are numbered as they are adopted; a text without a number stands by its date, after that day's others."""
    day = _day(adopted)
    return (_resolution(adopted) or 0, day.toordinal() if day else 0)


def _resolution(adopted: Adopted) -> int | None:
    return adopted.when if isinstance(adopted.when, int) else _number(adopted.symbol)


def _day(adopted: Adopted) -> date | None:
    return adopted.when if isinstance(adopted.when, date) else adopted.reading.document.adopted


def _year(adopted: Adopted) -> int | None:
    if day := _day(adopted):
        return day.year
    match = NUMBER.search(adopted.symbol)
    return int(match[2]) if match else None


def _number(name: str) -> int | None:
    """
    >>> _number("S/RES/2423 (2018)"), _number("resolution 1509 (2003)"), _number("S/2018/1021")
    (2423, 1509, None)
    """
    match = NUMBER.search(name)
    return int(match[1]) if match else None
