"""The real texts of a folder laid out like the reference material: which there are, and each read.

``resolutions/S-RES-<number>-<year>.txt`` (long-line texts to 2015, page-layout texts from 2016),
``paragraphs/S-RES-<number>-<year>.json`` (the registry's paragraphs) and ``drafts/*.pdf``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mandates.analysis import pipeline, read
from mandates.analysis.read import Unreadable
from mandates.analysis.values import CleanText, Reading

NAME = re.compile(r"S-RES-(\d+)-(\d{4})|S_(\d{4})_(\d+)")
LAST_LONG_LINE_YEAR = 2015


@dataclass(frozen=True, order=True)
class Text:
    """One file. ``number`` and ``year`` are of its symbol; ``source`` is long-line, page-layout, registry or draft."""

    source: str
    year: int
    number: int
    path: Path

    @property
    def symbol(self) -> str:
        return f"S/{self.year}/{self.number}" if self.source == "draft" else f"S/RES/{self.number} ({self.year})"


def texts(corpus: Path) -> Iterator[Text]:
    """Every text found, resolutions first, by number."""
    for path in sorted((corpus / "resolutions").glob("*.txt"), key=_number):
        number, year = _number(path)
        yield Text("long-line" if year <= LAST_LONG_LINE_YEAR else "page-layout", year, number, path)
    for path in sorted((corpus / "paragraphs").glob("*.json"), key=_number):
        number, year = _number(path)
        yield Text("registry", year, number, path)
    for path in sorted((corpus / "drafts").glob("*.pdf"), key=_number):
        number, year = _number(path)
        yield Text("draft", year, number, path)


def _number(path: Path) -> tuple[int, int]:
    match = NAME.search(path.name)
    if not match:
        return 0, 0
    return (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))


@lru_cache(maxsize=4096)
def clean(path: Path) -> CleanText | None:
    """The clean text of a file, None where the reader refuses it."""
    try:
        return read.read(path.read_bytes(), path.name)
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def reading(path: Path, mission: str | None = None) -> Reading | None:
    """A file read and taken apart, None where the reader refuses it. Kept, so that several sections share the work."""
    text = clean(path)
    return pipeline.parse(text, mission) if text else None
