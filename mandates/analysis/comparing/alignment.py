"""Which unit of the newer text corresponds to which of the older one: one to one, wherever they stand.

The same words first. Then the most similar pairs, best first, a unit being used once; the same kind of unit and the same place
in order decide between pairs that are nearly as similar. Then units that hold matched items, and items of matched units that are
less similar. What is left over may still stand, for the most part, inside a unit that has another counterpart: merged into it,
or split from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from mandates.analysis.comparing import words
from mandates.analysis.comparing.similarity import Features, Similarity
from mandates.analysis.comparing.units import Side, same_addressee
from mandates.analysis.values import Addressee, Link

# Read by hand in three pairs of successive mandates: of 21 pairs of units just above it (to 0.38) three were none, of those just
# below (to 0.2) about half. Formulas that all mandates share lie above it too, but find their own counterpart first.
SIMILAR = 0.28
SIBLINGS = 0.18  # the same for items of units that are counterparts
ACROSS_SIMILAR = 0.4  # the same for a listed task and a paragraph outside the list
SHORT, SHORT_SIMILAR = 6, 0.75  # headings of few words are alike by chance
CONTAINED = 0.62  # share of a unit's words, by weight, that makes it a part of another
LEAST_PART = 8  # words that a part has at least
# share of what a unit does not have in common with its counterpart that makes another unit a part of it, with so many words
REST, LEAST_REST = 0.5, 5
LEAST_SHARE = 0.2  # and share of that other unit
SAME_KIND, SAME_PLACE, SAME_HOLDER = 0.06, 0.06, 0.12  # what is added to a pair's similarity
HALF = 0.5  # share of items that must be matched for the items that hold them to be


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes into the two rows of units."""

    older: int
    newer: int
    link: Link = Link.ONE_TO_ONE


def align(older: Sequence[Side], newer: Sequence[Side]) -> tuple[Pair, ...]:
    """The pairs, in the order of the newer text."""
    matched = _Matched()
    for o, n in _identical(older, newer, matched):
        matched.add(o, n)
    judge = _Judge(older, newer, matched)
    for o, n in judge.best():
        matched.add(o, n)
    for o, n in _holders(older, newer, matched):
        matched.add(o, n)
    judge.match_items()
    pairs = [Pair(o, n) for o, n in matched.newer_of.items()]
    pairs += judge.parts()
    return tuple(sorted(pairs, key=lambda pair: (pair.newer, pair.older)))


class _Matched:
    """What has a counterpart so far."""

    def __init__(self) -> None:
        self.newer_of: dict[int, int] = {}
        self.older_of: dict[int, int] = {}

    def add(self, o: int, n: int) -> None:
        """Match two units unless either has a counterpart already."""
        if o not in self.newer_of and n not in self.older_of:
            self.newer_of[o] = n
            self.older_of[n] = o


def _identical(older: Sequence[Side], newer: Sequence[Side], matched: _Matched) -> Iterable[tuple[int, int]]:
    """Units with the same words, tasks with tasks before others, in order."""
    for same in (lambda s: (bool(s.unit.task), s.kind, s.words.joined), lambda s: s.words.joined):
        waiting: dict[object, list[int]] = defaultdict(list)
        for n, side in reversed(list(enumerate(newer))):
            if n not in matched.older_of and side.words.joined:
                waiting[same(side)].append(n)
        for o, side in enumerate(older):
            if o not in matched.newer_of and (place := waiting.get(same(side))):
                yield o, place.pop()


