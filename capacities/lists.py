"""Lists as people write them in one field of a form or one cell of a table: lines, names between semicolons, agreements. Pure."""

from datetime import date
from urllib.parse import urlsplit

from language.said import say


class Unclear(ValueError):
    """A line that cannot be read; says which and why, and does not repeat it."""


def lines(text: str) -> list[str]:
    """One for each line or semicolon, none twice: "Port; North\\nPort" → ["Port", "North"]."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return list(dict.fromkeys(part for part in parts if part))


def agreements(text: str) -> list[dict[str, str]]:
    """A line for each agreement: date; what it is; link. Date and link may be empty. Raises Unclear."""
    return [_agreement(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def written(held: list[dict[str, str]]) -> str:
    """Agreements as ``agreements`` reads them."""
    return "\n".join(f"{a['date']}; {a['title']}; {a['link']}".rstrip("; ") for a in held)


def is_link(text: str) -> bool:
    """Whether it can be followed from a page without harm."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in text)


def _agreement(number: int, line: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split(";")]
    if not 2 <= len(parts) <= 3 or not parts[1]:
        raise Unclear(
            say("Line {number}: write the date, what it is and a link, with semicolons between them.", number=number)
        )
    day, title, link = [*parts, ""][:3]
    try:
        day = str(date.fromisoformat(day)) if day else ""
    except ValueError:
        raise Unclear(say("Line {number}: write the date as 2030-01-31, or leave it empty.", number=number)) from None
    if link and not is_link(link):
        raise Unclear(say("Line {number}: the link must begin with https:// or http://.", number=number))
    return {"date": day, "title": title, "link": link}
