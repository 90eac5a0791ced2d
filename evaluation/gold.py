"""(c) The engine against texts read and annotated by hand, field by field.

``gold/*.json`` hold one text each; the annotation guide beside them defines every field. Texts are judged with each other
held, as an installation would hold them.
"""

import json
from collections import Counter
from pathlib import Path

from evaluation import corpus as texts
from mandates.analysis import pipeline, report
from mandates.analysis.values import Context

PLAIN = (
    "kind", "mission", "tasks_by_reference", "order_stated", "flagged", "flag_reason", "preambular_count",
    "last_operative_number", "leaf_tasks", "oc_preambular", "position", "best_main_task_rank", "best_containing_rank",
    "only_with_terrorism", "police_authorized",
)  # fmt: skip
PARTS = {
    "task_lists": ("paragraph", "tier"),
    "main_tasks": ("label", "rank", "tier", "leaves", "organized_crime"),
    "oc_leaf_tasks": ("label", "leaf_index", "role", "crime_types"),
    "oc_operative": ("label", "addressee", "crime_types", "in_task_list", "lead_verb"),
}


def measure(corpus: Path) -> dict:
    """Right and asked for by field, the misses by text, and how well operative paragraphs on organized crime are found."""
    asked = [json.loads(path.read_text()) for path in sorted((corpus / "gold").glob("*.json"))]
    readings = {gold["symbol"]: texts.reading(corpus / gold["file"]) for gold in asked}
    held = {reading.document.symbol: reading for reading in readings.values() if reading}
    right, total, misses = Counter(), Counter(), []
    found = Counter()
    for gold in asked:
        reading = readings[gold["symbol"]]
        made = report.as_dict(pipeline.judge(reading, Context(held=held))) if reading else {}
        for field, got, wanted in _compared(made, gold):
            total[field] += 1
            right[field] += got == wanted
            if got != wanted:
                misses.append({"symbol": gold["symbol"], "field": field, "read": got, "annotated": wanted})
        ours = {entry["label"] for entry in made.get("oc_operative", ())}
        theirs = {entry["label"] for entry in gold["oc_operative"]}
        found += Counter(both=len(ours & theirs), ours=len(ours - theirs), theirs=len(theirs - ours))
    return {
        "texts": len(asked),
        "right": sum(right.values()),
        "asked": sum(total.values()),
        "by_field": {field: [right[field], total[field]] for field in total},
        "operative_f1": _f1(found["both"], found["ours"], found["theirs"]),
        "misses": misses,
    }


def _compared(made: dict, gold: dict):
    """(field, read, annotated) for every value that the annotation states."""
    for field in PLAIN:
        yield field, made.get(field), gold[field]
    for field, parts in PARTS.items():
        name, *rest = parts
        ours = {entry[name]: entry for entry in made.get(field, ())}
        yield f"{field} {name}s", list(ours), [entry[name] for entry in gold[field]]
        for entry in gold[field]:
            got = ours.get(entry[name])
            for part in rest:
                if got and part in entry:
                    yield f"{field} {part}", _plain(got[part]), _plain(entry[part])
    yield "oc_partners_named", sorted(made.get("oc_partners_named", ())), sorted(gold["oc_partners_named"])


def _plain(value):
    return sorted(value) if isinstance(value, list) else value


def _f1(both: int, ours: int, theirs: int) -> float | None:
    return round(2 * both / (2 * both + ours + theirs), 4) if both else None


def lines(result: dict) -> list[str]:
    """For a person: what agrees, by field, and every miss."""
    out = [
        f"{result['texts']} annotated texts: {result['right']} of {result['asked']} values agree; "
        f"F1 on operative paragraphs that concern organized crime {result['operative_f1']}."
    ]
    for field, (right, asked) in result["by_field"].items():
        if right != asked:
            out.append(f"  {field}: {right} of {asked}")
    out += [f"  {m['symbol']}, {m['field']}: read {m['read']}, annotated {m['annotated']}" for m in result["misses"]]
    return out
