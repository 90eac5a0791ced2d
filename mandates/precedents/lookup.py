"""Agreed language found: rows out of the database, ranked, and given back whole for those that are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import QuerySet

from language.said import in_english, say
from mandates.models import Precedent
from mandates.precedents.ranking import Candidate, Point, Ranked
from missions import regions
from missions.models import Mission

COLUMNS = (
    *("pk", "version__mandate_id", "place", "strength", "year", "mission_name", "crime_types", "further_types"),
    *("task_kinds", "with_terrorism", "names_police", "names_partners", "fate", "searchable"),
    *("version__mandate__adoption__date", "version__mandate__adoption__yes", "version__mandate__adoption__no"),
    *("version__mandate__adoption__abstaining", "version__mandate__adoption__without_vote"),
)


UNDATED, NO_VOTE = "on a date not known", "vote not known"  # in English: parts of a citation
FIELDS = attrgetter(*(column.replace("__", ".") for column in COLUMNS))


@dataclass(frozen=True, slots=True)
class Hit:
    """One piece of agreed language as it is shown: the row, and the points that it has."""

    row: Precedent
    score: int
    of: int
    points: tuple[Point, ...]

    @property
    def fate(self) -> str:
        """What became of it, in a sentence."""
        told = {"mission": self.row.mission_name or say("its subject"), "symbol": self.row.fate_symbol}
        if self.row.fate == Precedent.Fate.DROPPED:
            return say("Dropped later: {symbol} lays down {mission}’s tasks without it.", **told)
        if self.row.fate == Precedent.Fate.HELD:
            return say("Still in {symbol}, the newest text with tasks of {mission} that is held.", **told)
        return say(
            "Whether a later text dropped it is not known: no later text with tasks of {mission} is held.", **told
        )

    @property
    def citation(self) -> str:
        """S/RES/2423 (2018), paragraph 38 (a) (iii), adopted 28 June 2018 (15 for, 0 against, 0 abstaining).

        In English always, as what it is copied with and the documents that it stands in.
        """
        adoption = getattr(self.row.version.mandate, "adoption", None)
        with in_english():
            vote = adoption and adoption.vote
        day = f"{adoption.date.day} {adoption.date:%B %Y}" if adoption and adoption.date else UNDATED
        kind = "preambular paragraph" if self.row.label.startswith("PP") else "paragraph"  # in English: as the rest
        label = self.row.label.removeprefix("PP")
        return f"{self.row.version.mandate.symbol}, {kind} {label}, adopted {day} ({vote or NO_VOTE})"  # in English: see above


def held() -> QuerySet:
    """All agreed language: of adopted texts only, whatever anybody may see besides."""
    return Precedent.objects.filter(version__mandate__draft=False)


def candidates(rows: QuerySet) -> list[Candidate]:
    """What the formula knows of these rows. One query, no text loaded but the words as they are compared."""
    return [_candidate(*values) for values in rows.order_by().values_list(*COLUMNS)]


def candidate(row: Precedent) -> Candidate:
    """The same of a row that ``whole`` has loaded."""
    return _candidate(*FIELDS(row))


def _candidate(pk, mandate, place, strength, year, mission, types, further, kinds, *rest) -> Candidate:
    named = frozenset(types.split()) | frozenset(further.split())
    return Candidate(pk, mandate, place, strength, year, mission, named, frozenset(kinds.split()), *rest)


def whole(rows: QuerySet) -> dict[int, Precedent]:
    """The rows with all that is shown of them, by key. One query."""
    shown = rows.order_by().select_related("version__mandate__mission", "version__mandate__adoption")
    return {row.pk: row for row in shown.defer("version__source")}


def hits(chosen: Iterable[Ranked], rows: Mapping[int, Precedent] | None = None) -> list[Hit]:
    """What was chosen, in the order given, from rows loaded before; without them one query loads those needed."""
    chosen = list(chosen)
    if rows is None:
        rows = whole(held().filter(pk__in=[r.candidate.pk for r in chosen]))
    return [Hit(rows[r.candidate.pk], r.score, r.of, r.points) for r in chosen if r.candidate.pk in rows]


def near(mission: Mission | None) -> Mapping[str, str] | None:
    """How near the missions of the register are to one: the same, in the same country, in the same region. One query."""
    if mission is None:
        return None
    places: dict[str, set[str]] = {}
    working = Mission.countries.through.objects.values_list("mission__acronym", "country__iso3")
    for acronym, iso3 in working:
        places.setdefault(acronym, set()).add(iso3)
    countries = places.get(mission.acronym, set())
    around = {regions.of(iso3) for iso3 in countries} - {None}
    found = {}
    for acronym, others in places.items():
        if others & countries:
            found[acronym] = "country"
        elif around & {regions.of(iso3) for iso3 in others}:
            found[acronym] = "region"
    return {**found, mission.acronym: "mission"}
