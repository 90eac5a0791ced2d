"""The owner deletes a mandate for good."""

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from mandates.models import Event, Mandate
from mandates.services import following
from mandates.services.indexing import forget
from mandates.services.reviewing import review_compared_with


def delete_for_good(mandate: Mandate, by) -> None:
    """Remove texts and all that hangs on them: reviews, findings, comparisons, decisions, comments, proposed texts, exports and
    jobs. Only the owner may (PermissionDenied).

    What stays is the record of who did something to it and when, without the details. An Idempotency-Key that made it
    stays used, and leads nowhere. What became of the language of adopted texts before it is found out again without it.
    """
    if mandate.owner_id != by.pk:
        raise PermissionDenied
    with transaction.atomic():
        held = Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        if held is None:
            return
        adopted = "" if held.draft else held.symbol
        before = [] if held.draft else following.texts_before(held)
        held.delete()
        forget()
        Event.objects.filter(mandate_id_was=mandate.pk).update(detail={})
        Event.objects.create(mandate_id_was=mandate.pk, action="deleted", by=by)
        if adopted:
            review_compared_with(adopted)
        transaction.on_commit(_overwrite)
    for version in before:
        following.follow(version)


def _overwrite() -> None:
    """SQLite's write-ahead log still holds the text until it is emptied; the database file has zeros in its place."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
