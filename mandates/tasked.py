"""What a reviewed mandate tells its mission to do on organized crime, place by place in the order in which it counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mandates.models import Review

LONGEST = 400  # characters of a paragraph's words that stand for it


@dataclass(frozen=True, slots=True)
class Tasked:
    """One task or paragraph. ``place`` counts from 1; ``symbol`` is that of the text where it stands, empty for this one;
    ``title`` holds the first words of it, empty where that text is not the one reviewed."""

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
    paragraphs = dict(
        review.version.paragraphs.filter(label__in=[place["label"] for _, place in found.values()]).values_list(
            "label", "text"
        )
    )
    return tuple(
        Tasked(
            label,
            number,
            tuple(place["crime_types"]),
            "" if symbol else _shortened(paragraphs.get(place["label"], "")),
            symbol,
        )
        for number, (label, (symbol, place)) in enumerate(found.items(), 1)
    )


def _shortened(text: str) -> str:
    """Up to LONGEST characters, cut between words."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
