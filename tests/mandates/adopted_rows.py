"""Adopted resolutions as rows, with what a review would have said of them, where no text need be read."""

from datetime import date

from django.utils import timezone

from mandates.models import Mandate, NamedCrime, Review, TextSummary, TextVersion
from missions.models import Mission


def mission(acronym: str = "UNMINA", **facts) -> Mission:
    told = {"name": "Mission in Nambira", "type": "peacekeeping", "status": "active", "as_of": date(2030, 1, 1)}
    return Mission.objects.create(acronym=acronym, source="written for the tests", **{**told, **facts})


def resolution(
    owner,
    number: int,
    year: int,
    *,
    mission: Mission | None = None,
    draft: bool = False,
    project: bool = False,
    wider: bool = False,
    only_small_arms: bool = False,
    crimes: tuple[str, ...] = (),
    renews: str = "",
    runs_until: date | None = None,
    **review,
) -> Mandate:
    """One text with one version, its review and its summary; ``review`` are columns of the review."""
    mandate = Mandate.objects.create(owner=owner, symbol=f"S/RES/{number} ({year})", mission=mission, draft=draft)
    version = TextVersion.objects.create(
        mandate=mandate, number=1, source=b"", sha256="", media="text", submitted_by=owner
    )
    said = {
        "kind": "mandate",
        "position": "absent",
        "flagged": "yes",
        "flag_reason": "absent",
        "main_tasks": 3,
        "leaf_tasks": 9,
    }
    told = {"ruleset": "r", "top": 3, "headline": "Said.", "data": {}, "reviewed_at": timezone.now()}
    Review.objects.create(version=version, **{**told, **said, **review})
    summary = TextSummary.objects.create(
        version=version,
        project=project,
        wider=wider or project,
        only_small_arms=only_small_arms,
        year=year,
        renews=renews,
        runs_until=runs_until,
    )
    NamedCrime.objects.bulk_create(NamedCrime(summary=summary, crime_type=name) for name in crimes)
    return mandate
