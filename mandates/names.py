"""Names in the engine's tables and data that pages show and that are translated; what a rule says of a draft stays in English."""

import ast
from collections.abc import Iterator
from pathlib import Path

from language import names
from mandates import filters, rules
from mandates.analysis import read, shape, taxonomy, wording
from mandates.analysis.reading import fitness
from mandates.analysis.reporting import corrections
from mandates.analysis.values import Flagged, FlagReason, Kind, Position, Severity
from mandates.rules.base import Family, Status

DATA = Path(__file__).resolve().parent / "data"
READING = Path(read.__file__).resolve()


def of_data() -> Iterator[str]:
    yield from _crime()
    yield from names.of(DATA / "areas.toml", "areas", "label")
    yield shape.NO_AREA_LABEL
    for table in (wording.TIERS, wording.ADDRESSEES, wording.KINDS, wording.STRENGTHS):
        yield from table.values()
    yield from (*corrections.ASPECTS.values(), *corrections.LEVELS, *corrections.ROLES.values())
    for rule in rules.ALL:
        yield from (rule.title, rule.question, rule.rationale, rule.severity_reason, rule.precondition.words, rule.name)
    for enum in (Severity, Family, Status):
        yield from (str(value) for value in enum)
    told = (*Position, *Flagged, *FlagReason, *Kind)
    yield from (taxonomy.said(value) for value in told if value is not FlagReason.BEYOND_N)
    yield from names.of_filters(filters.MandateFilter, filters.PrecedentFilter)
    yield from _refusals()


def _crime() -> Iterator[str]:
    """What the page of crime types says of them; the words by which they are found and the sources stay as they are."""
    known = taxonomy.load()
    for kind in known.types.values():
        yield from (kind.label, kind.definition, *kind.must_not_match, *kind.entities.values())
        yield from (*kind.expertise.values(), *kind.partners.values())
        yield from (word for instrument in kind.instruments for word in (instrument.name, instrument.note))
        yield from (indicator.measures for indicator in kind.indicators)
        yield kind.iccs.covers if kind.iccs else ""
    for kind in known.task_kinds.values():
        yield from (kind.label, kind.definition)
    yield from (known.nexus.label, known.nexus.definition, known.nexus.rule)
    yield from known.counts.values()


def _refusals() -> Iterator[str]:
    """The sentences with which a text is refused that cannot be read, and the languages that they name."""
    yield from (sentence for _, sentence in read.OTHER_FORMATS.values())
    for file in (READING, *sorted((READING.parent / "reading").glob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unreadable":
                yield from (said.value for said in node.args[1:] if isinstance(said, ast.Constant))
    yield from (name for name, _ in fitness.SCRIPTS)
    yield from fitness.STOP_WORDS
