"""Names in the engine's tables and data that pages show and that are translated; what a rule says of a draft stays in English."""

from collections.abc import Iterator
from pathlib import Path

from language import names
from mandates import rules
from mandates.analysis import taxonomy, wording
from mandates.analysis.values import Severity
from mandates.rules.base import Family, Status

DATA = Path(__file__).resolve().parent / "data"


def of_data() -> Iterator[str]:
    yield from names.of(taxonomy.DATA, "label", "definition", "expertise", "partners", "counts")
    yield from names.of(DATA / "partner_kinds.toml", "label")
    yield from names.of(DATA / "areas.toml", "label")
    for table in (wording.TIERS, wording.ADDRESSEES, wording.KINDS, wording.STRENGTHS):
        yield from table.values()
    for rule in rules.ALL:
        yield from (rule.title, rule.question, rule.rationale, rule.severity_reason, rule.precondition.words)
    for enum in (Severity, Family, Status):
        yield from (str(value) for value in enum)
