"""What a review may know beyond its text, loaded in three queries however much is held."""

from collections.abc import Iterator, Mapping

from django.db.models import Q

from mandates import symbols
from mandates.analysis import pipeline, read, values
from mandates.models import Mandate, ReviewPolicy, TextVersion


def load(reading: values.Reading, version: TextVersion) -> values.Context:
    """The mission asked about, and the adopted texts in which the tasks may stand that this text renews. Never a draft."""
    mission = version.mandate.mission.acronym if version.mandate.mission else None
    policy = ReviewPolicy.objects.current().value
    renewing = [block for block in reading.tasks.missions if block.tasks_by_reference]
    if not renewing:
        return values.Context(mission=mission, policy=policy)
    named = {symbol for block in renewing if (symbol := symbols.resolution(block.tasks_by_reference))}
    missions = {block.mission.acronym for block in renewing if block.mission} | {mission}
    return values.Context(mission=mission, held=_held(named, missions - {None, ""}, mission), policy=policy)


def _held(named: set[str], missions: set[str], mission: str | None) -> "Held":
    """The texts named and those of the missions. Of several mandates with one symbol the first submitted counts."""
    wanted = Q(symbol__in=named) | Q(mission__acronym__in=missions)
    adopted = Mandate.objects.filter(wanted, draft=False).exclude(symbol="").order_by("-pk")
    first = {symbol: pk for pk, symbol in adopted.values_list("pk", "symbol")}
    texts = TextVersion.objects.newest().filter(mandate__in=first.values()).select_related("mandate")
    return Held({text.mandate.symbol: text for text in texts}, mission)


class Held(Mapping[str, values.Reading]):
    """Readings by symbol, each made when it is first asked for: few of a mission's texts are.

    A text that an earlier reader took in and this one refuses is not found; the review then says that it is not held.
    """

    def __init__(self, texts: dict[str, TextVersion], mission: str | None):
        self._texts = texts
        self._mission = mission
        self._readings: dict[str, values.Reading] = {}

    def __getitem__(self, symbol: str) -> values.Reading:
        if symbol not in self._readings:
            text = self._texts[symbol]
            try:
                clean = read.read(bytes(text.source), text.filename)
            except read.Unreadable as error:
                raise KeyError(symbol) from error
            self._readings[symbol] = pipeline.parse(clean, mission=self._mission)
        return self._readings[symbol]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
