"""Step 1: bytes → CleanText. Tells the format, hands the bytes to its module in ``reading``, and checks what came out.

Pure: no network, no temporary file. Whatever the bytes, ``read`` returns a CleanText or raises Unreadable.
"""

import re

from mandates.analysis.reading import akoma_ntoso, cleaning, docx, fitness, html, markup, pdf, registry, text
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText

__all__ = ["MAX_BYTES", "Unreadable", "read"]

MAX_BYTES = 20 * 1024 * 1024
HEAD = 1024  # bytes within which a PDF's signature stands

IMAGE = ("image", "This is an image: send the draft itself as PDF with text, DOCX or plain text.")
ARCHIVE = ("unsupported", "This is a compressed archive: unpack it and send the draft itself.")
WEB_ARCHIVE = ("unsupported", "This is a web archive (.mht): save the page as HTML alone and send that.")
OTHER_FORMATS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "old_word",
        "This is an old Word file (.doc): save it as .docx or PDF and send that.",
    ),
    b"{\\rtf": ("unsupported", "Rich Text (RTF) is not read: save the draft as DOCX or PDF and send that."),
    b"\x89PNG": IMAGE,
    b"\xff\xd8\xff": IMAGE,
    b"GIF8": IMAGE,
    b"II*\x00": IMAGE,
    b"MM\x00*": IMAGE,
    b"\x1f\x8b": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
    b"Rar!": ARCHIVE,
    b"MIME-Version:": WEB_ARCHIVE,
    b"From: <Saved by": WEB_ARCHIVE,
}
BEFORE_MARKUP = b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"  # byte order marks and blanks
PAGE_NAMES = (".html", ".htm", ".xhtml")
PAGE = re.compile(r"<(?:p|br|div|li|td)\b", re.I)


def read(data: bytes, filename: str = "") -> CleanText:
    """The clean text of a draft or resolution in PDF, DOCX, HTML, Akoma Ntoso, plain text or registry paragraph JSON.

    The format is told from the bytes; ``filename`` decides only whether text in brackets is JSON, and whether a page
    that does not begin with a tag is HTML. Raises Unreadable, whose ``code`` is one of: too_large, empty, binary,
    image, old_word, unsupported, markup, json, damaged, encrypted, scanned, too_many_pages, too_long, zip_bomb,
    external_entity, language, not_a_resolution.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large", "The file is larger than 20 MB: send the text of the draft alone.")
    if not data.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xc2\xa0"):
        raise _empty()
    clean = _read(data, filename)
    if not clean.blocks:
        raise _empty()
    fitness.check(clean)
    return clean


def _read(data: bytes, filename: str) -> CleanText:
    if b"%PDF-" in data[:HEAD]:
        return pdf.read(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return docx.read(data)
    for signature, (code, sentence) in OTHER_FORMATS.items():
        if data.startswith(signature):
            raise Unreadable(code, sentence)
    if data[:HEAD].lstrip(BEFORE_MARKUP).startswith(b"<") or filename.lower().endswith(PAGE_NAMES):
        decoded = markup.decode(data)
        if clean := _markup(decoded, filename):
            return clean
    else:
        decoded = text.decode(data)
    start = decoded[:HEAD].lstrip().lower()
    if start.startswith(("[{", "{")) or (start.startswith("[") and filename.lower().endswith(".json")):
        return registry.read(decoded)
    return cleaning.clean(text.lines(decoded), "text")


def _markup(source: str, filename: str) -> CleanText | None:
    """The clean text of a web page or an Akoma Ntoso document; None for plain text. Raises for other XML."""
    first = markup.first_element(source)
    declared = source[:HEAD].lstrip().startswith("<?xml")
    if first:
        name = first.name.rpartition(":")[2]
        if name == "akomantoso":
            return akoma_ntoso.read(source)
        if name == "html" or (name in html.ELEMENTS and not declared):
            return html.read(source)
    if declared or (first and any(key.startswith("xmlns") for key in first.attributes)):
        raise Unreadable(
            "markup", "The file is XML but no Akoma Ntoso document: send the draft as DOCX, PDF, HTML or Akoma Ntoso."
        )
    return html.read(source) if filename.lower().endswith(PAGE_NAMES) and PAGE.search(source) else None


def _empty() -> Unreadable:
    return Unreadable("empty", "The file holds no text: send the draft as PDF, DOCX or plain text.")
