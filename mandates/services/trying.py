"""The specimen draft as a newcomer's own: made once, and the same one whenever they come back to it."""

import hashlib

from mandates import specimens
from mandates.models import Mandate, TextVersion
from mandates.services.submitting import submit


def try_specimen(owner, *, queue: bool = True) -> TextVersion:
    """The specimen that a person has, as it came; where they have none, it goes in like any other text.

    ``queue`` as in ``submit``: without it the caller does the review of a new one at once.
    """
    sha256 = hashlib.sha256(specimens.first()).hexdigest()
    own = TextVersion.objects.newest().filter(mandate__in=Mandate.objects.filter(owner=owner, draft=True))
    held = own.filter(sha256=sha256).select_related("mandate").defer("source").order_by("pk").first()
    told = {"filename": specimens.FIRST, "title": "Specimen draft", "queue": queue}  # in English: kept
    return held or submit(owner=owner, data=specimens.first(), **told)
