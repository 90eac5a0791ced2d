"""A change of a mandate's flag is written down, with what it was before and why it is another now."""

from django.db import transaction

from mandates import symbols
from mandates.analysis.values import RANKED_KINDS
from mandates.models import Event, FlagChange, Mandate, Review, TextVersion

Cause = FlagChange.Cause


def earlier_review(version: TextVersion) -> Review | None:
    """The review that one of this version takes the place of: its own, else that of the newest earlier version.

    To be asked before the new one is recorded. Its ``data`` is not loaded.
    """
    earlier = Review.objects.filter(version__mandate=version.mandate_id, version__number__lte=version.number)
    return earlier.select_related("version").defer("data", "version__source").order_by("-version__number").first()


def note_change(mandate: Mandate, review: Review, earlier: Review | None) -> FlagChange | None:
    """Record how ``review`` changes what was known of an adopted text's flag; None where it changes nothing.

    A mandate that is in force for the first time is compared with the one before it of the same mission, and always gets
    a row: it says where the mandate started. Part of the caller's transaction, which holds the mandate's row.
    """
    if mandate.draft or mandate.versions.filter(number__gt=review.version.number).exists():
        return None
    in_force = Mandate.objects.in_force().filter(pk=mandate.pk).exists()
    if in_force and not mandate.flag_changes.filter(in_force=True).exists():
        before = _before(mandate)
        return _record(mandate, review, before, Cause.NEW_MANDATE if before else Cause.FIRST_REVIEW, True)
    if earlier is None or (earlier.flagged, earlier.flag_reason) == (review.flagged, review.flag_reason):
        return None
    return _record(mandate, review, earlier, _cause(mandate, review, earlier), in_force)


def note_new_in_force() -> None:
    """Record where the mandates started that came into force after their review, as the register of missions now says."""
    known = FlagChange.objects.filter(in_force=True).values("mandate")
    for mandate_id in Mandate.objects.in_force().exclude(pk__in=known).values_list("pk", flat=True):
        with transaction.atomic():
            mandate = Mandate.objects.select_for_update().filter(pk=mandate_id).first()
            if mandate and (review := mandate.latest_review):
                note_change(mandate, review, review)


def _before(mandate: Mandate) -> Review | None:
    """The review of the mission's latest adopted mandate before this one, where one is held."""
    reviews = Review.objects.filter(
        version__in=TextVersion.objects.newest(),
        version__mandate__mission=mandate.mission_id,
        version__mandate__draft=False,
        kind__in=RANKED_KINDS,
    ).exclude(version__mandate=mandate)
    held = reviews.select_related("version__mandate").defer("data", "version__source")
    number = symbols.number(mandate.symbol) or 0
    before = [r for r in held if 0 < (symbols.number(r.version.mandate.symbol) or 0) < number]
    return max(before, key=lambda r: symbols.number(r.version.mandate.symbol), default=None)


def _cause(mandate: Mandate, review: Review, earlier: Review) -> Cause:
    """What is different: the text, what a person said of it, the rules, the policy, or else a text that it rests on."""
    if earlier.version_id != review.version_id:
        return Cause.NEW_TEXT
    said = Event.objects.filter(mandate_id_was=mandate.pk, at__gt=earlier.reviewed_at, action__startswith="correct")
    if said.exists():
        return Cause.CORRECTION
    if earlier.ruleset != review.ruleset:
        return Cause.NEW_RULESET
    return Cause.NEW_POLICY if earlier.policy_id != review.policy_id else Cause.OTHER_TEXT


def _record(mandate: Mandate, review: Review, before: Review | None, cause: Cause, in_force: bool) -> FlagChange:
    return FlagChange.objects.create(
        mandate=mandate,
        version_id=review.version_id,
        before_id=before.version.mandate_id if before and before.version.mandate_id != mandate.pk else None,
        flagged_before=before.flagged if before else "",
        reason_before=before.flag_reason if before else "",
        flagged=review.flagged,
        reason=review.flag_reason,
        cause=cause,
        in_force=in_force,
        top=review.top,
        top_before=before.top if before else review.top,
        ruleset=review.ruleset,
        headline=review.headline,
    )
