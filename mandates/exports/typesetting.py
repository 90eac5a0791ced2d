"""Typst: a brief → its PDF, and the drawing of its ladder → pictures. Fonts are typst's own; nothing is fetched.

A character that these fonts do not have (a title in Arabic or Chinese) is looked for in those of the machine.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from mandates.exports import said
from mandates.exports.values import Brief

TEMPLATE = Path(__file__).with_name("brief.typ")
SHARP = 220  # pixels an inch


def pdf(brief: Brief) -> bytes:
    """The brief as tagged PDF (PDF/UA-1). Where no font at all shows a character, tagged but without that promise."""
    import typst

    options = {"format": "pdf", "timestamp": int(datetime.now(UTC).timestamp())}
    for further in ({"pdf_standards": ["ua-1"]}, {"pdf_standards": ["ua-1"], "ignore_system_fonts": False}):
        try:
            return _compiled(brief, **options, **further)
        except typst.TypstError:
            continue
    return _compiled(brief, **options, ignore_system_fonts=False)


def pages(brief: Brief) -> int:
    """How many pages a brief takes when it is set."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf(brief))
    try:
        return len(document)
    finally:
        document.close()


def pictures(brief: Brief) -> list[bytes]:
    """The rows of the brief's ladder as PNG, in order, and last all individual tasks on one line."""
    return _compiled(brief, drawing="yes", format="png", ppi=SHARP)


def _compiled(brief: Brief, *, drawing: str = "", ignore_system_fonts: bool = True, **options):
    import typst  # a heavy library: only a process that makes documents loads it

    inputs = {"data": json.dumps(_writable(asdict(brief))), "drawing": drawing}
    return typst.compile(TEMPLATE.read_bytes(), sys_inputs=inputs, ignore_system_fonts=ignore_system_fonts, **options)


def _writable(value):
    match value:
        case str():
            return said.writable(value)
        case dict():
            return {name: _writable(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_writable(inner) for inner in value]
        case _:
            return value
