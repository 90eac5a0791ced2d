"""What people corrected in the reading of adopted texts, and what of it the reader still gets wrong.

``corrections.csv`` is what ``manage.py export_corrections`` writes at an installation, beside the texts: symbol, label,
aspect, read, corrected. Only adopted texts are exported. A correction that agrees with what the reader reads by now is an
error that is mended; the others count as errors. Predecessors are left out: they depend on what else is held.
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from evaluation import corpus as texts
from mandates.analysis import pipeline
from mandates.analysis.values import OF_THE_TEXT, Aspect, CleanText, Correction

FILE = "corrections.csv"


def measure(corpus: Path) -> dict:
    """For each aspect how many corrections there are and how many are mended by now; the errors that are left, one by one."""
    path = corpus / FILE
    rows = list(csv.DictReader(path.open(newline="", encoding="utf-8"))) if path.exists() else []
    found = {text.symbol: texts.clean(text.path) for text in texts.texts(corpus)} if rows else {}
    judged = [_judged(row, found.get(row["symbol"])) for row in rows if row["aspect"] != Aspect.PREDECESSOR]
    return {
        "aspects": {aspect.value: _counts(j for j in judged if j["aspect"] == aspect) for aspect in Aspect},
        "left": [j for j in judged if j["right"] is False],
        "not_held": sum(j["right"] is None for j in judged),
    }


def _counts(judged: Iterable[dict]) -> dict:
    known = [j["right"] for j in judged if j["right"] is not None]
    return {"corrected": len(known), "mended": sum(known)}


def _judged(row: dict[str, str], clean: CleanText | None) -> dict:
    """One correction; ``right`` says whether the reader reads so by now, None where the text or its paragraph is not held."""
    aspect, value = Aspect(row["aspect"]), _value(row["corrected"])
    made = {"symbol": row["symbol"], "label": row["label"], "aspect": aspect.value, "corrected": row["corrected"]}
    passage = ""
    if clean and aspect not in OF_THE_TEXT:
        read = pipeline.parse(clean)
        passage = next((p.text for p in read.document.paragraphs if p.label == row["label"]), "")
    if clean is None or (not passage and aspect not in OF_THE_TEXT):
        return {**made, "read": "", "right": None}
    # a reading that is told so also says what it had read
    [one] = pipeline.parse(clean, None, [Correction(aspect, value, passage, row["label"])]).corrected
    right = set(one.read) == set(value) if isinstance(value, tuple) else one.read == value
    return {**made, "read": json.dumps(one.read), "right": right}


def _value(written: str) -> str | int | tuple[str, ...]:
    value = json.loads(written)
    return tuple(value) if isinstance(value, list) else value


def lines(measured: dict) -> list[str]:
    """The same for a person."""
    known = {name: counts for name, counts in measured["aspects"].items() if counts["corrected"]}
    if not known:
        return [f"no {FILE} beside the texts: no installation has sent any"]
    out = [f"{name}: {c['corrected']} corrected, {c['mended']} of them mended by now" for name, c in known.items()]
    out += [
        f"  {j['symbol']} {j['label']} {j['aspect']}: read {j['read']}, is {j['corrected']}" for j in measured["left"]
    ]
    return [*out, f"not held here: {measured['not_held']}"]
