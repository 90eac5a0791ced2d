"""Planners and staff write partners and what they judge of them. Each act is one transaction and leaves a PartnerChange."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from capacities.models import Assessment, Import, Partner, PartnerChange, PartnerDeletion
from capacities.permissions import may_delete, may_plan
from capacities.services.capacities import Archived, NotArchived
from capacities.states.partners import OWN, state
from language.marks import marked
from language.said import say

ARCHIVED = marked("This partner is archived and is not changed any more.")
CLOSED = {"kind", "engagement", "sensitivity"}  # words of fixed lists, which tell nobody who it is


class ChangedMeanwhile(Exception):
    """Somebody else changed the partner since the version that was edited; ``current`` is how it stands."""

    def __init__(self, current: Partner) -> None:
        super().__init__(say("Somebody else has changed this partner meanwhile."))
        self.current = current


def create_partner(values: Mapping[str, Any], by, *, action: str = "created") -> Partner:
    """A new partner from the values of OWN and RELATED. Whoever makes a restricted one is named on it.

    Raises PermissionDenied for anybody but planners and staff.
    """
    if not may_plan(by):
        raise PermissionDenied
    with transaction.atomic():
        partner = Partner.objects.create(**{name: values[name] for name in OWN})
        _relate(partner, values, by)
        _record(partner, action, {}, by)
    return partner


def change_partner(
    partner: Partner, values: Mapping[str, Any], version: int, by, *, action: str = "changed"
) -> Partner:
    """The partner with these values; as it was where nothing differs.

    Raises PermissionDenied for anybody but planners and staff who see it, ChangedMeanwhile where ``version`` is not its,
    Archived.
    """
    with transaction.atomic():
        held = _locked(partner, version, by)
        if held.archived_at:
            raise Archived(say(ARCHIVED))
        before = state(held)
        for name in OWN:
            setattr(held, name, values[name])
        _relate(held, values, by)
        if state(held) == before:
            return held
        held.version += 1
        held.save()
        _record(held, action, before, by)
    return held


def archive_partner(partner: Partner, *, version: int, by) -> Partner:
    """Take a partner off the lists and out of coverage; it and its history stay. Raises as ``change_partner``."""
    with transaction.atomic():
        held = _locked(partner, version, by)
        if held.archived_at:
            raise Archived(say(ARCHIVED))
        return _move(held, timezone.now(), "archived", by)


def restore_partner(partner: Partner, *, version: int, by) -> Partner:
    """Put an archived partner back. Raises as ``change_partner``, and NotArchived."""
    with transaction.atomic():
        held = _locked(partner, version, by)
        if not held.archived_at:
            raise NotArchived(say("This partner is not archived."))
        return _move(held, None, "restored", by)


def delete_partner(partner: Partner, *, version: int, by) -> None:
    """Delete a partner for good, with its comments, assessments and history, and the tables not imported yet that speak of it.
    That it was, by whom and when stays.

    Raises PermissionDenied for anybody but staff and people cleared who see it, ChangedMeanwhile.
    """
    if not may_delete(by):
        raise PermissionDenied
    with transaction.atomic():
        held = _seen(partner, version, by)
        for table in Import.objects.filter(what=Import.What.PARTNERS).exclude(rows=[]):
            if table.speaks_of(held):
                table.delete()
        PartnerDeletion.objects.create(number=held.pk, by=by)
        held.delete()


def assess(partner: Partner, *, level: str, grounds: str, assessed_on: date, review_on: date, by) -> Assessment:
    """Record how far the partner is entangled, in somebody's judgement. Raises as ``change_partner``."""
    if not may_plan(by):
        raise PermissionDenied
    with transaction.atomic():
        if _seen(partner, None, by).archived_at:
            raise Archived(say(ARCHIVED))
        before = partner.assessments.first()
        made = Assessment.objects.create(
            partner=partner, level=level, grounds=grounds, assessed_on=assessed_on, review_on=review_on, by=by
        )
        detail = {"entanglement": [before.level if before else None, level]}
        PartnerChange.objects.create(partner=partner, action="assessed", detail=detail, by=by)
    return made


def _locked(partner: Partner, version: int, by) -> Partner:
    if not may_plan(by):
        raise PermissionDenied
    return _seen(partner, version, by)


def _seen(partner: Partner, version: int | None, by) -> Partner:
    """The partner's row, locked, if the person sees it, in the version given, if one is."""
    held = Partner.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=partner.pk).first()
    if held is None:
        raise PermissionDenied
    if version is not None and held.version != version:
        raise ChangedMeanwhile(held)
    return held


def _move(held: Partner, archived_at: datetime | None, action: str, by) -> Partner:
    held.version += 1
    held.archived_at = archived_at
    held.save()
    PartnerChange.objects.create(partner=held, action=action, by=by)
    return held


def _relate(partner: Partner, values: Mapping[str, Any], by) -> None:
    named = list(values["named"])
    if partner.sensitivity == Partner.Sensitivity.RESTRICTED and by not in named:
        named.append(by)  # or nobody might see it again
    partner.countries.set(values["countries"])
    partner.named.set(named)


def _record(partner: Partner, action: str, before: Mapping[str, Any], by) -> None:
    """What changed, from and to. Of a partner that is or was restricted words are not kept, the earlier ones neither."""
    after = state(partner)
    changed = {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}
    if Partner.Sensitivity.RESTRICTED in (before.get("sensitivity"), after["sensitivity"]):
        changed = _without_words(changed)
        for row in partner.changes.all():
            row.detail = _without_words(row.detail)
            row.save(update_fields=["detail"])
    PartnerChange.objects.create(partner=partner, action=action, detail=changed, by=by)


def _without_words(detail: Mapping[str, list]) -> dict[str, list]:
    return {name: held if name in CLOSED | {"entanglement"} else [] for name, held in detail.items()}
