"""The words of a text go into the index of the search, in the place of those of its earlier version."""

from collections.abc import Sequence

from django.db import connection

from mandates.models import Finding, Paragraph, Passage, Review, Task, TextVersion
from mandates.searching import rows


def index(
    version: TextVersion,
    review: Review,
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[Task],
    findings: Sequence[Finding],
) -> None:
    """Within the transaction that records the review. Only the newest version of a mandate is searched."""
    if version.mandate.newest_version != version:
        return
    # By the versions' numbers: joined to them, PostgreSQL may walk through all passages where it has no statistics yet.
    versions = list(TextVersion.objects.filter(mandate=version.mandate_id).values_list("pk", flat=True))
    Passage.objects.filter(version__in=versions).delete()
    Passage.objects.bulk_create(
        [Passage(**row) for row in rows.of(version, review, paragraphs, tasks, findings)], batch_size=500
    )


def forget() -> None:
    """Take the words of what was deleted out of the index for good; within the transaction that deletes.

    SQLite's index only notes that rows are gone and keeps their words until it merges its parts: it is told to merge them now
    (0.4 s with 100,000 passages), and the pages that this frees are overwritten. PostgreSQL drops them when it vacuums.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO mandates_passage_words(mandates_passage_words) VALUES ('optimize')")
