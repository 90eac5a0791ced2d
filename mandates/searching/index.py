"""Which rows hold the words: one small adapter for each database, over an index that migrations made (0008, 0012).

A model can be searched whose table has, on SQLite, an FTS5 table ``…_words`` over its column ``searchable``, kept by triggers,
and on PostgreSQL a generated column ``words`` with a GIN index.
"""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from mandates.searching.words import Query


def search(rows: QuerySet, query: Query) -> QuerySet:
    """Those of the rows that hold everything wanted and nothing unwanted. An empty query leaves all of them."""
    if query.wanted:
        rows = rows.filter(pk__in=holding(rows.model, query.wanted, every=True))
    if query.unwanted:
        rows = rows.exclude(pk__in=holding(rows.model, query.unwanted, every=False))
    return rows


def holding(model, phrases: tuple[str, ...], *, every: bool) -> RawSQL:
    """The keys of a model's rows that hold every phrase, or any of them. Phrases as ``words.normal`` makes them."""
    return ADAPTERS[connection.vendor](model._meta.db_table, phrases, every)


def _sqlite(table: str, phrases: tuple[str, ...], every: bool) -> RawSQL:
    match = (" AND " if every else " OR ").join(f'"{phrase}"' for phrase in phrases)
    return RawSQL(f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s", (match,))


def _postgresql(table: str, phrases: tuple[str, ...], every: bool) -> RawSQL:
    match = (" & " if every else " | ").join(f"({' <-> '.join(phrase.split())})" for phrase in phrases)
    return RawSQL(f"SELECT id FROM {table} WHERE words @@ to_tsquery('simple', %s)", (match,))


ADAPTERS = {"sqlite": _sqlite, "postgresql": _postgresql}
