"""What a reviewed mandate tells its mission to do on organized crime, place by place in the order in which it counts."""

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


def on_crime(review: Review) -> tuple[Tasked, ...]:
    """Each place once: tasks of a list first, as those count that the Council puts there, then what stands outside. One query."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for place in sorted(review.data["tasked"], key=lambda place: (bool(place["symbol"]), not place["listed"])):
        found.setdefault((place["symbol"], place["label"]), tuple(place["crime_types"]))
    rows = review.version.paragraphs.filter(label__in=[label for symbol, label in found if not symbol])
    words = {row.label: excerpt(row) for row in rows}
    return tuple(
        Tasked(f"{symbol}, {label}" if symbol else label, number, types, "" if symbol else words.get(label, ""), symbol)
        for number, ((symbol, label), types) in enumerate(found.items(), 1)
    )


def is_told(review: Review) -> bool:
    """Whether the review says what is tasked: one that an earlier program made does not, and the sweep makes it again."""
    return "tasked" in review.data


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
