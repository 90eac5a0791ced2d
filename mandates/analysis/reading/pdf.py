"""PDF through PDFium: each page's lines with their places on it."""

import ctypes
import threading

import pypdfium2
import pypdfium2.raw as pdfium

from mandates.analysis.reading import cleaning, joining
from mandates.analysis.reading.lines import Line
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

MAX_PAGES = 400
COLUMN = 4.6  # points; about the width of a letter at 10 points, so that layouts measure alike in text and PDF
ITALIC = 1 << 6  # PDF font descriptor flag, ISO 32000-1 table 123
LONGEST_HEADING = 100
SAMPLES = 12  # letters of a line whose font is asked
FEWEST = 40  # letters below which a PDF counts as scanned
LOCK = threading.Lock()  # PDFium is not thread-safe


def read(data: bytes) -> CleanText:
    """The clean text of a PDF. ``Block.source`` counts characters in the pages' texts put together with form feeds.

    Raises Unreadable: encrypted, damaged, too_many_pages, scanned.
    """
    with LOCK:
        lines, pages = _lines(data)
    if sum(c.isalpha() for line in lines for c in line.text) < FEWEST:
        raise Unreadable(
            "scanned",
            "The PDF holds no text, only images: run text recognition on it, or send the draft as DOCX or plain text.",
        )
    return cleaning.clean(lines, "pdf", pages)


def _lines(data: bytes) -> tuple[list[Line], int]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("encrypted", "The PDF is protected by a password: send a copy without it.") from None
        raise _damaged() from None
    try:
        pages = len(document)
        if pages > MAX_PAGES:
            raise Unreadable("too_many_pages", f"The PDF has more than {MAX_PAGES} pages: send the draft alone.")
        lines: list[Line] = []
        source = 0
        for number in range(pages):
            source += _page(document, number, source, lines) + 1
        return lines, pages
    except pypdfium2.PdfiumError:
        raise _damaged() from None
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int, source: int, lines: list[Line]) -> int:
    """Add a page's lines; returns the number of its characters."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range(errors="replace") if textpage.count_chars() else ""
        places = Places(textpage)
        before: float | None = None
        at = 0
        for raw in text.split("\r\n"):
            stripped = raw.strip()
            if stripped:
                begin = at + len(raw) - len(raw.lstrip())
                left, right, bottom, height = places.line(begin, begin + len(stripped) - 1)
                gap = before is not None and abs(before - bottom) > height * 1.55
                heading = _may_head(stripped) and places.stands_out(begin, begin + len(stripped) - 1)
                lines.append(
                    Line(
                        stripped, source + begin, number + 1, left, right, gap,
                        turn=bool(lines) and lines[-1].page != number + 1, hint=Hint.HEADING if heading else Hint.NONE,
                    )
                )  # fmt: skip
                before = bottom
            at += len(raw) + 2
        return len(text)
    finally:
        textpage.close()
        page.close()


class Places:
    """Where characters of one page stand, asked straight from PDFium: a call per line, not per character."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self.raw = textpage.raw
        self.count = textpage.count_chars()
        self.box = pdfium.FS_RECTF()
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()

    def line(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left and right in columns, bottom and height in points."""
        box = self._box(first)
        left, bottom, height = box.left, box.bottom, box.top - box.bottom
        return left / COLUMN, self._box(last).right / COLUMN, bottom, height or 10.0

    def _box(self, index: int) -> pdfium.FS_RECTF:
        if not (0 <= index < self.count and pdfium.FPDFText_GetLooseCharBox(self.raw, index, ctypes.byref(self.box))):
            self.box.left = self.box.right = self.box.top = self.box.bottom = 0.0
        return self.box

    def stands_out(self, first: int, last: int) -> bool:
        """Whether a line is set in bold or italics from its first letter to its last, as far as SAMPLES letters tell."""
        step = max(1, (last - first) // SAMPLES)
        return all(self._stands_out(index) for index in (*range(first, last, step), last))

    def _stands_out(self, index: int) -> bool:
        if not 0 <= index < self.count:
            return False
        pdfium.FPDFText_GetFontInfo(self.raw, index, self.name, len(self.name), ctypes.byref(self.flags))
        return bool(self.flags.value & ITALIC) or any(word in self.name.value for word in (b"Bold", b"Ital", b"Obliq"))


def _may_head(text: str) -> bool:
    """Whether a line looks like one that could be a heading, before its font is asked."""
    if len(text) > LONGEST_HEADING or not text[0].isupper() or text[-1] in ",;.":
        return False
    return not joining.OPENING.match(text)


def _damaged() -> Unreadable:
    return Unreadable("damaged", "The PDF is damaged and cannot be opened: save it anew and send it again.")
