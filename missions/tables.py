"""Tables that administrators bring as CSV: from bytes to rows by column. Pure: no database."""

import csv
import io

from language.said import say


class NoTable(ValueError):
    """Bytes that are no table: one sentence that says so."""


def rows(data: bytes) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The names of the columns, and each row with its line. Cells without blanks around them; one that is missing is empty.

    Raises NoTable for what is no CSV in UTF-8, for a column that stands twice, and for a row with more cells than there are columns.
    """
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        columns = list(reader.fieldnames or [])
        held = [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error):
        raise NoTable(say("This is no CSV file in UTF-8.")) from None
    if b"\0" in data:
        raise NoTable(say("This is no CSV file in UTF-8."))
    if twice := next((name for name in columns if name and columns.count(name) > 1), None):
        raise NoTable(say("The first line names the column {name} twice.", name=twice))
    if wide := next((line for line, row in held if None in row), None):
        raise NoTable(say("Line {line} has more cells than there are columns.", line=wide))
    return columns, [(line, {name: (cell or "").strip() for name, cell in row.items()}) for line, row in held]
