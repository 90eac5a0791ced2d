"""What rules ask of the comparison with the predecessor: whether there is one, and what became of its passages on organized crime."""

from collections.abc import Iterable, Iterator

from mandates.analysis import tasked, taxonomy, wording
from mandates.analysis.values import (
    Addressee,
    Comparison,
    CrimeChange,
    CrimeFate,
    Document,
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
    made = review.comparison
    return made is not None and tasked.lays_down(review) and bool(passages(made))


NAMED_IT = Precondition(
    "a predecessor is held that named organized crime, and the text lays down or renews the mandate in words of its own, for a term",
    _is_asked,
)


def lost_types(comparison: Comparison, change: CrimeChange) -> tuple[str, ...]:
    """The crime types of a passage that are gone: neither in what continues it nor taken up by a new passage."""
    new = taken_up(comparison, change)
    return tuple(t for t in change.lost if t not in new)


def taken_up(comparison: Comparison, change: CrimeChange, by_anybody: bool = False) -> set[str]:
    """The crime types that new passages name which stand as high as this one stood and speak to the same addressees, or
    ``by_anybody`` to whomever."""
    new = (c for c in comparison.crime if c.fate is CrimeFate.GAINED)
    return {t for c in new if _takes_the_place(comparison, change.older, c.newer, by_anybody) for t in c.gained}


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


def _takes_the_place(comparison: Comparison, older: Unit, newer: Unit, by_anybody: bool) -> bool:
    before, after = part(comparison.older, older), part(comparison.newer, newer)
    if after < before:
        return False
    was = _asked(comparison.older, comparison.older_mission, older)
    is_now = _asked(comparison.newer, comparison.newer_mission, newer)
    return before == PREAMBLE or by_anybody or was == is_now or bool(was & is_now)


def _asked(document: Document, reading: MissionReading | None, unit: Unit) -> set[Addressee]:
    """Who in particular is spoken to."""
    root = _root(document, unit.paragraph)
    asked = {who for o in (reading.oc_operative if reading else ()) if o.paragraph == root for who in o.addressees}
    return asked - {Addressee.OTHER}


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
