"""A person says what is to become of a finding, or what to think of a change."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from language.said import say
from mandates.models import Decision, Event, Mandate
from mandates.services import subjects


class ReasonMissing(ValueError):
    """A finding was dismissed or deferred, or a change objected to or deferred, without a reason."""


class DecidedMeanwhile(ValueError):
    """Somebody else decided since the person who decides now looked at the finding or change."""

    def __init__(self, latest: Decision) -> None:
        self.latest = latest
        super().__init__(
            say(
                "Nothing is recorded yet: {person} decided meanwhile, as shown here. What you wrote is kept below; record it "
                "if it still holds.",
                person=latest.by.username,
            )
        )


def decide(
    *, mandate: Mandate, finding_fingerprint: str, verdict: str, reason: str, by, seen: int | None = None
) -> Decision:
    """Accept, dismiss or defer a finding or a change of the mandate. Anyone who can see the mandate may.

    To accept a change is to agree to it, to dismiss it is to object. ``seen`` is how many decisions on it the person was
    shown; None where that does not matter. Raises PermissionDenied, UnknownFinding, ReasonMissing (to dismiss or defer
    takes a reason), DecidedMeanwhile, and ValueError for a verdict that does not exist.
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
                say("Give a reason to object to a change or to defer it.")
                if code == Decision.CHANGE
                else say("Give a reason to dismiss or defer a finding.")
            )
        made = list(mandate.decisions.filter(fingerprint=finding_fingerprint).select_related("by"))
        if seen is not None and len(made) > seen:
            raise DecidedMeanwhile(made[0])
        before = made[0] if made else None
        decision = Decision.objects.create(
            mandate=mandate, fingerprint=finding_fingerprint, code=code, verdict=verdict, reason=reason, by=by
        )
        detail = {"code": code, "from": before.verdict if before else None, "to": verdict.value}
        Event.objects.create(mandate_id_was=mandate.pk, action="decided", detail=detail, by=by)
    return decision
