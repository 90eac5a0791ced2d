"""The two-page brief for Word."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell

from mandates.exports import said, typesetting, word
from mandates.exports.values import Brief, Finding, Ladder

WIDTHS = (1.1, 1.8, 6.5, 1.2, 6.4)  # centimetres, of the columns of the ladder
DRAWN = 5.9  # within the margins of its cell
SMALL = 8


def write(brief: Brief) -> bytes:
    """A brief as DOCX. Its words are a little smaller than the PDF's, so that what fits two pages there fits here."""
    document = word.new(f"{brief.title}: where organized crime stands", size=9.5)
    document.add_heading(level=1).add_run(said.writable(brief.title))
    word.write(document.add_paragraph(), brief.meta, size=SMALL, color=word.QUIET)
    word.write(document.add_paragraph(), brief.headline, size=12.5, bold=True)
    paragraph = word.write(document.add_paragraph(), f"{brief.verdict} ", bold=True)
    word.write(paragraph, brief.contrast)
    if brief.warning:
        word.write(document.add_paragraph(), brief.warning, bold=True)
    if brief.means:
        paragraph = word.write(document.add_paragraph(), "Means. ", color=word.QUIET)
        word.write(paragraph, brief.means)
    if brief.ladder:
        _ladder(document, brief.ladder, typesetting.pictures(brief))
    _findings(document, brief)
    _what_changed(document, brief)
    _agreed_language(document, brief)
    word.footer(document, [(brief.caveat, True), (brief.made_with, False), (brief.note, False)])
    return word.saved(document)


def _ladder(document: Document, ladder: Ladder, pictures: list[bytes]) -> None:
    document.add_heading(said.writable(ladder.heading), level=2)
    key = (
        "One box is one individual task. Full, in red: own task on organized crime; half red: clause in another task; "
        f"darker grey: within the top {ladder.top}; outlined: in a lower tier."
    )
    word.write(document.add_paragraph(), key, size=7.5, color=word.QUIET)
    heads = ("Rank", "Label", "Main task, in the order of the text", "Tasks", f"Individual tasks, 1 to {ladder.of}")
    table = word.table(document, heads, WIDTHS, size=SMALL, grid=False)
    drawn = iter(pictures)
    for group in ladder.groups:
        cells = word.row(table)
        word.fill(cells[0].merge(cells[-1]), group.title, size=SMALL, italic=True, color=word.QUIET)
        for rung in group.rungs:
            cells = word.row(table)
            look = {"size": SMALL, "bold": rung.has or None, "color": word.CRIME if rung.has else None}
            for cell, words in zip(cells, (str(rung.rank), rung.label, rung.title), strict=False):
                word.fill(cell, words, **look)
            word.fill(cells[3], str(rung.tasks), size=SMALL)
            _draw(cells[4], next(drawn), rung.said)
            if rung.last_of_top:
                cells = word.row(table)
                whole = cells[0].merge(cells[-1])
                words = word.fill(
                    whole, f"the top {ladder.top} end{'s' * (ladder.top == 1)} here", size=7, color=word.QUIET
                )
                words.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                word.line(whole, "bottom")
    for p in ladder.outside:
        cells = word.row(table)
        look = {"size": SMALL, "bold": True, "color": word.CRIME}
        word.fill(cells[0], "–", size=SMALL)
        word.fill(cells[1], p.label, **look)
        word.fill(cells[2], f"Outside the list: {p.about}", **look)
        word.fill(cells[3], "–", size=SMALL)
        word.fill(cells[4], "the mission is addressed, without a rank", size=SMALL, color=word.QUIET)
    cells = word.row(table)
    for cell in cells:
        word.line(cell, "top")
    words = f"All individual tasks on one line: {ladder.here}"
    word.fill(cells[0].merge(cells[2]), words, size=SMALL)
    word.fill(cells[3], str(ladder.of), size=SMALL)
    _draw(cells[4], list(drawn)[-1], words)
    if ladder.more:
        word.write(document.add_paragraph(), ladder.more, size=SMALL, color=word.QUIET)


def _draw(cell: _Cell, png: bytes, alt: str) -> None:
    word.picture(word.fill(cell, ""), png, DRAWN, alt)


def _findings(document: Document, brief: Brief) -> None:
    document.add_heading("Findings", level=2)
    if not brief.findings:
        document.add_paragraph("No finding is open.")
    for finding in brief.findings:
        _finding(document, finding)
    _more(document, brief.findings_more)
    if brief.deviations:
        document.add_heading("Justified deviations", level=2)
    for deviation in brief.deviations:
        paragraph = word.write(document.add_paragraph(), f"{deviation.finding} ")
        word.write(paragraph, "Justified deviation: ", italic=True)
        word.write(paragraph, f"{deviation.reason} ")
        word.write(paragraph, f"({deviation.by})", color=word.QUIET)
    _more(document, brief.deviations_more)


def _finding(document: Document, finding: Finding) -> None:
    head = document.add_paragraph()
    head.paragraph_format.space_before, head.paragraph_format.space_after = Pt(4), Pt(0)
    head.paragraph_format.keep_with_next = True
    told = f"{finding.severity.capitalize()} · {finding.code} · {finding.decision}"
    word.write(head, told, size=7.5, color=word.QUIET)
    paragraph = word.write(document.add_paragraph(), finding.message, bold=True)
    paragraph.paragraph_format.keep_together = True
    for quote in finding.quotes:
        word.write(paragraph, f" “{quote.text}”", color=word.CRIME)
        word.write(paragraph, f" ({quote.label})", color=word.QUIET)
    for lead, words in (("Why it matters.", finding.why), ("What to write.", finding.remedy)):
        if words:
            word.write(paragraph, f"\n{lead} ", italic=True)
            word.write(paragraph, words)


def _what_changed(document: Document, brief: Brief) -> None:
    if brief.changes:
        document.add_heading(said.writable(f"What changed since {brief.predecessor}"), level=2)
    for line in brief.changes:
        paragraph = word.write(document.add_paragraph(style="List Bullet"), line)
        paragraph.paragraph_format.space_after = Pt(0)


def _agreed_language(document: Document, brief: Brief) -> None:
    if brief.precedents:
        document.add_heading("Agreed language", level=2)
    for precedent in brief.precedents:
        paragraph = word.write(document.add_paragraph(), precedent.where, bold=True)
        word.write(paragraph, f" ({precedent.agreed}): ", color=word.QUIET)
        word.write(paragraph, precedent.words)
    _more(document, brief.precedents_more)


def _more(document: Document, words: str) -> None:
    if words:
        word.write(document.add_paragraph(), words, color=word.QUIET)
