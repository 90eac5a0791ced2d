"""On how many mandates each rule speaks, and whether a reader of the text agrees.

Every rule is asked of all texts since 1999 that set, extend or authorize a mission's mandate, each beside its predecessor and with
all other texts held, and with the sanctions regimes that the project's register knows on its own day (evaluation/situations.py). ``labels/firings/CODE.csv`` judges twenty findings of a rule, ``labels/silent/CODE.csv`` ten texts on which it
could have spoken and did not. Which ones is drawn by a hash of seed, code, symbol and fingerprint, the smallest first, so that the
draw stays when a rule is mended. ``bin/evaluate --draw CODE`` prints what is drawn with the paragraphs to read, ``--only`` what has no
label yet; ``--save FILE`` keeps every finding, ``--since FILE`` tells which are new and which are gone since then.
"""

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evaluation import corpus as texts
from evaluation import situations
from mandates import rules, symbols
from mandates.analysis import pipeline, report
from mandates.analysis.values import RANKED_KINDS, Adopted, Context, CrimeChange, Finding, Reading, Review
from mandates.rules import predecessors
from mandates.rules.base import Rule

LABELS = Path(__file__).parent / "labels"
SEED, FIRINGS, SILENT = 20261126, 20, 10
SINCE = 1999
SHOWN = 12  # hex digits of a fingerprint that a label names
NOTE = 0.5  # share of the texts that it is asked of from which a rule that speaks is a note
ABSENCE = "–"  # a finding about what is not there has no paragraph


@dataclass(frozen=True, slots=True)
class Firing:
    """One finding on one text."""

    symbol: str
    finding: Finding
    paragraph: str

    @property
    def fingerprint(self) -> str:
        return self.finding.fingerprint[:SHOWN]


@lru_cache(maxsize=2)
def reviews(corpus: Path) -> dict[str, Review]:
    """The review of each text since 1999 that gives a mission its mandate, by symbol; each symbol once."""
    found: dict[str, Reading] = {}
    for text in texts.texts(corpus):
        if text.source != "draft" and text.symbol not in found and (reading := texts.reading(text.path)):
            found[text.symbol] = reading
    adopted = [Adopted(s, symbols.number(s), r) for s, r in found.items() if r.tasks.kind in RANKED_KINDS]
    asked = [a for a in adopted if int(a.symbol[-5:-1]) >= SINCE]
    beside = {a.symbol: situations.register(a.symbol, a.reading) for a in asked}
    return {
        a.symbol: pipeline.judge(a.reading, Context(held=found, earlier=adopted, register=beside[a.symbol]))
        for a in asked
    }


def firings(rule: Rule, made: dict[str, Review]) -> list[Firing]:
    """Every finding of a rule, in the order of the draw."""
    found = []
    for symbol, review in made.items():
        for finding in review.findings:
            if finding.code == rule.code:
                labels = dict.fromkeys(review.document.paragraphs[s.paragraph].label for s in finding.spans)
                found.append(Firing(symbol, finding, ", ".join(labels) or ABSENCE))
    return sorted(found, key=lambda f: _draw(rule.code, f.symbol, f.finding.fingerprint))


def asked(rule: Rule, made: dict[str, Review]) -> list[str]:
    """The texts on which a rule's precondition holds."""
    return [symbol for symbol, review in made.items() if rule.precondition.holds(review)]


def silent(rule: Rule, made: dict[str, Review]) -> list[str]:
    """The texts on which a rule is asked and says nothing, in the order of the draw."""
    quiet = [s for s in asked(rule, made) if all(f.code != rule.code for f in made[s].findings)]
    return sorted(quiet, key=lambda symbol: _draw(rule.code, symbol))


def _draw(*parts: str) -> str:
    return hashlib.sha256("|".join([str(SEED), *parts]).encode()).hexdigest()


# --- what is recorded -------------------------------------------------------------------------------------------


def measure(corpus: Path) -> dict:
    """For each rule: on how many texts it is asked and speaks, what readers say of the drawn ones, and which are wrong."""
    made = reviews(corpus)
    return {"texts": len(made), "seed": SEED, "rules": {rule.code: _measured(rule, made) for rule in rules.ALL}}


