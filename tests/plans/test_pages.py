"""Pages of plans, as a planner goes through them; for anybody else a plan does not exist."""

import tomllib
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from plans import services
from plans.models import Assignment, Milestone, Option, Plan, PlanTask, Proposal
from tests.plans.conftest import BEGINS, ENDS

BUDGETS = tomllib.loads((Path(__file__).parent.parent / "query_budgets.toml").read_text())["pages_of_plans"]
pytestmark = pytest.mark.django_db


def said(response) -> str:
    """What a page says, without its tags."""
    return " ".join(unescape(strip_tags(response.content.decode())).split())


@pytest.fixture
def browser(client, planner):
    client.force_login(planner)
    return client


def test_a_plan_begins_with_the_days_of_its_mandate(browser, mandate):
    page = browser.get(reverse("plan_new", args=[mandate.pk]))
    assert 'value="2031-06-30"' in page.content.decode()
    sent = {"title": "Gold", "begins": "2030-07-01", "ends": "2031-06-30", "nominated_on": "2030-07-01"} | {
        "note": "After the rains."
    }
    answer = browser.post(reverse("plan_new", args=[mandate.pk]), sent, follow=True)
    assert "make 12 needs, and nobody is assigned yet" in said(answer)
    assert (Plan.objects.get().title, Plan.objects.get().note) == ("Gold", "After the rains.")


def test_a_mandate_that_has_run_out_leaves_the_days_to_the_register_while_its_mission_goes_on(
    browser, mandate, mission
):
    review = mandate.latest_review
    review.data["term"] = {"until": "2020-06-30", "months": None, "days": None}
    review.save()
    form = browser.get(reverse("plan_new", args=[mandate.pk])).context["form"]
    assert form["ends"].initial is None and form["begins"].initial == timezone.localdate()
    mission.mandate_ends = timezone.localdate() + timedelta(days=90)
    mission.save()
    form = browser.get(reverse("plan_new", args=[mandate.pk])).context["form"]
    assert form["ends"].initial == mission.mandate_ends
    mission.status = "closed"
    mission.save()
    form = browser.get(reverse("plan_new", args=[mandate.pk])).context["form"]
    assert form["ends"].initial == date(2020, 6, 30)


@pytest.mark.parametrize(
    ("name", "day"), [("ends", "9999-12-31"), ("nominated_on", "9999-12-31"), ("begins", "0001-01-01")]
)
def test_days_from_which_nothing_can_be_worked_out_are_refused_at_their_field(browser, plan, name, day):
    sent = {"title": "Gold", "begins": str(BEGINS), "ends": str(ENDS), "nominated_on": str(BEGINS), "version": 1}
    for address in (reverse("plan_edit", args=[plan.pk]), reverse("plan_new", args=[plan.mandate_id])):
        answer = browser.post(address, sent | {name: day})
        assert answer.status_code == 400
        assert answer.context["form"].errors[name] == ["Give a day between 1945 and 2100."]
    assert Plan.objects.get().begins == BEGINS


def test_a_plan_that_would_end_before_it_begins_is_refused_in_a_sentence(browser, mandate):
    sent = {"title": "Gold", "begins": "2031-07-01", "ends": "2031-06-30", "nominated_on": "2030-07-01"}
    answer = browser.post(reverse("plan_new", args=[mandate.pk]), sent)
    assert answer.status_code == 400 and "It ends before it begins." in said(answer)
    assert not Plan.objects.exists()


def test_the_page_lays_the_options_side_by_side_and_answers_in_one_sentence(browser, plan, assigned, monitor):
    page = said(browser.get(plan.get_absolute_url()))
    assert "“Specialized mission” meets 2 of " in page
    assert "Highest task" in page and "Rests on one alone" in page


def test_the_answer_counts_assignments_that_cannot_be_not_what_stands_against_them(
    browser, plan, option, assigned, analysts
):
    analysts.available_from, analysts.cleared_until = date(2030, 9, 1), date(2030, 12, 31)
    analysts.save()
    page, inside = (said(browser.get(row.get_absolute_url())) for row in (plan, option))
    assert "1 of its assignments cannot be as planned" in page and "2 cannot be as planned" in page
    assert "1 assignment cannot be as planned" in inside


def test_the_answer_does_not_say_that_nobody_is_assigned_where_those_who_are_meet_nothing(
    browser, plan, assigned, analysts
):
    analysts.expertise.clear()
    page = said(browser.get(plan.get_absolute_url()))
    assert "nothing that is assigned meets one" in page and "nobody is assigned" not in page


