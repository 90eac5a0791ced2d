"""What became of organized-crime language: for each unit that names it where its words went, and what is new.

A unit's language is looked for in its counterpart, then in the units into which it was merged or divided, then in any newer
unit whose own crime language is not accounted for and says nearly the same: a clause moved from one paragraph to another. Of an
operative paragraph it is looked for last in the preamble, which may recite in one place what stood in two.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mandates.analysis import taxonomy
from mandates.analysis.comparing import words
from mandates.analysis.comparing.alignment import Pair
from mandates.analysis.comparing.units import Side, same_addressee
from mandates.analysis.values import (
    CrimeChange,
    CrimeFate,
    Link,
    MissionReading,
    ParagraphCrime,
    ParagraphKind,
    Reading,
    Span,
)

AROUND = 10  # words on either side of a mention that belong to its clause
SAME_CLAUSE = 0.5  # share of words that two clauses have in common when one is the other, moved
RECITED = 0.6  # the same for a clause that the preamble took over beside another
STEM = 6  # letters by which "trafficking" and "traffickers" are the same word
# words that say too little to tell one clause from another
EMPTY = frozenset({
    "the", "of", "and", "in", "to", "a", "an", "by", "its", "their", "such", "as", "for", "with", "on", "or", "that",
    "from", "this", "these", "all", "other", "including", "any",
})  # fmt: skip


def changes(
    older: Sequence[Side],
    newer: Sequence[Side],
    pairs: Sequence[Pair],
    readings: tuple[Reading, Reading],
    missions: tuple[MissionReading | None, MissionReading | None],
    renewed: bool,
) -> tuple[CrimeChange, ...]:
    """One entry for each older unit that names organized crime, then one for each newer unit that gained some of it.

    ``renewed``: the newer text renews the older one's tasks by reference, so that a task without counterpart is kept.
    """
    ledger = _Ledger(older, newer, pairs, readings)
    kept = []
    for o in ledger.old_crime:
        change = ledger.account(o)
        if change.newer is None and renewed and older[o].unit.task:
            change = _renewed(older[o], ledger.old_crime[o])
        kept.append(_with_mission(change, missions))
    return (*kept, *ledger.gains())


class _Ledger:
    """The crime language of both texts, and how much of the newer one's is accounted for."""

    def __init__(
        self, older: Sequence[Side], newer: Sequence[Side], pairs: Sequence[Pair], readings: tuple[Reading, Reading]
    ) -> None:
        self.older, self.newer = older, newer
        self.old_crime, self.new_crime = _named(older, readings[0]), _named(newer, readings[1])
        self.targets: Mapping[int, list[int]] = defaultdict(list)
        self.sources: Mapping[int, list[int]] = defaultdict(list)
        for pair in sorted(pairs, key=lambda p: p.link is not Link.ONE_TO_ONE):
            self.targets[pair.older].append(pair.newer)
            self.sources[pair.newer].append(pair.older)
        self.told_before: Mapping[int, set[str]] = defaultdict(set)  # types of a newer unit that come from an older one
        for n in self.new_crime:
            for o in self.sources[n]:
                if o in self.old_crime:
                    self.told_before[n] |= _types_of(self.old_crime[o])
        self.old_clauses = {o: _clause(older[o], crime) for o, crime in self.old_crime.items()}
        self.new_clauses = {n: _clause(newer[n], crime) for n, crime in self.new_crime.items()}

    def account(self, o: int) -> CrimeChange:
        """Where the crime language of one older unit went."""
        targets = self.targets[o]
        there = [n for n in targets if n in self.new_crime]
        types = _types_of(self.old_crime[o])
        found = types & self._types(there)
        elsewhere = False
        if found != types and (other := self._same_clause(o, types - found)) is not None:
            there, elsewhere = [other, *there], not found
            found = types & self._types(there)
            self.told_before[other] |= types
        if not found and (other := self._recital(o, types)) is not None:
            there, elsewhere = [other], True
            found = types & self._types(there)
        counterpart = (there or targets or [None])[0]
        lost_words = self._lost_words(o, there)
        if not found:
            fate = CrimeFate.LOST
        elif found != types or lost_words:
            fate = CrimeFate.PARTLY_LOST
        else:
            fate = CrimeFate.KEPT
        said = _spans(self.older[o], self.old_crime[o])
        return CrimeChange(
            fate,
            self.older[o].unit,
            self.newer[counterpart].unit if counterpart is not None else None,
            kept=_ordered(self.old_crime[o], found),
            lost=_ordered(self.old_crime[o], types - found),
            older_words=said if fate is CrimeFate.KEPT else lost_words,
            newer_words=_spans(self.newer[there[0]], self.new_crime[there[0]]) if there else (),
            elsewhere=elsewhere,
        )

    def gains(self) -> Iterable[CrimeChange]:
        """Newer units that name crime which no older unit they come from named."""
        for n, crime in self.new_crime.items():
            new = _types_of(crime) - self.told_before[n]
            if not new:
                continue
            source = next(iter(self.sources[n]), None)
            yield CrimeChange(
                CrimeFate.GAINED,
                self.older[source].unit if source is not None else None,
                self.newer[n].unit,
                gained=_ordered(crime, new),
                newer_words=_spans(self.newer[n], crime, new),
            )

    def _types(self, units: Iterable[int]) -> set[str]:
        return {t for n in units for t in _types_of(self.new_crime[n])}

    def _same_clause(self, o: int, missing: set[str]) -> int | None:
        """The newer unit that says nearly the same of crime and whose saying so has no other origin."""
        best, place = SAME_CLAUSE, None
        mine = self.old_clauses[o]
        for n, theirs in self.new_clauses.items():
            new = _types_of(self.new_crime[n]) - self.told_before[n]
            if not new & missing or not same_addressee(self.older[o], self.newer[n]):
                continue
            shared = len(mine & theirs) / min(len(mine), len(theirs))
            if shared > best:
                best, place = shared, n
        return place

    def _recital(self, o: int, types: set[str]) -> int | None:
        """The preambular paragraph that took over what an operative one, no task, said of crime."""
        older = self.older[o]
        if older.kind is not ParagraphKind.OPERATIVE or older.unit.task:
            return None
        best, place = RECITED, None
        for n, theirs in self.new_clauses.items():
            if self.newer[n].kind is ParagraphKind.PREAMBULAR and _types_of(self.new_crime[n]) & types:
                shared = len(self.old_clauses[o] & theirs) / min(len(self.old_clauses[o]), len(theirs))
                if shared > best:
                    best, place = shared, n
        return place

    def _lost_words(self, o: int, there: list[int]) -> tuple[Span, ...]:
        """The crime words of an older unit that stand nowhere in what became of it.

        Another name for the same crime ("human trafficking" for "trafficking in persons") is no loss: words of a type count as
        lost only where fewer words name it than before.
        """
        left = {_stem(key) for n in there for key in self.newer[n].words.keys}
        lost: list[Span] = []
        for crime_type in _types_of(self.old_crime[o]):
            before = _spans(self.older[o], self.old_crime[o], {crime_type})
            after = [s for n in there for s in _spans(self.newer[n], self.new_crime[n], {crime_type})]
            if len(after) < len(before):
                lost += [s for s in before if any(w not in left for w in _content(words.of(s.text).keys))]
        return tuple(sorted(set(lost), key=lambda s: s.start))


