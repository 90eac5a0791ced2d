"""How similar the units of two texts are.

Similarity is the share of words and of pairs of neighbouring words that two units have in common, each weighed by how rare it is in
the two texts, so that "Requests the Secretary-General to" says little and "cantonment" much. It is asked only of candidates, which
an index of the rarer words finds: no unit is compared with every other.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import log

from mandates.analysis.comparing.units import Side

NEIGHBOURS = 0.5  # weight of a pair of words beside that of a word
COMMON = 24  # units in which a word may stand and still find candidates
CANDIDATES = 6  # for each unit
DIGITS = 9  # weights are added up in any order, and must be the same every time

Features = frozenset[str]  # words, and pairs of neighbouring words with a space between


class Similarity:
    """The weights of the words of two texts, and what candidates for counterparts have in common.

    ``old`` and ``new`` are the features of every unit, ``common`` the weight that (older, newer) share, for candidates only.
    ``settled`` are newer units that need no candidates of their own.
    """

    def __init__(self, older: Sequence[Side], newer: Sequence[Side], settled: Collection[int]) -> None:
        self.old, self.new = [_features(side) for side in older], [_features(side) for side in newer]
        spread = Counter(f for features in (*self.old, *self.new) for f in features)
        units = len(older) + len(newer)
        self.weights = {f: log(1 + units / count) * (NEIGHBOURS if " " in f else 1) for f, count in spread.items()}
        self.old_weight = [self.weight(features) for features in self.old]
        self.new_weight = [self.weight(features) for features in self.new]
        self.common = {(o, n): self.weight(self.old[o] & self.new[n]) for o, n in self._candidates(settled)}

    def weight(self, features: Iterable[str]) -> float:
        """What these words weigh together."""
        return round(sum(self.weights[f] for f in features), DIGITS)

    def of(self, o: int, n: int) -> float:
        """0 for nothing in common, 1 for the same words; of candidates only."""
        return 2 * self.common[o, n] / (self.old_weight[o] + self.new_weight[n])

    def _candidates(self, settled: Collection[int]) -> list[tuple[int, int]]:
        """For each older unit the newer ones that share most of its rarer words, and the other way round."""
        index: dict[str, list[int]] = defaultdict(list)
        for n, features in enumerate(self.new):
            for f in features:
                index[f].append(n)
        found: dict[tuple[int, int], None] = {}
        of_newer: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for o, features in enumerate(self.old):
            overlap: dict[int, float] = defaultdict(float)
            for f in features:
                places = index.get(f, ())
                if len(places) <= COMMON:
                    for n in places:
                        overlap[n] += self.weights[f]
            shared = [(-round(value, DIGITS), n) for n, value in overlap.items()]
            found |= dict.fromkeys((o, n) for _, n in sorted(shared)[:CANDIDATES])
            for value, n in shared:
                if n not in settled:
                    of_newer[n].append((value, o))
        for n, shared in of_newer.items():
            found |= dict.fromkeys((o, n) for _, o in sorted(shared)[:CANDIDATES])
        return sorted(found)


def _features(side: Side) -> Features:
    keys = side.words.keys
    return frozenset(keys) | {f"{a} {b}" for a, b in itertools.pairwise(keys)}
