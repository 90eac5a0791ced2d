"""Planners change a plan; every change is kept, and nobody overwrites another unseen."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from plans import services
from plans.models import Assignment, Milestone, Option, PlanChange, PlanTask
from tests.plans.conftest import BEGINS, ENDS

pytestmark = pytest.mark.django_db


def test_a_change_is_recorded_field_by_field_and_makes_a_version(assigned, planner):
    changed = services.change(assigned, version=1, values={"people": 3, "ends": date(2031, 1, 31)}, by=planner)
    assert changed.version == 2
    newest = PlanChange.objects.first()
    assert newest.subject == f"assignment {assigned.pk}" and newest.by == planner
    assert newest.detail == {"ends": {"from": "2031-06-30", "to": "2031-01-31"}, "people": {"from": 2, "to": 3}}


def test_the_record_calls_tasks_and_capacities_by_their_names(assigned, planner):
    assert PlanChange.objects.first().detail["task"] == {"from": None, "to": "2 (c) (ii)"}
    assert PlanChange.objects.first().detail["capacity"] == {"from": None, "to": "analysts of networks"}
    services.remove(assigned, version=1, by=planner)
    assert PlanChange.objects.first().detail["capacity"] == {"from": "analysts of networks", "to": None}


def test_two_people_who_change_one_row_get_a_conflict_with_both_states(assigned, planner, second):
    services.change(assigned, version=1, values={"people": 3}, by=planner)
    with pytest.raises(services.Conflict) as conflict:
        services.change(assigned, version=1, values={"people": 1, "note": ""}, by=second)
    assert conflict.value.differs == {"people": (3, 1)}
    assert Assignment.objects.get().people == 3


def test_what_was_removed_meanwhile_is_told_and_not_made_again(assigned, planner, second):
    services.remove(assigned, version=1, by=planner)
    with pytest.raises(services.Gone):
        services.change(assigned, version=1, values={"people": 1}, by=second)
    assert not Assignment.objects.exists()
    assert PlanChange.objects.first().detail["people"] == {"from": 2, "to": None}


def test_saving_what_is_there_already_makes_no_version_and_no_record(assigned, planner):
    before = PlanChange.objects.count()
    assert services.change(assigned, version=1, values={"people": 2}, by=planner).version == 1
    assert PlanChange.objects.count() == before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"begins": date(2031, 7, 1)}, "ends"),
        ({"people": 0}, "people"),
        ({"capacity": None}, "capacity"),
        ({"ends": date.max}, "ends"),
    ],
)
def test_values_that_do_not_go_together_are_refused_and_nothing_is_saved(assigned, planner, values, field):
    with pytest.raises(services.Incoherent) as wrong:
        services.change(assigned, version=1, values=values, by=planner)
    assert field in wrong.value.fields
    held = Assignment.objects.get()
    assert (held.version, held.begins, held.people) == (1, BEGINS, 2)


def test_a_partner_whom_a_planner_may_not_see_cannot_be_assigned(option, plan, hidden, planner, cleared):
    row = {"option": option, "task": plan.tasks.get(), "partner": hidden, "begins": BEGINS, "ends": ENDS}
    with pytest.raises(services.Incoherent, match="no such partner"):
        services.add(Assignment(**row), by=planner)
    services.add(Assignment(**row), by=cleared)
    assert Assignment.objects.visible_to(cleared).count() == 1
    assert not Assignment.objects.visible_to(planner).exists()
    assert not Assignment.objects.visible_to(cleared, token=True).exists()
    assert not Assignment.objects.without_restricted().exists()
    assert not plan.changes.visible_to(planner).filter(subject__startswith="assignment").exists()
    assert plan.changes.visible_to(cleared).filter(subject__startswith="assignment").exists()


def test_one_option_is_chosen_at_a_time(plan, planner):
    one, two, _ = plan.options.all()
    services.choose(one, version=1, by=planner)
    services.choose(two, version=1, by=planner)
    assert [o.chosen for o in Option.objects.order_by("pk")] == [False, True, False]


def test_a_plan_that_is_archived_is_not_changed_until_it_is_restored(plan, option, planner):
    archived = services.archive(plan, version=1, by=planner)
    for act in (
        lambda: services.change(option, version=1, values={"title": "x"}, by=planner),
        lambda: services.add(Milestone(plan=plan, title="t", due=ENDS), by=planner),
        lambda: services.archive(plan, version=2, by=planner),
    ):
        with pytest.raises(services.Settled):
            act()
    services.restore(plan, version=archived.version, by=planner)
    assert services.change(option, version=1, values={"title": "x"}, by=planner).title == "x"


def test_a_stranger_can_change_nothing(assigned, plan, option, stranger):
    for act in (
        lambda: services.change(assigned, version=1, values={"people": 1}, by=stranger),
        lambda: services.remove(assigned, version=1, by=stranger),
        lambda: services.archive(plan, version=1, by=stranger),
        lambda: services.add(Milestone(plan=plan, title="t", due=ENDS), by=stranger),
        lambda: services.comment(plan, "hello", stranger),
        lambda: services.start_proposal(option, stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_capacity_of_another_mission_cannot_be_assigned(assigned, analysts, planner):
    analysts.mission.acronym, analysts.mission.pk = "OTHER", None
    analysts.mission.save()
    analysts.mission_id = analysts.mission.pk
    analysts.save()
    assigned.capacity = analysts
    with pytest.raises(services.Incoherent, match="another mission"):
        services.change(assigned, version=1, values={"capacity": analysts, "people": 1}, by=planner)


def test_removing_an_option_records_what_was_assigned_in_it(option, assigned, planner):
    services.remove(option, version=1, by=planner)
    assert not Assignment.objects.exists()
    assert [c.subject.split()[0] for c in PlanChange.objects.filter(action="removed")] == ["option", "assignment"]


def test_a_comment_is_struck_by_its_author_alone(plan, planner, second):
    made = services.comment(plan, " Too late for the dry season. ", planner)
    assert made.text == "Too late for the dry season."
    with pytest.raises(PermissionDenied):
        services.strike(made, second)
    services.strike(made, planner)
    made.refresh_from_db()
    assert made.struck_at


def test_a_task_is_in_a_plan_once(plan, planner):
    row = {"plan": plan, "label": "2 (c) (ii)", "title": "Again.", "place": 2, "added": True}
    with pytest.raises(services.Incoherent, match="already"):
        services.add(PlanTask(**row), by=planner)
    assert services.add(PlanTask(**{**row, "label": "3"}), by=planner).place == 2


def test_an_assignment_that_goes_from_a_restricted_partner_tells_nothing_of_it(
    option, plan, hidden, monitor, analysts, planner, cleared
):
    days = {"begins": BEGINS, "ends": ENDS}
    row = services.add(Assignment(option=option, task=plan.tasks.get(), partner=hidden, **days), by=cleared)
    row = services.change(row, version=1, values={"partner": monitor}, by=cleared)
    services.change(row, version=2, values={"partner": None, "capacity": analysts, "people": 1}, by=cleared)
    told = plan.changes.visible_to(planner).filter(subject=f"assignment {row.pk}").order_by("pk")
    assert [(c.action, c.partner_id) for c in told] == [("added", monitor.pk), ("removed", monitor.pk), ("added", None)]
    assert [c.detail.get("partner") for c in told] == [
        {"from": None, "to": monitor.pk},
        {"from": monitor.pk, "to": None},
        None,
    ]
    assert plan.changes.visible_to(cleared).filter(partner=hidden).count() == 2