def test_the_highest_task_is_the_one_whose_needs_are_counted(browser, plan, planner):
    services.add(PlanTask(plan=plan, label="1 (a)", title="t", place=0, added=True), by=planner)
    compared = browser.get(plan.get_absolute_url()).context["compared"]
    assert [line.hint for line in compared.lines if line.name == "Highest task"] == ["2 (c) (ii)"]


def test_a_plan_without_options_or_without_tasks_says_so_and_not_that_nothing_is_known(browser, plan):
    plan.options.all().delete()
    page = said(browser.get(plan.get_absolute_url()))
    assert "make 12 needs, and nobody is assigned yet" in page and "Add an option: " in page
    plan.tasks.all().delete()
    page = said(browser.get(plan.get_absolute_url()))
    assert "This plan has no task." in page and "is not known" not in page


def test_a_title_of_digits_is_not_told_as_a_day(browser, plan, planner):
    services.change(plan, version=1, values={"title": "20300701"}, by=planner)
    assert "→ 20300701" in said(browser.get(plan.get_absolute_url()))


def test_whoever_is_assigned_without_days_or_people_gets_those_on_which_they_can_be_there(
    browser, plan, option, analysts
):
    analysts.available_from, analysts.available_until = date(2030, 9, 1), date(2031, 3, 31)
    analysts.save()
    sent = {"task": plan.tasks.get().pk, "who": f"capacity:{analysts.pk}", "fixed": "on"}
    browser.post(reverse("assignment_new", args=[plan.pk, option.pk]), sent)
    row = Assignment.objects.get()
    assert (row.begins, row.ends, row.people, row.fixed) == (date(2030, 9, 1), date(2031, 3, 31), 1, True)


def test_an_option_shows_who_does_what_and_what_is_in_conflict(browser, option, assigned, planner):
    services.change(assigned, version=1, values={"people": 9}, by=planner)
    page = said(browser.get(option.get_absolute_url()))
    assert "Analysts of networks: 9 planned at 2 (c) (ii) from 1 July 2030 to 30 June 2031, and 3 there." in page
    assert "1 assignment cannot be as planned" in page
    assert "nobody for" in page


def test_two_planners_at_once_get_both_states_and_nothing_is_lost(browser, plan, option, assigned, second):
    address = reverse("assignment_edit", args=[plan.pk, option.pk, assigned.pk])
    assert browser.get(address).status_code == 200
    services.change(assigned, version=1, values={"people": 3}, by=second)
    sent = {"task": assigned.task_id, "who": f"capacity:{assigned.capacity_id}", "people": 1, "version": 1}
    answer = browser.post(address, sent)
    assert answer.status_code == 409
    assert "Somebody else has changed the assignment" in said(answer)
    assert Assignment.objects.get().people == 3
    version = answer.context["version"]
    assert browser.post(address, sent | {"version": version}).status_code == 302
    assert Assignment.objects.get().people == 1


def test_options_milestones_and_tasks_are_added_changed_and_taken_out(browser, plan):
    browser.post(reverse("option_new", args=[plan.pk]), {"approach": "mixed", "title": "All of it"})
    browser.post(
        reverse("milestone_new", args=[plan.pk]),
        {"kind": "benchmark", "title": "Seizures", "due": "2031-01-31", "baseline": "0", "target": "20"},
    )
    types = {"label": "9", "title": "Watch the fords", "crime_types": ["gangs"]}
    browser.post(reverse("plan_task_new", args=[plan.pk]), types)
    again = browser.post(reverse("plan_task_new", args=[plan.pk]), types)
    assert again.status_code == 400 and "has a task with this label already" in said(again)
    option, milestone = Option.objects.get(title="All of it"), Milestone.objects.get()
    browser.post(
        reverse("milestone_edit", args=[plan.pk, milestone.pk]),
        {"kind": "benchmark", "title": "Seizures", "due": "2031-01-31", "reached_on": "2031-01-15", "version": 1},
    )
    assert "reached on 15 January 2031" in said(browser.get(plan.get_absolute_url()))
    for kind, row in (("options", option), ("milestones", milestone), ("tasks", plan.tasks.get(label="9"))):
        version = getattr(type(row).objects.get(pk=row.pk), "version", 1)
        browser.post(reverse("plan_row_remove", args=[plan.pk, kind, row.pk]), {"version": version})
    assert (plan.options.count(), plan.milestones.count(), plan.tasks.count()) == (3, 0, 1)
    assert browser.post(reverse("plan_row_remove", args=[plan.pk, "nothing", 1])).status_code == 404


def test_an_option_is_chosen_and_a_plan_is_archived_and_restored(browser, plan, option):
    browser.post(reverse("option_choose", args=[plan.pk, option.pk]), {"version": 1})
    assert Option.objects.get(chosen=True) == option
    browser.post(reverse("plan_archive", args=[plan.pk]), {"version": 1})
    assert plan.title not in said(browser.get(reverse("plan_list")))
    assert plan.title in said(browser.get(reverse("plan_list"), {"archived": "true"}))
    browser.post(reverse("plan_archive", args=[plan.pk]), {"version": 2, "restore": "1"})
    assert plan.title in said(browser.get(reverse("plan_list")))


