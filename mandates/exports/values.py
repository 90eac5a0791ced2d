"""What a two-page brief consists of. Plain values: Word and PDF write the same ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """An individual task in the drawing: from where, how wide in percent, and "own", "clause" or "" for its role."""

    x: float
    width: float
    role: str
    within_top: bool
    lower: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """A main task: a row of the table, with its individual tasks drawn in it. ``said`` is the drawing in words."""

    rank: int
    label: str
    title: str
    tasks: int
    cells: tuple[Cell, ...]
    said: str
    has: bool
    last_of_top: bool


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A paragraph that speaks to the mission of organized crime but has no rank."""

    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder as a table with a drawing in it; ``strip`` are all individual tasks, ``here`` says which are on crime."""

    heading: str
    top: int
    of: int
    groups: tuple[Group, ...]
    outside: tuple[Outside, ...]
    strip: tuple[Cell, ...]
    here: str
    more: str


@dataclass(frozen=True, slots=True)
class Quote:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    severity: str
    code: str
    message: str
    quotes: tuple[Quote, ...]
    why: str
    remedy: str
    decision: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """A finding that was dismissed: a justified deviation, with its reason, who gave it and when."""

    finding: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Precedent:
    """Agreed language: where it stands, when and how it was agreed and what became of it, and its words."""

    where: str
    agreed: str
    words: str


@dataclass(frozen=True, slots=True)
class Brief:
    """``…_more`` counts what is left out, and is empty where nothing is."""

    title: str
    meta: str
    verdict: str
    headline: str
    contrast: str
    warning: str
    means: str
    ladder: Ladder | None
    findings: tuple[Finding, ...]
    findings_more: str
    deviations: tuple[Deviation, ...]
    deviations_more: str
    predecessor: str
    changes: tuple[str, ...]
    precedents: tuple[Precedent, ...]
    precedents_more: str
    caveat: str
    made_with: str
    note: str
