"""Names for findings that stay the same when a text is analysed again or its paragraphs are renumbered."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator

from mandates.rules.base import Hit

QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\xad": None})


def of(hits: list[tuple[str, Hit]]) -> Iterator[str]:
    """One for each (code, hit), from the code and the quoted words alone; the second of two equal ones differs."""
    seen: Counter[str] = Counter()
    for code, hit in hits:
        words = sorted({normal(span.text) for span in hit.spans}) or [normal(hit.anchor)]
        basis = "\n".join((code, *words))
        seen[basis] += 1
        if seen[basis] > 1:
            basis += f"\n{seen[basis]}"
        yield hashlib.sha256(basis.encode()).hexdigest()


def normal(words: str) -> str:
    """
    >>> normal("Criminal\\n networks’ gold")
    "criminal networks' gold"
    """
    return " ".join(unicodedata.normalize("NFKC", words).translate(QUOTES).casefold().split())
