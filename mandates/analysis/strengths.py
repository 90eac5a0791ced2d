"""Authorized strengths that a text states."""

import re

from mandates.analysis.values import Document

NUMBER = r"(\d{1,3}(?:[, ]\d{3})+|\d{1,5})"
POLICE = re.compile(
    rf"\b{NUMBER}\s+(?:(?:United Nations|civilian|individual|international|[A-Z]{{4,}})\s+)*(?:police(?! stations)|civilian and seconded personnel to serve as police)\b"
)


def police(document: Document) -> int | None:
    """The largest number of police that an operative paragraph states, None where none does.

    The largest, because a text names a ceiling and then its parts (formed units, individual officers).
    """
    numbers = [
        int(re.sub(r"\D", "", match[1]))
        for p in document.operative()
        if "police" in p.text
        for match in POLICE.finditer(p.text)
    ]
    return max(numbers, default=None)