def _measured(rule: Rule, made: dict[str, Review]) -> dict:
    found, quiet, on = firings(rule, made), silent(rule, made), asked(rule, made)
    spoke = {f.symbol for f in found}
    said, missed = labels("firings", rule.code), labels("silent", rule.code)
    drawn = [(f, said.get((f.symbol, f.fingerprint))) for f in found[:FIRINGS]]
    left = [(s, missed.get((s, ""))) for s in quiet[:SILENT]]
    return {
        "asked": len(on),
        "fires": len(spoke),
        "findings": len(found),
        "share": round(len(spoke) / len(on), 3) if on else None,
        "drawn": _counted((row for _, row in drawn), "right", "wrong"),
        "silent": _counted((row for _, row in left), "right", "missed"),
        "wrong": [
            {"symbol": f.symbol, "paragraph": f.paragraph, "reason": row["reason"]}
            for f, row in drawn
            if row and row["judgement"] == "wrong"
        ],
        "missed": [{"symbol": s, "reason": row["reason"]} for s, row in left if row and row["judgement"] == "missed"],
    }


def _counted(rows: Iterator[dict | None], *judgements: str) -> dict:
    """How many of each judgement, and how many have none.

    >>> _counted(iter([{"judgement": "right"}, None]), "right", "wrong")
    {'right': 1, 'wrong': 0, 'not judged': 1}
    """
    given = [row["judgement"] if row else "not judged" for row in rows]
    if unknown := set(given) - {*judgements, "not judged"}:
        raise ValueError(f"a label says {sorted(unknown)}, where {judgements} are known")
    return {judgement: given.count(judgement) for judgement in (*judgements, "not judged")}


def labels(kind: str, code: str) -> dict[tuple[str, str], dict]:
    """(symbol, first digits of the fingerprint, "" for a silent text) → the row of a rule's labels."""
    file = LABELS / kind / f"{code}.csv"
    if not file.exists():
        return {}
    with file.open(newline="") as opened:
        return {(row["symbol"], row.get("fingerprint", "")): row for row in csv.DictReader(opened)}


def lines(result: dict) -> list[str]:
    """For a person: a table of the rules, and what readers found wrong."""
    out = [
        f"{result['texts']} texts, seed {result['seed']}",
        f"{'rule':<7}{'asked on':>9}{'speaks on':>11}{'share':>8}   {'agreement':<30}missed, of those silent",
    ]
    for code, r in result["rules"].items():
        share = "–" if r["share"] is None else f"{r['share']:.0%}"
        note = "  a note" if (r["share"] or 0) > NOTE else ""
        drawn, quiet = r["drawn"], r["silent"]
        right = _of(drawn["right"], drawn["right"] + drawn["wrong"], drawn["not judged"])
        missed = _of(quiet["missed"], quiet["right"] + quiet["missed"], quiet["not judged"])
        out.append(f"{code:<7}{r['asked']:>9}{r['fires']:>11}{share:>8}   {right:<30}{missed}{note}".rstrip())
    for code, r in result["rules"].items():
        out += [f"  {code} wrong: {w['symbol']} {w['paragraph']}: {w['reason']}" for w in r["wrong"]]
        out += [f"  {code} missed: {m['symbol']}: {m['reason']}" for m in r["missed"]]
    return out


def _of(part: int, judged: int, left: int) -> str:
    """
    >>> _of(18, 20, 0), _of(0, 0, 7), _of(0, 0, 0)
    ('18 of 20', '0 of 0, 7 not judged', 'none to judge')
    """
    if not judged and not left:
        return "none to judge"
    return f"{part} of {judged}" + (f", {left} not judged" if left else "")


# --- for the people who judge -----------------------------------------------------------------------------------


