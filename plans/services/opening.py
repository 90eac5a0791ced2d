"""A plan begins with the tasks of a reviewed mandate, and can take them over again when the mandate has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from capacities.permissions import may_plan
from language.said import say
from mandates import tasked
from mandates.models import Mandate, Review
from missions.models import Mission
from plans import approaches
from plans.models import Option, Plan, PlanTask
from plans.services.editing import lock, record, require_whole
from plans.states import state
from plans.values import Approach


class NothingToPlan(ValueError):
    """The mandate has no review, or it tells its mission nothing on organized crime."""


@dataclass
class Renewed:
    """What taking the tasks over again changed, as labels."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # no longer in the mandate: kept, for a planner to take out


def open_plan(
    *, mandate: Mandate, mission: Mission, title: str, begins: date, ends: date, nominated_on: date, note: str = "", by
) -> Plan:
    """A plan with the mandate's tasks on organized crime and the three options of the findings, all of them empty.

    Raises PermissionDenied for whoever may not plan or see the mandate, NothingToPlan, and Incoherent.
    """
    if not _may(mandate, by):
        raise PermissionDenied(say("Only planners and administrators who may see the mandate may plan on it."))
    review = mandate.latest_review
    if review is None:
        raise NothingToPlan(say("This mandate has not been reviewed yet: a plan begins with the tasks of a review."))
    if not tasked.is_told(review):
        raise NothingToPlan(
            say("This review was made by an earlier version of the program: review the text again first.")
        )
    places = tasked.on_crime(review)
    if not places:
        raise NothingToPlan(
            say("This mandate tells its mission nothing on organized crime, so there is nothing to plan.")
        )
    with transaction.atomic():
        plan = Plan(mission=mission, mandate=mandate, title=title, begins=begins, ends=ends)
        plan.nominated_on, plan.note, plan.by = nominated_on, note, by
        require_whole(plan, plan, by)
        plan.save()
        record(plan, plan, "opened", {}, by)
        PlanTask.objects.bulk_create(PlanTask(plan=plan, **_values(one)) for one in places)
        for approach in (Approach.SPECIALIZED, Approach.LOCAL, Approach.POLITICAL_ECONOMY):
            label = say(approaches.held()[approach].label)
            Option.objects.create(plan=plan, approach=approach, title=label.capitalize())
    return plan


def renew_tasks(plan: Plan, by) -> Renewed:
    """Take the tasks over from the mandate's newest review. Assignments stay with their tasks.

    What the mandate no longer says stays and is told. Raises PermissionDenied, Settled and NothingToPlan.
    """
    review: Review | None = plan.mandate.latest_review
    if review is None or not tasked.is_told(review):
        raise NothingToPlan(say("The newest text of this mandate has not been reviewed yet."))
    made = Renewed()
    with transaction.atomic():
        held_plan = lock(plan, by)
        held = {row.label: row for row in held_plan.tasks.all()}
        for one in tasked.on_crime(review):
            values, row = _values(one), held.pop(one.label, None)
            if row is None:
                row = PlanTask.objects.create(plan=held_plan, **values)
                record(held_plan, row, "added", {}, by)
                made.added.append(one.label)
            elif any(getattr(row, name) != value for name, value in values.items()):
                before = state(row)
                for name, value in values.items():
                    setattr(row, name, value)
                row.save()
                record(held_plan, row, "changed", before, by)
                made.changed.append(one.label)
        made.left = [label for label, row in held.items() if not row.added]
    return made


def _values(one: tasked.Tasked) -> Mapping[str, Any]:
    return {
        "label": one.label,
        "title": one.title or f"As it stands in {one.symbol}.",  # in English: kept, in place of the words of the text
        "place": one.place,
        "crime_types": list(one.crime_types),
    }


def _may(mandate: Mandate, by) -> bool:
    return may_plan(by) and Mandate.objects.visible_to(by).filter(pk=mandate.pk).exists()
