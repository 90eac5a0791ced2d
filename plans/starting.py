"""Mandates on which a person could make a plan."""

from mandates.analysis.values import RANKED_KINDS
from mandates.models import Mandate
from missions.models import Mission

MOST = 30


def candidates(user) -> list[Mandate]:
    """The newest reviewed mandates that a person may see and that tell a mission of the register what to do. Three queries."""
    rows = Mandate.objects.visible_to(user).exclude(mission=None).select_related("mission").with_latest()
    reviewed = rows.filter(
        versions__review__kind__in=RANKED_KINDS, mission__status__in=["active", "closing"]
    ).distinct()
    return [row for row in reviewed[:MOST] if row.latest_review]


def mission_of(mandate: Mandate) -> Mission | None:
    """The mission of the register that a mandate is about: the one it was submitted for, else the one that its text names."""
    if mandate.mission:
        return mandate.mission
    review = mandate.latest_review
    return Mission.objects.filter(acronym=review.mission_name).first() if review and review.mission_name else None
