"""Capacities over the API: planners change them with the version that they saw; null is not known, zero is none."""

import pytest
from django.core.management import call_command
from rest_framework.test import APIClient

from capacities import services
from capacities.models import Capacity

pytestmark = pytest.mark.django_db
CAPACITIES = "/api/v1/capacities/"
NEW = {
    "mission": "UNMIKA",
    "category": "seconded_post",
    "title": "Crime analyst",
    "expertise": ["intelligence"],
    "deployed": 0,
    "languages": ["sg"],
    "country": "SEN",
    "source": "Budget of 2031",
    "as_of": "2031-02-28",
}


def client_of(person) -> APIClient:
    client = APIClient()
    client.force_authenticate(person)
    return client


@pytest.fixture
def me(planner) -> APIClient:
    return client_of(planner)


def test_a_capacity_is_added_and_answered_with_its_history_and_address(me, mission, expertise):
    response = me.post(CAPACITIES, NEW)
    assert response.status_code == 201
    told = response.json()
    assert response["Location"] == told["api_url"] == f"{CAPACITIES}{told['id']}/"
    assert (told["deployed"], told["authorized"], told["version"], told["languages"]) == (0, None, 1, ["sg"])
    assert told["changes"][0]["detail"]["deployed"] == {"from": None, "to": 0}
    assert me.get(told["api_url"]).json() == told
    (row,) = me.get(CAPACITIES).json()["results"]
    assert row == {name: value for name, value in told.items() if name != "changes"}


def test_a_change_names_the_version_and_leaves_alone_what_it_does_not_name(me, capacity):
    told = me.post(f"{CAPACITIES}{capacity.pk}/", {"version": 1, "pledged": 2, "deployed": None}).json()
    assert (told["version"], told["pledged"], told["deployed"], told["authorized"]) == (2, 2, None, 8)
    assert told["changes"][0]["detail"] == {"deployed": {"from": 3, "to": None}, "pledged": {"from": None, "to": 2}}


def test_a_conflict_is_409_with_both_states_of_each_field_that_differs(me, capacity, administrator):
    services.update(capacity, version=1, values={"deployed": 5}, by=administrator)
    response = me.post(f"{CAPACITIES}{capacity.pk}/", {"version": 1, "deployed": None, "authorized": 8})
    error = response.json()["error"]
    assert (response.status_code, error["code"]) == (409, "conflict")
    assert error["fields"] == {"version": ["Now: 2"], "deployed": ["Now: 5", "Yours: not known"]}
    assert Capacity.objects.get().deployed == 5


def test_a_change_without_a_version_is_refused(me, capacity):
    error = me.post(f"{CAPACITIES}{capacity.pk}/", {"deployed": 5}).json()["error"]
    assert list(error["fields"]) == ["version"]


def test_an_archived_capacity_is_found_where_it_is_asked_for_and_not_changed(me, capacity):
    assert me.post(f"{CAPACITIES}{capacity.pk}/archive/", {"version": 1}).json()["archived_at"]
    assert me.get(CAPACITIES).json()["count"] == 0
    assert me.get(CAPACITIES, {"archived": "true"}).json()["count"] == 1
    response = me.post(f"{CAPACITIES}{capacity.pk}/", {"version": 2, "deployed": 1})
    assert (response.status_code, response.json()["error"]["code"]) == (409, "archived")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mission", "UNNONE"),
        ("category", "army"),
        ("expertise", ["mind_reading"]),
        ("deployed", -1),
        ("deployed", "many"),
        ("languages", ["klingon"]),
        ("country", "XXX"),
        ("available_from", "soon"),
        ("as_of", None),
        ("source", ""),
        ("deploied", 5),
    ],
)
def test_a_value_that_cannot_be_used_is_named_and_nothing_is_saved(me, mission, expertise, field, value):
    response = me.post(CAPACITIES, NEW | {field: value})
    assert response.status_code == 400
    assert list(response.json()["error"]["fields"]) == [field]
    assert not Capacity.objects.exists()


def test_values_that_do_not_go_together_are_named(me, capacity):
    response = me.post(f"{CAPACITIES}{capacity.pk}/", {"version": 1, "available_until": "2031-01-01"})
    assert response.status_code == 400
    assert response.json()["error"]["fields"] == {"available_until": ["It ends before it begins."]}


def test_who_is_no_planner_reads_and_changes_nothing(stranger, capacity, mission, expertise):
    client = client_of(stranger)
    assert client.get(f"{CAPACITIES}{capacity.pk}/").status_code == 200
    for address, body in ((CAPACITIES, NEW), (f"{CAPACITIES}{capacity.pk}/", {"version": 1, "deployed": 9})):
        response = client.post(address, body)
        assert (response.status_code, response.json()["error"]["code"]) == (403, "permission_denied")
    assert client.post(f"{CAPACITIES}{capacity.pk}/archive/", {"version": 1}).status_code == 403
    assert APIClient().get(CAPACITIES).status_code == 401
    assert (Capacity.objects.get().deployed, Capacity.objects.get().archived_at) == (3, None)


def test_the_list_is_narrowed_by_filters_and_refuses_what_it_does_not_know(me, capacity):
    for query, count in (
        ({"language": "sg"}, 1),
        ({"language": "en"}, 0),
        ({"pledge": "true"}, 0),
        ({"country": "SEN"}, 1),
    ):
        assert me.get(CAPACITIES, query).json()["count"] == count, query
    error = me.get(CAPACITIES, {"colour": "blue"}).json()["error"]
    assert error["code"] == "unknown_filter"
    assert me.get(CAPACITIES, {"expertise": "mind_reading"}).status_code == 400


def test_expertise_and_strengths_are_told_with_their_sources(me):
    call_command("load_reference", verbosity=0)
    expertise = me.get(f"{CAPACITIES}expertise/").json()["results"]
    assert all(row["source"] and row["definition"] for row in expertise) and len(expertise) == 11
    (newest, older) = me.get(f"{CAPACITIES}strengths/", {"mission": "MONUSCO", "category": "individual_police"}).json()[
        "results"
    ]
    assert (newest["actual"], newest["as_of"], older["actual"]) == (139, "2026-02-28", 270)


def test_the_list_costs_no_more_queries_with_thirty_rows(me, values, planner, django_assert_max_num_queries):
    for number in range(30):
        services.create(values=values | {"title": f"Team {number}"}, by=planner)
    with django_assert_max_num_queries(6):
        assert me.get(CAPACITIES).json()["count"] == 30


def test_an_archived_capacity_is_restored_with_the_version_that_was_seen(me, capacity, stranger):
    address = f"{CAPACITIES}{capacity.pk}/"
    assert me.post(f"{address}restore/", {"version": 1}).json()["error"]["code"] == "not_archived"
    me.post(f"{address}archive/", {"version": 1})
    assert me.post(f"{address}restore/", {"version": 1}).json()["error"]["code"] == "conflict"
    assert client_of(stranger).post(f"{address}restore/", {"version": 2}).status_code == 403
    told = me.post(f"{address}restore/", {"version": 2}).json()
    assert (told["archived_at"], told["version"], told["changes"][0]["action"]) == (None, 3, "restored")


def test_the_day_of_a_clearance_goes_in_and_out(me, capacity):
    assert me.get(f"{CAPACITIES}{capacity.pk}/").json()["cleared_until"] == "2032-06-30"
    told = me.post(f"{CAPACITIES}{capacity.pk}/", {"version": 1, "cleared_until": "2033-01-31"}).json()
    assert told["changes"][0]["detail"] == {"cleared_until": {"from": "2032-06-30", "to": "2033-01-31"}}
