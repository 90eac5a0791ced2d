"""Plans over the API: opened on a mandate, changed with the version that was seen, and told as they stand."""

import pytest
from rest_framework.test import APIClient

from plans import services
from plans.models import Assignment, Milestone, Option, Plan, PlanChange, Proposal
from tests.plans.conftest import BEGINS, ENDS
from tests.plans.test_proposing import proposed

pytestmark = pytest.mark.django_db
PLANS = "/api/v1/plans/"
DAYS = {"begins": BEGINS.isoformat(), "ends": ENDS.isoformat()}


def client_of(person) -> APIClient:
    client = APIClient()
    client.force_authenticate(person)
    return client


def error_of(response, status: int) -> dict:
    assert response.status_code == status, response.content
    return response.json()["error"]


@pytest.fixture
def me(planner) -> APIClient:
    return client_of(planner)


@pytest.fixture
def there(plan) -> str:
    return f"{PLANS}{plan.pk}/"


def test_a_plan_is_opened_on_a_mandate_and_answered_whole_with_its_address(me, mandate):
    sent = {"mandate": mandate.pk, "title": "Gold", **DAYS, "nominated_on": DAYS["begins"], "note": "In haste."}
    response = me.post(PLANS, sent)
    told = response.json()
    assert response.status_code == 201 and response["Location"] == told["plan"]["api_url"]
    assert (told["plan"]["mission"], told["plan"]["note"], told["plan"]["by"]) == ("UNMINA", "In haste.", "planner")
    assert [one["approach"] for one in told["options"]] == ["specialized", "local", "political_economy"]
    (task,) = told["tasks"]
    assert task["label"] == "2 (c) (ii)" and {need["kind"] for need in task["needs"]} == {"expertise", "partner"}
    assert told["options"][0]["measures"]["met"] == 0 < told["options"][0]["measures"]["needs"] == len(task["needs"])
    (row,) = me.get(PLANS).json()["results"]
    assert row == told["plan"]
    again = me.get(row["api_url"]).json()
    assert {**again, "as_of": ""} == {**told, "as_of": ""}


def test_what_cannot_be_planned_on_is_told_in_a_sentence(me, mandate, mission):
    sent = {"mandate": mandate.pk, "title": "Gold", **DAYS, "nominated_on": DAYS["begins"]}
    mandate.newest_version.review.delete()
    assert error_of(me.post(PLANS, sent), 409)["code"] == "nothing_to_plan"
    assert "ends" in error_of(me.post(PLANS, {**sent, "ends": "2029-01-01"}), 400)["fields"]
    assert "mandate" in error_of(me.post(PLANS, {**sent, "mandate": 987654}), 400)["fields"]
    assert "colour" in error_of(me.post(PLANS, {**sent, "colour": "red"}), 400)["fields"]
    mandate.mission = None
    mandate.save()
    assert "mission" in error_of(me.post(PLANS, sent), 400)["fields"]
    assert not Plan.objects.exists()


def test_the_list_is_narrowed_by_mission_and_archive_and_refuses_other_words(me, plan, there):
    assert me.get(PLANS, {"mission": "UNMINA"}).json()["count"] == 1
    assert me.post(f"{there}archive/", {"version": 1}).json()["plan"]["archived_at"]
    assert me.get(PLANS).json()["count"] == 0
    assert me.get(PLANS, {"archived": "true"}).json()["count"] == 1
    assert error_of(me.get(PLANS, {"colour": "red"}), 400)["code"] == "unknown_filter"
    assert error_of(me.get(PLANS, {"archived": "maybe"}), 400)["code"] == "invalid"
    assert error_of(me.patch(there, {"version": 2, "title": "x"}), 409)["code"] == "archived"
    assert me.post(f"{there}restore/", {"version": 2}).json()["plan"]["archived_at"] is None
    assert me.get(PLANS).json()["count"] == 1


def test_a_conflict_tells_both_states_and_saves_nothing(me, plan, there, second):
    services.change(plan, version=1, values={"title": "Gold first"}, by=second)
    error = error_of(me.patch(there, {"version": 1, "title": "Gold last", "note": ""}), 409)
    assert error["code"] == "conflict"
    assert error["fields"] == {"version": ["Now: 2"], "title": ["Now: Gold first", "Yours: Gold last"]}
    assert Plan.objects.get().title == "Gold first"
    assert me.patch(there, {"version": 2, "title": "Gold last"}).json()["plan"]["version"] == 3
    assert "version" in error_of(me.patch(there, {"title": "x"}), 400)["fields"]


