"""The review of one text as page and API show it."""

import pytest

from mandates import jobs, services
from mandates.models import Finding, Job
from mandates.serializers import review_data
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
KEYS = {"mandate", "version", "job", "review", "tasks", "paragraphs", "findings", "precedents_held", "corrections"}


def reviewed(owner, text=drafts.NAMBIRA, **more):
    version = services.submit(owner=owner, data=text.encode(), filename="draft.txt", **more)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def test_an_unfinished_review_has_its_job_and_nothing_else(owner):
    data = review_data(services.submit(owner=owner, data=drafts.NAMBIRA.encode()), owner)
    assert set(data) == KEYS
    assert data["job"]["state"] == "pending" and data["job"]["step_text"] == "waiting for its turn"
    assert data["review"] is None
    assert data["tasks"] == data["paragraphs"] == data["findings"] == []


def test_a_finished_review_says_where_organized_crime_stands(owner):
    data = review_data(reviewed(owner), owner)
    assert set(data) == KEYS
    review = data["review"]
    assert (review["position"], review["best_containing_rank"], review["flagged"]) == ("within_main_task", 3, "yes")
    assert [rung["organized_crime"] for rung in review["main_tasks"]] == ["none", "none", "clause"]
    assert review["headline"] and review["mission_name"] == review["mission"] == "UNMINA"
    assert data["job"]["state"] == Job.State.DONE


def test_the_text_comes_back_whole_with_its_crime_words_marked(owner):
    data = review_data(reviewed(owner), owner)
    item = next(p for p in data["paragraphs"] if p["label"] == "2 (c) (ii)")
    text = "".join(s["text"] for s in item["lines"][0])
    assert text.rstrip(";.") in drafts.NAMBIRA
    crime = [s for s in item["lines"][0] if s["mark"] == "crime"]
    assert [s["text"] for s in crime] == ["organized criminal", "smuggling of gold"]
    assert all("OC202" in s["finding"] for s in crime)
    assert item["anchor"] == "op2-c-ii" and item["crime_types"]


def test_each_task_knows_where_it_stands_and_its_first_leaf(owner):
    tasks = {task["label"]: task for task in review_data(reviewed(owner), owner)["tasks"]}
    assert tasks["2 (b)"]["first_leaf"] == tasks["2 (b) (i)"]["leaf_index"] == 3
    assert (tasks["2 (c)"]["first_leaf"], tasks["2 (c)"]["leaves"], tasks["2 (c)"]["leaf_index"]) == (4, 2, None)
    assert tasks["2 (c) (ii)"]["anchor"] == "op2-c-ii" and tasks["2 (c) (ii)"]["role"] == "subject"


def test_a_finding_quotes_its_words_and_carries_every_decision(owner, colleague):
    version = reviewed(owner)
    services.share(version.mandate, colleague, by=owner)
    fingerprint = Finding.objects.get(code="OC202").fingerprint
    for verdict, reason, by in (("defer", "After the round.", owner), ("dismiss", "Settled elsewhere.", colleague)):
        services.decide(mandate=version.mandate, finding_fingerprint=fingerprint, verdict=verdict, reason=reason, by=by)
    (finding,) = [f for f in review_data(version, owner)["findings"] if f["code"] == "OC202"]
    assert finding["decision"]["verdict"] == "dismiss" and finding["decision"]["by"] == "colleague"
    assert [made["reason"] for made in finding["history"]] == ["Settled elsewhere.", "After the round."]
    assert {span["anchor"] for span in finding["spans"]} == {"op2-c-ii"}
    assert all(span["text"] for span in finding["spans"])


def test_a_review_costs_at_most_nine_queries(owner, django_assert_max_num_queries):
    version = reviewed(owner)
    with django_assert_max_num_queries(9):
        review_data(version, owner)
