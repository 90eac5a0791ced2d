"""Tables → an Excel workbook. openpyxl is loaded only where one is made."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from mandates.exports import Told, said
from mandates.exports.sheets import Sheet, Value

WRAPPED = Alignment(wrap_text=True, vertical="top")
EVERY = 50  # rows after which the work says how far it is


def write(sheets: Sequence[Sheet], told: Told) -> bytes:
    """A workbook with these sheets; ``told`` hears the percentage as the rows are written."""
    book = Workbook(write_only=True)
    total, done = sum(len(sheet.rows) for sheet in sheets), 0
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for number, (_, width) in enumerate(sheet.head, start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        page.append([_cell(page, name, bold=True) for name, _ in sheet.head])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
            done += 1
            if done % EVERY == 0:
                told(90 * done // total)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cell(page, value: Value, *, bold: bool = False) -> WriteOnlyCell:
    """A cell whose text is text: openpyxl would take one that begins with = for a formula, and some signs not at all."""
    cell = WriteOnlyCell(page, said.writable(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = WRAPPED
    if bold:
        cell.font = Font(bold=True)
    return cell
