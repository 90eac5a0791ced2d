"""What the project's own register knows beside a real text: sanctions regimes on the text's day, by the mission that it names.

Capacities are people's records and FIUs are known for today alone, so that neither is laid beside texts of other days.
"""

from functools import cache

from capacities import registers
from mandates import situations, symbols
from mandates.analysis.values import Reading, Register
from missions import reference


def register(symbol: str, reading: Reading) -> Register:
    """The register beside an adopted text: its mission's countries and day, else nothing."""
    missions = (block.mission.acronym for block in reading.tasks.missions if block.mission)
    countries = _countries().get(next(missions, ""), frozenset())
    records = [r for r in registers.load().regimes if countries & set(r["countries"])]
    day = reading.document.adopted
    return Register(day=day, regimes=situations.regimes(records, day, symbols.number(symbol)))


@cache
def _countries() -> dict[str, frozenset[str]]:
    return {mission["acronym"]: frozenset(mission["countries"]) for mission in reference.load().missions}
