"""The comments table for Word, as delegations exchange them: insertions bold and underlined, deletions struck through."""

from collections.abc import Mapping, Sequence

from docx.table import _Cell

from mandates.analysis import wording
from mandates.exports import Told, said, word
from mandates.exports.comments import ADVICE, Row

HEADS = ("Paragraph", "Text of the draft", "Proposed text", "Reason", "Agreed language")
WIDTHS = (2.3, 7.0, 7.0, 5.0, 4.4)  # centimetres
SMALL = 9
MARKS = "In the proposed text, insertions are bold and underlined, deletions struck through; a text of its own is bold."
LOOKS = {"same": {}, "in": {"bold": True, "underline": True}, "out": {"strike": True}}


def write(data: Mapping, rows: Sequence[Row], told: Told) -> bytes:
    """The table as DOCX; ``told`` hears the percentage after each row."""
    title = f"Comments on {said.name(data)}"
    document = word.new(title, word.LANDSCAPE)
    document.add_heading(level=1).add_run(said.writable(title))
    word.write(document.add_paragraph(), f"{said.status(data)}. {MARKS}", size=SMALL, color=word.QUIET)
    if rows:
        table = word.table(document, HEADS, WIDTHS, size=SMALL, grid=True)
        for number, row in enumerate(rows):
            told(100 * number // len(rows))
            _row(word.row(table, breaks=True), row)
    else:
        document.add_paragraph("No finding is accepted and no change objected to, so there is no comment to make.")
    word.footer(document, [(said.CAVEAT, True), (said.made_with(data), False)])
    return word.saved(document)


def _row(cells: list[_Cell], row: Row) -> None:
    paragraph, draft, proposed, reason, agreed = cells
    words = word.fill(paragraph, row.paragraph, size=SMALL, bold=True)
    if row.also:
        word.write(words, f"\nalso {row.also}", size=SMALL)
    if row.draft:
        word.fill(draft, row.draft, size=SMALL)
    else:
        word.fill(draft, "The draft has no such text.", size=SMALL, italic=True)
    _proposed(proposed, row)
    word.fill(reason, wording.unbroken(row.reason), size=SMALL)
    _agreed(agreed, row)


def _proposed(cell: _Cell, row: Row) -> None:
    words = word.fill(cell, "")
    if not row.proposed:
        word.write(words, "Delete.", size=SMALL, bold=True)  # what no older text has, and is objected to
    elif not row.worded:
        word.write(words, f"{ADVICE} ", size=SMALL, bold=True)
        word.write(words, row.proposed, size=SMALL, italic=True)
    elif not row.changes:
        word.write(words, row.proposed, size=SMALL, bold=True)
    for change in row.changes:
        word.write(words, change.text, size=SMALL, **LOOKS[change.kind])


def _agreed(cell: _Cell, row: Row) -> None:
    words = word.fill(cell, "" if row.agreed else "–", size=SMALL)
    for number, (where, agreed, text) in enumerate(row.agreed):
        words = words if number == 0 else word.write(cell.add_paragraph(), "")
        word.write(words, where, size=SMALL, bold=True)
        word.write(words, f" ({agreed}): ", size=SMALL, color=word.QUIET)
        word.write(words, text, size=SMALL)
