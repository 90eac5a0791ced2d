"""What a decision or comment is about: a finding of a review, or a change from an older text."""

from mandates.models import Comparison, Decision, Finding, Mandate


class UnknownFinding(LookupError):
    """No review of the mandate holds a finding, and no comparison of it a change, with this fingerprint."""


def code_of(mandate: Mandate, fingerprint: str) -> str:
    """The code of the finding's rule, or ``Decision.CHANGE`` for a change. Raises UnknownFinding.

    Fingerprints of the two are made from different words, so that none can stand for both.
    """
    finding = Finding.objects.filter(review__version__mandate=mandate, fingerprint=fingerprint)
    if code := finding.order_by("-review__version__number").values_list("code", flat=True).first():
        return code
    if is_change(mandate, fingerprint):
        return Decision.CHANGE
    raise UnknownFinding("This mandate has no such finding or change.")


def is_change(mandate: Mandate, fingerprint: str) -> bool:
    """Whether a comparison of one of the mandate's texts with an older one holds this change."""
    held = Comparison.objects.filter(newer__mandate=mandate).values_list("fingerprints", flat=True)
    return any(fingerprint in names for names in held)
