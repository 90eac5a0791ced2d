"""Plain text: bytes to characters, characters to lines. UTF-8 and UTF-16 with their marks, Windows-1252, Latin-1."""

import codecs
import re

from mandates.analysis.reading.lines import Line
from mandates.analysis.reading.refusal import Unreadable

# Windows-1252 bytes that went through Latin-1 stand in a text as C1 controls: the same bytes read rightly
C1 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
C1 = {code: char for code, char in C1.items() if char != "\ufffd"}
ANY_C1 = re.compile(r"[\x80-\x9f]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
BEFORE_C1 = b"\xc2"  # the first byte of a C1 control in UTF-8
BREAKS = "\n\r\f\v\x85\u2028\u2029"
# a dash or bullet item in the middle of a line: the mark stands after the end of a clause
GLUED_DASH = re.compile(r"[:;,.]\s+(?:and\s+)?(?=[\u00ad•·◦▪●]\s)")
TAB = 8


def decode(data: bytes) -> str:
    """The characters of a plain text. Raises Unreadable("binary") for bytes that are no text in any encoding read."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise _binary() from None
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _single_byte(data)
    # bytes are counted and looked through several times faster than characters
    encoded = text.encode("utf-8", "surrogatepass")
    if controls := len(encoded) - len(encoded.translate(None, CONTROL_BYTES)):
        if controls * 200 > len(text):
            raise _binary()
        text = CONTROLS.sub(" ", text)
    return text.translate(C1) if BEFORE_C1 in encoded and ANY_C1.search(text) else text


def _single_byte(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _binary() -> Unreadable:
    return Unreadable("binary", "The file holds no readable text: send the draft as PDF, DOCX or plain text.")


def lines(text: str) -> list[Line]:
    """The lines that hold anything; a form feed is a page turn."""
    out: list[Line] = []
    begin, blank, turn = 0, False, False
    for raw in text.splitlines(keepends=True):
        if stripped := raw.strip().strip("\ufeff\u200b"):
            _add(out, raw, stripped, begin, blank, turn)
            blank = turn = False
        elif not turn or raw.strip(BREAKS):
            blank = True
        turn = turn or raw.endswith("\f")
        begin += len(raw)
    return out


def _add(out: list[Line], raw: str, stripped: str, begin: int, blank: bool, turn: bool) -> None:
    """A line of the source that begins at ``begin`` as one Line, or as several where dash items stand on it."""
    lead = len(raw) - len(raw.lstrip())
    left = len(raw[:lead].expandtabs(TAB)) if lead else 0
    start = 0
    for match in () if stripped.isascii() else GLUED_DASH.finditer(stripped):
        piece = stripped[start : match.start() + 1]
        out.append(Line(piece, begin + lead + start, left=left, right=left + len(piece), blank=blank, turn=turn))
        start, blank, turn = match.end(), False, False
    piece = stripped[start:]
    out.append(Line(piece, begin + lead + start, left=left, right=left + len(piece), blank=blank, turn=turn))
