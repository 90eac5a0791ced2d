"""The plans of a person in which something is missing or cannot be as it is planned: for the home page.

A plan is theirs where they began it or changed something in it. What is not shown to them is not in it, as on its own page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from language.said import say
from mandates.models import TextVersion
from missions.models import Mission
from plans import loaded, situations
from plans.conflicts import Kind
from plans.loaded import Loaded
from plans.models import Plan, PlanChange

MOST = 30  # plans that are looked at, the newest


@dataclass(frozen=True, slots=True)
class Gaps:
    """A plan and the option by which it is told: the chosen one, else the one that meets most."""

    plan: Plan
    option: Loaded

    @property
    def missing(self) -> int:
        """Needs that nobody meets."""
        return len(self.option.measures.gaps)

    @property
    def stopped(self) -> int:
        """Assignments that cannot be as planned."""
        return self.option.stopped

    @property
    def to_look_at(self) -> int:
        """Conflicts that stop nothing; that a partner is restricted is no conflict that anybody could solve."""
        return sum(not one.stops and one.kind is not Kind.RESTRICTED for one in self.option.conflicts)

    @property
    def any(self) -> bool:
        return bool(self.missing or self.stopped or self.to_look_at)

    def due(self, today: date) -> tuple[date | None, str]:
        """The next day by which it should be whole, with what happens on it; none once it has begun."""
        days = ((self.plan.nominated_on, say("nominations go out")), (self.plan.begins, say("it begins")))
        return next(((day, what) for day, what in days if day >= today), (None, ""))


def of(user, missions: Mapping[str, Mission], today: date) -> list[Gaps]:
    """A person's plans that go on and have gaps, newest first. Eleven queries, however many plans; one where there are none.

    ``missions`` by acronym, with their countries loaded: those of the register.
    """
    changed = PlanChange.objects.filter(plan=OuterRef("pk"), by=user)
    going_on = Plan.objects.visible_to(user).current().filter(ends__gte=today)
    mine = going_on.filter(Q(by=user) | Exists(changed)).select_related("mission", "mandate__adoption")
    plans = list(mine.prefetch_related("tasks", "options")[:MOST])
    if not plans:
        return []
    _load_terms(plans)
    for plan in plans:
        plan.mission = missions.get(plan.mission.acronym, plan.mission)
    laid_out = situations.of_all(plans, user)
    options = loaded.options_of_all(plans, laid_out, user)
    found = [Gaps(plan, _telling(options[plan.pk])) for plan in plans if options[plan.pk]]
    return [one for one in found if one.any]


def _load_terms(plans: list[Plan]) -> None:
    """Puts the newest version with its review beside each mandate, of the review's long data the term alone. One query."""
    rows = TextVersion.objects.newest().filter(mandate__in={plan.mandate_id for plan in plans}).select_related("review")
    told = rows.defer("source", "review__data").annotate(term=F("review__data__term"))
    newest = {version.mandate_id: version for version in told}
    for version in newest.values():
        if hasattr(version, "review"):
            version.review.data = {"term": version.term}
    for plan in plans:
        plan.mandate.newest_versions = [newest[plan.mandate_id]] if plan.mandate_id in newest else []


def _telling(options: list[Loaded]) -> Loaded:
    """The option that a plan is told by."""
    return max(options, key=lambda one: (one.option.chosen, one.measures.met, -one.stopped, -one.option.pk))
