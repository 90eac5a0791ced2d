"""The mandates that end soon, with the draft that would renew each, as far as the person who looks may see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from home.drafts import Work
from mandates.positions import OPEN, Row
from missions.models import Mission

SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Ending:
    """A mandate that ends in so many days; ``drafts`` of its mission, newest first."""

    row: Row
    days: int
    drafts: tuple[Work, ...]

    @property
    def closing(self) -> bool:
        """Whether an end of the mission is decided, so that no renewal is to be expected."""
        return self.row.about.status == Mission.Status.CLOSING

    @property
    def percent(self) -> float:
        """The days as a length, 90 of them being the whole."""
        return round(100 * self.days / SOON.days, 1)

    @property
    def near(self) -> bool:
        return self.days <= 30


def soon(rows: Iterable[Row], works: Sequence[Work], today: date) -> list[Ending]:
    """The mandates of open missions that end within 90 days, the nearest first."""
    there = [row for row in rows if row.group == OPEN and row.ends and today <= row.ends <= today + SOON]
    return [
        Ending(
            row, (row.ends - today).days, tuple(w for w in works if w.mandate.draft and w.mission_name == row.mission)
        )
        for row in sorted(there, key=lambda row: (row.ends, row.mission))
    ]


def passed(rows: Iterable[Row]) -> list[Row]:
    """Open missions whose mandate has run out as far as is known here, the longest ago first."""
    return sorted((row for row in rows if row.ended), key=lambda row: (row.ended, row.mission))
