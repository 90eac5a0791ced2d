"""Comparisons over the API, and what is decided and remarked there on changes and findings."""

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from mandates import services
from mandates.models import Comment, Decision, Finding
from tests.mandates import drafts
from tests.mandates.test_comparison_pages import DRAFT
from tests.mandates.test_predecessors import adopted, reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(owner) -> APIClient:
    cache.clear()
    client = APIClient()
    client.force_authenticate(owner)
    return client


@pytest.fixture
def draft(owner):
    reviewed(owner, adopted(3101), draft=False)
    return reviewed(owner, DRAFT, title="River renewal")


@pytest.fixture
def place(draft) -> str:
    return f"/api/v1/mandates/{draft.mandate_id}/"


@pytest.fixture
def dropped(api, place) -> str:
    (name,) = [c["fingerprint"] for c in api.get(f"{place}comparison/").json()["tasks"] if c["change"] == "dropped"]
    return name


def test_it_tells_what_the_page_shows(api, place):
    told = api.get(f"{place}comparison/").json()
    assert (told["older"]["name"], told["newer"]["name"]) == ("resolution 3101 (2030)", "River renewal")
    assert told["older"]["symbol"] == "S/RES/3101 (2030)"
    assert [(c["fate"], c["older"], c["newer"]) for c in told["crime"] if c["fate"] == "lost"] == [
        ("lost", "2 (c) (ii)", None)
    ]
    (gone,) = [c for c in told["tasks"] if c["change"] == "dropped"]
    assert (gone["older"]["anchor"], gone["decision"], gone["history"], gone["comments"]) == ("op2-c-ii", None, [], [])


def test_an_earlier_version_or_another_mandate_can_be_asked_for(api, place, draft, owner):
    reviewed(owner, DRAFT.replace("every ninety days", "every month"), mandate=draft.mandate)
    own = api.get(f"{place}comparison/?version=1").json()
    assert (own["older"]["version"], own["newer"]["version"]) == (1, 2)
    assert [c["change"] for c in own["paragraphs"] if c["fingerprint"]] == ["reworded"]
    other = reviewed(owner, drafts.SECOND, title="Second thoughts").mandate_id
    assert api.get(f"{place}comparison/?with={other}").json()["older"]["mandate"]["id"] == other


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("?show=crime", 400, "unknown_filter"),
        ("?text=3101", 400, "unknown_filter"),
        ("?with=", 400, "invalid"),
        ("?version=x", 400, "invalid"),
        ("?version=1&with=1", 400, "invalid"),
        ("?version=7", 404, "not_found"),
        ("?with=999999", 404, "not_found"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_code(api, place, query, status, code):
    answer = api.get(f"{place}comparison/{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_text_with_nothing_before_it_says_so(api, owner):
    alone = reviewed(owner, DRAFT)
    answer = api.get(f"/api/v1/mandates/{alone.mandate_id}/comparison/")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "nothing_to_compare")


def test_a_change_is_decided_and_the_comparison_tells_it(api, place, dropped):
    answer = api.post(f"{place}changes/{dropped}/decisions/", {"verdict": "dismiss", "reason": "Needed"}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (201, "change")
    (gone,) = [c for c in api.get(f"{place}comparison/").json()["tasks"] if c["fingerprint"] == dropped]
    assert (gone["decision"]["verdict"], gone["decision"]["reason"]) == ("dismiss", "Needed")
    assert api.get(f"{place}changes/{dropped}/decisions/").json()["count"] == 1
    assert api.get("/api/v1/decisions/?code=change").json()["count"] == 1


def test_a_change_is_no_finding_and_a_finding_no_change(api, place, dropped, draft):
    finding = Finding.objects.filter(review__version=draft).first().fingerprint
    for kind, name in (("findings", dropped), ("changes", finding)):
        for what, body in (("decisions", {"verdict": "accept"}), ("comments", {"text": "Hm"})):
            assert api.post(f"{place}{kind}/{name}/{what}/", body, format="json").status_code == 404
    assert not Decision.objects.exists() and not Comment.objects.exists()


def test_to_object_takes_a_reason(api, place, dropped):
    answer = api.post(f"{place}changes/{dropped}/decisions/", {"verdict": "dismiss"}, format="json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "reason_missing")


def test_findings_and_changes_are_commented_and_a_comment_is_struck_by_its_author(
    api, place, dropped, draft, owner, colleague
):
    services.share(draft.mandate, colleague, by=owner)
    finding = Finding.objects.filter(review__version=draft).first().fingerprint
    for kind, name in (("changes", dropped), ("findings", finding)):
        made = api.post(f"{place}{kind}/{name}/comments/", {"text": f"On {kind}"}, format="json")
        assert made.status_code == 201
        (row,) = api.get(f"{place}{kind}/{name}/comments/").json()["results"]
        assert (row["text"], row["by"], row["struck_at"]) == (f"On {kind}", "owner", None)
        other = APIClient()
        other.force_authenticate(colleague)
        strike = f"{place}comments/{row['id']}/"
        assert other.delete(strike).status_code == 403
        assert api.delete(strike).status_code == 204
        (row,) = other.get(f"{place}{kind}/{name}/comments/").json()["results"]
        assert row["text"] == "" and row["struck_at"]
    (told,) = [f for f in api.get(f"{place}review/").json()["findings"] if f["fingerprint"] == finding]
    assert [c["text"] for c in told["comments"]] == [""]


def test_a_comment_without_words_is_refused(api, place, dropped):
    answer = api.post(f"{place}changes/{dropped}/comments/", {"text": "  "}, format="json")
    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, ["text"])


def test_what_is_said_of_a_change_from_a_text_that_one_may_not_see_is_not_told(api, draft, place, owner, colleague):
    private = reviewed(owner, drafts.SECOND, title="Second thoughts").mandate_id
    services.share(draft.mandate, colleague, owner)
    told = api.get(f"{place}comparison/?with={private}").json()
    change = next(c["fingerprint"] for c in told["tasks"] if c["fingerprint"])
    said = {"verdict": "dismiss", "reason": "The ferries were better."}
    assert api.post(f"{place}changes/{change}/decisions/", said).status_code == 201
    assert api.post(f"{place}changes/{change}/comments/", {"text": "So were the fords."}).status_code == 201
    lists = ("/api/v1/decisions/", f"{place}changes/{change}/decisions/", f"{place}changes/{change}/comments/")
    assert [len(api.get(address).json()["results"]) for address in lists] == [1, 1, 1]
    api.force_authenticate(colleague)
    assert [len(api.get(address).json()["results"]) for address in lists] == [0, 0, 0]
    assert api.post(f"{place}changes/{change}/decisions/", said).status_code == 404
    assert api.post(f"{place}changes/{change}/comments/", {"text": "No."}).status_code == 404
