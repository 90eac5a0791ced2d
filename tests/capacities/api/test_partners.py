"""Partners over the API: written, changed at the same time."""

import pytest

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