def test_options_are_added_changed_chosen_and_removed(me, there):
    response = me.post(f"{there}options/", {"approach": "mixed", "title": "Both ways"})
    made = response.json()
    assert response.status_code == 201 and (made["version"], made["chosen"]) == (1, False)
    assert made["approach_said"] and made["approach_basis"] == "ours, by judgement"
    address = response["Location"]
    assert me.get(address).json() == made
    assert me.patch(address, {"version": 1, "rationale": "Cheaper."}).json()["rationale"] == "Cheaper."
    assert me.post(f"{address}choose/", {"version": 2}).json()["chosen"]
    assert "version" in error_of(me.delete(address), 400)["fields"]
    assert error_of(me.delete(f"{address}?version=1"), 409)["code"] == "conflict"
    assert me.delete(f"{address}?version=3").status_code == 204
    assert me.get(address).status_code == 404 and Option.objects.count() == 3


def test_who_is_assigned_is_told_with_what_it_meets_and_what_stands_against_it(
    me, there, option, plan, analysts, regime
):
    address = f"{there}options/{option.pk}/assignments/"
    sent = {"task": plan.tasks.get().pk, **DAYS}
    response = me.post(address, {**sent, "capacity": analysts.pk, "people": 5})
    made = response.json()
    assert response.status_code == 201 and made["resource"]["title"] == "analysts of networks"
    assert "network_analysis" in [need["name"] for need in made["meets"]]
    assert [said for said in made["conflicts"] if said.startswith("Analysts of networks: 5 planned at")]
    named = me.post(address, {**sent, "regime": "nambira"}).json()
    assert named["resource"] == {
        "kind": "regime", "title": "sanctions regime on Nambira", "capacity": None, "partner": None, "regime": "nambira",
    }  # fmt: skip
    told = me.get(there).json()["options"][0]
    assert len(told["assignments"]) == 2 and told["measures"]["people"] == 5
    assert {one["resource"]["kind"] for one in told["measures"]["single"]} == {"capacity", "regime"}
    assert len(told["measures"]["covered"]) + len(told["measures"]["gaps"]) == told["measures"]["needs"]
    place = response["Location"]
    assert me.patch(place, {"version": 1, "people": 2}).json()["people"] == 2
    assert error_of(me.patch(place, {"version": 1, "people": 1}), 409)["fields"]["people"] == ["Now: 2", "Yours: 1"]
    assert "partner" in error_of(me.patch(place, {"version": 2, "partner": 1}), 400)["fields"]
    assert me.delete(f"{place}?version=2").status_code == 204
    assert me.get(place).status_code == 404


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "capacity"),
        ({"capacity": 987654}, "capacity"),
        ({"partner": 987654}, "partner"),
        ({"regime": "nowhere"}, "regime"),
        ({"regime": "nambira", "people": 2}, "people"),
        ({"regime": "nambira", "task": 987654}, "task"),
        ({"regime": "nambira", "ends": "2029-01-01"}, "ends"),
        ({"regime": "nambira", "peple": 1}, "peple"),
    ],
)
def test_an_assignment_that_does_not_hold_together_is_refused_by_field(me, there, option, plan, regime, values, field):
    sent = {"task": plan.tasks.get().pk, **DAYS, **values}
    assert field in error_of(me.post(f"{there}options/{option.pk}/assignments/", sent), 400)["fields"]
    assert not Assignment.objects.exists()


def test_tasks_are_put_in_by_hand_taken_out_and_taken_over_again(me, there, plan):
    sent = {"label": "3", "title": "Against trafficking in persons.", "crime_types": ["human_trafficking"]}
    made = me.post(f"{there}tasks/", sent).json()
    assert (made["place"], made["added"]) == (2, True) and made["needs"]
    assert "label" in error_of(me.post(f"{there}tasks/", sent), 400)["fields"]
    assert "crime_types" in error_of(me.post(f"{there}tasks/", {**sent, "crime_types": ["envy"]}), 400)["fields"]
    assert me.delete(f"{there}tasks/{made['id']}/").status_code == 204
    plan.tasks.all().delete()
    assert me.post(f"{there}tasks/renew/").json() == {"added": ["2 (c) (ii)"], "changed": [], "left": []}


