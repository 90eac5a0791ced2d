"""What a table would do to what is held, row by row, before anything is written. The same for every table."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Model

from capacities.models import Capacity, Partner

NEW, CHANGED, SAME, WRONG = "new", "changed", "unchanged", "wrong"

Rows = Sequence[tuple[int, Mapping[str, str]]]  # the number of a row in its file, and its text by column
Told = Callable[[int], None]  # hears how many percent of the rows are done


@dataclass(frozen=True)
class Planned:
    """One row: what becomes of it; for a changed one each field as it is and as the table has it; errors by column.

    ``title`` and ``about`` are what the row speaks of, for people; ``values`` is what the services take.
    """

    number: int
    title: str
    action: str
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    held: Capacity | Partner | None = None
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What becomes of all rows. ``digest`` is the same for plans that would do the same to the same versions."""

    rows: tuple[Planned, ...]
    digest: str

    def count(self, action: str) -> int:
        return sum(row.action == action for row in self.rows)

    @property
    def counts(self) -> list[tuple[str, int]]:
        return [(action, self.count(action)) for action in (NEW, CHANGED, SAME, WRONG)]

    @property
    def ready(self) -> bool:
        """Nothing is wrong and something would change."""
        return not self.count(WRONG) and self.count(SAME) < len(self.rows)


@dataclass(frozen=True)
class Table:
    """A kind of table: its columns, those without which it cannot be read, what belongs in each, and how it is planned.

    ``plan`` takes rows, the person who brings them and whom to tell how far it is, and needs a few queries for all; ``cells``
    gives what a table says of something held; ``records`` are the models that keep each change of its kind. A column that a table
    leaves out changes nothing; an empty cell empties its field.
    """

    name: str
    explained: Mapping[str, str]
    needed: tuple[str, ...]
    plan: Callable[[Rows, Any, Told], Plan]
    cells: Callable[[Any], dict[str, str | int]]
    records: tuple[type[Model], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.explained)

    def newest(self) -> list[tuple[int | None, int]]:
        """Another value once anything of its kind was written. How many records there are is asked beside the highest number,
        since one that began earlier may be seen later."""
        return [(found["pk__max"], found["pk__count"]) for found in map(_last, self.records)]


def _last(records: type[Model]) -> dict:
    return records.objects.aggregate(Max("pk"), Count("pk"))


def silent(percent: int) -> None:
    """Tells nobody how far it is."""


def each(rows: Rows, told: Told) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows one by one; ``told`` hears before each how many percent are done, and that all are."""
    for place, row in enumerate(rows):
        told(100 * place // len(rows))
        yield row
    told(100)


def whole(planned: Iterator[Planned]) -> Plan:
    """The plan of all rows."""
    rows = tuple(planned)
    told = [(row.number, row.action, row.held and (row.held.pk, row.held.version), dict(row.changes)) for row in rows]
    return Plan(rows, hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest())


def told(plan: Plan) -> dict:
    """A plan as JSON, without the values that the services take: it is there to be shown. ``shown`` reads it back."""
    rows = [
        {
            "number": row.number,
            "title": row.title,
            "action": row.action,
            "about": row.about,
            "held": row.held and row.held.pk,
            "changes": list(row.changes.items()),  # PostgreSQL does not keep the order of names
            "errors": list(row.errors.items()),
        }
        for row in plan.rows
    ]
    return {"digest": plan.digest, "rows": rows}


def shown(told: Mapping[str, Any]) -> Plan:
    """The plan that ``told`` gave, to be looked at."""
    named = ({**row, "changes": dict(row["changes"]), "errors": dict(row["errors"])} for row in told["rows"])
    return Plan(tuple(Planned(**{**row, "held": None}) for row in named), told["digest"])


def wrong(number: int, title: str, errors: Mapping[str, str], held: Capacity | Partner | None = None) -> Planned:
    """A row that cannot be taken in; ``held`` is what it speaks of, if anything."""
    return Planned(number, title, WRONG, held=held, errors=errors)


def changed(row: Planned, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> Planned:
    """The row with what it changes of what is held. How a spreadsheet ends its lines is no change."""
    changes = {name: (now[name], new) for name, new in wanted.items() if _plain(now[name]) != _plain(new)}
    return Planned(
        row.number, row.title, CHANGED if changes else SAME, row.about, row.values, row.held, changes, row.errors
    )


def text_of(cells: Mapping[str, str | int]) -> dict[str, str]:
    """What a table says of something held, as text, so that a row's own cells can be laid over it."""
    return {name: str(value) for name, value in cells.items()}


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
