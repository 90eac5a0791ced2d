"""The crimes on which a mission is to act, here and in the text whose tasks this one renews, and where each is named."""

from mandates.analysis import asked, places, wording
from mandates.analysis.values import RANKED_KINDS, Flagged, Kind, MissionReading, Review


def crime_types(review: Review) -> dict[str, list[str]]:
    """Crime types in the order of the text with the labels that name each, those of tasks in force after the text's own."""
    found: dict[str, list[str]] = {}
    for place in asked.find(review):
        _add(found, place.label, review.crime.paragraphs[place.paragraph].crime_types)
    if review.reading.in_force:
        for label, types in _in_force(review.reading.in_force.reading):
            _add(found, label, types)
    return found


def where(review: Review) -> str:
    """``paragraph 2 (a)``, ``paragraph 2 (c) of resolution 3050 (2031)``, or both; "" where nothing is tasked."""
    own = [place.label for place in asked.find(review)]
    said = [wording.paragraphs(own)] if own else []
    force = review.reading.in_force
    if force and (labels := [label for label, _ in _in_force(force.reading)]):
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


def _in_force(reading: MissionReading) -> list[tuple[str, tuple[str, ...]]]:
    outside = set(places.outside_lists(reading))
    listed = [(t.label, t.crime_types) for t in reading.oc_leaf_tasks]
    return listed + [(o.label, o.crime_types) for o in reading.oc_operative if o.label in outside]


def _add(found: dict[str, list[str]], label: str, types: tuple[str, ...]) -> None:
    for name in types:
        labels = found.setdefault(name, [])
        if label not in labels:
            labels.append(label)
