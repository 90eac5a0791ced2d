"""Mandates by reference: recognized or not, and with the right source, against texts labelled by hand.

``labels/by_reference.csv`` has a row for each text of a seeded draw (``python -m evaluation.draw_tasks renewals``) and for
the first text of each mission in the coded sample. A text is *by reference* where it renews or lays down a mission's tasks
without stating them. The rows are split in halves by a seed. The reader was mended by looking at the tuning half; on the held-out half it then
had precision 1.0 and recall 0.923, before two general wordings met there (a mission that "shall be
established", "responsibilities set out in") were mended too.
The labels' ``source`` names every text that may rightly be called the source, or says that none is named.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from evaluation import corpus as texts
from mandates.analysis import pipeline
from mandates.analysis.values import Context, MissionTasks, Reading

LABELS = Path(__file__).parent / "labels" / "by_reference.csv"
HALVES = ("tuning", "held out")
SOURCES = ("long-line", "page-layout")


def measure(corpus: Path) -> dict:
    """Precision and recall of *by reference* and of its source for each half, and in how many the mandate in force is shown."""
    found = {text.symbol: text for text in texts.texts(corpus) if text.source in SOURCES}
    readings = {symbol: texts.reading(text.path) for symbol, text in found.items()}
    held = {symbol: reading for symbol, reading in readings.items() if reading}
    with LABELS.open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["symbol"] in held]
    judged = [_judged(row, held) for row in rows]
    return {
        **{half: _scores(j for j in judged if j["half"] == half) for half in HALVES},
        "all": _scores(judged),
        "misses": [j for j in judged if j["recognized"] != j["by_reference"] or j["source_right"] is False],
    }


def _judged(row: dict[str, str], held: dict[str, Reading]) -> dict:
    """One text: what the label says, what the reader says, and whether they agree."""
    block = of_mission(held[row["symbol"]], row["mission"])
    named = row["source"] and not row["source"].startswith("none named")
    read = block.tasks_by_reference
    review = pipeline.judge(held[row["symbol"]], Context(mission=row["mission"] or None, held=held))
    shown = next((m for m in review.missions if m.mission == block.mission), review.missions[0])
    return {
        "symbol": row["symbol"],
        "half": row["half"],
        "by_reference": row["by_reference"] == "yes",
        "recognized": bool(read),
        "label": row["source"],
        "read": read or "",
        "source_right": read in row["source"].split("; ") if named and read else None,
        "in_force": shown.in_force.symbol if shown.in_force else "",
    }


def of_mission(reading: Reading, acronym: str) -> MissionTasks:
    """The block of the mission with this acronym; the first block where the text does not use the acronym."""
    blocks = reading.tasks.missions
    return next((b for b in blocks if b.mission and b.mission.acronym == acronym), blocks[0])


def _scores(judged: Iterable[dict]) -> dict:
    judged = list(judged)
    both = sum(j["by_reference"] and j["recognized"] for j in judged)
    labelled = sum(j["by_reference"] for j in judged)
    recognized = sum(j["recognized"] for j in judged)
    sources = [j["source_right"] for j in judged if j["by_reference"] and j["source_right"] is not None]
    return {
        "texts": len(judged),
        "labelled": labelled,
        "recognized": recognized,
        "both": both,
        "precision": round(both / recognized, 3) if recognized else None,
        "recall": round(both / labelled, 3) if labelled else None,
        "sources_right": [sum(sources), len(sources)],
        "in_force_shown": [sum(bool(j["in_force"]) for j in judged if j["by_reference"]), labelled],
    }


def lines(result: dict) -> list[str]:
    """For a person: both halves, and every miss."""
    out = []
    for half in (*HALVES, "all"):
        s = result[half]
        out.append(
            f"{half}: {s['texts']} texts, {s['labelled']} by reference; precision {s['precision']}, recall {s['recall']}; "
            f"source right in {s['sources_right'][0]} of {s['sources_right'][1]} that name one; "
            f"mandate in force shown in {s['in_force_shown'][0]} of {s['in_force_shown'][1]}"
        )
    for miss in result["misses"]:
        said = "by reference" if miss["by_reference"] else "not by reference"
        out.append(
            f"  {miss['symbol']} ({miss['half']}): {said}, {miss['label'] or '–'}; read {miss['read'] or 'none'}"
        )
    return out
