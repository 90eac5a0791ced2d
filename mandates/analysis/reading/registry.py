"""Paragraph JSON of the United Nations mandate registry: a list of objects with text, type, prefix and levels.

Its numbers and headings are right; what it says of preambular and operative is often wrong and is not read.
"""

import json
import re

from mandates.analysis.reading import cleaning, furniture, joining
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

LEFT_OUT = frozenset({"footer", "footnote", "separator"})
LINE = 50  # characters from which a text that ends without a sign may be a wrapped line
LINK = re.compile(r"\[([^\[\]]*)\]\(https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)")  # as Markdown sets it
WRAPPED = 4  # one such text in so many shows that a file holds lines
FRONT = frozenset({"title", "frontmatter"})


def read(source: str) -> CleanText:
    """The clean text of registry JSON. ``Block.source`` counts characters in the JSON. Raises Unreadable("json")."""
    try:
        records = json.loads(source)
    except (ValueError, RecursionError):
        raise _refused() from None
    if isinstance(records, dict):
        records = records.get("paragraphs")
    if not isinstance(records, list) or not all(_is_paragraph(record) for record in records):
        raise _refused()
    records = [record for record in records if _is_read(record)]
    opening = next((i for i, r in enumerate(records) if joining.OPENING.match(r["text"].strip())), None)
    # some files hold the lines of a document, not its paragraphs
    wrapped = sum(_unfinished(record["text"].strip()) for record in records) * WRAPPED > len(records)
    paragraphs = []
    cursor = 0
    for index, record in enumerate(records):
        cursor = _find(source, record["text"], cursor)
        if record.get("type") in LEFT_OUT or (
            index > (opening or 0) and furniture.FURNITURE.fullmatch(record["text"].strip())
        ):
            continue
        prefix = record.get("prefix")
        words = LINK.sub(r"\1", record["text"]) if "](http" in record["text"] else record["text"]
        text = cleaning.tidy(f"{prefix} {words}" if isinstance(prefix, str) and prefix.strip() else words)
        hint = _hint(record, index, opening)
        if wrapped and hint is Hint.NONE and not prefix and paragraphs and _unfinished(paragraphs[-1][0]):
            before, place, page, _ = paragraphs[-1]
            paragraphs[-1] = (f"{before} {text}", place, page, hint)
            continue
        paragraphs.append((text, cursor, None, hint))
    return cleaning.assemble(paragraphs, "json")


def _unfinished(text: str) -> bool:
    """Whether a text breaks off as a wrapped line does."""
    return len(text) > LINE and text[-1].isalpha() and not joining.OPENING.match(text)


def _is_paragraph(record: object) -> bool:
    return isinstance(record, dict) and isinstance(record.get("text"), str)


def _is_read(record: dict) -> bool:
    """Whether a record is text of the English version: early files hold French ones too, and marks of page turns."""
    text = record["text"].strip()
    return bool(text) and not text.startswith("<!--") and record.get("language") in (None, "english")


def _hint(record: dict, index: int, opening: int | None) -> Hint:
    if opening is not None and index < opening:
        return Hint.FRONT
    if record.get("type") == "heading":
        return Hint.HEADING
    return Hint.FRONT if opening is None and record.get("type") in FRONT else Hint.NONE


def _find(source: str, text: str, cursor: int) -> int:
    """Where a paragraph's words stand in the JSON: after the place of the paragraph before."""
    for ascii_only in (False, True):
        at = source.find(json.dumps(text, ensure_ascii=ascii_only), cursor)
        if at >= 0:
            return at + 1
    return cursor


def _refused() -> Unreadable:
    return Unreadable(
        "json",
        "The JSON is not a list of mandate registry paragraphs: send the registry's own file, PDF, DOCX or plain text.",
    )