def _named(sides: Sequence[Side], reading: Reading) -> dict[int, ParagraphCrime]:
    """Index of each unit that names organized crime → its crime; corruption alone is none."""
    crime = reading.crime.paragraphs
    return {
        i: found for i, side in enumerate(sides) if (found := crime.get(side.unit.paragraph)) and found.organized_crime
    }


def _types_of(crime: ParagraphCrime) -> set[str]:
    """Types that are organized crime by themselves; corruption beside them is not."""
    known = taxonomy.load()
    return {t for t in crime.crime_types if known.organized_crime(t)}


def _clause(side: Side, crime: ParagraphCrime) -> frozenset[str]:
    """The words around a unit's mentions of crime, by their stems."""
    inside: set[int] = set()
    for mention in crime.mentions:
        hit = [
            i
            for i, (start, end) in enumerate(side.words.places)
            if start < mention.span.end and end > mention.span.start
        ]
        if hit:
            inside |= set(range(max(0, hit[0] - AROUND), min(len(side.words.keys), hit[-1] + AROUND + 1)))
    return frozenset(_content(side.words.keys[i] for i in inside)) or frozenset({""})


def _content(keys: Iterable[str]) -> Iterable[str]:
    return (_stem(key) for key in keys if key not in EMPTY)


def _stem(key: str) -> str:
    return key.removesuffix("s")[:STEM]


def _spans(side: Side, crime: ParagraphCrime, types: set[str] | None = None) -> tuple[Span, ...]:
    """The words that name organized crime (of these types), each once: a mention inside a longer one is left out."""
    types = _types_of(crime) if types is None else types
    whole = taxonomy.load().whole
    spans = [m.span for m in crime.mentions if whole(m.crime_type) in types]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            if kept and span.start < kept[-1].end:
                text = side.unit.text[kept[-1].start : span.end]
                kept[-1] = Span(span.paragraph, kept[-1].start, span.end, text)
            else:
                kept.append(span)
    return tuple(kept)


def _ordered(crime: ParagraphCrime, types: set[str]) -> tuple[str, ...]:
    return tuple(t for t in crime.crime_types if t in types)


def _renewed(side: Side, crime: ParagraphCrime) -> CrimeChange:
    return CrimeChange(
        CrimeFate.KEPT,
        side.unit,
        None,
        kept=_ordered(crime, _types_of(crime)),
        older_words=_spans(side, crime),
        renewed=True,
    )


def _with_mission(change: CrimeChange, missions: tuple[MissionReading | None, MissionReading | None]) -> CrimeChange:
    """The change, saying whether a paragraph that keeps its crime language no longer names the mission.

    Of a mission's own tasks it is not asked: they need not name it.
    """
    if not change.newer or change.older.task or change.newer.task or change.fate is CrimeFate.LOST:
        return change
    named = _names(change.older.text, missions[0])
    return replace(change, mission_dropped=named and not _names(change.newer.text, missions[1]))


def _names(text: str, reading: MissionReading | None) -> bool:
    if not reading or not reading.mission:
        return False
    return any(form in text for form in (reading.mission.acronym, *reading.mission.forms) if form)
