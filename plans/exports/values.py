"""What a plan's document consists of. Plain values: Word and PDF write the same ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison: what is compared, and what each option has."""

    name: str
    hint: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A task in the words of its mandate; ``about`` are its crime types, and who put it in."""

    label: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who, from when until when, with how many people, and what for. ``x`` and ``width`` are its bar in percent of the days."""

    who: str
    days: str
    people: str
    why: str
    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Task:
    """A task to which somebody is assigned; ``met`` says how many of its needs are."""

    label: str
    title: str
    met: str
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A task with the needs that nobody meets."""

    label: str
    needs: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A month that begins on the line of days."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Conflict:
    sentence: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Option:
    heading: str
    approach: str
    rationale: str
    tasks: tuple[Task, ...]
    drawn: str  # the drawing in words
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    due: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Report:
    """``half`` is where the day lies on which the mandate is half over, None where that is not on the line."""

    title: str
    status: str
    facts: tuple[tuple[str, str], ...]
    note: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    covered: tuple[Line, ...]
    measured: str
    tasks: tuple[Told, ...]
    marks: tuple[Mark, ...]
    half: float | None
    half_said: str
    options: tuple[Option, ...]
    milestones: tuple[Milestone, ...]
    caveat: str
    made: str
    restricted: str
