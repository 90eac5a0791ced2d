"""Which of the texts held is a text's predecessor: the latest earlier one that lays down or changes the same mission's tasks.

Pure extensions are followed to the text that they extend. Sanctions, thematic and reporting texts are never predecessors, nor are
drafts; another mission's text, a successor's for one, is not assumed to be one. Texts are looked at newest first, and no further
than needed: whoever holds them may read each when it is asked for.
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
CITED = re.compile(r"\b(\d{1,4})\s?\((?:19|20)\d\d\)")
DRAFT_YEAR = re.compile(r"\bS/(\d{4})/")
SAME = 0.9  # share of a draft's operative paragraphs that stand in the resolution that it became


def predecessor(reading: Reading, mission: MissionName | None, earlier: Iterable[Adopted]) -> Adopted | None:
    """The predecessor of a text among the adopted texts that are held, in any order; None where none of them is.

    Only texts that are known to be earlier count: by their numbers, else by their dates. A draft with neither comes after
    everything that was adopted up to the year of its symbol, but not after the resolution that it became itself.
    """
    if mission is None:
        return None
    held = sorted((a for a in earlier if _may_be_earlier(a, reading)), key=_order, reverse=True)
    own = _block(reading, mission)
    for candidate in held:
        block = _lays_down(candidate, mission)
        if block is None or _came_of(candidate, block, reading, own):
            continue
        if not _is_pure_extension(block):
            return candidate
        if extended := _named(block.tasks_by_reference, mission, held):
            return extended
    return None


def _lays_down(adopted: Adopted, mission: MissionName) -> MissionTasks | None:
    """The mission's tasks in a text that gives or renews its mandate; None for any other text, and for a draft.

    A text that says nothing of itself is what its symbol says.
    """
    reading = adopted.reading
    if reading is None or reading.tasks.kind not in RANKED_KINDS:
        return None
    if reading.document.draft and not _number(adopted.symbol):
        return None
    return _block(reading, mission)


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


def _named(reference: str | None, mission: MissionName, held: list[Adopted]) -> Adopted | None:
    """The text that an extension says it extends, where it is held and itself gives the mission a mandate."""
    wanted = _number(reference or "")
    for candidate in held:
        if wanted and _number(candidate.symbol) == wanted and _lays_down(candidate, mission):
            return candidate
    return None


# --- earlier and later ------------------------------------------------------------------------------------------


def _may_be_earlier(adopted: Adopted, reading: Reading) -> bool:
    document = reading.document
    number, own_number = _resolution(adopted), _number(document.symbol or "")
    if number and own_number:
        return number < own_number
    if document.adopted and (day := _day(adopted)):
        return day < document.adopted
    year = DRAFT_YEAR.search(document.symbol or "")
    held = _year(adopted) if year else None
    return not (year and held) or held <= int(year[1])


def _came_of(adopted: Adopted, block: MissionTasks, reading: Reading, own: MissionTasks | None) -> bool:
    """Whether an adopted text is what a draft became, or later still: the draft names no resolution as late, and the
    mandate ends no earlier there; where that is not said, nearly all of the draft stands there."""
    if not reading.document.draft and reading.document.symbol:
        return False
    number = _resolution(adopted)
    cited = (int(match) for p in reading.document.paragraphs for match in CITED.findall(p.text))
    if number and number <= max(cited, default=0):
        return False
    ends, own_end = (b.term.until if b and b.term else None for b in (block, own))
    if ends and own_end:
        return ends >= own_end
    theirs = {_plain(p.text) for p in adopted.reading.document.operative()}
    mine = [_plain(p.text) for p in reading.document.operative()]
    return bool(mine) and sum(text in theirs for text in mine) >= SAME * len(mine)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _order(adopted: Adopted) -> tuple[int, int]:
    """Resolutions are numbered as they are adopted; a text without a number stands by its date, after that day's others."""
    if number := _resolution(adopted):
        return number, 0
    day = _day(adopted)
    return 0, day.toordinal() if day else 0


def _resolution(adopted: Adopted) -> int | None:
    return adopted.when if isinstance(adopted.when, int) else _number(adopted.symbol)


def _day(adopted: Adopted) -> date | None:
    if isinstance(adopted.when, date):
        return adopted.when
    return adopted.reading.document.adopted if adopted.reading else None


def _year(adopted: Adopted) -> int | None:
    if match := NUMBER.search(adopted.symbol):
        return int(match[2])
    day = _day(adopted)
    return day.year if day else None


def _number(name: str) -> int | None:
    """
    >>> _number("S/RES/2423 (2018)"), _number("resolution 1509 (2003)"), _number("S/2018/1021")
    (2423, 1509, None)
    """
    match = NUMBER.search(name)
    return int(match[1]) if match else None
