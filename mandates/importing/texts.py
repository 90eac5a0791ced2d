"""What the importers hand on: a text that waits to be read, facts of its adoption, a file that cannot be used."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass


class Unusable(Exception):
    """A folder, table or file from which nothing can be imported. Its message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Text:
    """One file, or one row of a table, that holds a resolution. ``place`` says where it was found."""

    number: int
    year: int
    place: str
    filename: str
    load: Callable[[], bytes]

    @property
    def symbol(self) -> str:
        return f"S/RES/{self.number} ({self.year})"


@dataclass(frozen=True, slots=True)
class Facts:
    """When a text was adopted and how the Council voted; None is not known. Fields as in models.Adoption."""

    source: str
    as_of: datetime.date | None
    date: datetime.date | None = None
    yes: int | None = None
    no: int | None = None
    abstaining: int | None = None
    not_voting: int | None = None
    without_vote: bool | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken, and why, in a sentence that quotes nothing of it."""

    place: str
    reason: str
