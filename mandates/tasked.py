"""What a reviewed mandate tells its mission to do on organized crime, place by place in the order in which it counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mandates.models import Paragraph, Review

LONGEST = 400  # characters of a paragraph that stand for it


@dataclass(frozen=True, slots=True)
class Tasked:
    """One task or paragraph. ``place`` counts from 1; ``symbol`` is that of the text where it stands, empty for this one;
    ``title`` holds its words, cut where they are many, empty where that text is not the one reviewed."""

    label: str
    place: int
    crime_types: tuple[str, ...]
    title: str
    symbol: str


def places(data: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Each task of the list on organized crime, then the paragraphs outside it that address the mission; of a text that renews
    tasks, those in force besides. Pairs of the symbol of the text, empty for the one reviewed, and the place as a review's data has it.
    """
    for block in filter(None, (data, data["in_force"])):
        symbol = "" if block is data else block["symbol"] or ""
        outside = [p for p in block["oc_operative"] if "mission" in p["addressee"] and not p["in_task_list"]]
        for place in (*block["oc_leaf_tasks"], *outside):
            yield symbol, place


def on_crime(review: Review) -> tuple[Tasked, ...]:
    """Each place once, with its words. One query."""
    found: dict[str, tuple[str, Mapping]] = {}
    for symbol, place in places(review.data):
        found.setdefault(f"{symbol}, {place['label']}" if symbol else place["label"], (symbol, place))
    labels = [place["label"] for _, place in found.values()]
    words = {row.label: excerpt(row) for row in review.version.paragraphs.filter(label__in=labels)}
    return tuple(
        Tasked(
            label,
            number,
            tuple(place["crime_types"]),
            "" if symbol else words.get(place["label"], ""),
            symbol,
        )
        for number, (label, (symbol, place)) in enumerate(found.items(), 1)
    )


def excerpt(row: Paragraph) -> str:
    """The words of a paragraph; of a long one those around its first word of crime, cut between words."""
    if len(row.text) <= LONGEST:
        return row.text
    first = next((mark["start"] for mark in row.marks if mark["kind"] == "crime"), 0)
    begins = max(0, min(first - LONGEST // 3, len(row.text) - LONGEST))
    ends = begins + LONGEST
    cut = row.text[begins:ends]
    if begins:
        cut = f"… {cut.split(' ', 1)[-1]}"
    return cut if ends >= len(row.text) else f"{cut.rsplit(' ', 1)[0]} …"
