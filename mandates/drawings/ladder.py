"""The drawing of the priority ladder: tasks → rungs and a strip on one scale of individual tasks. Pure.

Lengths are percentages of the scale's width, so that the page can write them as attributes of SVG shapes: the content
security policy allows no inline style, and a stylesheet cannot know how many tasks a mandate has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from language.said import joined, say
from mandates import counting
from mandates.analysis import wording
from mandates.analysis.values import LOWER_TIERS, Addressee, Role, Tier

GAP = 0.33  # between two cells: 2 px where the scale is 600 px wide
NARROWEST = 0.75  # of a column, where so many tasks stand on the scale that the gap would eat them
BEGINNING = 0.18  # of a cell on the strip is left blank where a main task begins
TURN = 55  # a word right of this is written to the left of its place, so that it stays on the scale
LETTER = 2.0  # the width of a letter under the strip where it is narrowest, on a phone


@dataclass(frozen=True, slots=True)
class Cell:
    """One individual task: its column on the scale (from 1) and, for one on organized crime, "own" or "clause"."""

    column: int
    role: str
    begins: bool  # the first of a main task
    x: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 3)

    @property
    def strip_x(self) -> float:
        """On the strip the cells of one main task stand apart from the next."""
        return round(self.x + self.width - self.strip_width, 3)

    @property
    def strip_width(self) -> float:
        return round(self.width * (1 - BEGINNING), 3) if self.begins and self.column > 1 else self.width


@dataclass(frozen=True, slots=True)
class Rung:
    """A main task with its individual tasks. ``lines`` drop from crime cells: (x, whether it starts here)."""

    task: Mapping
    cells: tuple[Cell, ...]
    within_top: bool
    last_of_top: bool
    lower: bool
    lines: tuple[tuple[float, bool], ...]
    said: str

    @property
    def room_before(self) -> bool:
        """Whether there is more room before its boxes than behind them, for the words that the top ends here."""
        return bool(self.cells) and self.cells[0].x > 100 - self.cells[-1].x - self.cells[-1].width


@dataclass(frozen=True, slots=True)
class Group:
    """The rungs of one list, under what the Council calls it; ``lines`` are those that cross its heading."""

    title: str
    rungs: tuple[Rung, ...]
    lines: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word under the strip. ``anchor`` is SVG's: start or end."""

    x: float
    anchor: str
    text: str
    here: bool = False

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it is written, on the narrowest screen."""
        length = len(self.text) * LETTER
        return (self.x, self.x + length) if self.anchor == "start" else (self.x - length, self.x)

    def touches(self, other: "Mark") -> bool:
        return self.reach[0] < other.reach[1] + LETTER and other.reach[0] < self.reach[1] + LETTER


@dataclass(frozen=True, slots=True)
class Ladder:
    """``of`` counts the individual tasks: the length of the scale. ``here`` names the places of organized crime."""

    of: int
    groups: tuple[Group, ...]
    lines: tuple[float, ...]
    axis: tuple[Mark, ...]
    here: tuple[str, ...]

    @property
    def mains(self) -> int:
        """How many main tasks there are."""
        return sum(len(group.rungs) for group in self.groups)

    @property
    def crowded(self) -> bool:
        """Whether the places stand too close to be written on the axis."""
        return bool(self.here) and not any(mark.here for mark in self.axis)

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
    groups: list[Group] = []
    dropped: list[float] = []
    for label in dict.fromkeys(task["list_label"] for task in mains):
        before, rungs = tuple(dropped), []
        for task in (task for task in mains if task["list_label"] == label):
            rungs.append(_rung(task, cells[task["rank"]], dropped, top, len(mains)))
            dropped += [x for x, starts in rungs[-1].lines if starts]
        tier = wording.capital(say(wording.TIERS[Tier(rungs[0].task["tier"])]))
        groups.append(Group(say("{tier}, paragraph {label}", tier=tier, label=label), tuple(rungs), before))
    crime = [cell for own in cells.values() for cell in own if cell.role]
    of = sum(len(own) for own in cells.values())
    here = tuple(_place(cell, of) for cell in crime)
    return Ladder(of, tuple(groups), tuple(dropped), _axis(of, crime), here)


def of_block(block: Mapping, top: int) -> Ladder | None:
    """The ladder of a mission's block as it is recorded (docs/method.md): for tasks that stand in another text."""
    kinds = {"own_task": Role.SUBJECT, "clause": Role.CLAUSE}
    roles = {leaf["leaf_index"]: kinds[leaf["role"]] for leaf in block["oc_leaf_tasks"]}
    lists = sorted((found["paragraph"] for found in block["task_lists"]), key=len, reverse=True)
    tasks, column = [], 0
    for task in block["main_tasks"]:
        label = next((name for name in lists if task["label"].startswith(name)), task["label"])
        told = {**task, "role": task["organized_crime"], "list_label": label, "anchor": ""}
        tasks.append({**told, "level": 1, "leaf_index": None})
        for _ in range(task["leaves"]):
            column += 1
            tasks.append({**told, "level": 2, "leaf_index": column, "role": roles.get(column, Role.NONE)})
    return build(tasks, top)


