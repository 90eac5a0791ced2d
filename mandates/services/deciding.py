"""A person says what is to become of a finding."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from mandates.models import Decision, Event, Finding, Mandate


class ReasonMissing(ValueError):
    """A finding was dismissed or deferred without a reason."""


class UnknownFinding(LookupError):
    """No review of the mandate holds a finding with this fingerprint."""


def decide(*, mandate: Mandate, finding_fingerprint: str, verdict: str, reason: str, by) -> Decision:
    """Accept, dismiss or defer a finding of the mandate. Anyone who can see the mandate may.

    Raises PermissionDenied, UnknownFinding, ReasonMissing (to dismiss or defer takes a reason), and ValueError for a
    verdict that does not exist.
    """
    if not Mandate.objects.visible_to(by).filter(pk=mandate.pk).exists():
        raise PermissionDenied
    verdict = Decision.Verdict(verdict)
    reason = reason.strip()
    if verdict is not Decision.Verdict.ACCEPT and not reason:
        raise ReasonMissing("Give a reason to dismiss or defer a finding.")
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        finding = (
            Finding.objects.filter(review__version__mandate=mandate, fingerprint=finding_fingerprint)
            .order_by("-review__version__number")
            .first()
        )
        if finding is None:
            raise UnknownFinding("This mandate has no such finding.")
        before = mandate.decisions.filter(fingerprint=finding_fingerprint).first()
        decision = Decision.objects.create(
            mandate=mandate, fingerprint=finding_fingerprint, code=finding.code, verdict=verdict, reason=reason, by=by
        )
        detail = {"code": finding.code, "from": before.verdict if before else None, "to": verdict.value}
        Event.objects.create(mandate_id_was=mandate.pk, action="decided", detail=detail, by=by)
    return decision