def test_comments_are_added_and_struck(browser, plan):
    browser.post(reverse("plan_comment_new", args=[plan.pk]), {"text": "Ask the police adviser."})
    assert "Ask the police adviser." in said(browser.get(plan.get_absolute_url()))
    browser.post(reverse("plan_comment_strike", args=[plan.pk, plan.comments.get().pk]))
    page = said(browser.get(plan.get_absolute_url()))
    assert "Ask the police adviser." not in page and "was struck" in page


@pytest.mark.parametrize(
    ("text", "why"), [("a\0b", "Null characters"), ("a" * 5001, "5001"), (" ", "Write something first.")]
)
def test_a_comment_that_cannot_be_kept_whole_is_not_kept(browser, plan, text, why):
    answer = browser.post(reverse("plan_comment_new", args=[plan.pk]), {"text": text}, follow=True)
    assert why in said(answer)
    assert not plan.comments.exists()


def test_a_proposal_waits_is_cancelled_and_can_be_asked_again(browser, plan, option):
    asked = browser.post(reverse("propose", args=[plan.pk, option.pk]))
    row = Proposal.objects.get()
    assert asked.url == reverse("proposal", args=[plan.pk, option.pk, row.pk])
    assert "Assignments are being worked out." in said(browser.get(asked.url))
    browser.post(reverse("proposal_cancel", args=[plan.pk, option.pk, row.pk]))
    assert "The proposal was cancelled." in said(browser.get(asked.url))


def test_a_proposal_of_a_plan_that_was_archived_meanwhile_is_not_cancelled_and_says_why(browser, plan, option, planner):
    asked = services.start_proposal(option, planner)
    services.archive(plan, version=1, by=planner)
    answer = browser.post(reverse("proposal_cancel", args=[plan.pk, option.pk, asked.pk]), follow=True)
    assert answer.status_code == 200 and "This plan is archived: restore it before you change it." in said(answer)


def test_a_plan_of_a_draft_is_not_there_for_planners_who_do_not_see_the_draft(browser, plan, option, mandate, second):
    mandate.draft = True
    mandate.save()
    for address in (plan.get_absolute_url(), option.get_absolute_url(), reverse("plan_edit", args=[plan.pk])):
        assert browser.get(address).status_code == 404
    assert plan.title not in said(browser.get(reverse("plan_list")))
    mandate.readers.add(second)
    browser.force_login(second)
    assert browser.get(plan.get_absolute_url()).status_code == 200


def test_a_reader_is_told_who_plans_and_sees_none(client, stranger, plan, option, mandate):
    client.force_login(stranger)
    assert "Plans are made and read by planners and administrators." in said(client.get(reverse("plan_list")))
    assert client.get(plan.get_absolute_url()).status_code == 404
    assert client.get(reverse("plan_new", args=[mandate.pk])).status_code == 403
    assert client.post(reverse("propose", args=[plan.pk, option.pk])).status_code == 404


def test_a_partner_who_may_not_be_seen_leaves_no_trace_on_any_page(browser, client, plan, option, hidden, cleared):
    row = Assignment(option=option, task=plan.tasks.get(), partner=hidden, begins=BEGINS, ends=ENDS)
    services.add(row, by=cleared)
    pages = [plan.get_absolute_url(), option.get_absolute_url(), reverse("assignment_new", args=[plan.pk, option.pk])]
    for address in pages:
        page = browser.get(address).content.decode()
        assert "Gorge Circle" not in page and f"[partner {hidden.pk}]" not in page and "not shown to you" not in page
    assert browser.get(reverse("assignment_edit", args=[plan.pk, option.pk, row.pk])).status_code == 404
    client.force_login(cleared)
    assert "Gorge Circle is restricted" in said(client.get(option.get_absolute_url()))


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("address", BUDGETS)
def test_a_page_asks_as_often_with_one_row_as_with_thirty(
    browser, plan, option, analysts, planner, regime, monitor, many, address, django_assert_max_num_queries
):
    for n in range(many):
        row = Assignment(option=option, task=plan.tasks.get(), capacity=analysts, begins=BEGINS, ends=ENDS, people=1)
        services.add(row, by=planner)
        services.add(Milestone(plan=plan, title=str(n), due=ENDS), by=planner)
    with django_assert_max_num_queries(BUDGETS[address]):
        assert browser.get(address.format(plan=plan.pk, option=option.pk)).status_code == 200
