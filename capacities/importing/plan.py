"""What a table would do to what is held, row by row, before anything is written. The same for every table."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from capacities.models import Capacity, Partner

NEW, CHANGED, SAME, WRONG = "new", "changed", "unchanged", "wrong"

Rows = Sequence[tuple[int, Mapping[str, str]]]  # the number of a row in its file, and its text by column


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
            (row.number, row.action, row.held and (row.held.pk, row.held.version), dict(row.changes))
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Table:
    """A kind of table: its columns, those without which it cannot be read, what belongs in each, and how it is planned.

    ``plan`` takes rows and the person who brings them, and needs a few queries for all; ``cells`` gives what a table says of
    something held. A column that a table leaves out changes nothing; an empty cell empties its field.
    """

    name: str
    explained: Mapping[str, str]
    needed: tuple[str, ...]
    plan: Callable[[Rows, Any], Plan]
    cells: Callable[[Any], dict[str, str | int]]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.explained)


def wrong(number: int, title: str, errors: Mapping[str, str]) -> Planned:
    return Planned(number, title, WRONG, errors=errors)


def changed(row: Planned, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> Planned:
    """The row with what it changes of what is held. How a spreadsheet ends its lines is no change."""
    changes = {name: (now[name], new) for name, new in wanted.items() if _plain(now[name]) != _plain(new)}
    return Planned(
        row.number, row.title, CHANGED if changes else SAME, row.about, row.values, row.held, changes, row.errors
    )


def text_of(cells: Mapping[str, str | int]) -> dict[str, str]:
    """What a table says of something held, as text, so that a row's own cells can be laid over it."""
    return {name: str(value) for name, value in cells.items()}


def rows_of(told_rows: Iterable) -> list[tuple[int, dict[str, str]]]:
    """Rows as they came back from the page that showed their plan."""
    return [(int(number), dict(row)) for number, row in told_rows]


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
