"""Typst: a document's values and its template → tagged PDF, and drawings → pictures. Fonts are typst's own; nothing is fetched.

A template has house.typ before it and reads the values as ``data``. A character that typst's fonts do not have (a title in
Arabic or Chinese) is looked for in those of the machine.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from mandates.exports import said
from mandates.exports.values import Brief

HOUSE = Path(__file__).with_name("house.typ")
TEMPLATE = Path(__file__).with_name("brief.typ")
SHARP = 220  # pixels an inch


def tagged(template: Path, values: object) -> bytes:
    """A dataclass set as PDF/UA-1. Where no font at all shows a character, tagged but without that promise."""
    import typst

    options = {"format": "pdf", "timestamp": int(datetime.now(UTC).timestamp())}
    for further in ({"pdf_standards": ["ua-1"]}, {"pdf_standards": ["ua-1"], "ignore_system_fonts": False}):
        try:
            return _compiled(template, values, **options, **further)
        except typst.TypstError:
            continue
    return _compiled(template, values, **options, ignore_system_fonts=False)


def drawn(template: Path, values: object) -> list[bytes]:
    """The pages of a template's drawing ("drawing" in its inputs) as PNG, in order."""
    made = _compiled(template, values, drawing="yes", format="png", ppi=SHARP)
    return made if isinstance(made, list) else [made]


def pdf(brief: Brief) -> bytes:
    """The brief as tagged PDF."""
    return tagged(TEMPLATE, brief)


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
    return drawn(TEMPLATE, brief)


def _compiled(template: Path, values: object, *, drawing: str = "", ignore_system_fonts: bool = True, **options):
    import typst  # a heavy library: only a process that makes documents loads it

    inputs = {"data": json.dumps(_writable(asdict(values))), "drawing": drawing}
    source = HOUSE.read_bytes() + template.read_bytes()
    return typst.compile(source, sys_inputs=inputs, ignore_system_fonts=ignore_system_fonts, **options)


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
