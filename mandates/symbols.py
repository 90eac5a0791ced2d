"""How the symbol of a text is written, so that the same text is found however it was typed."""

import re

RESOLUTION = re.compile(r"(?:\bS\s*/\s*RES\s*/\s*|\bresolution\s+)(\d{1,4})\s*\((\d{4})\)", re.IGNORECASE)


def resolution(words: str) -> str | None:
    """``S/RES/1509 (2003)`` for the first resolution named in the words, in whatever form; None where there is none."""
    found = RESOLUTION.search(words)
    return f"S/RES/{found[1]} ({found[2]})" if found else None


def normal(symbol: str) -> str:
    """A symbol in its usual spelling; one that is not a resolution's keeps its words, with single spaces."""
    return resolution(symbol) or " ".join(symbol.split())


def number(symbol: str) -> int | None:
    """1509 for ``S/RES/1509 (2003)``; None for what is no resolution's symbol."""
    found = RESOLUTION.search(symbol)
    return int(found[1]) if found else None


def year(symbol: str) -> int | None:
    """2003 for ``S/RES/1509 (2003)``; None for what is no resolution's symbol."""
    found = RESOLUTION.search(symbol)
    return int(found[2]) if found else None
