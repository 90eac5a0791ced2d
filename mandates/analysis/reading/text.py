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
BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
# a dash or bullet item in the middle of a line: the mark stands after the end of a clause
GLUED_DASH = re.compile(r"(?<=[:;,.])\s+(?:and\s+)?(?=[\u00ad•·◦▪●]\s)")
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
    if controls := len(CONTROLS.findall(text)):
        if controls * 200 > len(text):
            raise _binary()
        text = CONTROLS.sub(" ", text)
    return text.translate(C1) if ANY_C1.search(text) else text


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
    for match in BREAK.finditer(text):
        blank, turn = _add(out, text, begin, match.start(), blank, turn)
        if match[0] == "\f":
            turn = True
        begin = match.end()
    _add(out, text, begin, len(text), blank, turn)
    return out


def _add(out: list[Line], text: str, begin: int, end: int, blank: bool, turn: bool) -> tuple[bool, bool]:
    raw = text[begin:end]
    stripped = raw.strip().strip("\ufeff\u200b")
    if not stripped:
        return True if end > begin or not turn else blank, turn
    lead = len(raw) - len(raw.lstrip())
    left = len(raw[:lead].expandtabs(TAB)) if lead else 0
    start = 0
    for match in () if stripped.isascii() else GLUED_DASH.finditer(stripped):
        piece = stripped[start : match.start()]
        out.append(Line(piece, begin + lead + start, left=left, right=left + len(piece), blank=blank, turn=turn))
        start, blank, turn = match.end(), False, False
    piece = stripped[start:]
    out.append(Line(piece, begin + lead + start, left=left, right=left + len(piece), blank=blank, turn=turn))
    return False, False
