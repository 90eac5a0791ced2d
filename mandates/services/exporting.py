"""A document of a review is asked for: small ones are made at once, large ones by a job whose row comes first."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from language.said import in_english, say
from mandates.exports import DOCUMENTS, Material
from mandates.models import Comparison, Decision, Event, Export, Mandate, ProposedText, Review, TextVersion
from mandates.serializers import review_data
from missions import work

# Paragraphs up to which whoever asks waits. Real mandates have up to 200 and take half a second at most, the workbook
# longest: it grows by some 2.5 ms a paragraph, so that this is about a second.
LARGE = 400
KEPT = timedelta(days=1)
AFRESH = {
    "state": Export.State.PENDING,
    "step": Export.Step.WAITING,
    "percent": 0,
    "attempts": 0,
    "error": "",
    "data": b"",
}


class NotReviewed(LookupError):
    """There is no review of this text yet, so that nothing can be made of it."""

    def __init__(self) -> None:
        super().__init__(say("This text has not been reviewed yet, so there is nothing to take along."))


def is_large(version: TextVersion, address: str) -> bool:
    """Whether this document of it is made in the background. One query at most."""
    return not DOCUMENTS[address].worded and version.paragraphs.count() > LARGE


def make(version: TextVersion, address: str, user, told: Callable[[int], None] = lambda percent: None) -> bytes:
    """The document as ``user`` sees the review, who may see the mandate: whoever calls has made sure. Raises NotReviewed."""
    with in_english():
        data = review_data(version, user)
    if data["review"] is None:
        raise NotReviewed
    told(0)
    document, worded = DOCUMENTS[address], ({}, ())
    if document.worded:
        worded = proposals(version.mandate), objections(version, user)
    with in_english():
        return document.write(Material(data, *worded), told)


def proposals(mandate: Mandate) -> dict[str, dict]:
    """The texts proposed last, by fingerprint, as ``exports.comments`` reads them. One query."""
    return {
        row.fingerprint: {"id": row.pk, "text": row.text, "reason": row.reason, "by": row.by.username, "at": row.at}
        for row in ProposedText.objects.filter(mandate=mandate).newest()
    }


def objections(version: TextVersion, user) -> list[dict]:
    """The changes of this text that are objected to, as ``exports.comments`` reads them; those from texts that ``user`` may see."""
    decided: dict[str, Decision] = {}
    for decision in version.mandate.decisions.filter(code=Decision.CHANGE):
        decided.setdefault(decision.fingerprint, decision)
    objected = {name: d for name, d in decided.items() if d.verdict == Decision.Verdict.DISMISS}
    if not objected:
        return []
    held = Comparison.objects.filter(newer=version, older__mandate__in=Mandate.objects.visible_to(user))
    found: dict[str, dict] = {}
    for row in held.select_related("older__mandate").defer("older__source"):
        symbol = row.older.mandate.symbol or f"version {row.older.number}"  # in English: as it stands in the document
        for change in (*row.data["tasks"], *row.data["paragraphs"]):
            if decision := objected.get(change["fingerprint"]):
                told = {name: change[name] for name in ("fingerprint", "older", "newer")}
                found.setdefault(change["fingerprint"], {**told, "symbol": symbol, "reason": decision.reason})
    return list(found.values())


def start_export(version: TextVersion, address: str, by, *, again: bool = False) -> Export:
    """The row of a document, queued on commit where there is something to do. Raises NotReviewed.

    One row for the same text, review, decisions and proposed texts. One that was cancelled starts afresh, with ``again``
    also one that failed; one that waits, runs or is done is left alone.
    """
    with transaction.atomic():
        row, new = Export.objects.get_or_create(version=version, document=address, basis=basis(version), by=by)
        if not new:
            over = [Export.State.CANCELLED, *([Export.State.FAILED] if again else [])]
            new = bool(Export.objects.filter(pk=row.pk, state__in=over).update(**AFRESH, queued_at=timezone.now()))
            if new:
                row.refresh_from_db()
        if new:
            _noted(row, "export started", by)  # in English: the kind of a recorded event
            transaction.on_commit(lambda: enqueue_export(row.pk))
    return row


def basis(version: TextVersion) -> str:
    """A digest of all that a document of this text is made of: review, decisions, proposed texts. Raises NotReviewed."""
    review = Review.objects.filter(version=version).values_list("ruleset", "policy", "reviewed_at").first()
    if review is None:
        raise NotReviewed
    decided = version.mandate.decisions.values_list("pk", flat=True).first()
    proposed = version.mandate.proposed_texts.values_list("pk", flat=True).first()
    return hashlib.sha256(json.dumps([*map(str, review), decided, proposed]).encode()).hexdigest()


def cancel_export(row: Export, by) -> None:
    """Stop a document that waits or is being made; whoever makes it notices at its next step."""
    with transaction.atomic():
        waiting = Export.objects.filter(pk=row.pk, state__in=[Export.State.PENDING, Export.State.RUNNING])
        if waiting.update(state=Export.State.CANCELLED):
            _noted(row, "export cancelled", by)


def delete_old_exports() -> int:
    """Delete what was asked for more than a day ago, with the files; returns how many."""
    return Export.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]


def enqueue_export(export_id: int, countdown: float = 0) -> None:
    """Put the work in the queue; see ``work.enqueue``."""
    work.enqueue("mandates.export_jobs.make_export", export_id, countdown)


def _noted(row: Export, action: str, by) -> None:
    detail = {"version": row.version.number, "document": row.document}
    Event.objects.create(mandate_id_was=row.version.mandate_id, action=action, detail=detail, by=by)
