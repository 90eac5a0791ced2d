"""A comparison as plain values, ready for JSON (docs/method.md names the fields)."""

from collections import Counter
from collections.abc import Iterable

from mandates.analysis import places
from mandates.analysis.comparing import fingerprints
from mandates.analysis.reporting import comparison_sentences as sentences
from mandates.analysis.values import (
    Change,
    Comparison,
    CrimeChange,
    CrimeFate,
    Document,
    Link,
    Movement,
    Run,
    Span,
    Task,
    Unit,
    UnitChange,
)

MOST_FATES = 60  # passages on organized crime that a brief lists; real mandates have fewer


def as_dict(comparison: Comparison, older_file: str = "", newer_file: str = "") -> dict:
    """The whole comparison. ``start`` and ``end`` count characters in the ``text`` of the unit on their side."""
    newer_mission = comparison.newer_mission
    changes = (*comparison.tasks, *comparison.paragraphs)
    told = [_change(c, name, comparison) for c, name in zip(changes, fingerprints.of(changes), strict=True)]
    return {
        "older": {"file": older_file, "symbol": comparison.older.symbol},
        "newer": {"file": newer_file, "symbol": comparison.newer.symbol},
        "mission": (places.mission_name(newer_mission) or None) if newer_mission else None,
        "answer": sentences.answer(comparison),
        "summary": sentences.summary(comparison),
        "tasks_renewed_by_reference": comparison.renewed,
        "crime": [_crime(change) for change in comparison.crime],
        "tasks": told[: len(comparison.tasks)],
        "paragraphs": told[len(comparison.tasks) :],
    }


def brief(comparison: Comparison) -> dict:
    """What a review says of its predecessor: how many units of each fate, and where organized-crime language went.

    Parts that were merged or divided are left to the whole comparison, so that every unit counts once.
    """
    return {
        "symbol": comparison.older.symbol,
        "answer": sentences.answer(comparison),
        "summary": sentences.summary(comparison),
        "tasks_renewed_by_reference": comparison.renewed,
        "tasks": _counts(comparison.tasks),
        "paragraphs": _counts(comparison.paragraphs),
        "crime_fates": {str(f): sum(c.fate is f for c in comparison.crime) for f in CrimeFate},
        "crime": [
            {
                "fate": str(c.fate),
                "older": c.older.label if c.older else None,
                "newer": c.newer.label if c.newer else None,
            }
            for c in comparison.crime[:MOST_FATES]
        ],
    }


def _counts(changes: Iterable[UnitChange]) -> dict:
    """How many units of each change, and how many that moved by themselves, not with their main task."""
    whole = [c for c in changes if c.link is Link.ONE_TO_ONE]
    words, moved = Counter(c.change for c in whole), Counter(c.movement for c in whole if not c.along)
    return {
        **{str(change): words[change] for change in Change},
        **{str(movement): moved[movement] for movement in Movement if movement},
    }


def _crime(change: CrimeChange) -> dict:
    return {
        "fate": str(change.fate),
        "older": change.older.label if change.older else None,
        "newer": change.newer.label if change.newer else None,
        "older_paragraph": change.older.paragraph if change.older else None,
        "newer_paragraph": change.newer.paragraph if change.newer else None,
        "crime_types_kept": list(change.kept),
        "crime_types_lost": list(change.lost),
        "crime_types_gained": list(change.gained),
        "older_words": [_span(span) for span in change.older_words],
        "newer_words": [_span(span) for span in change.newer_words],
        "elsewhere": change.elsewhere,
        "renewed_by_reference": change.renewed,
        "mission_no_longer_named": change.mission_dropped,
    }


def _change(change: UnitChange, fingerprint: str, comparison: Comparison) -> dict:
    return {
        "fingerprint": fingerprint or None,
        "older": _unit(change.older, comparison.older),
        "newer": _unit(change.newer, comparison.newer),
        "change": str(change.change),
        "movement": str(change.movement) or None,
        "with_main_task": change.along,
        "link": str(change.link),
        "reasons": list(change.reasons),
        "place": change.place,
        "runs": [_run(run) for run in change.runs],
    }


def _unit(unit: Unit | None, document: Document) -> dict | None:
    if unit is None:
        return None
    paragraph = document.paragraphs[unit.paragraph]
    return {
        "paragraph": unit.paragraph,
        "label": unit.label,
        "anchor": paragraph.anchor,
        "kind": str(paragraph.kind),
        "depth": paragraph.depth,
        "text": unit.text,
        "task": _task(unit.task),
    }


def _task(task: Task | None) -> dict | None:
    if task is None:
        return None
    return {"rank": task.rank, "level": task.level, "tier": str(task.tier), "organized_crime": str(task.role)}


def _run(run: Run) -> dict:
    return {
        "kind": str(run.kind),
        "older": {"start": run.older_start, "end": run.older_end},
        "newer": {"start": run.newer_start, "end": run.newer_end},
    }


def _span(span: Span) -> dict:
    return {"start": span.start, "end": span.end, "text": span.text}
