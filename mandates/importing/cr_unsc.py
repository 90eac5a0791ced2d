"""CR-UNSC, the Corpus of Resolutions of the Security Council (Zenodo, doi 10.5281/zenodo.7319780, CC0): one row each.

Written from the columns that its codebook documents, and tried on a table made from these alone: no file of the data set
was at hand. ``text`` is the English text; what is not known is NA there.
"""

import csv
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from mandates.importing.texts import Facts, Text, Unusable

NEEDED = ("res_no", "year", "text")
NOT_KNOWN = {"", "NA"}
NAME = "CR-UNSC"


def read(file: Path) -> tuple[list[Text], dict[str, Facts]]:
    """The texts of the table, and the facts of their adoption by symbol. Raises Unusable for any other table."""
    csv.field_size_limit(sys.maxsize)  # a cell holds a whole resolution, or a whole meeting record
    texts, facts = [], {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened)
            missing = [column for column in NEEDED if column not in (rows.fieldnames or ())]
            if missing:
                raise Unusable(f"{file.name} is no table of CR-UNSC: it lacks the column {missing[0]}.")
            for line, row in enumerate(rows, start=2):
                number, year = _number(row, "res_no"), _number(row, "year")
                if not number or not year or _cell(row, "text") is None:
                    continue
                name = _cell(row, "doc_id") or f"S-RES-{number}-{year}.txt"
                data = row["text"].encode()
                text = Text(number, year, f"{file.name}, row {line}", name, partial(bytes, data))
                texts.append(text)
                facts[text.symbol] = _facts(row)
    except (UnicodeDecodeError, csv.Error):
        raise Unusable(f"{file.name} is no CSV file in UTF-8.") from None
    return texts, facts


def _facts(row: Mapping[str, str]) -> Facts:
    summary = _cell(row, "vote_summary") or ""
    votes = {
        field: _number(row, f"vote_{column}")
        for field, column in (("yes", "yes"), ("no", "no"), ("abstaining", "abstention"), ("not_voting", "nonvote"))
    }
    return Facts(
        source=NAME,
        as_of=_date(row, "version"),
        date=_date(row, "date"),
        without_vote="without vote" in summary.lower() or (False if votes["yes"] else None),
        **votes,
    )


def _cell(row: Mapping[str, str], column: str) -> str | None:
    value = (row.get(column) or "").strip()
    return None if value in NOT_KNOWN else value


def _number(row: Mapping[str, str], column: str) -> int | None:
    value = _cell(row, column)
    return int(value) if value and value.isascii() and value.isdigit() else None


def _date(row: Mapping[str, str], column: str) -> date | None:
    try:
        return date.fromisoformat(_cell(row, column) or "")
    except ValueError:
        return None
