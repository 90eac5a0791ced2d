"""What a reader sees in a mandate against what the engine reads there, field by field.

``labels/mandates.csv`` holds the texts of a seeded draw (``python -m evaluation.draw_tasks mandates``). A ``?`` is a value
that the text does not settle; it is not asked. Sanctions and thematic texts are labelled for their kind alone.
The reader was mended on all of these texts, so that the agreement is no estimate for others.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation import corpus as texts
from evaluation.renewals import SOURCES, of_mission
from mandates.analysis.values import Reading, StrengthKind

LABELS = Path(__file__).parent / "labels" / "mandates.csv"
STRENGTHS = (
    StrengthKind.MILITARY,
    StrengthKind.POLICE,
    StrengthKind.INDIVIDUAL_POLICE,
    StrengthKind.FORMED_POLICE,
)


def measure(corpus: Path) -> dict:
    """Right and asked for by field, and the misses by text."""
    found = {text.symbol: text for text in texts.texts(corpus) if text.source in SOURCES}
    right, asked, misses, held = Counter(), Counter(), [], 0
    with LABELS.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        reading = texts.reading(found[row["symbol"]].path) if row["symbol"] in found else None
        if not reading:
            continue
        held += 1
        for field, read, labelled in _compared(reading, row):
            asked[field] += 1
            right[field] += read == labelled
            if read != labelled:
                misses.append({"symbol": row["symbol"], "field": field, "read": read, "labelled": labelled})
    return {
        "texts": held,
        "right": sum(right.values()),
        "asked": sum(asked.values()),
        "by_field": {field: [right[field], asked[field]] for field in asked},
        "misses": misses,
    }


def _compared(reading: Reading, row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(field, read, labelled) for every value that the label states."""
    if row["kind"] != "?":
        yield "kind", str(reading.tasks.kind), row["kind"]
    if not row["mission"]:
        return
    first = reading.tasks.missions[0].mission
    yield "mission", first.acronym if first else "", row["mission"]
    block = of_mission(reading, row["mission"])
    strengths = {strength.kind: str(strength.number) for strength in block.strengths}
    chapter = reading.tasks.chapter_vii
    read = {
        "list_paragraphs": " ".join(task_list.label for task_list in block.task_lists),
        "main_tasks": str(sum(task.level == 1 for task in block.tasks)),
        "tiers": " ".join(task_list.tier for task_list in block.task_lists),
        **{str(kind): strengths.get(kind, "") for kind in STRENGTHS},
        "until": str(block.term.until or "") if block.term else "",
        "months": str(block.term.months or "") if block.term else "",
        "chapter_vii": "" if chapter is None else reading.document.paragraphs[chapter].label,
    }
    for field, value in read.items():
        if row[field] != "?":
            yield field, value, row[field]


def lines(result: dict) -> list[str]:
    """For a person: what agrees, by field, and every miss."""
    out = [f"{result['texts']} texts: {result['right']} of {result['asked']} values agree"]
    out += [f"  {field}: {right} of {asked}" for field, (right, asked) in result["by_field"].items()]
    out += [
        f"  {m['symbol']}, {m['field']}: read {m['read'] or 'none'}, labelled {m['labelled'] or 'none'}"
        for m in result["misses"]
    ]
    return out
