"""What a decision or comment is about: a finding of a review, or a change from an older text."""

from language.said import say
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
    raise UnknownFinding(say("This mandate has no such finding or change."))


def is_change(mandate: Mandate, fingerprint: str, user=None) -> bool:
    """Whether a comparison of one of the mandate's texts with an older one, that ``user`` may see, holds this change."""
    held = Comparison.objects.filter(newer__mandate=mandate)
    if user is not None:
        held = held.filter(older__mandate__in=Mandate.objects.visible_to(user))
    return any(fingerprint in names for names in held.values_list("fingerprints", flat=True))


def hidden_changes(user) -> set[str]:
    """The changes in what ``user`` may see from texts that they may not: what is said of those tells of the older text."""
    seen = Mandate.objects.visible_to(user)
    held = Comparison.objects.filter(newer__mandate__in=seen).exclude(older__mandate__in=seen)
    return {name for names in held.values_list("fingerprints", flat=True) for name in names}
