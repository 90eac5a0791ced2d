"""A text comes in: bytes → Mandate, TextVersion and Job, saved together or not at all."""

import hashlib
from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.db import transaction

from mandates import symbols
from mandates.analysis import read
from mandates.models import Event, Mandate, Submission, TextVersion
from mandates.services.reviewing import start_review
from missions.models import Mission


class KeyReused(ValueError):
    """An Idempotency-Key came back with another request."""

    def __init__(self, message: str = "This Idempotency-Key was already used for another request.") -> None:
        super().__init__(message)


class SubmissionDeleted(KeyReused):
    """An Idempotency-Key came back after what it had made was deleted for good."""

    def __init__(self) -> None:
        super().__init__("What was submitted with this Idempotency-Key has been deleted for good.")


def submit(
    *,
    owner,
    data: bytes,
    filename: str = "",
    title: str = "",
    mission: Mission | None = None,
    mandate: Mandate | None = None,
    draft: bool = True,
    symbol: str = "",
    queue: bool = True,
) -> TextVersion:
    """Save a text, with its mandate or as the next version of the one given, and queue its review on commit.

    Without ``queue`` the job waits for the caller, who does it at once (``jobs.review_mandate``).

    Raises ``read.Unreadable`` (nothing is saved), and PermissionDenied where ``owner`` does not own ``mandate``. The
    bytes that its newest version already holds make no further version.
    """
    _check_owner(mandate, owner)
    media = read.read(data, filename).media
    with transaction.atomic():
        return _save(owner, data, media, filename, title, mission, mandate, draft, symbol, queue)


def submit_once(user, key: str, request_sha256: str, **arguments) -> tuple[TextVersion, bool]:
    """``submit(**arguments)``, once for each key: the version, and whether this call made it.

    ``request_sha256`` tells whether a key that comes back carries the same request. Raises KeyReused where it does not,
    SubmissionDeleted where the text is gone, and whatever ``submit`` raises, after which the key is free again.
    """
    row = Submission.objects.filter(user=user, key=key).select_related("version__mandate").first()
    if row:
        return _repeated(row, request_sha256), False
    _check_owner(arguments.get("mandate"), arguments["owner"])
    media = read.read(arguments["data"], arguments.get("filename", "")).media
    with transaction.atomic():
        # The unique row comes first: of two requests at the same moment the second waits here for the first.
        row, created = Submission.objects.get_or_create(user=user, key=key, defaults={"request_sha256": request_sha256})
        if not created:
            return _repeated(row, request_sha256), False
        row.version = _save(media=media, **{**DEFAULTS, **arguments})
        row.save(update_fields=["version"])
    return row.version, True


DEFAULTS = {"filename": "", "title": "", "mission": None, "mandate": None, "draft": True, "symbol": ""}


def _repeated(row: Submission, request_sha256: str) -> TextVersion:
    if row.request_sha256 != request_sha256:
        raise KeyReused
    if row.version is None:
        raise SubmissionDeleted
    return row.version


def _bare(filename: str) -> str:
    """The last part of a file name, without characters that cannot be shown or stored."""
    return "".join(c for c in PurePath(filename.replace("\\", "/")).name if c.isprintable())[-200:]


def _check_owner(mandate: Mandate | None, owner) -> None:
    if mandate is not None and mandate.owner_id != owner.pk:
        raise PermissionDenied


def _save(owner, data, media, filename, title, mission, mandate, draft, symbol, queue=True) -> TextVersion:
    sha256 = hashlib.sha256(data).hexdigest()
    if mandate is None:
        mandate = Mandate.objects.create(
            owner=owner,
            title=title.strip()[:200],
            symbol=symbols.normal(symbol)[:40],
            mission=mission,
            draft=draft,
        )
        number = 1
    else:
        Mandate.objects.select_for_update().get(pk=mandate.pk)  # two next versions at one moment get two numbers
        newest = mandate.newest_version
        if newest and newest.sha256 == sha256:
            return newest
        number = newest.number + 1 if newest else 1
    version = TextVersion.objects.create(
        mandate=mandate,
        number=number,
        source=data,
        sha256=sha256,
        filename=_bare(filename),
        media=media,
        submitted_by=owner,
    )
    Event.objects.create(mandate_id_was=mandate.pk, action="submitted", detail={"version": number}, by=owner)
    start_review(version, queue=queue)
    return version
