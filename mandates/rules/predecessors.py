"""What rules ask of the comparison with the predecessor: whether there is one, and what became of its passages on organized crime."""

from collections.abc import Iterable, Iterator

from mandates.analysis import taxonomy, wording
from mandates.analysis.values import (
    RANKED_KINDS,
    Addressee,
    Comparison,
    CrimeChange,
    CrimeFate,
    Document,
    Kind,
    MissionReading,
    ParagraphKind,
    Review,
    Unit,
    UnitChange,
)
from mandates.rules.base import Precondition

PREAMBLE, OPERATIVE, TASK = range(3)
MOST_QUOTED = 5  # words of a passage that a message quotes


def passages(comparison: Comparison) -> tuple[CrimeChange, ...]:
    """What became of each passage on organized crime of the predecessor, tasks that the text renews by reference left out."""
    return tuple(
        c
        for c in comparison.crime
        if c.older and c.fate is not CrimeFate.GAINED and not (comparison.renewed and c.older.task)
    )


def _is_asked(review: Review) -> bool:
    reading, made = review.reading, review.comparison
    if made is None or review.kind not in RANKED_KINDS or not passages(made):
        return False
    # a text that neither extends nor says when the mandate ends only adds to the one in force; a bare extension repeats nothing
    for_a_term = reading.term or review.kind is Kind.EXTENSION
    return bool(for_a_term and (reading.task_lists or reading.stand_alone))


NAMED_IT = Precondition(
    "a predecessor is held that named organized crime, and the text lays down or renews the mandate in words of its own, for a term",
    _is_asked,
)


def lost_types(review: Review, change: CrimeChange) -> tuple[str, ...]:
    """The crime types of a passage that are gone: neither in what continues it nor taken up by a new passage that stands as
    high and speaks to the same addressees."""
    made = review.comparison
    taken_up = {
        crime_type
        for other in made.crime
        if other.fate is CrimeFate.GAINED and _takes_the_place(made, change.older, other.newer)
        for crime_type in other.gained
    }
    return tuple(t for t in change.lost if t not in taken_up)


def counterpart(comparison: Comparison, change: CrimeChange) -> UnitChange | None:
    """How the words and the place of a passage changed between it and the unit in which it goes on."""
    if change.newer is None:
        return None
    both = (change.older.paragraph, change.newer.paragraph)
    return next((c for c in _paired(comparison) if (c.older.paragraph, c.newer.paragraph) == both), None)


def holder(comparison: Comparison, change: CrimeChange) -> UnitChange | None:
    """The same of the numbered paragraphs whose items both are."""
    if change.newer is None:
        return None
    both = _root(comparison.older, change.older.paragraph), _root(comparison.newer, change.newer.paragraph)
    return next((c for c in _paired(comparison) if (c.older.paragraph, c.newer.paragraph) == both), None)


def _paired(comparison: Comparison) -> Iterator[UnitChange]:
    return (c for c in (*comparison.tasks, *comparison.paragraphs) if c.older and c.newer)


def part(document: Document, unit: Unit) -> int:
    """Where a unit stands: preamble below operative paragraphs, these below the mission's listed tasks."""
    if unit.task:
        return TASK
    return PREAMBLE if document.paragraphs[unit.paragraph].kind is ParagraphKind.PREAMBULAR else OPERATIVE


def _takes_the_place(comparison: Comparison, older: Unit, newer: Unit) -> bool:
    before, after = part(comparison.older, older), part(comparison.newer, newer)
    if after < before:
        return False
    asked = _asked(comparison.older, comparison.older_mission, older)
    return before == PREAMBLE or bool(asked & _asked(comparison.newer, comparison.newer_mission, newer))


def _asked(document: Document, reading: MissionReading | None, unit: Unit) -> set[Addressee]:
    root = _root(document, unit.paragraph)
    return {who for o in (reading.oc_operative if reading else ()) if o.paragraph == root for who in o.addressees}


def _root(document: Document, index: int) -> int:
    while (above := document.paragraphs[index].parent) is not None:
        index = above
    return index


# --- in words ---------------------------------------------------------------------------------------------------


def named(comparison: Comparison) -> str:
    """``resolution 2423 (2018)``."""
    return wording.resolution(comparison.older.symbol) if comparison.older.symbol else "the predecessor"


def place(unit: Unit) -> str:
    """``paragraph 31``, ``PP17``."""
    return unit.label if unit.label.startswith("PP") else wording.paragraphs([unit.label])


def of_older(comparison: Comparison, *changes: CrimeChange) -> str:
    """``paragraph 31 of resolution 2423 (2018)``."""
    return f"{wording.join([place(change.older) for change in changes])} of {named(comparison)}"


def types(names: Iterable[str]) -> str:
    """Crime types as the taxonomy calls them, in a list."""
    known = taxonomy.load().types
    return wording.join([known[t].label.lower() if t in known else t for t in names])


def quoted(*changes: CrimeChange) -> str:
    """The older words, each once: ``“organized crime” and “gold”``."""
    words = list(dict.fromkeys(" ".join(span.text.split()) for c in changes for span in c.older_words))
    shown = [f"“{w}”" for w in words[:MOST_QUOTED]]
    return wording.join(shown if len(words) <= MOST_QUOTED else [*shown, f"{len(words) - MOST_QUOTED} more"])


def anchor(*changes: CrimeChange) -> str:
    """What a finding about words that are gone is known by: those words."""
    return "\n".join(span.text for change in changes for span in change.older_words)
