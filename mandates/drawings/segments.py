"""A paragraph's text cut into pieces that are marked or not, so that a page only loops over them. Pure."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

BREAK = re.compile("\n")


def lines(text: str, marks: Iterable[Mapping], spans: Iterable[tuple[int, int, str]]) -> list[list[dict]]:
    """The lines of a text, each a list of segments that join to the line.

    ``marks`` are Paragraph.marks ({start, end, kind, crime_type}); ``spans`` are (start, end, code) of findings. A
    segment is {text, mark, crime_type, finding}: ``mark`` is "crime", "terrorism" or None, ``finding`` the codes that
    quote it. Where words show crime and terrorism at once, crime is marked. Offsets beyond the text are cut off.
    """
    marks, spans = list(marks), list(spans)
    breaks = [found.start() for found in BREAK.finditer(text)]
    cuts = {0, len(text), *breaks, *(at + 1 for at in breaks)}
    cuts.update(mark[edge] for mark in marks for edge in ("start", "end"))
    cuts.update(edge for start, end, _ in spans for edge in (start, end))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found: list[list[dict]] = [[]]
    for start, end in pairwise(edges):
        if text[start:end] == "\n":
            found.append([])
        else:
            _append(found[-1], _segment(text, start, end, marks, spans))
    return found


def _segment(text: str, start: int, end: int, marks: list[Mapping], spans: list[tuple[int, int, str]]) -> dict:
    over = [mark for mark in marks if mark["start"] <= start and end <= mark["end"]]
    over.sort(key=lambda mark: mark["kind"] != "crime")
    codes = [code for first, last, code in spans if first <= start and end <= last]
    return {
        "text": text[start:end],
        "mark": over[0]["kind"] if over else None,
        "crime_type": over[0]["crime_type"] if over else "",
        "finding": list(dict.fromkeys(codes)),
    }


def _append(line: list[dict], segment: dict) -> None:
    """Add a segment, or join it to the last one where nothing but its words differs."""
    if line and all(line[-1][key] == segment[key] for key in ("mark", "crime_type", "finding")):
        line[-1]["text"] += segment["text"]
    else:
        line.append(segment)
