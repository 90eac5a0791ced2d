"""Documents beside a mandate over the API: read by everyone signed in, written by planners, never over somebody's head."""

import pytest
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from missions.models import MissionDocument

ADDRESS = "/api/v1/missions/UNMIKA/documents/"
SENT = {"kind": "report", "title": "Report on Karesia", "symbol": "S/2031/300", "date": "2031-04-02"}


def client(person) -> APIClient:
    made = APIClient()
    made.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.get_or_create(user=person)[0].key}")
    return made


@pytest.fixture
def me(planner, unmika):
    return client(planner)


def test_a_planner_adds_changes_and_archives_a_document_and_its_history_is_told(me, stranger):
    made = me.post(ADDRESS, SENT, format="json")
    there = made.json()["api_url"]
    assert (made.status_code, made["Location"], made.json()["added_by"]) == (201, there, "planner")
    changed = me.post(
        there, {"version": 1, "recommendations": "Paragraph 3: name the smugglers."}, format="json"
    ).json()
    assert (changed["version"], changed["title"], changed["date"]) == (2, "Report on Karesia", "2031-04-02")
    archived = me.post(f"{there}archive/", {"version": 2}, format="json").json()
    assert [c["action"] for c in archived["changes"]] == ["archived", "updated", "created"]
    reader = client(stranger)
    assert reader.get(there).json()["archived_at"]
    assert reader.get(ADDRESS).json()["count"] == 0
    assert reader.get(ADDRESS, {"archived": "true"}).json()["count"] == 1
    late = me.post(there, {"version": 3, "title": "Late"}, format="json")
    assert (late.status_code, late.json()["error"]["code"]) == (409, "archived")


def test_who_saw_an_older_version_is_answered_with_both_states(me):
    there = me.post(ADDRESS, SENT, format="json").json()["api_url"]
    me.post(there, {"version": 1, "title": "Theirs"}, format="json")
    answer = me.post(there, {"version": 1, "title": "Mine"}, format="json")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (409, "conflict")
    assert error["fields"] == {"version": ["Now: 2"], "title": ["Now: Theirs", "Yours: Mine"]}
    assert MissionDocument.objects.get().title == "Theirs"


def test_a_reader_writes_nothing(me, stranger):
    there = me.post(ADDRESS, SENT, format="json").json()["api_url"]
    reader = client(stranger)
    for address, sent in (
        (ADDRESS, SENT),
        (there, {"version": 1, "title": "Mine"}),
        (f"{there}archive/", {"version": 1}),
    ):
        assert reader.post(address, sent, format="json").status_code == 403
    assert MissionDocument.objects.get().version == 1


@pytest.mark.parametrize("change", [{"kind": "gossip"}, {"title": ""}, {"url": "nowhere"}, {"date": "soon"}])
def test_a_value_that_cannot_be_used_is_named(me, change):
    answer = me.post(ADDRESS, {**SENT, **change}, format="json")
    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, list(change))
    assert not MissionDocument.objects.exists()


def test_a_mission_that_is_not_known_has_no_documents(me):
    assert me.get("/api/v1/missions/UNOTHER/documents/").status_code == 404
    assert me.post("/api/v1/missions/UNOTHER/documents/", SENT, format="json").status_code == 404
