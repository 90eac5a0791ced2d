"""(a) Numbers: whether the operative paragraphs of every text run 1 … n without gap or extra, and what is told as incomplete.

A text that does not number its paragraphs is counted apart; so is one that the reader refuses. Why numbers of a text since
FIRST_YEAR do not run on was looked up in its source, by hand, and is kept in ``labels/numbering_exceptions.csv``.
"""

import csv
import re
from collections import Counter
from pathlib import Path

from evaluation import corpus as texts
from mandates.analysis import read, wording
from mandates.analysis.read import Unreadable
from mandates.analysis.values import Document

FIRST_YEAR = 1990
CAUSES = Path(__file__).parent / "labels" / "numbering_exceptions.csv"
NOT_RECORDED = "cause not recorded"


def causes() -> dict[str, str]:
    """The causes found by hand: symbol → cause in words."""
    if not CAUSES.exists():
        return {}
    with CAUSES.open(newline="", encoding="utf-8") as file:
        return {row["symbol"]: row["cause"] for row in csv.DictReader(file)}


def runs_on(document: Document) -> bool:
    """Whether the operative numbers run 1 … n, each once; parts that number anew each do, and "5 bis" belongs to 5.

    >>> runs_on(Document(()))
    True
    """
    due = 1
    for paragraph in document.numbered():
        number, suffix = re.match(r"(\d+)\s?(.*)", paragraph.number).groups()
        if suffix and int(number) == due - 1:
            continue
        if number == "1" and paragraph.label != paragraph.number:
            due = 1
        if int(number) != due or not paragraph.marker:
            return False
        due += 1
    return True


def measure(corpus: Path) -> dict:
    """Texts complete by decade and source, those without numbers, those refused, exceptions and incomplete texts."""
    shares: dict[str, dict[str, Counter]] = {"decade": {}, "source": {}, "since": {}}
    refused, exceptions, incomplete = [], [], []
    read_texts = 0
    known = causes()
    for text in texts.texts(corpus):
        reading = texts.reading(text.path)
        if reading is None:
            refused.append({"symbol": text.symbol, "source": text.source, "code": _code(text.path)})
            continue
        read_texts += 1
        document = reading.document
        whole = runs_on(document)
        kind = "complete" if whole else "broken"
        if not document.numbers_paragraphs:
            kind = "unnumbered"
        keys = [("decade", f"{text.year // 10 * 10}s"), ("source", text.source)]
        keys += [("since", f"{FIRST_YEAR}, {text.source}")] * (text.year >= FIRST_YEAR)
        for by, key in keys:
            shares[by].setdefault(key, Counter())[kind] += 1
        if kind == "broken" and text.year >= FIRST_YEAR:
            exceptions.append(
                {
                    "symbol": text.symbol,
                    "source": text.source,
                    "numbers": [p.label for p in document.numbered()][-4:],
                    "cause": known.get(text.symbol, NOT_RECORDED),
                }
            )
        if document.incomplete:
            told = [wording.gap(gap) for gap in document.incomplete]
            incomplete.append({"symbol": text.symbol, "source": text.source, "said": told})
    return {
        "texts_read": read_texts,
        **{by: {key: dict(counts) for key, counts in sorted(found.items())} for by, found in shares.items()},
        "exceptions": exceptions,
        "refused": refused,
        "incomplete": incomplete,
    }


def _code(path: Path) -> str:
    try:
        read.read(path.read_bytes(), path.name)
    except Unreadable as error:
        return error.code
    return ""


def lines(result: dict) -> list[str]:
    """For a person: the shares, every exception with its cause, what is refused and what is told as incomplete."""
    out = [f"{result['texts_read']} texts read; numbered ones whose operative numbers run 1 … n without gap or extra:"]
    for by in ("since", "source", "decade"):
        for key, counts in result[by].items():
            complete, broken = counts.get("complete", 0), counts.get("broken", 0)
            share = f" ({complete / (complete + broken):.2%})" if complete + broken else ""
            name = f"since {key}" if by == "since" else key
            out.append(
                f"  {name}: {complete} of {complete + broken}{share}; {counts.get('unnumbered', 0)} without numbers"
            )
    total = Counter()
    for counts in result["since"].values():
        total.update(counts)
    numbered = total["complete"] + total["broken"]
    if numbered:
        out.append(
            f"  since {FIRST_YEAR} in all: {total['complete']} of {numbered} ({total['complete'] / numbered:.2%})"
        )
    out.append(f"  {len(result['exceptions'])} exceptions since {FIRST_YEAR}:")
    out += [
        f"    {e['symbol']}, {e['source']}: … {', '.join(e['numbers'])}: {e['cause']}" for e in result["exceptions"]
    ]
    out.append(f"  {len(result['refused'])} refused:")
    out += [f"    {r['symbol']}, {r['source']}: {r['code']}" for r in result["refused"]]
    out.append(f"  {len(result['incomplete'])} told as incomplete:")
    out += [f"    {i['symbol']}, {i['source']}: {' '.join(i['said'])}" for i in result["incomplete"]]
    return out
