"""Names in the engine's tables and data that pages show and that are translated; what a rule says of a draft stays in English."""

from collections.abc import Iterator
from pathlib import Path

from language import names
from mandates import filters, rules
from mandates.analysis import taxonomy, wording
from mandates.analysis.reporting import corrections
from mandates.analysis.values import Flagged, FlagReason, Kind, Position, Severity
from mandates.rules.base import Family, Status

DATA = Path(__file__).resolve().parent / "data"


def of_data() -> Iterator[str]:
    yield from _crime()
    yield from names.of(DATA / "areas.toml", "areas", "label")
    for table in (wording.TIERS, wording.ADDRESSEES, wording.KINDS, wording.STRENGTHS):
        yield from table.values()
    yield from (*corrections.ASPECTS.values(), *corrections.LEVELS, *corrections.ROLES.values())
    for rule in rules.ALL:
        yield from (rule.title, rule.question, rule.rationale, rule.severity_reason, rule.precondition.words)
    for enum in (Severity, Family, Status):
        yield from (str(value) for value in enum)
    told = (*Position, *Flagged, *FlagReason, *Kind)
    yield from (taxonomy.said(value) for value in told if value is not FlagReason.BEYOND_N)
    yield from names.of_filters(filters.MandateFilter, filters.PrecedentFilter)


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