def show(corpus: Path, code: str, only: bool) -> Iterator[str]:
    """The drawn findings and silent texts of a rule with what there is to read; ``only`` those without a label."""
    made, rule = reviews(corpus), rules.by_code(code)
    said, missed = labels("firings", rule.code), labels("silent", rule.code)
    yield f"{rule.code} {rule.name}, seed {SEED}. {rule.question} Asked where {rule.precondition.words}."
    for firing in firings(rule, made)[:FIRINGS]:
        if not only or (firing.symbol, firing.fingerprint) not in said:
            yield from ("", *_firing(firing, made[firing.symbol]))
    for symbol in silent(rule, made)[:SILENT]:
        if not only or (symbol, "") not in missed:
            yield from ("", f"== silent: {symbol}", report.headline(made[symbol]), *_to_read(rule, made[symbol]))


def _firing(firing: Firing, review: Review) -> Iterator[str]:
    finding = firing.finding
    yield f"== {firing.symbol},{firing.paragraph},{firing.fingerprint}"
    yield finding.message
    if finding.spans:
        yield "quotes " + ", ".join(f"“{span.text}”" for span in finding.spans)
    for index in dict.fromkeys(span.paragraph for span in finding.spans):
        yield _paragraph(review, index)
    if not finding.spans:
        yield f"searched: {finding.searched}"
    for change in review.comparison.crime if review.comparison else ():
        if change.older and _says(finding.message, f"{change.older.label}", review.comparison.older.symbol):
            yield from _change(change)


def _says(message: str, label: str, symbol: str | None) -> bool:
    """Whether a message speaks of this paragraph of the predecessor."""
    named = re.search(rf"(?<!\w){re.escape(label)}(?![\w(]| \()", message)
    return bool(named and symbol and symbol.removeprefix("S/RES/") in message)


def _change(change: CrimeChange) -> Iterator[str]:
    for side, unit in (("before", change.older), ("now", change.newer)):
        yield f"   {change.fate}, {side}: {unit.label} | {unit.text}" if unit else f"   {side}: nothing"


def _to_read(rule: Rule, review: Review) -> Iterator[str]:
    """What a rule is silent about: what became of the predecessor's passages on organized crime, or the text's own."""
    if rule.precondition is predecessors.NAMED_IT:
        yield f"   after {review.comparison.older.symbol}"
        for change in review.comparison.crime:
            yield from _change(change)
    else:
        for index, crime in sorted(review.crime.paragraphs.items()):
            if crime.organized_crime:
                yield _paragraph(review, index)


def _paragraph(review: Review, index: int) -> str:
    paragraph = review.document.paragraphs[index]
    return f"   {paragraph.label} | {paragraph.text}"


def snapshot(corpus: Path) -> dict:
    """Every text with its flag and its findings, code and fingerprint, to be compared with another day's."""
    return {
        symbol: {
            "flagged": f"{review.flagged} {review.reading.flag_reason or ''}".strip(),
            "findings": sorted(f"{f.code} {f.fingerprint[:SHOWN]}" for f in review.findings),
        }
        for symbol, review in reviews(corpus).items()
    }


def save(corpus: Path, file: Path) -> None:
    """Keep every finding of today in a file."""
    file.write_text(json.dumps(snapshot(corpus), indent=0, ensure_ascii=False) + "\n")


def since(file: Path, after: dict) -> Iterator[str]:
    """What rules say newly and no longer of which texts, and which flags are others, since ``save`` wrote the file."""
    before = json.loads(file.read_text())
    counts: dict[str, list[str]] = defaultdict(list)
    for symbol in sorted(before.keys() | after.keys(), key=lambda s: (symbols.number(s) or 0, s)):
        old, new = (side.get(symbol, {"flagged": "not there", "findings": []}) for side in (before, after))
        if old["flagged"] != new["flagged"]:
            counts["flags"].append(f"  {symbol}: {old['flagged']} → {new['flagged']}")
        for finding in sorted({*old["findings"]} ^ {*new["findings"]}):
            code = finding.split()[0]
            counts[code].append(
                f"  {symbol} {'newly' if finding in new['findings'] else 'no longer'} ({finding[-SHOWN:]})"
            )
    for name in sorted(counts):
        yield f"{name}: {len(counts[name])} changed"
        yield from counts[name]
    if not counts:
        yield "No rule says anything else."