def outside(review: Mapping) -> list[Mapping]:
    """The paragraphs that speak to the mission of organized crime but stand outside its lists: they have no rank."""
    return [p for p in review["oc_operative"] if not p["in_task_list"] and Addressee.MISSION in p["addressee"]]


def _cells(tasks: Sequence[Mapping]) -> dict[int, tuple[Cell, ...]]:
    """By rank of the main task: its individual tasks."""
    of = sum(task["leaf_index"] is not None for task in tasks)
    column = 100 / of if of else 100
    gap = min(GAP, column * (1 - NARROWEST))
    column = (100 + gap) / of if of else 100  # the last cell ends where the scale does
    found: dict[int, list[Cell]] = {}
    for task in tasks:
        own = found.setdefault(task["rank"], [])
        if task["leaf_index"] is not None:
            role = {Role.SUBJECT: "own", Role.CLAUSE: "clause"}.get(task["role"], "")
            x = (task["leaf_index"] - 1) * column
            own.append(Cell(task["leaf_index"], role, not own, round(x, 3), round(column - gap, 3)))
    return {rank: tuple(own) for rank, own in found.items()}


def _rung(task: Mapping, cells: tuple[Cell, ...], dropped: Sequence[float], top: int, mains: int) -> Rung:
    starting = [(cell.middle, True) for cell in cells if cell.role]
    return Rung(
        task=task,
        cells=cells,
        within_top=task["rank"] <= top and task["tier"] not in LOWER_TIERS,
        last_of_top=task["rank"] == top and task["rank"] < mains,
        lower=task["tier"] in LOWER_TIERS,
        lines=(*((x, False) for x in dropped), *starting),
        said=_said(cells),
    )


def _axis(of: int, crime: Sequence[Cell]) -> tuple[Mark, ...]:
    """The places of organized crime, the first in full, and the ends of the scale where there is room for them."""
    places = []
    for cell in crime:
        text = counting.ordinal(cell.column) if places else _place(cell, of)
        x, anchor = (round(cell.x + cell.width, 3), "end") if cell.x > TURN else (cell.x, "start")
        places.append(Mark(x, anchor, text, here=True))
    if any(one.touches(other) for one, other in combinations(places, 2)):
        places = []
    ends = [Mark(0, "start", "1"), Mark(100, "end", str(of))] if of > 1 else []
    return (*places, *(end for end in ends if not any(end.touches(place) for place in places)))


def _said(cells: Sequence[Cell]) -> str:
    """What the drawing shows, for those who listen."""
    crime = [f"{cell.column} ({_called(cell)})" for cell in cells if cell.role]
    return (
        say("organized crime in number {numbers}", numbers=joined(crime)) if crime else say("none on organized crime")
    )


def _called(cell: Cell) -> str:
    return say("own task") if cell.role == "own" else say("a clause")


def _place(cell: Cell, of: int) -> str:
    return say("{place} of {total}: {what}", place=counting.ordinal(cell.column), total=of, what=_called(cell))
