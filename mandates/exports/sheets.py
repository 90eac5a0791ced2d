"""A whole review as tables: summary, tasks, paragraphs, findings with decisions, changes. Pure.

Every cell that comes from a text is guarded: a spreadsheet would run what begins like a formula.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mandates.analysis import taxonomy, wording
from mandates.exports import Told, said

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # some programs read the wide signs alike
LONGEST = 32_000  # a cell of Excel holds 32,767 characters
CUT = " … [cut here: a cell holds no more]"
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its head with the width of each column in characters, and its rows."""

    name: str
    head: tuple[tuple[str, int], ...]
    rows: list[tuple[Value, ...]]


def build(data: Mapping) -> list[Sheet]:
    """All tables of ``review_data``; the review must be there."""
    return [summary(data), tasks(data), paragraphs(data), findings(data), changes(data)]


def summary(data: Mapping) -> Sheet:
    review, policy = data["review"], data["review"]["policy"]
    rows = [
        ("Mandate", said.name(data)),
        ("Symbol", data["mandate"]["symbol"]),
        ("Status", said.status(data)),
        ("Version", data["version"]["number"]),
        ("Verdict", review["verdict"]),
        ("Headline", review["headline"]),
        ("What it is not", review["contrast"]),
        ("Brackets", review["brackets"]),
        ("Warning", review["warning"]),
        ("Kind", wording.KINDS[review["kind"]]),
        ("Mission", review["mission_name"]),
        ("Position", _words(review["position"])),
        ("Flagged", _words(review["flagged"])),
        ("Reason of the flag", review["flag_reason"]),
        ("Best main task", review["best_main_task_rank"]),
        ("Best task that contains it", review["best_containing_rank"]),
        ("Main tasks", len(review["main_tasks"])),
        ("Individual tasks", review["leaf_tasks"]),
        ("Means", review.get("means")),
        ("Preambular paragraphs", review["preambular_count"]),
        ("Operative paragraphs", review["operative_count"]),
        ("Reviewed", said.moment(review["reviewed_at"])),
        ("Ruleset", review["ruleset"]),
        ("Policy", policy["number"]),
        ("Main tasks that count as the first", policy["top"]),
        ("Rules not asked", ", ".join(policy["off"])),
        ("Caveat", said.CAVEAT),
    ]
    return sheet("Summary", (("What", 32), ("Value", 90)), rows)


def tasks(data: Mapping) -> Sheet:
    head = (
        *(("Label", 14), ("Task", 70), ("List", 10), ("Level", 7), ("Rank of main task", 10), ("Place in list", 10)),
        *(("Tier", 18), ("Individual tasks", 10), ("Number of individual task", 12), ("Organized crime", 16)),
        ("Crime types", 40),
    )
    rows = [
        (
            *(task["label"], task["title"], task["list_label"], task["level"], task["rank"], task["place_in_list"]),
            *(_words(task["tier"]), task["leaves"], task["leaf_index"], _words(task["role"])),
            _listed(task["crime_types"]),
        )
        for task in data["tasks"]
    ]
    return sheet("Tasks", head, rows)


def paragraphs(data: Mapping) -> Sheet:
    head = (
        *(("Number", 8), ("Kind", 12), ("Label", 14), ("Heading", 24), ("Text", 100), ("Addressees", 24)),
        *(("Lead verb", 16), ("Strength", 9), ("Crime types", 40), ("In brackets", 11), ("Page", 7)),
    )
    rows = [
        (
            *(p["index"], p["kind"], p["label"], p["heading"], said.text(p), _listed(p["addressees"]), p["lead_verb"]),
            *(p["strength"], _listed(p["crime_types"]), "yes" if p["bracketed"] else "no", p["page"]),
        )
        for p in data["paragraphs"]
    ]
    return sheet("Paragraphs", head, rows)


def findings(data: Mapping) -> Sheet:
    head = (
        *(("Code", 8), ("Name", 24), ("Severity", 10), ("Message", 60), ("Paragraphs", 18), ("Quoted", 50)),
        *(("Searched", 30), ("Why it matters", 50), ("Source", 40), ("What to write", 50), ("Decision", 12)),
        *(("Reason", 40), ("Decided by", 14), ("Decided", 24), ("Fingerprint", 20)),
    )
    return sheet("Findings", head, [_finding(finding) for finding in data["findings"]])


def _finding(finding: Mapping) -> tuple[Value, ...]:
    decision = finding["decision"]
    spans = finding["spans"]
    return (
        *(finding["code"], finding["name"], finding["severity"], finding["message"]),
        ", ".join(dict.fromkeys(span["label"] for span in spans)),
        " | ".join(span["text"] for span in spans),
        *(finding["searched"], finding["why"], finding["source"], finding["remedy"], said.decided(finding)),
        *((decision["reason"], decision["by"], said.moment(decision["at"])) if decision else ("", "", "")),
        finding["fingerprint"],
    )


def changes(data: Mapping) -> Sheet:
    """What became of the text before; one sentence where none is held."""
    before = data["review"].get("predecessor")
    if not before:
        return sheet("Changes", (("What", 60),), [("No earlier text of this mission is compared with.",)])
    rows: list[tuple[Value, ...]] = [("Text before", before["symbol"], None), ("Summary", before["summary"], None)]
    for what in ("tasks", "paragraphs", "crime_fates"):
        rows += [
            (f"{_words(what).capitalize()}: {_words(name)}", number, None)
            for name, number in before.get(what, {}).items()
        ]
    for fate in before.get("crime", ()):
        rows.append((f"Organized crime: {_words(fate['fate'])}", fate["older"] or "–", fate["newer"] or "–"))
    return sheet("Changes", (("What", 36), ("Before, or how many", 60), ("Now", 16)), rows)


def as_csv(sheet: Sheet, told: Told) -> bytes:
    """A table as CSV: UTF-8 with the mark by which Excel knows it, lines as RFC 4180 has them."""
    held = io.StringIO(newline="")
    written = csv.writer(held)
    written.writerow(name for name, _ in sheet.head)
    for number, row in enumerate(sheet.rows):
        told(100 * number // len(sheet.rows))
        written.writerow(row)
    return held.getvalue().encode("utf-8-sig")


def guarded(value: Value) -> Value:
    """A value that no spreadsheet runs: text that begins like a formula gets an apostrophe before it.

    >>> guarded("=1+1"), guarded(" =1+1"), guarded(-3), guarded("OP-2")
    ("'=1+1", "' =1+1", -3, 'OP-2')
    """
    if not isinstance(value, str):
        return value
    text = value if len(value) <= LONGEST else value[:LONGEST] + CUT
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text


def sheet(name: str, head: tuple[tuple[str, int], ...], rows: Iterable[tuple[Value, ...]]) -> Sheet:
    """A table whose cells no spreadsheet runs."""
    return Sheet(name, head, [tuple(guarded(value) for value in row) for row in rows])


def _words(name: str | None) -> str:
    return taxonomy.said(name or "")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(_words(name) for name in names)
