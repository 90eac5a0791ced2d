"""A person says what is to become of a finding, or what to think of a change."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from mandates.models import Decision, Event, Mandate
from mandates.services import subjects


class ReasonMissing(ValueError):
    """A finding was dismissed or deferred, or a change objected to or deferred, without a reason."""


def decide(*, mandate: Mandate, finding_fingerprint: str, verdict: str, reason: str, by) -> Decision:
    """Accept, dismiss or defer a finding or a change of the mandate. Anyone who can see the mandate may.

    To accept a change is to agree to it, to dismiss it is to object. Raises PermissionDenied, UnknownFinding,
    ReasonMissing (to dismiss or defer takes a reason), and ValueError for a verdict that does not exist.
    """
    if not Mandate.objects.visible_to(by).filter(pk=mandate.pk).exists():
        raise PermissionDenied
    verdict = Decision.Verdict(verdict)
    reason = reason.strip()
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        code = subjects.code_of(mandate, finding_fingerprint)
        if verdict is not Decision.Verdict.ACCEPT and not reason:
            raise ReasonMissing(
                "Give a reason to object to a change or to defer it."
                if code == Decision.CHANGE
                else "Give a reason to dismiss or defer a finding."
            )
        before = mandate.decisions.filter(fingerprint=finding_fingerprint).first()
        decision = Decision.objects.create(
            mandate=mandate, fingerprint=finding_fingerprint, code=code, verdict=verdict, reason=reason, by=by
        )
        detail = {"code": code, "from": before.verdict if before else None, "to": verdict.value}
        Event.objects.create(mandate_id_was=mandate.pk, action="decided", detail=detail, by=by)
    return decision
