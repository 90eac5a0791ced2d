"""What a list would do to the capacities that are held, row by row, before anything is written. Reads, writes nothing."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from capacities import catalogue
from capacities.forms.capacities import CapacityForm, Known, listed
from capacities.models import Capacity, Category
from capacities.states import state, told

NEW, CHANGED, SAME, WRONG = "new", "changed", "unchanged", "wrong"


@dataclass(frozen=True)
class Planned:
    """One row: what becomes of it; for a changed one each field as it is and as the list has it; errors by column."""

    number: int
    title: str
    action: str
    values: Mapping[str, Any]
    capacity: Capacity | None = None
    changes: Mapping[str, tuple[Any, Any]] | None = None
    errors: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Plan:
    rows: tuple[Planned, ...]

    def count(self, action: str) -> int:
        return sum(row.action == action for row in self.rows)

    @property
    def counts(self) -> list[tuple[str, int]]:
        return [(action, self.count(action)) for action in (NEW, CHANGED, SAME, WRONG)]

    @property
    def ready(self) -> bool:
        """Nothing is wrong and something would change."""
        return not self.count(WRONG) and self.count(SAME) < len(self.rows)

    @property
    def digest(self) -> str:
        """The same for plans that would do the same to the same versions."""
        told = [
            (row.number, row.action, row.capacity and (row.capacity.pk, row.capacity.version), row.changes)
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def plan(rows: Sequence[tuple[int, Mapping[str, str]]]) -> Plan:
    """A row is the same capacity as a current one of the same mission, category, title and country. A few queries for all."""
    known = Known.load()
    held: dict[tuple, list[Capacity]] = {}
    for capacity in Capacity.objects.current().shown():
        acronym = capacity.mission.acronym if capacity.mission else ""
        held.setdefault(_key(acronym, capacity.category, capacity.title, capacity.country), []).append(capacity)
    seen: dict[tuple, int] = {}
    return Plan(tuple(_planned(number, row, known, held, seen) for number, row in rows))


def _planned(number: int, row: Mapping[str, str], known: Known, held: Mapping, seen: dict[tuple, int]) -> Planned:
    form = CapacityForm(_said(row, known), known=known)
    if not form.is_valid():
        return Planned(number, row["title"], WRONG, {}, errors={f: " ".join(e) for f, e in form.errors.items()})
    values = form.cleaned_data
    acronym = values["mission"].acronym if values["mission"] else ""
    key = _key(acronym, values["category"], values["title"], values["country"])
    if key in seen:
        return _wrong(number, row, f"Row {seen[key]} has the same mission, category, title and country.")
    seen[key] = number
    match held.get(key, []):
        case []:
            return Planned(number, values["title"], NEW, values)
        case [capacity]:
            now = state(capacity)
            wanted = {name: told(name, value) for name, value in values.items()}
            changes = {name: (now[name], new) for name, new in wanted.items() if now[name] != new}
            return Planned(number, values["title"], CHANGED if changes else SAME, values, capacity, changes)
    return _wrong(
        number, row, "Several capacities held have this mission, category, title and country: archive all but one."
    )


def _wrong(number: int, row: Mapping[str, str], said: str) -> Planned:
    return Planned(number, row["title"], WRONG, {}, errors={"title": said})


def _key(acronym: str, category: str, title: str, country: str) -> tuple[str, str, str, str]:
    return acronym, category, " ".join(title.casefold().split()), country


def _said(row: Mapping[str, str], known: Known) -> dict[str, Any]:
    """A row as the form takes it: what people write by its label becomes its name."""
    labels = {expertise.label: name for name, expertise in known.expertise.items()}
    states = {name: code for code, name in catalogue.held().states.items()}
    return {
        **row,
        "mission": _named(row["mission"], {acronym: acronym for acronym in known.missions}),
        "category": _named(row["category"], {label: value for value, label in Category.choices}),
        "country": _named(row["country"], states | {code: code for code in states.values()}),
        "expertise": [_named(said, labels) for said in listed(row["expertise"])],
    }


def _named(said: str, names: Mapping[str, str]) -> str:
    folded = {label.casefold(): name for label, name in names.items()}
    return folded.get(said.casefold(), said)


def rows_of(told_rows: Iterable) -> list[tuple[int, dict[str, str]]]:
    """Rows as they came back from the page that showed their plan."""
    return [(int(number), dict(row)) for number, row in told_rows]
