"""The drawing of the priority ladder: tasks → rungs and a strip on one scale of individual tasks. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandates.analysis import wording
from mandates.analysis.values import LOWER_TIERS, Role, Tier


@dataclass(frozen=True, slots=True)
class Cell:
    """One individual task: its column on the scale (from 1) and, for one on organized crime, "own" or "clause"."""

    column: int
    role: str
    begins: bool  # the first of a main task


@dataclass(frozen=True, slots=True)
class Rung:
    """A main task with its individual tasks. ``lines`` are the crime columns whose dropped line crosses or starts here."""

    task: Mapping
    cells: tuple[Cell, ...]
    within_top: bool
    last_of_top: bool
    lower: bool
    lines: tuple[tuple[int, bool], ...]  # (column, starts here)
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rungs of one list, under what the Council calls it."""

    title: str
    rungs: tuple[Rung, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """``of`` is the number of individual tasks: the length of the scale. ``here`` are its places of organized crime."""

    of: int
    groups: tuple[Group, ...]
    here: tuple[tuple[int, str], ...]
    main_tasks: int

    @property
    def cells(self) -> list[tuple[Cell, Rung]]:
        """All individual tasks on one line."""
        return [(cell, rung) for group in self.groups for rung in group.rungs for cell in rung.cells]


def build(tasks: Sequence[Mapping], top: int) -> Ladder | None:
    """The ladder of one mission's tasks (dicts as in ``serializers.review_data``); None where there are none."""
    mains = [task for task in tasks if task["level"] == 1]
    if not mains:
        return None
    cells = _cells(tasks)
    crime = [cell.column for rung in cells.values() for cell in rung if cell.role]
    groups: list[Group] = []
    dropped: list[int] = []
    for label in dict.fromkeys(task["list_label"] for task in mains):
        rungs = []
        before = tuple(dropped)
        for task in [t for t in mains if t["list_label"] == label]:
            own = cells[task["rank"]]
            starts = [cell.column for cell in own if cell.role]
            lines = [(column, False) for column in dropped] + [(column, True) for column in starts]
            dropped += starts
            rungs.append(
                Rung(
                    task=task,
                    cells=own,
                    within_top=task["rank"] <= top and task["tier"] not in LOWER_TIERS,
                    last_of_top=task["rank"] == top and task["rank"] < len(mains),
                    lower=task["tier"] in LOWER_TIERS,
                    lines=tuple(lines),
                    said=_said(own),
                )
            )
        tier = wording.TIERS.get(Tier(rungs[0].task["tier"]), "tasks")
        groups.append(Group(f"{wording.capital(tier)}, paragraph {label}", tuple(rungs), before))
    of = sum(len(rung) for rung in cells.values())
    roles = {cell.column: cell.role for rung in cells.values() for cell in rung}
    here = tuple((column, _called(column, of, roles[column])) for column in crime)
    return Ladder(of, tuple(groups), here, len(mains))


def _cells(tasks: Sequence[Mapping]) -> dict[int, tuple[Cell, ...]]:
    """By rank of the main task: its individual tasks."""
    found: dict[int, list[Cell]] = {}
    for task in tasks:
        rung = found.setdefault(task["rank"], [])
        if task["leaf_index"] is not None:
            role = {Role.SUBJECT: "own", Role.CLAUSE: "clause"}.get(task["role"], "")
            rung.append(Cell(task["leaf_index"], role, not rung))
    return {rank: tuple(rung) for rank, rung in found.items()}


def _said(cells: Sequence[Cell]) -> str:
    """What the drawing shows, for those who listen."""
    crime = [f"{cell.column} ({'own task' if cell.role == 'own' else 'clause'})" for cell in cells if cell.role]
    return f"organized crime in number {wording.join(crime)}" if crime else "none on organized crime"


def _called(column: int, of: int, role: str) -> str:
    return f"{wording.ordinal(column)} of {of}: {'own task' if role == 'own' else 'a clause'}"