class _Judge:
    """Which of the candidates are counterparts, given what has one already."""

    def __init__(self, older: Sequence[Side], newer: Sequence[Side], matched: _Matched) -> None:
        self.older, self.newer, self.matched = older, newer, matched
        self.similarity = Similarity(older, newer, matched.older_of)

    def best(self) -> list[tuple[int, int]]:
        """Pairs similar enough to be counterparts, the best first."""
        scored = []
        for o, n in self.similarity.common:
            if not self._free(o, n):
                continue
            similar = self.similarity.of(o, n)
            if similar >= self._least(o, n) or self._is_in_newer(o, n) or self._is_in_older(o, n):
                scored.append((similar + self._bonus(o, n), o, n))
        return [(o, n) for _, o, n in sorted(scored, key=lambda found: (-found[0], found[1], found[2]))]

    def match_items(self) -> None:
        """Match what is left of the items of counterparts, the outer ones first, then the most similar."""
        left = []
        for o, n in self.similarity.common:
            if self.older[o].parent is None or self.newer[n].parent is None or not self._free(o, n):
                continue
            similar = self.similarity.of(o, n)
            if similar >= (SHORT_SIMILAR if self._short(o, n) else SIBLINGS):
                left.append((self.older[o].unit.paragraph if self._holds(o) else inf, -similar, o, n))
        for *_, o, n in sorted(left):
            if self.matched.newer_of.get(self.older[o].parent) == self.newer[n].parent:
                self.matched.add(o, n)

    def _holds(self, o: int) -> bool:
        return o + 1 < len(self.older) and self.older[o + 1].parent == o

    def _free(self, o: int, n: int) -> bool:
        """Whether two units have no counterpart yet and may be counterparts: a task is no heir of what others were asked."""
        if o in self.matched.newer_of or n in self.matched.older_of:
            return False
        return _may_correspond(self.older[o], self.newer[n])

    def _bonus(self, o: int, n: int) -> float:
        older, newer = self.older[o], self.newer[n]
        same_kind = older.kind is newer.kind and bool(older.unit.task) is bool(newer.unit.task)
        apart = abs(o / len(self.older) - n / len(self.newer))
        held = newer.parent is not None and self.matched.newer_of.get(older.parent) == newer.parent
        return SAME_KIND * same_kind + SAME_PLACE * (1 - apart) + SAME_HOLDER * held

    def _least(self, o: int, n: int) -> float:
        """How similar two units must be to be counterparts."""
        if self._short(o, n):
            return SHORT_SIMILAR
        same_kind = bool(self.older[o].unit.task) is bool(self.newer[n].unit.task)
        return SIMILAR if same_kind else ACROSS_SIMILAR

    def _short(self, o: int, n: int) -> bool:
        return min(len(self.older[o].words.keys), len(self.newer[n].words.keys)) < SHORT

    def _is_in_newer(self, o: int, n: int) -> bool:
        """Whether the older unit stands, for the most part, in the newer one."""
        whole = self.similarity.old_weight[o]
        return len(self.older[o].words.keys) >= LEAST_PART and self.similarity.common[o, n] >= CONTAINED * whole

    def _is_in_older(self, o: int, n: int) -> bool:
        """Whether the newer unit stands, for the most part, in the older one."""
        whole = self.similarity.new_weight[n]
        return len(self.newer[n].words.keys) >= LEAST_PART and self.similarity.common[o, n] >= CONTAINED * whole

    def parts(self) -> list[Pair]:
        """Units without a counterpart whose words stand, for the most part, in one that has another."""
        into: dict[int, tuple[float, int]] = {}
        out_of: dict[int, tuple[float, int]] = {}
        for o, n in self.similarity.common:
            if not _may_correspond(self.older[o], self.newer[n]) or not same_addressee(self.older[o], self.newer[n]):
                continue
            if o not in self.matched.newer_of and (share := self._joined(o, n)):
                into[o] = max(into.get(o, (0.0, -1)), (share, n))
            elif n not in self.matched.older_of and (share := self._divided(o, n)):
                out_of[n] = max(out_of.get(n, (0.0, -1)), (share, o))
        merged = [Pair(o, n, Link.MERGED) for o, (_, n) in into.items()]
        split = [Pair(o, n, Link.SPLIT) for n, (_, o) in out_of.items() if o not in into]
        return merged + split

    def _joined(self, o: int, n: int) -> float:
        """How much says that an older unit was merged into a newer one that has another counterpart; 0 where too little does."""
        counterpart = self.matched.older_of.get(n)
        if counterpart is None:
            return 0.0
        if self._is_in_newer(o, n) or _heading(self.newer[n]) == self.older[o].words.joined:
            return self.similarity.common[o, n]
        old, new = self.similarity.old, self.similarity.new
        return self._rest(new[n] - old[counterpart], old[o])

    def _divided(self, o: int, n: int) -> float:
        """The same for a newer unit that was split from an older one."""
        counterpart = self.matched.newer_of.get(o)
        if counterpart is None:
            return 0.0
        if self._is_in_older(o, n) or _heading(self.older[o]) == self.newer[n].words.joined:
            return self.similarity.common[o, n]
        old, new = self.similarity.old, self.similarity.new
        return self._rest(old[o] - new[counterpart], new[n])

    def _rest(self, rest: Features, other: Features) -> float:
        """The weight of what a unit does not share with its counterpart but with another unit, where that is most of it."""
        shared = rest & other
        if sum(" " not in f for f in shared) < LEAST_REST:
            return 0.0
        weight, weigh = self.similarity.weight(shared), self.similarity.weight
        return weight if weight >= REST * weigh(rest) and weight >= LEAST_SHARE * weigh(other) else 0.0


def _may_correspond(older: Side, newer: Side) -> bool:
    """A mission's task does not correspond to a preambular paragraph, nor to one that asks others than the mission."""
    if bool(older.unit.task) is bool(newer.unit.task):
        return True
    outside = newer if older.unit.task else older
    asked = set(outside.address.addressees) if outside.address else set()
    return Addressee.MISSION in asked or asked == {Addressee.OTHER}


def _heading(side: Side) -> str:
    """A task's heading, where it has text of its own below it, as words are compared; else ""."""
    heading, newline, _ = side.unit.text.partition("\n")
    return words.of(heading).joined if newline and side.unit.task else ""


def _holders(older: Sequence[Side], newer: Sequence[Side], matched: _Matched) -> list[tuple[int, int]]:
    """Units without a counterpart that hold the same items, most items first: a heading that was reworded throughout."""
    old_items, new_items = Counter(s.parent for s in older), Counter(s.parent for s in newer)
    votes: Counter[tuple[int, int]] = Counter()
    for o, n in matched.newer_of.items():
        i, j = older[o].parent, newer[n].parent
        if i is None or j is None or i in matched.newer_of or j in matched.older_of:
            continue
        if bool(older[i].unit.task) is bool(newer[j].unit.task):
            votes[i, j] += 1
    return [(i, j) for (i, j), count in votes.most_common() if count >= HALF * min(old_items[i], new_items[j])]
