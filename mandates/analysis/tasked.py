"""The crimes on which a mission is to act, here and in the text whose tasks this one renews, and where each is named."""

from dataclasses import dataclass

from mandates.analysis import asked, places, wording
from mandates.analysis.values import RANKED_KINDS, Flagged, Kind, MissionReading, Review


@dataclass(frozen=True, slots=True)
class Place:
    """A task or paragraph that tells the mission to act on crime. ``symbol`` is that of the text in force where it stands, "" for
    the text itself; ``listed``: it is a task of a list."""

    label: str
    symbol: str
    listed: bool
    crime_types: tuple[str, ...]


def find(review: Review) -> tuple[Place, ...]:
    """Every place, in the order of the text, those of the tasks in force after the text's own."""
    found = [
        Place(one.label, "", one.task is not None, review.crime.paragraphs[one.paragraph].crime_types)
        for one in asked.find(review)
    ]
    if force := review.reading.in_force:
        found += (Place(label, force.symbol, listed, types) for label, listed, types in _in_force(force.reading))
    return tuple(found)


def crime_types(review: Review) -> dict[str, list[str]]:
    """Crime types in the order of the places with the labels that name each."""
    found: dict[str, list[str]] = {}
    for place in find(review):
        for name in place.crime_types:
            labels = found.setdefault(name, [])
            if place.label not in labels:
                labels.append(place.label)
    return found


def where(review: Review) -> str:
    """``paragraph 2 (a)``, ``paragraph 2 (c) of resolution 3050 (2031)``, or both; "" where nothing is tasked."""
    own = [place.label for place in asked.find(review)]
    said = [wording.paragraphs(own)] if own else []
    force = review.reading.in_force
    if force and (labels := [label for label, *_ in _in_force(force.reading)]):
        said.append(f"{wording.paragraphs(list(dict.fromkeys(labels)))} of {wording.resolution(force.symbol)}")
    return wording.join(said)


def are_known(review: Review) -> bool:
    """Whether the text's tasks are held: its own words state some, or it renews some that are."""
    reading = review.reading
    stated = bool(reading.task_lists or reading.stand_alone or reading.in_force)
    return stated and reading.flagged is not Flagged.UNKNOWN


def lays_down(review: Review) -> bool:
    """Whether the text lays down or renews a mandate in words of its own, for a term.

    A text that neither extends nor says when the mandate ends only adds to the one in force; a bare extension repeats nothing.
    """
    reading = review.reading
    for_a_term = reading.term or review.kind is Kind.EXTENSION
    return bool(review.kind in RANKED_KINDS and for_a_term and (reading.task_lists or reading.stand_alone))


def _in_force(reading: MissionReading) -> list[tuple[str, bool, tuple[str, ...]]]:
    outside = set(places.outside_lists(reading))
    listed = [(t.label, True, t.crime_types) for t in reading.oc_leaf_tasks]
    return listed + [(o.label, False, o.crime_types) for o in reading.oc_operative if o.label in outside]
