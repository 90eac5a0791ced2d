"""Whom an operative paragraph tells to do something, and its lead verb, against paragraphs labelled by hand.

``labels/addressees.csv`` holds the paragraphs of a seeded draw (``python -m evaluation.draw_tasks paragraphs``), split in
halves by a seed. The reader was mended by looking at the tuning half; on the held-out half it then had 69 of 80 right, before
one miss there (what a demand is about is not whom it is addressed to) was mended too.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from evaluation import corpus as texts
from evaluation.renewals import HALVES, SOURCES

LABELS = Path(__file__).parent / "labels" / "addressees.csv"


def measure(corpus: Path) -> dict:
    """How many paragraphs agree in all addressees, in one at least, and in the lead verb, for each half."""
    found = {text.symbol: text for text in texts.texts(corpus) if text.source in SOURCES}
    with LABELS.open(newline="") as file:
        rows = list(csv.DictReader(file))
    judged = []
    for row in rows:
        reading = texts.reading(found[row["symbol"]].path) if row["symbol"] in found else None
        if not reading:
            continue
        numbers = {p.index: p.number for p in reading.document.numbered()}
        address = next((a for a in reading.tasks.addresses if numbers.get(a.paragraph) == row["paragraph"]), None)
        judged.append(
            {
                "symbol": row["symbol"],
                "paragraph": row["paragraph"],
                "half": row["half"],
                "labelled": sorted(row["addressees"].split()),
                "read": sorted(str(who) for who in address.addressees) if address else [],
                "lead_verb": bool(address) and address.lead_verb.lower() == row["lead_verb"].lower(),
            }
        )
    return {
        **{half: _scores(j for j in judged if j["half"] == half) for half in HALVES},
        "all": _scores(judged),
        "misses": [j for j in judged if j["read"] != j["labelled"] or not j["lead_verb"]],
    }


def _scores(judged: Iterable[dict]) -> dict:
    judged = list(judged)
    return {
        "paragraphs": len(judged),
        "all_addressees": sum(j["read"] == j["labelled"] for j in judged),
        "one_at_least": sum(bool(set(j["read"]) & set(j["labelled"])) for j in judged),
        "lead_verb": sum(j["lead_verb"] for j in judged),
    }


def lines(result: dict) -> list[str]:
    """For a person: both halves, and every miss."""
    out = []
    for half in (*HALVES, "all"):
        s = result[half]
        out.append(
            f"{half}: {s['paragraphs']} paragraphs; all addressees right in {s['all_addressees']}, one at least in "
            f"{s['one_at_least']}, lead verb in {s['lead_verb']}"
        )
    for m in result["misses"]:
        verb = "" if m["lead_verb"] else "; lead verb differs"
        out.append(
            f"  {m['symbol']} {m['paragraph']} ({m['half']}): read {', '.join(m['read']) or 'none'}, labelled {', '.join(m['labelled'])}{verb}"
        )
    return out
