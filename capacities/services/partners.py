"""Planners and staff write partners and what they judge of them. Each act is one transaction and leaves a PartnerChange."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from capacities.models import Assessment, Partner, PartnerChange
from capacities.permissions import may_plan
from capacities.states.partners import OWN, state

CLOSED = {"kind", "engagement", "sensitivity"}  # words of fixed lists, which tell nobody who it is


class ChangedMeanwhile(Exception):
    """Somebody else changed the partner since the version that was edited; ``current`` is how it stands."""

    def __init__(self, current: Partner) -> None:
        super().__init__("Somebody else has changed this partner meanwhile.")
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

    Raises PermissionDenied for anybody but planners and staff who see it, ChangedMeanwhile where ``version`` is not its.
    """
    if not may_plan(by):
        raise PermissionDenied
    with transaction.atomic():
        held = Partner.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=partner.pk).first()
        if held is None:
            raise PermissionDenied
        if held.version != version:
            raise ChangedMeanwhile(held)
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


def assess(partner: Partner, *, level: str, grounds: str, assessed_on: date, review_on: date, by) -> Assessment:
    """Record how far the partner is entangled, in somebody's judgement. Raises PermissionDenied as ``change_partner``."""
    if not may_plan(by) or not Partner.objects.visible_to(by).filter(pk=partner.pk).exists():
        raise PermissionDenied
    with transaction.atomic():
        before = partner.assessments.first()
        made = Assessment.objects.create(
            partner=partner, level=level, grounds=grounds, assessed_on=assessed_on, review_on=review_on, by=by
        )
        detail = {"entanglement": [before.level if before else None, level]}
        PartnerChange.objects.create(partner=partner, action="assessed", detail=detail, by=by)
    return made


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
