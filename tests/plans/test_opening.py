"""A plan begins with what a reviewed mandate tells its mission on organized crime."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from mandates import jobs
from mandates import services as texts
from plans import services, situations
from plans.models import Plan
from tests.mandates import drafts
from tests.plans.conftest import BEGINS, ENDS

pytestmark = pytest.mark.django_db
DAYS = {"begins": BEGINS, "ends": ENDS, "nominated_on": BEGINS}


def test_a_plan_takes_over_the_tasks_on_organized_crime_and_has_the_three_options(plan):
    task = plan.tasks.get()
    assert (task.label, task.place, task.crime_types) == ("2 (c) (ii)", 1, ["organized_crime", "natural_resources"])
    assert "smuggling of gold" in task.title
    assert [o.approach for o in plan.options.all()] == ["specialized", "local", "political_economy"]
    assert plan.changes.get().action == "opened"


def test_nobody_but_planners_who_may_see_the_mandate_may_plan_on_it(mandate, mission, stranger, planner, owner):
    with pytest.raises(PermissionDenied):
        services.open_plan(mandate=mandate, mission=mission, title="x", by=stranger, **DAYS)
    mandate.draft = True
    mandate.save()
    with pytest.raises(PermissionDenied):
        services.open_plan(mandate=mandate, mission=mission, title="x", by=planner, **DAYS)
    assert not Plan.objects.exists()


def test_a_mandate_without_a_review_or_without_organized_crime_is_nothing_to_plan_on(mandate, mission, owner, planner):
    text = drafts.HELD.replace("against organized criminal networks and the smuggling of gold", "in its daily work")
    version = texts.submit(owner=owner, mandate=mandate, data=text.encode())
    with pytest.raises(services.NothingToPlan, match="not been reviewed"):
        services.open_plan(mandate=mandate, mission=mission, title="x", by=planner, **DAYS)
    jobs.review_mandate(version.jobs.get().pk)
    with pytest.raises(services.NothingToPlan, match="nothing on organized crime"):
        services.open_plan(mandate=mandate, mission=mission, title="x", by=planner, **DAYS)
    assert not Plan.objects.exists()


def test_tasks_taken_over_again_are_added_changed_or_told_as_left_and_assignments_stay(
    plan, assigned, mandate, owner, planner
):
    text = drafts.SECOND.replace("Draft resolution\n\n", "Resolution 3101 (2030)\n\n").replace(
        "organized criminal networks and the smuggling of gold;", "crowds;"
    )
    version = texts.submit(owner=owner, mandate=mandate, data=text.encode())
    jobs.review_mandate(version.jobs.get().pk)
    made = services.renew_tasks(Plan.objects.get(), planner)
    assert made.added == ["2 (a)"] and made.left == ["2 (c) (ii)"]
    assert assigned.task.label == "2 (c) (ii)" and assigned.option.assignments.count() == 1
    assert services.renew_tasks(Plan.objects.get(), planner).added == []


def test_a_plan_goes_with_the_mandate_that_is_deleted_for_good(plan, assigned, mandate, owner):
    texts.delete_for_good(mandate, owner)
    assert not Plan.objects.exists()


def test_a_plan_is_shown_while_a_newer_text_of_its_mandate_waits_for_its_review(plan, mandate, owner, planner):
    assert situations.of(plan, planner).half == date(2030, 12, 30)
    texts.submit(owner=owner, mandate=mandate, data=drafts.SECOND.encode())
    assert situations.of(Plan.objects.get(), planner).tasks
