"""Where the days of a plan lie on a line from its first to its last, in percent of its length. Pure; the template draws."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from language.days import month

MOST_MARKS = 14  # marks on the line above which only every second, third or sixth month has one


@dataclass(frozen=True, slots=True)
class Mark:
    """A month's first day on the line: where, and what it is called."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days on the line, cut at its ends."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """The days that a drawing spans, both included."""

    begins: date
    ends: date

    @property
    def days(self) -> int:
        return (self.ends - self.begins).days + 1

    def at(self, day: date) -> float | None:
        """Where a day begins; None where it lies outside."""
        if not self.begins <= day <= self.ends:
            return None
        return round(100 * (day - self.begins).days / self.days, 2)

    def bar(self, begins: date, ends: date) -> Bar | None:
        """A stretch, last day included; None where all of it lies outside."""
        first, last = max(begins, self.begins), min(ends, self.ends)
        if last < first:
            return None
        return Bar(self.at(first) or 0.0, round(100 * ((last - first).days + 1) / self.days, 2))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The months that begin on the line, thinned out where they are many; January says its year."""
        months = list(_months(self.begins, self.ends))
        step = next((step for step in (1, 2, 3, 6) if len(months) <= MOST_MARKS * step), 12)
        kept = [day for day in months if (day.month - 1) % step == 0]
        return tuple(
            Mark(self.at(day) or 0.0, f"{month(day)} {day.year}" if day.month == 1 or day == kept[0] else month(day))
            for day in kept
        )


def _months(begins: date, ends: date) -> Iterator[date]:
    day = begins if begins.day == 1 else _next(begins)
    while day <= ends:
        yield day
        day = _next(day)


def _next(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
