"""From the bytes of an XLSX or CSV file to rows of text by column, and back. Pure but for openpyxl."""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from xml.etree import ElementTree

from language.said import say

MOST_ROWS = 1_000
MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024
MOST_LETTERS = 10_000  # of a cell
MOST_IN_ALL = 2_000_000  # letters of a table: they are kept while it is looked at
MOST_COLUMNS = 50
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # with these a spreadsheet begins to calculate
# What zipfile, the XML parser and openpyxl raise where a workbook is damaged.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError, NotImplementedError, EOFError, OSError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError, RuntimeError, struct.error),
)


class Unreadable(ValueError):
    """A file that cannot be taken for a table: one sentence that says why and what to do."""


def read(data: bytes, columns: Sequence[str], needed: Collection[str]) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table with the numbers that they have in the file, each with the cells of the columns that there are.

    Empty rows, and rows that begin with “#” above the column names, are passed over. Raises Unreadable for what is neither
    XLSX nor CSV in UTF-8, for a column that is not known or missing, and beyond the limits.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(say("The file is larger than 5 MB. Split the list."))
    cells = _xlsx(data) if data.startswith(b"PK") else _csv(data)
    head: list[str] | None = None
    rows: list[tuple[int, dict[str, str]]] = []
    letters = 0
    for number, values in enumerate(cells, 1):
        if not any(values) or (head is None and values[0].startswith("#")):
            continue
        if head is None:
            head = _head(values, columns, needed)
            continue
        if any(values[len(head) :]):
            raise Unreadable(say("Row {number} has more cells than there are columns.", number=number))
        if long := next((head[i] for i, value in enumerate(values) if len(value) > MOST_LETTERS), None):
            raise Unreadable(
                say(
                    "Row {number}: “{column}” is longer than {most} letters.",
                    number=number,
                    column=long,
                    most=MOST_LETTERS,
                )
            )
        rows.append((number, dict.fromkeys(head, "") | dict(zip(head, map(_unguarded, values), strict=False))))
        letters += sum(map(len, values))
        if len(rows) > MOST_ROWS:
            raise Unreadable(say("The list has more than {most} rows. Split it.", most=MOST_ROWS))
        if letters > MOST_IN_ALL:
            raise Unreadable(say("The list has more than {most} letters. Split it.", most=MOST_IN_ALL))
    if not rows:
        raise Unreadable(say("The file has no row below its column names.") if head else say("The file is empty."))
    return rows


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str | int]] = ()) -> bytes:
    """Column names and rows, with the mark that Excel wants for UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([guarded(row[name]) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(name: str, explained: Mapping[str, str], rows: Iterable[Mapping[str, str | int]] = ()) -> bytes:
    """A sheet with the column names and rows, and one that explains the columns."""
    from openpyxl import Workbook  # slow to load, and needed here alone
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    page = book.active
    page.title = name
    page.append(tuple(explained))
    page.freeze_panes = "A2"
    for row in rows:
        page.append([_cell(row[column], ILLEGAL_CHARACTERS_RE) for column in explained])
    for cell in page[1]:
        page.column_dimensions[cell.column_letter].width = 18
    about = book.create_sheet("columns")
    about.append(["column", "what belongs there"])  # in English: as the whole table, so that everyone can take it in
    for column, said in explained.items():
        about.append([column, str(said)])
    for cell in (*page[1], *about[1]):
        cell.font = Font(bold=True)
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 18, 90
    for row in about.iter_rows(min_row=2):
        row[1].alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def guarded(value: str | int) -> str | int:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe, which ``read`` takes off. One that
    begins so behind an apostrophe of its own gets another, or ``read`` would take that one off.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("Port"), guarded(-1)
    ("'=1+1", "''=1+1", 'Port', -1)
    """
    return f"'{value}" if isinstance(value, str) and _runs(value) else value


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _runs(text[1:]) else text


def _runs(text: str) -> bool:
    return text.lstrip().lstrip("'").lstrip().startswith(FORMULA)


def _cell(value: str | int, illegal) -> str | int:
    return illegal.sub("", guarded(value)) if isinstance(value, str) else value


def _head(values: list[str], columns: Sequence[str], needed: Collection[str]) -> list[str]:
    head = [value.lower().replace(" ", "_") for value in values]
    while head and not head[-1]:
        head.pop()
    if unknown := [name for name in head if name not in columns]:
        raise Unreadable(
            say(
                "The column “{column}” is not in the template. Take the columns of the template.",
                column=unknown[0][:40],
            )
        )
    if missing := [name for name in columns if name in needed and name not in head]:
        raise Unreadable(say("The column “{column}” is missing. Take the columns of the template.", column=missing[0]))
    if len(set(head)) < len(head):
        raise Unreadable(say("A column stands twice. Take the columns of the template."))
    return head


def _csv(data: bytes) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(say("The file is neither XLSX nor CSV in UTF-8. Save it as one of these.")) from None
    if "\0" in text:
        raise Unreadable(say("The file is neither XLSX nor CSV in UTF-8. Save it as one of these."))
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [value.strip() for value in row]
    except csv.Error:
        raise Unreadable(say("The file is no CSV: a quotation mark is not closed, or a line is too long.")) from None


def _xlsx(data: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # slow to load, and needed here alone

    broken = Unreadable(say("The workbook cannot be opened. Save it again as XLSX, or as CSV in UTF-8."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(say("The workbook holds far more than a list. Copy the rows into the template."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        page = book.worksheets[0]
        page.reset_dimensions()
        for row in page.iter_rows(max_row=MOST_ROWS + 100, max_col=MOST_COLUMNS, values_only=True):
            yield [_text(value) for value in row] or [""]
    except Unreadable:
        raise
    except DAMAGED as error:
        raise broken from error


def _text(value: object) -> str:
    """A cell as a person would type it: days as 2026-02-28, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
