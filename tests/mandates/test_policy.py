"""The review policy: how this installation reads a mandate, and what becomes of reviews made under another."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from mandates import jobs, services
from mandates.analysis import pipeline
from mandates.models import Job, Review, ReviewPolicy
from tests.mandates import drafts
from tests.mandates.test_views import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(owner):
    version = services.submit(owner=owner, data=drafts.SECOND.encode(), title="River renewal")
    jobs.review_mandate(version.jobs.get().pk)
    return version


def set_policy(by, **said) -> ReviewPolicy:
    usual = {"top": 3, "dilution": 40, "off": frozenset(), "severities": {}, "reason": "Agreed at the retreat."}
    return services.set_policy(**{**usual, **said}, by=by)


def finding(version, code: str):
    return Review.objects.get(version=version).findings.filter(code=code).first()


def test_until_one_is_set_reviews_run_under_the_policy_that_the_program_comes_with(version):
    review = Review.objects.get(version=version)
    assert (review.policy, review.data["policy"]["number"], review.data["policy"]["top"]) == (None, 0, 3)


def test_a_new_policy_reviews_every_text_again_and_the_review_says_under_which(
    version, administrator, django_capture_on_commit_callbacks
):
    assert finding(version, "OC203") is None
    with django_capture_on_commit_callbacks() as queued:
        policy = set_policy(administrator, top=1, dilution=2, severities={"OC203": "high"})
    assert len(queued) == 1  # the hint to the queue
    assert not services.up_to_date().filter(version=version).exists()
    assert jobs.review_stale() == 1
    jobs.review_mandate(version.jobs.get().pk)
    review = Review.objects.get(version=version)
    assert (review.policy, review.top) == (policy, 1)
    assert review.data["policy"] == {
        "number": policy.pk,
        "top": 1,
        "dilution": 2,
        "off": [],
        "severities": {"OC203": "high"},
    }
    assert finding(version, "OC203").severity == "high"
    assert jobs.review_stale() == 0


def test_a_policy_that_is_set_while_a_review_runs_is_followed_after_it(owner, administrator, monkeypatch):
    job, judge = services.submit(owner=owner, data=drafts.SECOND.encode()).jobs.get(), pipeline.judge

    def overtaken(*args):
        if not ReviewPolicy.objects.exists():
            set_policy(administrator, top=1)
            assert jobs.review_stale() == 0  # the review is under way
        return judge(*args)

    monkeypatch.setattr(pipeline, "judge", overtaken)
    jobs.review_mandate(job.pk)
    jobs.review_mandate(job.pk)
    assert Review.objects.get().top == 1
    job.refresh_from_db()
    assert job.state == "done"


def test_a_rule_that_is_off_says_nothing(version, administrator):
    set_policy(administrator, dilution=2, off=frozenset({"OC203"}))
    services.start_review(version)
    jobs.review_mandate(version.jobs.get().pk)
    assert finding(version, "OC203") is None


def test_a_policy_that_changes_nothing_is_no_new_one(administrator):
    first = set_policy(administrator, top=2)
    assert set_policy(administrator, top=2, reason="Again.") == first
    assert set_policy(administrator, top=2, severities={"OC101": "high"}) == first  # its own severity
    assert ReviewPolicy.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"top": 0}, "must be from 1 to 20"),
        ({"dilution": 0}, "must be from 1 to 1000"),
        ({"off": frozenset({"OC999"})}, "There is no rule OC999"),
        ({"off": frozenset({"OC101"})}, "OC101 cannot be off"),
        ({"severities": {"OC203": "grave"}}, "high, medium or low"),
        ({"reason": " "}, "Say why"),
    ],
)
def test_a_policy_that_cannot_be_used_is_refused_in_a_sentence(administrator, wrong, sentence):
    with pytest.raises(services.PolicyRefused, match=sentence):
        set_policy(administrator, **wrong)
    assert not ReviewPolicy.objects.exists()


def test_only_an_administrator_sets_it(owner):
    with pytest.raises(PermissionDenied):
        set_policy(owner)
    assert not ReviewPolicy.objects.exists()


def test_the_page_shows_it_to_everyone_and_the_form_to_administrators_alone(client, owner, administrator):
    client.force_login(owner)
    shown = client.get("/policy/")
    assert "This is the policy that the program comes with." in said(shown)
    assert "Set the policy" not in said(shown)
    assert client.post("/policy/", {"top": 1}).status_code == 403
    assert client.post("/policy/review-again/").status_code == 403
    client.force_login(administrator)
    form = client.get("/policy/")
    fields = dict.fromkeys(re.findall(r'name="(OC\d+)"', form.content.decode()), "low")
    answer = client.post("/policy/", {"top": 2, "dilution": 30, "reason": "Fewer, clearer tasks.", **fields})
    assert answer.status_code == 302, said(answer)
    assert 'one of the first <strong class="num">2</strong> main tasks' in said(client.get("/policy/"))
    assert "Fewer, clearer tasks." in said(client.get("/policy/"))
    assert ReviewPolicy.objects.current().value.severities["OC101"] == "low"


def test_a_policy_of_one_main_task_is_told_in_the_singular(client, administrator):
    set_policy(administrator, top=1)
    client.force_login(administrator)
    assert "where it is the <strong>first</strong> main task; a mandate" in said(client.get("/policy/"))


def test_a_form_that_says_no_reason_sets_nothing(client, administrator):
    client.force_login(administrator)
    form = client.get("/policy/")
    fields = dict.fromkeys(re.findall(r'name="(OC\d+)"', form.content.decode()), "low")
    assert "Say why the policy changes." in said(client.post("/policy/", {"top": 2, "dilution": 30, **fields}))
    assert not ReviewPolicy.objects.exists()


def test_a_review_says_which_policy_it_ran_under(client, owner, version, administrator):
    client.force_login(owner)
    assert ">the policy it comes with</a> (the first 3)" in said(client.get(version.mandate.get_absolute_url()))
    policy = set_policy(administrator, off=frozenset({"OC203"}))
    services.start_review(version)
    jobs.review_mandate(Job.objects.get().pk)
    page = said(client.get(version.mandate.get_absolute_url()))
    assert f"policy {policy.pk}</a> (the first 3; not asked: OC203)" in page


def test_the_api_lists_the_policies_newest_first(client, owner, administrator):
    first, second = set_policy(administrator, top=2), set_policy(administrator, top=4)
    client.force_login(owner)
    listed = client.get("/api/v1/policy/").json()["results"]
    assert [row["number"] for row in listed] == [second.pk, first.pk]
    assert (listed[0]["top"], listed[0]["by"], listed[0]["reason"]) == (4, "administrator", "Agreed at the retreat.")
