"""Word documents (Office Open XML): paragraphs with their automatic numbers, as they read with all changes accepted.

Read straight from the parts of the zip, with limits kept while reading; see ECMA-376 part 1, chapter 17 for the names.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from mandates.analysis.reading import cleaning, furniture, joining, numbering
from mandates.analysis.reading.lines import ITEM, MARK, Line
from mandates.analysis.reading.numbering import Numbering, Style, W
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

MAX_PART = 40 * 1024 * 1024  # bytes of one part, unpacked
MAX_ALL = 200 * 1024 * 1024  # bytes of all parts, unpacked
MAX_RATIO = 200  # times that a part of a megabyte or more may be packed; Word's own stay below 30
MAX_ENTRIES = 5_000
MAX_DEPTH = 80  # of elements within a paragraph
CHUNK = 1 << 16

SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "pict", "object",
        "footnoteReference", "endnoteReference", "commentReference", "txbxContent",
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # fmt: skip
CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
# what takes its text boxes with it: deleted text, and the second copy of a box that is there for old programs
BOX = f"{W}txbxContent"
WITHOUT_BOXES = frozenset(f"{W}{name}" for name in ("del", "moveFrom")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
HEADER = re.compile(r"word/header\d*\.xml")
# heading styles: Word's own, and those of United Nations document templates ("_ H _ 1")
HEADING = re.compile(r"(?:heading|title|subtitle|_\s?H)\b|heading ?\d|_\s?H[_\s\d]", re.I)
LONGEST_HEADING = 200
MOST_HEADERS = 12  # headers looked at


def read(data: bytes) -> CleanText:
    """The clean text of a DOCX. ``Block.source`` counts characters in the paragraphs' texts, one per line.

    Raises Unreadable: damaged, encrypted, zip_bomb, external_entity, unsupported (another kind of zip).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            document = _part(archive, "word/document.xml")
            if document is None:
                raise Unreadable(
                    "unsupported", "The file is no Word document: send the draft as PDF, DOCX or plain text."
                )
            styles = numbering.read_styles(_part(archive, "word/styles.xml"))
            numbers = Numbering(_part(archive, "word/numbering.xml"), styles)
            symbol = _symbol(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, LookupError) as error:
        if isinstance(error, Unreadable):
            raise
        raise _damaged() from None
    body = document.find(f"{W}body")
    if body is None:
        raise _damaged()
    return cleaning.clean([*symbol, *_lines(body, styles, numbers)], "docx", set_apart=True)


# --- the zip ----------------------------------------------------------------------------------------------------


