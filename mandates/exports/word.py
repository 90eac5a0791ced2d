"""What the Word documents here share: page, styles, tables with a head that repeats, pictures with words for those who listen.

python-docx is a heavy library: only a process that makes documents loads this module.
"""

import io
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from mandates.exports.said import writable

FONT = "Times New Roman"  # as United Nations documents are set
INK, QUIET, CRIME = RGBColor(0x1D, 0x1B, 0x17), RGBColor(0x51, 0x4C, 0x43), RGBColor(0x8A, 0x3A, 0x0E)
LANDSCAPE = (29.7, 21.0)
PORTRAIT = (21.0, 29.7)


def new(title: str, paper: tuple[float, float] = PORTRAIT, size: float = 10) -> Document:
    """An empty A4 document in British English; ``size`` is that of its text in points."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(paper[0]), Cm(paper[1])
    section.orientation = WD_ORIENT.LANDSCAPE if paper == LANDSCAPE else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin, section.footer_distance = Cm(1.5), Cm(1.7), Cm(0.8)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = writable(title), "Forefront", "", "en-GB"
    for name, points, before, after in (("Normal", size, 0, 3), ("Heading 1", 15, 0, 1), ("Heading 2", 11.5, 8, 2)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in list(fonts.attrib):
            if "Theme" in which:
                del fonts.attrib[which]
        fonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0
    language = document.styles["Normal"].element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    document.styles["Normal"].element.rPr.append(language)
    return document


def saved(document: Document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    underline: bool | None = None,
    strike: bool | None = None,
    color: RGBColor | None = None,
) -> Paragraph:
    """Add words to a paragraph; line breaks in them stay."""
    run = paragraph.add_run(writable(text))
    font = run.font
    looks = {"bold": bold, "italic": italic, "underline": underline, "strike": strike}
    for name, look in looks.items():
        if look is not None:  # each costs as much as the words do
            setattr(font, name, look)
    if size:
        font.size = Pt(size)
    if color is not None:
        font.color.rgb = color
    return paragraph


def bullet(document: Document) -> Paragraph:
    """An empty paragraph of a list, without space after it. Its style is set by id: looking it up takes longer than all else."""
    paragraph = document.add_paragraph()
    paragraph._p.style = "ListBullet"
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def table(document: Document, heads: Sequence[str], widths: Iterable[float], *, size: float, grid: bool) -> Table:
    """A table whose first row is its head, repeated on each page; ``widths`` in centimetres, ``grid`` with lines."""
    widths = list(widths)
    made = document.add_table(rows=1, cols=len(heads))
    made.autofit = False
    if grid:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, head, width in zip(made.rows[0].cells, heads, widths, strict=True):
        cell.width = Cm(width)
        fill(cell, head, size=size, bold=grid or None, color=None if grid else QUIET)
        if not grid:
            line(cell, "bottom")
    first = made.rows[0]._tr.get_or_add_trPr()
    first.append(OxmlElement("w:tblHeader"))
    whole(made.rows[0])
    return made


def row(made: Table, *, breaks: bool = False) -> list[_Cell]:
    """A new last row, its cells as wide as the columns; it breaks over a page only where it may."""
    added = made.add_row()
    if not breaks:
        whole(added)
    for cell, column in zip(added.cells, made.columns, strict=True):
        cell.width = column.width
    return list(added.cells)


def band(made: Table) -> _Cell:
    """A new last row of one cell over all columns."""
    added = made.add_row()
    whole(added)
    first, *others = added._tr.tc_lst
    first.grid_span = len(others) + 1
    first.width = sum(column.width for column in made.columns)
    for other in others:
        added._tr.remove(other)
    return _Cell(first, made)


def whole(added: _Row) -> None:
    """Keep a row on one page."""
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def fill(cell: _Cell, text: str, **look) -> Paragraph:
    """Write into a cell's first paragraph, which then has no space around it."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    return write(paragraph, text, **look)


def line(cell: _Cell, side: str) -> None:
    """A line along one side of a cell."""
    borders = cell._tc.get_or_add_tcPr().find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        cell._tc.get_or_add_tcPr().append(borders)
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("color", "1D1B17")):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)


def picture(paragraph: Paragraph, png: bytes, width: float, alt: str) -> None:
    """A picture of ``width`` centimetres with its words."""
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(width))
    shape._inline.docPr.set("descr", writable(alt))
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # LibreOffice would leave a gap


def footer(document: Document, parts: Sequence[tuple[str, bool]]) -> None:
    """Words at the foot of each page, (text, bold), and which page of how many it is."""
    paragraph = document.sections[0].footer.paragraphs[0]
    for text, bold in parts:
        write(paragraph, f"{text} ", size=7.5, bold=bold, color=QUIET)
    write(paragraph, "Page ", size=7.5, color=QUIET)
    _field(paragraph, "PAGE")
    write(paragraph, " of ", size=7.5, color=QUIET)
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
    run = write(paragraph, "1", size=7.5, color=QUIET).runs[-1]
    field.append(run._r)
