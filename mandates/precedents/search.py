"""Words, "phrases" and -not over agreed language: one grammar, and one small adapter for each database.

The words are compared as ``normal`` makes them, in the query and in ``Precedent.searchable`` alike: small letters and
digits, without accents, one blank between them. Neither database is left anything to interpret (stems, hyphens, numbers,
accents), so that both find the same rows; PostgreSQL needs no extension for it.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

PART = re.compile(r'(-?)(?:["“”„]([^"“”„]*)["“”„]?|(\S+))')
NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What must stand in a paragraph and what must not: each a run of words that follow one another."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def normal(text: str) -> str:
    """The words of a text as they are compared.

    >>> normal("Côte d’Ivoire: cross-border TRAFFICKING")
    'cote d ivoire cross border trafficking'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return NOT_WORDS.sub(" ", plain.lower()).strip()


def parse(said: str) -> Query:
    """
    >>> parse('gold "armed groups" -terrorism')
    Query(wanted=('gold', 'armed groups'), unwanted=('terrorism',))
    """
    wanted, unwanted = [], []
    for minus, phrase, word in PART.findall(said):
        if words := normal(phrase or word):
            (unwanted if minus else wanted).append(words)
    return Query(tuple(wanted), tuple(unwanted))


def search(precedents: QuerySet, query: Query) -> QuerySet:
    """Those of the rows that hold everything wanted and nothing unwanted. An empty query leaves all of them."""
    if query.wanted:
        precedents = precedents.filter(pk__in=_holding(query.wanted, every=True))
    if query.unwanted:
        precedents = precedents.exclude(pk__in=_holding(query.unwanted, every=False))
    return precedents


def _holding(phrases: tuple[str, ...], *, every: bool) -> RawSQL:
    """The keys of the rows that hold every phrase, or any of them."""
    return ADAPTERS[connection.vendor](phrases, every)


def _sqlite(phrases: tuple[str, ...], every: bool) -> RawSQL:
    match = (" AND " if every else " OR ").join(f'"{phrase}"' for phrase in phrases)
    return RawSQL("SELECT rowid FROM mandates_precedent_words WHERE mandates_precedent_words MATCH %s", (match,))


def _postgresql(phrases: tuple[str, ...], every: bool) -> RawSQL:
    match = (" & " if every else " | ").join(f"({' <-> '.join(phrase.split())})" for phrase in phrases)
    return RawSQL("SELECT id FROM mandates_precedent WHERE words @@ to_tsquery('simple', %s)", (match,))


ADAPTERS = {"sqlite": _sqlite, "postgresql": _postgresql}
