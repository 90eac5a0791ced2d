"""What a register knows, in sentences: what stands beside the examples of rules that need it."""

from collections.abc import Iterator

from mandates.analysis.values import Regime, Register
from mandates.analysis.wording import capital
from mandates.rules import local_partners
from mandates.rules.predecessors import types


def told(register: Register) -> str:
    """``The register knows: …``; "" where nothing is known."""
    said = " ".join(_said(register))
    return f"The register knows: {said}" if said else ""


def _said(register: Register) -> Iterator[str]:
    for field in register.expertise:
        yield f"{capital(field.label)}: {field.cover}.{f' {field.sentence}' if field.sentence else ''}"
    for fiu in register.fius:
        yield f"{fiu.name} is the financial intelligence unit of {fiu.country}{', and is worked with' if fiu.engaged else ''}."
    for regime in register.regimes:
        yield f"Sanctions ({regime.name}){''.join(_clauses(regime))}."
    if register.partners:
        yield f"Partners on public record: {local_partners.counted(register.partners)}."


def _clauses(regime: Regime) -> Iterator[str]:
    for criterion in regime.criteria:
        yield f"; {criterion.citation} lists people for {types(criterion.crime_types)}"
    if panel := regime.panel:
        yield f"; its panel is the {panel.name}"
        if panel.cooperation:
            yield f"; {panel.cooperation} asks for cooperation"
        if panel.access:
            yield f"; {panel.access} speaks of its access"
