"""Missions over the API: facts with their source, narrowed by type, status and country."""

import pytest
from rest_framework.test import APIClient

from missions.models import Country, Mission

pytestmark = pytest.mark.django_db
MISSIONS = "/api/v1/missions/"


@pytest.fixture
def me(owner) -> APIClient:
    client = APIClient()
    client.force_authenticate(owner)
    return client


@pytest.fixture
def nambira():
    return Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira")


def mission(acronym: str, **more) -> Mission:
    facts = {"name": acronym, "type": "peacekeeping", "status": "active", "source": "tests", "as_of": "2030-01-01"}
    return Mission.objects.create(acronym=acronym, **{**facts, **more})


def acronyms(client, **query) -> list[str]:
    return [row["acronym"] for row in client.get(MISSIONS, query).json()["results"]]


def test_missions_are_narrowed_by_type_status_and_country(me, nambira):
    mission("UNMINA").countries.add(nambira)
    mission("UNOLD", status="closed")
    mission("UNPOL", type="political")
    assert acronyms(me) == ["UNMINA", "UNOLD", "UNPOL"]
    assert acronyms(me, status="closed") == ["UNOLD"]
    assert acronyms(me, type="political") == ["UNPOL"]
    assert acronyms(me, country="NBI") == ["UNMINA"]
    assert acronyms(me, country="NBI", type="political") == []


@pytest.mark.parametrize("query", [{"country": "XXX"}, {"type": "peaceful"}, {"status": "open"}])
def test_a_value_that_is_not_known_is_refused(me, nambira, query):
    response = me.get(MISSIONS, query)
    assert response.status_code == 400
    assert list(response.json()["error"]["fields"]) == list(query)


def test_a_mission_is_told_with_its_source_and_date(me, nambira):
    mission("G5-Sahel force", mandate_in_force="S/RES/3101 (2030)").countries.add(nambira)
    (row,) = me.get(MISSIONS).json()["results"]
    told = me.get(row["api_url"]).json()
    assert told == row
    assert (told["source"], told["as_of"], told["mandate_in_force"]) == ("tests", "2030-01-01", "S/RES/3101 (2030)")
    assert told["countries"] == [{"iso3": "NBI", "iso_numeric": "991", "name": "Nambira"}]
    assert told["closed"] is None


def test_a_mission_that_does_not_exist_is_not_found(me):
    response = me.get(f"{MISSIONS}NOWHERE/")
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_missions_are_for_people_who_signed_in(db):
    assert APIClient().get(MISSIONS).json()["error"]["code"] == "not_authenticated"
