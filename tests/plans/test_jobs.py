"""The solver as a job: its row says how far it is, it can be stopped, and what only some may see is not in its answer."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from missions import work
from plans import jobs, services
from plans.models import Assignment, Proposal
from tests.plans.conftest import BEGINS, ENDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(option, planner, analysts, monitor, regime):
    return services.start_proposal(option, planner)


def worked_out(proposal) -> Proposal:
    jobs.work_out(proposal.pk)
    proposal.refresh_from_db()
    return proposal


def test_what_is_proposed_is_taken_over_with_its_reasons(proposal, option, planner, analysts):
    row = worked_out(proposal)
    assert (row.state, row.percent, row.error) == ("done", 100, "")
    assert row.answer["proven"] and row.answer["note"] == ""
    [chosen] = row.answer["chosen"]
    assert (chosen["kind"], chosen["resource"], chosen["people"]) == ("capacity", analysts.pk, 1)
    assert chosen["meets"] == ["analysis of illegal networks", "criminal intelligence"] and chosen["why"].endswith(".")
    assert any(one["need"] == "financial forensics" and one["why"] for one in row.answer["uncovered"])
    outside = {one["need"] for one in row.answer["uncovered"] if one["outside"]}
    assert "civil-society monitor" in outside and "financial forensics" not in outside
    [made] = services.accept(row, [0], planner)
    assert (made.fixed, made.why, made.begins, made.ends) == (False, chosen["why"], BEGINS, ENDS)
    with pytest.raises(services.NothingProposed):
        services.accept(Proposal.objects.get(pk=row.pk), [0], planner)


def test_who_is_there_already_does_not_wait_for_nominations(client, plan, option, planner, analysts, monitor, regime):
    services.change(plan, version=1, values={"nominated_on": date(2031, 1, 1)}, by=planner)
    [chosen] = worked_out(services.start_proposal(option, planner)).answer["chosen"]
    assert chosen["begins"] == BEGINS.isoformat()
    client.force_login(planner)
    sent = {"task": plan.tasks.get().pk, "who": f"capacity:{analysts.pk}"}
    client.post(reverse("assignment_new", args=[plan.pk, option.pk]), sent)
    assert Assignment.objects.get().begins == BEGINS


def test_what_a_planner_fixed_stays_and_its_people_are_not_taken(option, plan, analysts, planner):
    analysts.deployed = 1
    analysts.save()
    row = Assignment(option=option, task=plan.tasks.get(), capacity=analysts, begins=BEGINS, ends=ENDS, people=1)
    services.add(row, by=planner)
    assert worked_out(services.start_proposal(option, planner)).answer["chosen"] == []


def test_an_option_that_was_changed_meanwhile_takes_nothing_over(proposal, option, plan, analysts, planner):
    row = worked_out(proposal)
    added = Assignment(option=option, task=plan.tasks.get(), capacity=analysts, begins=BEGINS, ends=ENDS, people=1)
    services.add(added, by=planner)
    with pytest.raises(services.Conflict):
        services.accept(row, [0], planner)
    assert option.assignments.count() == 1


def test_a_second_question_while_one_waits_is_the_same_question(proposal, option, planner):
    assert services.start_proposal(option, planner) == proposal
    services.cancel_proposal(proposal, planner)
    assert services.start_proposal(option, planner) != proposal


def test_one_that_was_cancelled_is_not_worked_out(proposal, planner):
    services.cancel_proposal(proposal, planner)
    assert worked_out(proposal).state == "cancelled" and proposal.answer is None


def test_one_that_is_cancelled_at_work_stops_and_leaves_no_answer(proposal, planner, monkeypatch):
    step = work.Progress.__call__

    def cancelled(self, percent, **more):
        Proposal.objects.filter(pk=proposal.pk).update(state=Proposal.State.CANCELLED)
        step(self, percent, **more)

    monkeypatch.setattr(work.Progress, "__call__", cancelled)
    assert worked_out(proposal).state == "cancelled" and proposal.answer is None


def test_a_search_does_not_ask_the_database_at_each_better_answer_whether_it_is_still_wanted(proposal, monkeypatch):
    search = jobs.propose

    def asking(*told, stop, **options):
        assert not any(stop() for _ in range(50))
        return search(*told, stop=stop, **options)

    monkeypatch.setattr(jobs, "propose", asking)
    with CaptureQueriesContext(connection) as asked:
        assert worked_out(proposal).state == "done"
    assert sum('SELECT 1 AS "a" FROM "plans_proposal"' in query["sql"] for query in asked) < 50


def test_a_unit_of_which_nobody_recorded_how_many_it_is_can_be_taken_over_and_changed(
    client, proposal, option, planner, analysts
):
    analysts.category, analysts.deployed, analysts.available_from = "specialized_team", None, BEGINS
    analysts.save()
    made, *_ = services.accept(worked_out(proposal), [0], planner)
    assert made.people == 0
    address = reverse("assignment_edit", args=[option.plan_id, option.pk, made.pk])
    client.force_login(planner)
    form = client.get(address).context["form"]
    answer = client.post(address, form.initial | {"note": "Ask the desk.", "version": 1})
    assert answer.status_code == 302
    assert (Assignment.objects.get().people, Assignment.objects.get().note) == (0, "Ask the desk.")


def test_a_job_whose_worker_died_is_queued_again_and_given_up_after_three_attempts(proposal):
    Proposal.objects.update(state="running", attempts=1, heartbeat_at=timezone.now() - work.STALE * 2)
    assert jobs.requeue_proposals() == 1
    assert Proposal.objects.get().state == "pending"
    Proposal.objects.update(state="running", attempts=3, heartbeat_at=timezone.now() - work.STALE * 2)
    assert jobs.requeue_proposals() == 0
    row = Proposal.objects.get()
    assert row.state == "failed" and "interrupted several times" in row.error


def test_who_may_no_longer_see_the_plan_gets_no_answer(proposal, planner):
    planner.groups.clear()
    assert worked_out(proposal).state == "failed"
    assert proposal.error == jobs.NO_LONGER and proposal.answer is None


def test_a_restricted_partner_is_in_no_proposal_and_in_no_reason(plan, cleared, hidden, monitor, analysts):
    hidden.kind, hidden.crime_types = "local_authority", ["natural_resources"]
    hidden.save()
    option = plan.options.get(approach="local")
    row = worked_out(services.start_proposal(option, cleared))
    assert {one["resource"] for one in row.answer["chosen"] if one["kind"] == "partner"} == {monitor.pk}
    told = json.dumps(row.answer)
    assert "Gorge Circle" not in told and f"[partner {hidden.pk}]" not in told
    assert "River Watch" not in told  # kept by number: it may be restricted tomorrow
    need = next(one for one in row.answer["uncovered"] if one["need"] == "customary or local authority")
    assert need["why"] and need["about"] == []


def test_where_nothing_is_recorded_the_page_says_what_to_record(client, option, planner):
    row = worked_out(services.start_proposal(option, planner))
    client.force_login(planner)
    page = client.get(reverse("proposal", args=[option.plan_id, option.pk, row.pk])).content.decode()
    assert "Nothing can be proposed" in page and f"{reverse('capacity_new')}?mission=UNMINA" in page
