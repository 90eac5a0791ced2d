"""Whether a task or paragraph was promoted or demoted, whatever became of its words.

In this order: a mission's listed task stands above other operative paragraphs, these above the preamble; among tasks the Council's
own tiers decide, then the level, then the place of the main task. Places are counted among the main tasks that both texts have,
so that a new main task alone demotes none of the others; the places shown are those of each text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandates.analysis import wording
from mandates.analysis.comparing.alignment import Pair
from mandates.analysis.comparing.units import Side
from mandates.analysis.values import Movement, ParagraphKind, Task, Tier

TIER_CLASS = {Tier.ESSENTIAL: 1, Tier.OTHER: 2, Tier.ADDITIONAL: 2}  # the others: 0


@dataclass(frozen=True, slots=True)
class Moved:
    """``along``: the task only moved together with its main task."""

    movement: Movement
    along: bool = False
    place: str = ""


STAYED = Moved(Movement.NONE)


class Places:
    """Places of the tasks of two texts beside one another."""

    def __init__(self, older: Sequence[Side], newer: Sequence[Side], pairs: Sequence[Pair]) -> None:
        self.older, self.newer = older, newer
        self.linked = {(older[p.older].unit.paragraph, newer[p.newer].unit.paragraph) for p in pairs}
        self.old_main, self.new_main = _main_tasks(older), _main_tasks(newer)
        both = [
            (a.rank, b.rank)
            for a in self.old_main.values()
            for b in self.new_main.values()
            if (a.paragraph, b.paragraph) in self.linked
        ]
        self.old_shared, self.new_shared = {a for a, _ in both}, {b for _, b in both}

    def moved(self, pair: Pair) -> Moved:
        """What became of the place of one pair."""
        older, newer = self.older[pair.older], self.newer[pair.newer]
        before, after = older.unit.task, newer.unit.task
        if not before or not after:
            return _between_parts(older, newer)
        step = self._step(before, after)
        if not step:
            return STAYED
        same_main = self._main_is_kept(before, after)
        along = same_main and before.level > 1 and before.level == after.level
        return Moved(_direction(step), along, self._said(before, after))

    def _step(self, before: Task, after: Task) -> float:
        """Below 0 where the newer place is worse, 0 where it is the same."""
        tiers = TIER_CLASS.get(before.tier, 0) - TIER_CLASS.get(after.tier, 0)
        if tiers:
            return tiers
        # a main task that was divided keeps its level: its words are now an item below its own heading
        divided = before.level == 1 and self._main_is_kept(before, after)
        if before.level != after.level and not divided and 1 in (before.level, after.level):
            return before.level - after.level
        places = _place(before.rank, self.old_shared) - _place(after.rank, self.new_shared)
        agree = places * (before.rank - after.rank) > 0  # with the places that a reader counts in the texts
        return places if abs(places) >= 1 and agree else 0

    def _main_is_kept(self, before: Task, after: Task) -> bool:
        main = self.old_main[before.rank], self.new_main[after.rank]
        return (main[0].paragraph, main[1].paragraph) in self.linked

    def _said(self, before: Task, after: Task) -> str:
        return f"{_task_place(before, self.old_main)} → {_task_place(after, self.new_main)}"


def _main_tasks(sides: Sequence[Side]) -> dict[int, Task]:
    return {s.unit.task.rank: s.unit.task for s in sides if s.unit.task and s.unit.task.level == 1}


def _place(rank: int, shared: set[int]) -> float:
    """The place among the main tasks that both texts have; between two of them for one that only one text has."""
    before = sum(1 for other in shared if other < rank)
    return before + (1 if rank in shared else 0.5)


def _task_place(task: Task, main: Mapping[int, Task]) -> str:
    place = wording.place(task.rank, len(main), "main task")
    tier = "" if task.tier is Tier.UNSPECIFIED else f" ({wording.TIERS[task.tier]})"
    return f"{'' if task.level == 1 else 'in '}{place}{tier}"


def _between_parts(older: Side, newer: Side) -> Moved:
    """Preamble, operative part, task list: a unit that changed from one to another."""
    before, after = _part(older), _part(newer)
    if before == after:
        return STAYED
    names = ("preamble", "operative paragraph", "listed task of the mission")
    return Moved(_direction(after - before), place=f"{names[before]} → {names[after]}")


def _part(side: Side) -> int:
    return 2 if side.unit.task else int(side.kind is ParagraphKind.OPERATIVE)


def _direction(step: float) -> Movement:
    return Movement.PROMOTED if step > 0 else Movement.DEMOTED
