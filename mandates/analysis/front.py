"""What stands before the text proper: symbol, date of adoption, whether it is a draft or a presidential statement."""

import re
from datetime import date

RESOLUTION = re.compile(r"S\s?/\s?RES\s?/\s?(\d{1,4})\s?\((\d{4})\)|\bResolution\s+(\d{1,4})\s?\((\d{4})\)", re.I)
DRAFT = re.compile(r"\bS\s?/\s?((?:19|20)\d{2})\s?/\s?(\d{1,4})\b")
PRESIDENTIAL = re.compile(r"\bS/PRST/\d{4}/\d+|statement by the President of the Security Council", re.I)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ADOPTED = re.compile(
    r"adopted (?:unanimously )?by the Security Council at its .{3,40}? meeting,?\s+(?:\(.{1,20}\),?\s+)?on\s+(\d{1,2}) ("
    + "|".join(MONTHS)
    + r") (\d{4})",
    re.I,
)
ISSUED = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b")


def is_statement(head: str) -> bool:
    """Whether the front is that of a statement by the President of the Council."""
    return not RESOLUTION.search(head) and bool(PRESIDENTIAL.search(head))


def identity(head: str) -> tuple[str | None, date | None, bool]:
    """Symbol, date of adoption and whether the text is a draft, from what stands before "The Security Council"."""
    adopted = _date(ADOPTED.search(head))
    if match := RESOLUTION.search(head):
        number, year = (match[1], match[2]) if match[1] else (match[3], match[4])
        return f"S/RES/{number} ({year})", adopted or _date(ISSUED.search(head)), False
    if match := PRESIDENTIAL.search(head):
        return match[0] if match[0].startswith("S/") else None, _date(ISSUED.search(head)), False
    if match := DRAFT.search(head):
        return f"S/{match[1]}/{match[2]}", None, True
    return None, adopted, adopted is None


def _date(match: re.Match | None) -> date | None:
    if not match:
        return None
    try:
        return date(int(match[3]), MONTHS.index(match[2].capitalize()) + 1, int(match[1]))
    except ValueError:
        return None
