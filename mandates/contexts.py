"""What a review may know beyond its text, loaded in two queries however much is held."""

from mandates import symbols
from mandates.analysis import pipeline, read, values
from mandates.models import Mandate, TextVersion


def load(reading: values.Reading, version: TextVersion) -> values.Context:
    """The mission asked about, and the adopted texts whose tasks this text renews by reference. Never a draft."""
    mission = version.mandate.mission.acronym if version.mandate.mission else None
    named = {
        symbol
        for block in reading.tasks.missions
        if block.tasks_by_reference and (symbol := symbols.resolution(block.tasks_by_reference))
    }
    return values.Context(mission=mission, held=_held(named, mission) if named else {})


def _held(named: set[str], mission: str | None) -> dict[str, values.Reading]:
    """Readings by symbol. Of several mandates with one symbol the first submitted counts."""
    adopted = Mandate.objects.filter(draft=False, symbol__in=named).order_by("-pk")
    first = {symbol: pk for pk, symbol in adopted.values_list("pk", "symbol")}
    held = {}
    for text in TextVersion.objects.newest().filter(mandate__in=first.values()).select_related("mandate"):
        try:
            clean = read.read(bytes(text.source), text.filename)
        except read.Unreadable:
            continue  # taken in by an earlier reader; the review then says that the task list is not held
        held[text.mandate.symbol] = pipeline.parse(clean, mission=mission)
    return held
