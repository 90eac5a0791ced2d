"""Partners over the API: written, changed at the same time."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_api_makes_changes_and_tells_both_states_of_a_conflict(browser):
    facts = {"kind": "fiu", "name": "Unit", "countries": ["NBI"], "source": "tests", "as_of": "2030-01-01"}
    made = browser.post("/api/v1/partners/", facts, content_type="application/json")
    assert (made.status_code, made.json()["sensitivity"], made.json()["version"]) == (201, "internal", 1)
    address = made.headers["Location"]
    change = browser.patch(address, {"version": 1, "areas": ["Port"]}, content_type="application/json")
    assert (change.json()["version"], change.json()["areas"], change.json()["name"]) == (2, ["Port"], "Unit")
    late = browser.patch(address, {"version": 1, "areas": ["Hill"]}, content_type="application/json")
    told = late.json()
    assert (late.status_code, told["error"]["code"]) == (409, "changed_meanwhile")
    assert (told["current"]["areas"], told["yours"]["areas"]) == (["Port"], ["Hill"])
    assert browser.patch(address, {"areas": []}, content_type="application/json").status_code == 400


def test_a_partner_is_archived_and_restored_with_the_version_that_was_seen(browser, partner):
    address, wide = f"/api/v1/partners/{partner.pk}/", {"content_type": "application/json"}
    assert browser.post(f"{address}archive/", {}, **wide).status_code == 400
    assert browser.post(f"{address}archive/", {"version": 1}, **wide).json()["archived_at"]
    assert browser.get("/api/v1/partners/").json()["count"] == 0
    assert browser.get("/api/v1/partners/", {"archived": "true"}).json()["count"] == 1
    for act, sent, code in (
        ("archive/", {"version": 2}, "archived"),
        ("restore/", {"version": 1}, "changed_meanwhile"),
    ):
        told = browser.post(f"{address}{act}", sent, **wide)
        assert (told.status_code, told.json()["error"]["code"]) == (409, code)
        assert (told.json()["current"]["version"], told.json()["yours"]) == (2, sent)
    told = browser.patch(address, {"version": 2, "note": "x"}, **wide)
    assert (told.status_code, told.json()["error"]["code"]) == (409, "archived")
    assert browser.post(f"{address}restore/", {"version": 2}, **wide).json()["archived_at"] is None
    assert browser.post(f"{address}restore/", {"version": 3}, **wide).json()["error"]["code"] == "not_archived"


def test_comments_are_added_listed_and_removed_over_the_api(browser, partner, capacity, administrator):
    for address in (f"/api/v1/partners/{partner.pk}/comments/", f"/api/v1/capacities/{capacity.pk}/comments/"):
        made = browser.post(address, {"text": "Met in spring."}, content_type="application/json")
        assert (made.status_code, made.json()["by"], made.json()["removed_by"]) == (201, "planner", None)
        assert browser.post(address, {"text": " "}, content_type="application/json").status_code == 400
        one = f"{address}{made.json()['id']}/"
        other = Client()
        other.force_login(administrator)
        assert other.delete(one).status_code == 204
        (row,) = browser.get(address).json()["results"]
        assert (row["text"], row["removed_by"]) == ("", "administrator")
    assert b"comments" not in browser.get(f"/api/v1/partners/{partner.pk}/").content
