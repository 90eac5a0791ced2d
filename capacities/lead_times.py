"""When somebody would arrive, and whether that is before a mandate is half over. Pure; the day is passed in.

A lead time is published for some categories alone (capacities/data/categories.toml), as an average; where none is, nothing
is worked out.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from capacities.catalogue import LeadTime


@dataclass(frozen=True, slots=True)
class Period:
    """The days from which and to which a mandate runs; None where not known."""

    begins: date | None
    ends: date | None

    @property
    def half(self) -> date | None:
        """The day on which it is half over, if both ends are known."""
        if self.begins is None or self.ends is None:
            return None
        return self.begins + timedelta(days=(self.ends - self.begins).days // 2)


@dataclass(frozen=True, slots=True)
class Arrival:
    """The earliest and the latest day on which somebody is to be expected; the same where a day is fixed."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("the latest arrival is before the earliest")


def after(nominated: date, lead_time: LeadTime) -> Arrival | None:
    """When somebody nominated on a day is to be expected, by the published average; None where none is published."""
    if lead_time.months is None:
        return None
    least, most = lead_time.months
    return Arrival(months_later(nominated, least), months_later(nominated, most))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day: 31 August and 6 months → 28 or 29 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
