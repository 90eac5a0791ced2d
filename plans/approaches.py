"""What each approach draws on, from plans/data/approaches.toml. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from capacities import catalogue, partner_needs
from missions import records
from plans.values import Approach, Need, NeedKind

FILE = Path(__file__).resolve().parent / "data" / "approaches.toml"


@dataclass(frozen=True, slots=True)
class Draws:
    """What an option with this approach may draw on; ``said`` is one sentence for people, ``basis`` whose claim it is."""

    label: str
    said: str
    expertise: frozenset[str]
    partners: frozenset[str]
    sanctions: bool
    basis: str
    sources: tuple[str, ...]

    def allow(self, need: Need) -> bool:
        """Whether an option with this approach sets out to meet a need."""
        if need.kind is NeedKind.SANCTIONS:
            return self.sanctions
        return need.name in (self.expertise if need.kind is NeedKind.EXPERTISE else self.partners)


@cache
def held() -> Mapping[Approach, Draws]:
    """All four. Raises Invalid where the file names an expertise or a group of partners that does not exist."""
    table = records.table(FILE)
    known = {"expertise": set(catalogue.held().labels), "partners": set(partner_needs.LABELS)}
    for name, record in table.items():
        for field, names in known.items():
            if unknown := sorted(set(record[field]) - names):
                raise records.Invalid(f"approaches.toml: {name}: {unknown[0]} is not a name of {field}")
    return {approach: _draws(table[approach]) for approach in Approach}


def _draws(record: dict) -> Draws:
    return Draws(
        record["label"],
        record["said"],
        frozenset(record["expertise"]),
        frozenset(record["partners"]),
        record["sanctions"],
        record["basis"],
        tuple(record["sources"]),
    )
