"""Whether a task or paragraph was promoted or demoted, whatever became of its words.

In this order: a mission's listed task stands above other operative paragraphs, these above the preamble; among tasks the Council's
own tiers decide, then the level, then the place of the main task. A main task that others are put before or taken from has not moved:
the main tasks that both texts have are laid side by side, and those are promoted or demoted that leave the longest common order.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandates.analysis import wording
from mandates.analysis.comparing.alignment import Pair
from mandates.analysis.comparing.units import Side
from mandates.analysis.values import Link, Movement, ParagraphKind, Task, Tier

FIRST = {Tier.STRATEGIC, Tier.IMMEDIATE_PRIORITY, Tier.PRIORITY}
CLASSES = {**dict.fromkeys(FIRST, 0), Tier.ESSENTIAL: 1, Tier.OTHER: 2, Tier.ADDITIONAL: 2}


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
        self.old_class, self.new_class = _classes(self.old_main), _classes(self.new_main)
        ranks = self._shared(pairs)
        self.old_shared, self.new_shared = sorted(ranks), sorted(ranks.values())
        self.out_of_order = _out_of_order(sorted(ranks.items()))

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
        if tiers := self._tiers(before, after):
            return tiers
        same_main = self._main_is_kept(before, after)
        # a main task that was divided keeps its level: its words are now an item below its own heading
        divided = before.level == 1 and same_main
        if before.level != after.level and not divided and 1 in (before.level, after.level):
            return before.level - after.level
        if same_main:
            return before.rank - after.rank if (before.rank, after.rank) in self.out_of_order else 0
        places = _place(before.rank, self.old_shared) - _place(after.rank, self.new_shared)
        agree = places * (before.rank - after.rank) > 0  # with the places that a reader counts in the texts
        return places if abs(places) >= 1 and agree else 0

    def _tiers(self, before: Task, after: Task) -> int:
        return self.old_class[before.tier] - self.new_class[after.tier]

    def _shared(self, pairs: Sequence[Pair]) -> dict[int, int]:
        """Rank before → rank after of the main tasks that both texts have in tiers of the same kind, each once."""
        ranks: dict[int, int] = {}
        taken: set[int] = set()
        for pair in sorted(pairs, key=lambda p: (p.link is not Link.ONE_TO_ONE, p.older)):
            before, after = self.older[pair.older].unit.task, self.newer[pair.newer].unit.task
            if not before or not after or not before.level == after.level == 1 or self._tiers(before, after):
                continue
            if before.rank not in ranks and after.rank not in taken:
                ranks[before.rank] = after.rank
                taken.add(after.rank)
        return ranks

    def _main_is_kept(self, before: Task, after: Task) -> bool:
        main = self.old_main[before.rank], self.new_main[after.rank]
        return (main[0].paragraph, main[1].paragraph) in self.linked

    def _said(self, before: Task, after: Task) -> str:
        return f"{_task_place(before, self.old_main)} → {_task_place(after, self.new_main)}"


def _main_tasks(sides: Sequence[Side]) -> dict[int, Task]:
    return {s.unit.task.rank: s.unit.task for s in sides if s.unit.task and s.unit.task.level == 1}


def _classes(main: Mapping[int, Task]) -> dict[Tier, int]:
    """How high each tier stands in one text. A list without a tier is the mandate, but beside priority tasks it is the rest."""
    beside_first = any(task.tier in FIRST for task in main.values())
    return {**CLASSES, Tier.UNSPECIFIED: 2 if beside_first else 0}


def _out_of_order(ranks: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of pairs of ranks, sorted by the first, those that do not stand in every longest run in which the second rises too.

    >>> sorted(_out_of_order([(1, 1), (2, 3), (3, 2), (4, 4)]))
    [(2, 3), (3, 2)]
    >>> _out_of_order([(1, 2), (2, 3), (3, 4), (4, 1)])
    {(4, 1)}
    """
    new = [after for _, after in ranks]
    ending = _rising(new)
    starting = _rising([-after for after in reversed(new)])[::-1]
    longest = max(ending, default=0)
    within = {i for i in range(len(new)) if ending[i] + starting[i] - 1 == longest}
    at = Counter(ending[i] for i in within)
    return {ranks[i] for i in range(len(new)) if i not in within or at[ending[i]] > 1}


def _rising(numbers: Sequence[int]) -> list[int]:
    """For each number, how long the longest rising run is that ends with it.

    >>> _rising([1, 3, 2, 4])
    [1, 2, 2, 3]
    """
    least: list[int] = []  # the smallest last number of a run of each length
    lengths = []
    for number in numbers:
        length = bisect_left(least, number)
        least[length : length + 1] = [number]
        lengths.append(length + 1)
    return lengths


def _place(rank: int, shared: Sequence[int]) -> float:
    """The place among the main tasks that both texts have; between two of them for one that only one text has."""
    before = bisect_left(shared, rank)
    return before + (1 if before < len(shared) and shared[before] == rank else 0.5)


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