def _check(archive: zipfile.ZipFile) -> None:
    """Refuse from the zip's directory what would unpack to far more than a draft holds."""
    entries = archive.infolist()
    large = any(e.file_size > 1 << 20 and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or large or sum(e.file_size for e in entries) > MAX_ALL:
        raise _bomb()
    if any(e.flag_bits & 1 for e in entries):
        raise Unreadable("encrypted", "The document is protected by a password: send a copy without it.")


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part of the document as XML, None where it has none; the limit holds while unpacking too."""
    if name not in archive.NameToInfo:
        return None
    unpacked = bytearray()
    with archive.open(name) as stream:
        while chunk := stream.read(CHUNK):
            unpacked += chunk
            if len(unpacked) > MAX_PART:
                raise _bomb()
    try:
        return fromstring(bytes(unpacked), forbid_dtd=True)
    except DefusedXmlException:
        raise Unreadable(
            "external_entity",
            "The document's XML declares entities, which no Word file does: save it anew in Word and send it again.",
        ) from None
    except ParseError:
        raise _damaged() from None


def _symbol(archive: zipfile.ZipFile) -> list[Line]:
    """The symbol in the running heads, where United Nations templates have it; else nothing of them is read."""
    for name in sorted(filter(HEADER.fullmatch, archive.namelist()))[:MOST_HEADERS]:
        part = _part(archive, name)
        for paragraph, _ in _paragraphs(part if part is not None else ()):
            if match := furniture.KEPT_ONCE.fullmatch("".join(_text(paragraph, 0)).strip()):
                return [Line(match[1], 0, right=len(match[1]), hint=Hint.FRONT)]
    return []


def _bomb() -> Unreadable:
    return Unreadable("zip_bomb", "The document unpacks to far more than a draft holds: send the text alone.")


def _damaged() -> Unreadable:
    return Unreadable("damaged", "The document is damaged and cannot be opened: save it anew and send it again.")


# --- paragraphs -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Open:
    """The beginning of a paragraph whose end mark was deleted: it goes on in the next."""

    text: str
    first: Element


def _lines(body: Element, styles: dict[str, Style], numbers: Numbering) -> list[Line]:
    """The lines of a body. Text boxes are stamps and notes, none of the paragraphs beside them: they go in front."""
    lines: list[Line] = []
    aside: list[Line] = []
    source = 0
    held: Open | None = None
    for paragraph, boxed in _paragraphs(body):
        text = "".join(_text(paragraph, 0))
        if boxed:
            inside: list[Line] = []
            source += _add(inside, text, paragraph, source, styles, numbers)
            if any(MARK.match(line.text) or joining.OPENING.match(line.text) for line in inside):
                lines += inside
            else:
                aside += [replace(line, hint=Hint.FRONT) for line in inside]
            continue
        first = paragraph
        if held:
            text, first, held = held.text + text, held.first if held.text.strip() else first, None
        if _mark_deleted(paragraph):
            held = Open(text, first)
            continue
        source += _add(lines, text, first, source, styles, numbers)
    if held:
        _add(lines, held.text, held.first, source, styles, numbers)
    return [*aside, *lines]


def _add(
    lines: list[Line], text: str, paragraph: Element, source: int, styles: dict[str, Style], numbers: Numbering
) -> int:
    """Add a paragraph's lines; returns how many characters of the source it takes."""
    if not text.strip():  # Word numbers an empty paragraph too; drafters never mean it
        return len(text) + 1
    prefix = numbers.next(paragraph)
    heading = (
        len(text) <= LONGEST_HEADING
        and not ITEM.match(f"{prefix} ")
        and not joining.ALONE.match(text.strip())
        and _is_heading(paragraph, styles)
    )
    parts = re.split(r"\n(?=\s*\S)", text)
    at = 0
    for position, part in enumerate(parts):
        stripped = part.strip()
        start = source + at + len(part) - len(part.lstrip())
        at += len(part) + 1
        if not stripped:
            continue
        if position and not MARK.match(stripped) and lines:
            lines[-1].text += f" {stripped}"
            continue
        shown = f"{prefix} {stripped}" if prefix and not position else stripped
        lines.append(Line(shown, start, right=len(shown), hint=Hint.HEADING if heading else Hint.NONE))
    return len(text) + 1


def _paragraphs(element: Element) -> Iterator[tuple[Element, bool]]:
    """Every paragraph in document order, those in tables, content controls and text boxes too; deleted ones left out.

    With each, whether it stands in a text box; such paragraphs come after the one that the box hangs on.
    """
    stack = [(iter(element), False)]
    while stack:
        children, boxed = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}p":
            yield child, boxed
            if next(child.iter(BOX), None) is not None:
                stack.extend((iter(box), True) for box in reversed(_boxes(child)))
        elif child.tag not in SKIPPED:
            stack.append((iter(child), boxed))


def _boxes(paragraph: Element) -> list[Element]:
    """The text boxes that hang on a paragraph, in order; boxes within boxes are left to their own paragraphs."""
    found = []
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == BOX:
            found.append(child)
        elif child.tag not in WITHOUT_BOXES:
            stack.append(iter(child))
    return found


def _text(element: Element, depth: int) -> Iterator[str]:
    """The text of a paragraph with all changes accepted: insertions in, deletions out, no notes, no field codes."""
    if depth > MAX_DEPTH:
        return
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in CHARACTERS:
            yield " " if child.get(f"{W}type") in ("page", "column") else CHARACTERS[tag]
        elif tag == f"{W}sym":
            yield _symbol_character(child.get(f"{W}char", ""))
        elif tag == f"{W}r" and _hidden(child):
            continue
        elif tag not in SKIPPED:
            yield from _text(child, depth + 1)


def _symbol_character(code: str) -> str:
    """A character of a symbol font by its code: those fonts hold bullets and arrows, and no letters."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= character <= "\uf8ff" else character


def _hidden(run: Element) -> bool:
    """Whether a run is not to be read: hidden, or struck through by hand."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    found = (properties.find(f"{W}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(element is not None and numbering.is_on(element) for element in found)


def _mark_deleted(paragraph: Element) -> bool:
    """Whether a paragraph's end was deleted, or moved elsewhere."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _is_heading(paragraph: Element, styles: dict[str, Style]) -> bool:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    level = properties.find(f"{W}outlineLvl")
    if level is not None and level.get(f"{W}val", "9") != "9":
        return True
    named = properties.find(f"{W}pStyle")
    for style in numbering.ancestors(named.get(f"{W}val", "") if named is not None else "", styles):
        if HEADING.match(style.name) or style.outline:
            return True
    return False
