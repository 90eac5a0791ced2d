"""What a review may know beyond its text, loaded in a fixed number of queries however much is held: four for policy and texts,
and at most eight for what the register knows of the mission (registers.py)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from mandates import registers, symbols
from mandates.analysis import pipeline, read, values
from mandates.models import Correction, ReviewPolicy, TextVersion
from mandates.rules import RULESET

MOST_EARLIER = 40  # resolutions of a mission among which the predecessor is looked for


def load(reading: values.Reading, version: TextVersion) -> values.Context:
    """The mission asked about, the adopted texts in which the tasks may stand that this text renews, and those among
    which its predecessor is. Never a draft, never the mandate's own texts."""
    mission = version.mandate.mission.acronym if version.mandate.mission else None
    policy = ReviewPolicy.objects.current().value
    renewing = [block for block in reading.tasks.missions if block.tasks_by_reference]
    if not renewing and reading.tasks.kind not in values.RANKED_KINDS:
        return values.Context(mission=mission, policy=policy)
    named = {symbol for block in renewing if (symbol := symbols.resolution(block.tasks_by_reference))}
    chosen = _chosen(reading)
    named |= {chosen} - {None, ""}
    missions = {b.mission.acronym or b.mission.name for b in reading.tasks.missions if b.mission} | {mission}
    held = Held(_texts(version, named, missions - {None, ""}), mission)
    return values.Context(
        mission=mission,
        register=registers.beside_reading(version, reading),
        held=held if renewing else {},
        policy=policy,
        earlier=held.earlier(version.mandate.symbol) if chosen is None else (),
        predecessor=Earlier(chosen, symbols.number(chosen) or 0, held) if chosen in held.known else None,
    )


def _chosen(reading: values.Reading) -> str | None:
    """The symbol of the predecessor that a person chose, "" for none; None where nobody chose."""
    said = (one.correction for one in reading.corrected)
    return next((str(c.value) for c in said if c.aspect is values.Aspect.PREDECESSOR), None)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is held: the row of its newest version, and whether it may give a mission its mandate."""

    version: int
    mandate: int
    gives_mandate: bool


def _texts(version: TextVersion, named: set[str], missions: set[str]) -> dict[str, Text]:
    """The texts named and those of the missions. Of several mandates with one symbol the first submitted counts.

    What a text is was recorded with its review; what has none of this ruleset has to be read to be known.
    """
    wanted = Q(mandate__symbol__in=named) | Q(mandate__mission__acronym__in=missions)
    adopted = TextVersion.objects.newest().filter(wanted | Q(review__mission_name__in=missions), mandate__draft=False)
    rows = adopted.exclude(mandate__symbol="").exclude(mandate=version.mandate_id).order_by("-mandate_id")
    columns = ("pk", "mandate", "mandate__symbol", "review__kind", "review__ruleset")
    return {
        symbol: Text(pk, mandate, ruleset != RULESET or kind in values.RANKED_KINDS)
        for pk, mandate, symbol, kind, ruleset in rows.values_list(*columns)
    }


class Held(Mapping[str, values.Reading]):
    """Readings by symbol, each made when it is first asked for: few of a mission's texts are.

    A text that an earlier reader took in and this one refuses is not found; the review then says that it is not held.
    """

    def __init__(self, texts: dict[str, Text], mission: str | None):
        self._texts = texts
        self._mission = mission
        self._readings: dict[str, values.Reading] = {}

    def earlier(self, symbol: str) -> tuple["Earlier", ...]:
        """The newest resolutions that may be the predecessor of the text with this symbol, none of them read yet."""
        own = symbols.number(symbol)
        numbers = {s: n for s, text in self._texts.items() if text.gives_mandate and (n := symbols.number(s))}
        newest = sorted((s for s, n in numbers.items() if not own or n < own), key=numbers.__getitem__, reverse=True)
        return tuple(Earlier(s, numbers[s], self) for s in newest[:MOST_EARLIER])

    @property
    def known(self) -> Set[str]:
        """The symbols of the texts, without reading any."""
        return self._texts.keys()

    @cached_property
    def _corrections(self) -> Mapping[int, list[values.Correction]]:
        """What people corrected in these texts, by mandate."""
        said: Mapping[int, list[values.Correction]] = defaultdict(list)
        for correction in Correction.objects.filter(mandate__in={t.mandate for t in self._texts.values()}).standing():
            said[correction.mandate_id].append(correction.as_value)
        return said

    @cached_property
    def _sources(self) -> dict[int, TextVersion]:
        return TextVersion.objects.in_bulk([text.version for text in self._texts.values()])

    def __getitem__(self, symbol: str) -> values.Reading:
        if symbol not in self._readings:
            text = self._sources[self._texts[symbol].version]
            try:
                clean = read.read(bytes(text.source), text.filename)
            except read.Unreadable as error:
                raise KeyError(symbol) from error
            said = self._corrections[text.mandate_id]
            self._readings[symbol] = pipeline.parse(clean, self._mission, said)
        return self._readings[symbol]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A ``values.Adopted`` that is read only when it is asked for."""

    symbol: str
    when: int
    held: Held

    @property
    def reading(self) -> values.Reading | None:
        return self.held.get(self.symbol)