def test_milestones_and_comments_are_kept_with_the_plan(me, there, plan, second):
    sent = {"kind": "benchmark", "title": "Cases opened", "due": "2031-01-31", "target": "ten", "baseline": "none"}
    made = me.post(f"{there}milestones/", sent).json()
    address = f"{there}milestones/{made['id']}/"
    assert me.patch(address, {"version": 1, "reached_on": "2031-01-20"}).json()["reached_on"] == "2031-01-20"
    assert error_of(me.delete(f"{address}?version=1"), 409)["code"] == "conflict"
    said = me.post(f"{there}comments/", {"text": "Too late for the dry season."}).json()
    assert client_of(second).delete(f"{there}comments/{said['id']}/").status_code == 403
    told = me.get(there).json()
    assert told["milestones"][0]["target"] == "ten" and told["comments"][0]["text"] == "Too late for the dry season."
    assert me.delete(f"{there}comments/{said['id']}/").status_code == 204
    (struck,) = me.get(f"{there}comments/").json()["results"]
    assert struck["text"] == "" and struck["struck_at"]
    assert me.delete(f"{address}?version=2").status_code == 204 and not Milestone.objects.exists()
    assert me.post(f"{there}comments/", {"text": "  "}).status_code == 400


def test_the_history_tells_who_changed_what_newest_first(me, there, plan):
    me.patch(there, {"version": 1, "title": "Gold first"})
    (changed, opened) = me.get(f"{there}changes/").json()["results"]
    assert changed["detail"] == {"title": {"from": "Gold and networks", "to": "Gold first"}}
    assert (changed["by"], changed["subject"], opened["action"]) == ("planner", "plan", "opened")
    assert me.get(there).json()["changes"] == [changed, opened]


def test_a_proposal_is_asked_for_looked_at_and_cancelled(me, there, option):
    response = me.post(f"{there}options/{option.pk}/proposals/")
    assert response.status_code == 202 and response.json()["state"] == "pending"
    told = me.get(response["Location"])
    assert told["Retry-After"] == "1" and told.json()["answer"] is None
    assert me.post(f"{there}options/{option.pk}/proposals/").json()["id"] == told.json()["id"]
    assert error_of(me.post(f"{response['Location']}accept/", {"numbers": [0]}), 409)["code"] == "nothing_proposed"
    assert me.delete(response["Location"]).status_code == 204
    assert me.get(response["Location"]).json()["state"] == "cancelled"
    assert me.get(f"{there}options/{option.pk}/proposals/").json()["count"] == 1


def test_a_proposal_is_told_with_names_and_taken_over_by_number(me, there, option, planner, analysts, monitor, regime):
    row = proposed(option, planner, ("capacity", analysts), ("partner", monitor), ("regime", regime))
    address = f"{there}options/{option.pk}/proposals/{row.pk}/"
    chosen = me.get(address).json()["answer"]["chosen"]
    assert [(one["number"], one["resource"]["title"]) for one in chosen] == [
        (0, "analysts of networks"), (1, "River Watch"), (2, "sanctions regime on Nambira"),
    ]  # fmt: skip
    assert chosen[1]["why"] == "River Watch is there."
    assert "numbers" in error_of(me.post(f"{address}accept/", {"numbers": [3]}), 400)["fields"]
    told = me.post(f"{address}accept/", {"numbers": [1, 2]}).json()
    assert [one["resource"]["kind"] for one in told["assignments"]] == ["partner", "regime"]
    assert told["assignments"][0]["why"] == "River Watch is there." and not told["assignments"][0]["fixed"]
    assert error_of(me.post(f"{address}accept/", {"numbers": [0]}), 409)["code"] == "nothing_proposed"


def test_a_proposal_for_an_option_that_was_changed_since_is_refused(me, there, option, planner, analysts, assigned):
    row = proposed(option, planner, ("capacity", analysts))
    services.change(assigned, version=1, values={"people": 1}, by=planner)
    error = error_of(me.post(f"{there}options/{option.pk}/proposals/{row.pk}/accept/", {"numbers": [0]}), 409)
    assert error["code"] == "conflict" and Proposal.objects.get().accepted_at is None


def test_whoever_may_not_plan_sees_no_plan_and_opens_none(there, plan, mandate, stranger):
    reader = client_of(stranger)
    assert reader.get(PLANS).json()["count"] == 0
    assert error_of(reader.post(PLANS, {}), 403)["code"] == "permission_denied"
    for way in ("", "changes/", "comments/"):
        assert reader.get(there + way).status_code == 404
    for way in ("archive/", "tasks/", "tasks/renew/", "options/", "milestones/", "comments/"):
        assert reader.post(there + way, {"version": 1}).status_code == 404
    assert PlanChange.objects.count() == 1
