"""The template of a capacity list, as XLSX and CSV, with a sheet that explains its columns."""

import csv
import io

from capacities import catalogue
from capacities.importing.sheet import COLUMNS
from capacities.models import Category

EXPLAINED = {
    "mission": "Acronym on the register of missions; empty for a pledge to none yet.",
    "category": f"One of: {', '.join(Category.labels)}.",
    "title": "What it is, in a few words. With mission, category and country it tells one capacity from another.",
    "expertise": "Fields of expertise, between semicolons: " + "; ".join(catalogue.held().labels.values()) + ".",
    "authorized": "How many. Empty means not known; 0 means none.",
    "deployed": "How many are there. Empty means not known; 0 means none.",
    "pledged": "How many are promised and not there yet. Empty means not known; 0 means none.",
    "available_from": "The day, as 2026-02-28; empty if not known.",
    "available_until": "The day, as 2026-02-28; empty if not known or without end.",
    "languages": "Between semicolons, by ISO 639 code or English name: fr; Sango. Empty means not known.",
    "country": "Contributing State, by name or three-letter ISO 3166-1 code; empty if not known or none.",
    "equipment": "What comes with it.",
    "source": "Where this is known from. Needed in every row.",
    "as_of": "The day on which it was so, as 2026-02-28. Needed in every row.",
    "note": "Anything else.",
}


def as_csv() -> bytes:
    """The column names alone, with the mark that Excel wants for UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx() -> bytes:
    """A sheet with the column names, and one that explains them."""
    from openpyxl import Workbook  # slow to load, and needed here alone
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    page = book.active
    page.title = "capacities"
    page.append(COLUMNS)
    page.freeze_panes = "A2"
    for cell in page[1]:
        cell.font = Font(bold=True)
        page.column_dimensions[cell.column_letter].width = 18
    explained = book.create_sheet("columns")
    explained.append(["column", "what belongs there"])
    for name in COLUMNS:
        explained.append([name, EXPLAINED[name]])
    for cell in explained[1]:
        cell.font = Font(bold=True)
    explained.column_dimensions["A"].width, explained.column_dimensions["B"].width = 18, 90
    for row in explained.iter_rows(min_row=2):
        row[1].alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
