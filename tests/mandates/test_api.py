"""Mandates over the API: in comes a text, out comes its review; every error has a code and repeats no draft."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient
from rest_framework.throttling import UserRateThrottle

from mandates import jobs, services
from mandates.api import mandates as api
from mandates.models import Decision, Finding, Job, Mandate, TextVersion
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
MANDATES = "/api/v1/mandates/"


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )


def signed_in(person) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.get_or_create(user=person)[0].key}")
    return client


@pytest.fixture
def me(owner) -> APIClient:
    return signed_in(owner)


def reviewed(owner, text=drafts.NAMBIRA, **more) -> TextVersion:
    version = services.submit(owner=owner, data=text.encode(), filename="draft.txt", **more)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def assert_refused(response, status: int, code: str) -> dict:
    assert response.status_code == status, response.content
    error = response.json()["error"]
    assert error["code"] == code and error["message"]
    assert set(response.json()) == {"error"} and set(error) <= {"code", "message", "fields"}
    return error


# --- submit -----------------------------------------------------------------------------------------------------


def test_a_text_becomes_a_review(me, mission):
    response = me.post(MANDATES, {"text": drafts.NAMBIRA, "title": "Zero draft", "mission": "UNMINA"})
    assert response.status_code == 202
    assert response["Location"] == response.json()["review_url"]
    assert response.json()["job"]["state"] == "pending"
    waiting = me.get(response["Location"])
    assert waiting.status_code == 202 and waiting["Retry-After"] and waiting.json() == response.json()
    jobs.review_mandate(response.json()["job"]["id"])
    review = me.get(response["Location"])
    assert review.status_code == 200
    assert review.json()["review"]["position"] == "within_main_task"
    assert review.json()["mandate"]["title"] == "Zero draft"
    assert me.get(f"{MANDATES}{response.json()['id']}/review/").json() == review.json()


def test_a_file_becomes_a_mandate_with_its_name_and_bytes(me):
    file = SimpleUploadedFile("zero.txt", drafts.NAMBIRA.encode("cp1252"))
    response = me.post(MANDATES, {"file": file, "draft": "false"}, format="multipart")
    assert response.status_code == 202
    version = TextVersion.objects.get()
    assert bytes(version.source) == drafts.NAMBIRA.encode("cp1252")
    assert version.filename == "zero.txt" and not version.mandate.draft


def test_the_same_key_never_makes_a_second_mandate(me):
    sent = [me.post(MANDATES, {"text": drafts.NAMBIRA}, headers={"Idempotency-Key": "k1"}) for _ in range(2)]
    assert [r.status_code for r in sent] == [202, 202]
    assert sent[0]["Location"] == sent[1]["Location"]
    assert Mandate.objects.count() == 1
    me.post(MANDATES, {"text": drafts.NAMBIRA}, headers={"Idempotency-Key": "k2"})
    assert Mandate.objects.count() == 2


@pytest.mark.parametrize("other", [{"text": drafts.SECOND}, {"text": drafts.NAMBIRA, "title": "Another"}])
def test_a_key_used_for_another_request_is_refused(me, other):
    me.post(MANDATES, {"text": drafts.NAMBIRA}, headers={"Idempotency-Key": "k1"})
    assert_refused(me.post(MANDATES, other, headers={"Idempotency-Key": "k1"}), 409, "key_reused")
    assert Mandate.objects.count() == 1


def test_a_key_whose_mandate_was_deleted_makes_no_other(me):
    made = me.post(MANDATES, {"text": drafts.NAMBIRA}, headers={"Idempotency-Key": "k1"}).json()
    assert me.delete(f"{MANDATES}{made['id']}/").status_code == 204
    again = me.post(MANDATES, {"text": drafts.NAMBIRA}, headers={"Idempotency-Key": "k1"})
    assert_refused(again, 409, "submission_deleted")
    assert not Mandate.objects.exists()


def test_a_key_that_cannot_be_kept_is_refused(me):
    error = assert_refused(me.post(MANDATES, {"text": "x"}, headers={"Idempotency-Key": "k" * 101}), 400, "invalid")
    assert list(error["fields"]) == ["Idempotency-Key"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("Kestrel Gorge is a place. It is described here at some length.", "not_a_resolution")],
)
def test_a_draft_that_cannot_be_read_gets_the_readers_sentence_and_is_not_kept(me, text, code):
    error = assert_refused(me.post(MANDATES, {"text": text}), 422, code)
    assert "Kestrel" not in str(error)
    assert not Mandate.objects.exists()


def test_a_file_without_content_gets_the_readers_sentence(me):
    assert_refused(me.post(MANDATES, {"file": SimpleUploadedFile("a.pdf", b"")}, format="multipart"), 422, "empty")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "text"),
        ({"text": drafts.NAMBIRA, "mission": "Kestrel"}, "mission"),
        ({"text": drafts.NAMBIRA, "draft": "Kestrel"}, "draft"),
        ({"text": drafts.NAMBIRA, "title": "Kestrel" * 40}, "title"),
        ({"text": ["Kestrel"]}, "text"),
        ('{"text": "Kestrel\\ud800"}', "text"),
        ('{"text": "Kestrel\\u0000"}', "text"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_and_not_repeated(me, sent, field):
    response = me.post(MANDATES, sent, **({"content_type": "application/json"} if isinstance(sent, str) else {}))
    assert list(assert_refused(response, 400, "invalid")["fields"]) == [field]
    assert "Kestrel" not in response.text
    assert not Mandate.objects.exists()


def test_other_media_types_are_refused(me):
    assert_refused(me.post(MANDATES, "<Kestrel/>", content_type="application/xml"), 415, "unsupported_media_type")


def test_json_that_is_none_is_refused(me):
    response = me.post(MANDATES, '{"text": Kestrel', content_type="application/json")
    assert_refused(response, 400, "parse_error")
    assert "Kestrel" not in response.text


def test_a_next_version_gets_its_own_review_and_the_first_keeps_its_address(me, owner):
    first = reviewed(owner)
    response = me.post(f"{MANDATES}{first.mandate_id}/versions/", {"text": drafts.SECOND})
    assert response.status_code == 202 and response.json()["version"] == 2
    jobs.review_mandate(response.json()["job"]["id"])
    old, new = (me.get(f"{MANDATES}{first.mandate_id}/versions/{n}/review/").json() for n in (1, 2))
    assert (old["review"]["position"], new["review"]["position"]) == ("within_main_task", "main_task")
    assert me.get(f"{MANDATES}{first.mandate_id}/review/").json() == new
    versions = me.get(f"{MANDATES}{first.mandate_id}/versions/").json()["results"]
    assert [v["number"] for v in versions] == [2, 1]


# --- the review -------------------------------------------------------------------------------------------------


def test_a_review_that_failed_is_told_with_its_sentence_and_can_start_again(me, owner):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode())
    Job.objects.update(state="failed", error="The review was interrupted.")
    address = f"{MANDATES}{version.mandate_id}/review/"
    assert assert_refused(me.get(address), 409, "review_failed")["message"] == "The review was interrupted."
    assert me.post(address).status_code == 202
    assert me.get(address).status_code == 202
    jobs.review_mandate(version.jobs.get().pk)
    assert me.get(address).status_code == 200


def test_a_fault_in_the_program_is_an_error_without_its_words(me, owner, monkeypatch, caplog):
    version = reviewed(owner)

    def broken(version, user):
        raise RuntimeError("Kestrel Gorge")

    monkeypatch.setattr(api, "review_data", broken)
    me.raise_request_exception = False
    response = me.get(f"{MANDATES}{version.mandate_id}/review/")
    assert_refused(response, 500, "internal_error")
    assert "Kestrel" not in response.text and "Kestrel" not in caplog.text
    assert "RuntimeError" in caplog.text


# --- decisions --------------------------------------------------------------------------------------------------


@pytest.fixture
def decisions(owner) -> str:
    version = reviewed(owner)
    fingerprint = Finding.objects.get(code="OC202").fingerprint
    return f"{MANDATES}{version.mandate_id}/findings/{fingerprint}/decisions/"


def test_a_decision_is_kept_and_told_everywhere(me, decisions):
    assert me.post(decisions, {"verdict": "dismiss", "reason": "Agreed with the host State."}).status_code == 201
    assert me.post(decisions, {"verdict": "accept"}).status_code == 201
    history = me.get(decisions).json()["results"]
    assert [made["verdict"] for made in history] == ["accept", "dismiss"]
    (finding,) = me.get("/api/v1/findings/", {"decided": "true"}).json()["results"]
    assert finding["decision"]["verdict"] == "accept" and finding["spans"][0]["anchor"] == "op2-c-ii"
    open_ones = me.get("/api/v1/findings/", {"decided": "false"}).json()["results"]
    assert "OC202" not in {other["code"] for other in open_ones}
    (dismissed,) = me.get("/api/v1/decisions/", {"verdict": "dismiss"}).json()["results"]
    assert dismissed["reason"] == "Agreed with the host State."


def test_to_dismiss_takes_a_reason(me, decisions):
    assert_refused(me.post(decisions, {"verdict": "dismiss", "reason": "  "}), 400, "reason_missing")
    assert not Decision.objects.exists()


def test_a_verdict_that_does_not_exist_is_refused(me, decisions):
    response = me.post(decisions, {"verdict": "Kestrel"})
    assert assert_refused(response, 400, "invalid")["fields"] == {"verdict": ["Choose one of: accept, dismiss, defer."]}


def test_a_finding_that_does_not_exist_cannot_be_decided(me, decisions):
    elsewhere = f"{decisions.split('findings')[0]}findings/{'0' * 64}/decisions/"
    assert_refused(me.post(elsewhere, {"verdict": "accept"}), 404, "not_found")


# --- people -----------------------------------------------------------------------------------------------------


def test_the_owner_names_people_and_takes_them_off_again(me, owner, colleague):
    version = reviewed(owner)
    readers = f"{MANDATES}{version.mandate_id}/readers/"
    theirs = signed_in(colleague)
    assert_refused(theirs.get(f"{MANDATES}{version.mandate_id}/"), 404, "not_found")
    assert me.post(readers, {"username": "colleague"}).status_code == 201
    assert me.get(readers).json()["results"] == [{"username": "colleague"}]
    assert theirs.get(f"{MANDATES}{version.mandate_id}/").json()["readers"] == []
    assert_refused(theirs.get(readers), 403, "permission_denied")
    assert_refused(theirs.post(readers, {"username": "owner"}), 403, "permission_denied")
    assert_refused(theirs.delete(f"{MANDATES}{version.mandate_id}/"), 403, "permission_denied")
    assert_refused(
        theirs.post(f"{MANDATES}{version.mandate_id}/versions/", {"text": drafts.SECOND}), 403, "permission_denied"
    )
    assert me.delete(f"{readers}colleague/").status_code == 204
    assert_refused(me.delete(f"{readers}colleague/"), 404, "not_found")
    assert_refused(theirs.get(f"{MANDATES}{version.mandate_id}/"), 404, "not_found")


def test_nobody_can_be_named_who_does_not_exist(me, owner):
    readers = f"{MANDATES}{reviewed(owner).mandate_id}/readers/"
    assert list(assert_refused(me.post(readers, {"username": "nobody"}), 400, "invalid")["fields"]) == ["username"]


def test_without_a_token_nothing_is_told(owner):
    version = reviewed(owner)
    for address in (MANDATES, f"{MANDATES}{version.mandate_id}/review/", "/api/v1/findings/", "/api/v1/rules/"):
        response = APIClient().get(address)
        assert_refused(response, 401, "not_authenticated")
        assert response["WWW-Authenticate"] == "Token"


def test_a_stranger_gets_empty_lists_and_404(owner, stranger, decisions):
    theirs = signed_in(stranger)
    signed_in(owner).post(decisions, {"verdict": "accept"})
    for name in ("mandates", "reviews", "findings", "decisions"):
        assert theirs.get(f"/api/v1/{name}/").json()["results"] == []
    assert_refused(theirs.get(decisions), 404, "not_found")
    assert_refused(theirs.post(decisions, {"verdict": "accept"}), 404, "not_found")


def test_too_many_requests_say_when_to_come_back(me, monkeypatch):
    cache.clear()  # other tests' requests, by a person with the same number
    monkeypatch.setattr(UserRateThrottle, "rate", "1/hour", raising=False)
    assert me.get(MANDATES).status_code == 200
    response = me.get(MANDATES)
    assert_refused(response, 429, "throttled")
    assert 0 < int(response["Retry-After"]) <= 3600


# --- lists ------------------------------------------------------------------------------------------------------


def test_lists_are_paged(me, owner):
    for _ in range(3):
        reviewed(owner)
    page = me.get(MANDATES, {"page_size": 2}).json()
    assert (page["count"], len(page["results"]), page["previous"]) == (3, 2, None)
    following = me.get(page["next"]).json()
    assert len(following["results"]) == 1 and following["next"] is None
    assert_refused(me.get(MANDATES, {"page_size": 2, "page": 3}), 404, "not_found")
    for query in ({"page": 0}, {"page": "two"}, {"page_size": 201}, {"page_size": "-1"}):
        assert list(assert_refused(me.get(MANDATES, query), 400, "invalid")["fields"]) == list(query)


def test_mandates_are_narrowed_by_what_their_newest_version_says(me, owner, mission):
    reviewed(owner, mission=mission)
    second = reviewed(owner, drafts.SECOND, draft=False)
    waiting = services.submit(owner=owner, data=drafts.NAMBIRA.encode())

    def ids(**query) -> list[int]:
        return [row["id"] for row in me.get(MANDATES, query).json()["results"]]

    assert len(ids()) == 3
    assert ids(position="main_task") == ids(flagged="no") == ids(draft="false") == [second.mandate_id]
    assert waiting.mandate_id not in ids(kind="mandate") and len(ids(kind="mandate")) == 2
    assert waiting.mandate_id not in ids(mission="UNMINA") and ids(mission="UNMINA")
    assert ids(flagged="yes", draft="false") == []


def test_reviews_and_findings_are_narrowed(me, owner, mission):
    flagged = reviewed(owner, mission=mission)
    reviewed(owner, drafts.SECOND)
    (row,) = me.get("/api/v1/reviews/", {"flagged": "yes"}).json()["results"]
    assert row["mandate"]["id"] == flagged.mandate_id and row["flag_reason"] == "clause or sub-task"
    assert me.get("/api/v1/reviews/", {"position": "absent"}).json()["count"] == 0
    assert me.get("/api/v1/findings/", {"code": "OC202"}).json()["count"] == 1
    assert me.get("/api/v1/findings/", {"code": "OC101"}).json()["count"] == 0
    found = {f["code"]: f for f in me.get(f"{MANDATES}{flagged.mandate_id}/findings/").json()["results"]}
    assert found["OC202"]["version"] == 1


def test_lists_speak_of_the_newest_version_alone(me, owner):
    version = reviewed(owner)
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    assert me.get("/api/v1/reviews/").json()["count"] == me.get("/api/v1/findings/").json()["count"] == 0
    assert me.get(MANDATES).json()["results"][0]["review"] is None


@pytest.mark.parametrize("name", ["missions", "mandates", "reviews", "findings", "decisions", "rules"])
def test_a_parameter_that_is_not_known_is_refused_by_name(me, name):
    error = assert_refused(me.get(f"/api/v1/{name}/", {"colour": "red"}), 400, "unknown_filter")
    assert "colour" in error["message"] and list(error["fields"]) == ["colour"]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("mandates", {"position": "Kestrel"}),
        ("mandates", {"draft": "Kestrel"}),
        ("mandates", {"mission": "Kestrel"}),
        ("mandates", {"mission": "UNMINA\0"}),
        ("mandates", {"flagged": ""}),
        ("reviews", {"kind": "Kestrel"}),
        ("findings", {"decided": "Kestrel"}),
        ("findings", {"code": "Kestrel"}),
        ("decisions", {"verdict": "Kestrel"}),
    ],
)
def test_a_value_that_a_filter_does_not_know_is_refused_and_not_repeated(me, name, query):
    response = me.get(f"/api/v1/{name}/", query)
    assert list(assert_refused(response, 400, "invalid")["fields"]) == list(query)
    assert "Kestrel" not in response.text


# --- rules, and what is nowhere -----------------------------------------------------------------------------------


def test_the_rules_tell_what_they_ask_and_on_whose_authority(me):
    rules = me.get("/api/v1/rules/").json()["results"]
    assert [rule["code"] for rule in rules][:2] == ["OC101", "OC102"]
    rule = me.get("/api/v1/rules/OC201/").json()
    assert rule["name"] == "outside-top-tasks" and rule["sources"][0]["url"].startswith("https://")
    assert rule["flags"][0]["message"] and rule["passes"][0]["message"] == ""
    assert rule["flags"][0]["known"] == ""
    known = me.get("/api/v1/rules/OC602/").json()["flags"][0]["known"]
    assert known == "The register knows: Sanctions (Karesia); its panel is the Panel of Experts on Karesia."
    assert_refused(me.get("/api/v1/rules/OC999/"), 404, "not_found")


def test_addresses_and_methods_that_do_not_exist_have_the_shape_of_errors(me):
    assert_refused(me.get("/api/v1/nowhere/"), 404, "not_found")
    assert_refused(me.post("/api/v1/nowhere/", {}), 404, "not_found")
    assert_refused(me.get("/api/v1/no%0Awhere/"), 404, "not_found")
    assert me.get("/api/v1/missions")["Location"] == "/api/v1/missions/"
    assert_refused(me.put(MANDATES, {}), 405, "method_not_allowed")
    assert_refused(me.get(MANDATES, headers={"Accept": "text/csv"}), 406, "not_acceptable")
    assert_refused(me.get(f"{MANDATES}{'9' * 30}/"), 404, "not_found")
    assert_refused(me.get(f"{MANDATES}{'9' * 30}/review/"), 404, "not_found")


@pytest.mark.parametrize("path", ["missions/UNMINA%00/", "mandates/1/findings/%00/comments/", "rules/%00/"])
def test_an_address_with_a_nul_is_nowhere_for_either_database(me, path):
    error = assert_refused(me.get(f"/api/v1/{path}"), 404, "not_found")
    assert error["message"] == "Not found."
