"""Which of a mission's capacities cover what its tasks against crime take, and what is missing. Pure.

``needs`` turns crime types into needs by the requirement profiles; ``cover`` lays them beside the capacities. Every answer
has a sentence with its numbers and days. Unknown is never zero: a number that nobody recorded makes an answer "not known",
and a mission with no capacity recorded has unknown coverage, not none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from capacities import judging
from capacities.catalogue import CategoryFacts, Profile
from capacities.judging import Judged, Offer, Verdict
from capacities.lead_times import Period
from language.said import say, say_many

__all__ = ["Cell", "Coverage", "Need", "Offer", "Period", "Row", "Verdict", "cover", "needs"]

LANGUAGES = "languages"  # the one expertise that is also recorded as ISO 639 codes


@dataclass(frozen=True, slots=True)
class Need:
    """One field of expertise, by name and as people read it, and the labels of the crime types that take it."""

    expertise: str
    label: str
    crime_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one capacity does for one need."""

    offer: Offer
    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One need with the capacities that have its expertise, and the best of what they do."""

    need: Need
    verdict: Verdict
    sentence: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rows in the order of the needs. ``unknown`` are capacities of which no expertise is recorded: they may cover any."""

    rows: tuple[Row, ...]
    unknown: tuple[Offer, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(row.verdict is verdict for row in self.rows)


class UnknownCrimeType(KeyError):
    """There is no requirement profile for a crime type."""


def needs(crime_types: Iterable[str], profiles: Mapping[str, Profile], labels: Mapping[str, str]) -> tuple[Need, ...]:
    """The expertise that crime types take, each once, in the order in which it is first taken. Raises UnknownCrimeType."""
    taken: dict[str, list[str]] = {}
    for name in dict.fromkeys(crime_types):
        if name not in profiles:
            raise UnknownCrimeType(name)
        for expertise in profiles[name].expertise:
            taken.setdefault(expertise, []).append(profiles[name].label)
    return tuple(Need(name, say(labels[name]), tuple(map(say, types))) for name, types in taken.items())


def cover(
    needed: Sequence[Need],
    offers: Sequence[Offer],
    *,
    period: Period,
    today: date,
    categories: Mapping[str, CategoryFacts],
    languages: Mapping[str, str] | None = None,
) -> Coverage:
    """Lay needs beside the capacities of a mission.

    ``period`` is the mandate's; ``languages`` maps the ISO 639 codes spoken in the area to their names, empty where it does
    not matter or is not known: then no capacity is faulted for what it speaks.
    """
    spoken = languages or {}
    facts = judging.Facts(period, today, categories, spoken)
    unknown = tuple(offer for offer in offers if not offer.expertise)
    rows = tuple(_row(need, offers, unknown, facts) for need in needed)
    return Coverage(rows, unknown)


def _row(need: Need, offers: Sequence[Offer], unknown: Sequence[Offer], facts: judging.Facts) -> Row:
    cells = tuple(_cell(offer, facts) for offer in offers if _has(offer, need, facts))
    if cells:
        best = min(cells, key=lambda cell: judging.BEST_FIRST.index(cell.verdict))
        if best.verdict is Verdict.GAP and unknown:
            return Row(need, Verdict.NOT_KNOWN, " ".join([best.sentence, _undescribed(unknown)]), cells)
        return Row(need, best.verdict, best.sentence, cells)
    if not offers:
        said = say("No capacity of the mission is recorded here, so it is not known who could do this.")
        return Row(need, Verdict.NOT_KNOWN, said, ())
    if unknown:
        none = say("No capacity recorded names {expertise}.", expertise=need.label)
        return Row(need, Verdict.NOT_KNOWN, " ".join([none, _undescribed(unknown)]), ())
    none = say_many(
        "None of the one capacity recorded for the mission has {expertise}.",
        "None of the {number} capacities recorded for the mission has {expertise}.",
        len(offers),
        expertise=need.label,
    )
    return Row(need, Verdict.GAP, none, ())


def _has(offer: Offer, need: Need, facts: judging.Facts) -> bool:
    """Whether a capacity has the expertise; local languages also by the codes recorded of it."""
    if need.expertise == LANGUAGES and facts.languages and offer.languages & set(facts.languages):
        return True
    return need.expertise in offer.expertise


def _cell(offer: Offer, facts: judging.Facts) -> Cell:
    judged: Judged = judging.judge(offer, facts)
    return Cell(offer, judged.verdict, judged.sentence)


def _undescribed(unknown: Sequence[Offer]) -> str:
    return say_many(
        "The expertise of one capacity is not recorded.",
        "The expertise of {number} capacities is not recorded.",
        len(unknown),
    )
