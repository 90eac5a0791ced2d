"""What is found among missions, partners and capacities. They are few: each is read as a person may see it and looked at here.

Missions stand by whether their acronym was typed, then open ones first; partners and capacities by their names.
"""

from collections.abc import Callable, Iterable, Sequence

from django.urls import reverse

from capacities.models import Capacity, Partner
from language.said import french, in_english, say
from mandates.searching import excerpts
from mandates.searching.grammar import Asked
from mandates.searching.hits import Group, Hit
from mandates.searching.words import Query, normal
from missions.models import Mission


def find(asked: Asked, missions: Sequence[Mission], user, first: int, size: int, *, token: bool) -> list[Group]:
    """As ``passages.find``, among all ``missions``. Two queries for each of the others. ``token``: a program asks, which is shown no restricted partner."""
    found = {
        "missions": lambda: _missions(asked, missions),
        "partners": lambda: _partners(asked, Partner.objects.visible_to(user, token=token)),
        "capacities": lambda: _capacities(asked),
    }
    groups = []
    for kind in asked.kinds:
        if kind in found and (hits := found[kind]()):
            groups.append(Group(kind, len(hits), tuple(hits[first : first + size])))
    return groups


def _missions(asked: Asked, rows: Sequence[Mission]) -> list[Hit]:
    acronym = " ".join(asked.query.wanted)
    kept = [row for row in rows if not asked.missions or row.acronym in asked.missions]
    kept = [row for row in kept if asked.query.holds(f"{row.acronym} · {row.name} · {_either(row, _countries)}")]
    kept.sort(key=lambda row: (normal(row.acronym) != acronym, row.status == "closed", row.acronym))
    return [
        Hit(
            kind="missions",
            title=row.acronym,
            url=reverse("mission_detail", args=[row.acronym]),
            excerpt=_words(", ".join(filter(None, [row.name, _countries(row)])), asked.query),
            stands=f"{row.get_type_display()}, {row.get_status_display()}",
            mission=row.acronym,
        )
        for row in kept
    ]


def _partners(asked: Asked, seen) -> list[Hit]:
    rows = seen.current().prefetch_related("countries")
    if asked.missions:
        rows = rows.filter(countries__missions__acronym__in=asked.missions).distinct()
    hits = []
    for row in rows:
        if asked.crime_types and not set(asked.crime_types) & set(row.crime_types):
            continue
        parts = [row.name, _either(row, _kind), _either(row, _countries), ", ".join(row.areas), row.feedback, row.note]
        if asked.query.holds(" · ".join(parts)):
            stands = ", ".join(filter(None, [_kind(row), _countries(row)]))
            words = _first_with(asked.query, [", ".join(row.areas), row.feedback, row.note])
            hits.append(Hit("partners", row.name, row.get_absolute_url(), _words(words, asked.query), stands=stands))
    return hits


def _capacities(asked: Asked) -> list[Hit]:
    rows = Capacity.objects.current().select_related("mission").prefetch_related("expertise")
    if asked.missions:
        rows = rows.filter(mission__acronym__in=asked.missions)
    hits = []
    for row in rows:
        mission = row.mission.acronym if row.mission else ""
        expertise = _expertise(row)
        parts = [row.title, _either(row, _category), mission, _either(row, _expertise), row.equipment, row.note]
        if asked.query.holds(" · ".join(parts)):
            stands = ", ".join(filter(None, [_category(row), mission or say("of no mission yet")]))
            words = _first_with(asked.query, [expertise, row.equipment, row.note])
            hit = Hit("capacities", row.title, row.get_absolute_url(), _words(words, asked.query), stands=stands)
            hits.append(hit)
    return hits


def _countries(row) -> str:
    return ", ".join(say(country.name) for country in row.countries.all())


def _kind(row) -> str:
    return str(row.get_kind_display())


def _category(row) -> str:
    return str(row.get_category_display())


def _expertise(row) -> str:
    return ", ".join(say(known.label) for known in row.expertise.all())


def _either(row, told: Callable) -> str:
    """What a page tells of a row, as it is found: in the language of the page, and in English whatever that is."""
    with in_english():
        english = told(row)
    return f"{told(row)} · {english}" if french() else english


def _first_with(query: Query, parts: Iterable[str]) -> str:
    """The first of the parts that holds a phrase asked for, else the first that says anything."""
    parts = [part for part in parts if part]
    hit = (part for part in parts if any(f" {phrase} " in f" {normal(part)} " for phrase in query.wanted))
    return next(hit, parts[0] if parts else "")


def _words(text: str, query: Query) -> excerpts.Excerpt:
    return excerpts.cut(text, query)
