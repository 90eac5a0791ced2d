"""A review that waits or is being made can be stopped at any step; one whose worker was lost says that it waits again."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from mandates import jobs, services
from mandates.analysis import pipeline
from mandates.models import Event, Job, Review
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(owner):
    return services.submit(owner=owner, data=drafts.NAMBIRA.encode(), filename="draft.txt").jobs.get()


@pytest.fixture
def browser(owner):
    browser = Client()
    browser.force_login(owner)
    return browser


@pytest.fixture
def program(owner):
    program = APIClient()
    program.force_authenticate(owner)
    return program


def said(response) -> str:
    return " ".join(unescape(response.content.decode()).split())


def there(job: Job, end: str = "") -> str:
    return f"/mandates/{job.version.mandate_id}/{end}"


def test_one_that_waits_is_cancelled_and_then_not_made(job, owner):
    assert services.cancel_review(job, owner)
    jobs.review_mandate(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, bool(job.finished_at)) == ("cancelled", 0, True)
    assert not Review.objects.exists()
    noted = Event.objects.get(action="review cancelled")
    assert (noted.by, noted.detail) == (owner, {"version": 1, "ruleset": job.ruleset})


@pytest.mark.parametrize("module, step", [(pipeline, "parse"), (pipeline, "judge"), (services, "record")])
def test_one_at_work_stops_at_its_next_step_and_leaves_nothing(job, owner, monkeypatch, module, step):
    work = getattr(module, step)

    def cancelled(*args):
        assert services.cancel_review(job, owner)
        return work(*args)

    monkeypatch.setattr(module, step, cancelled)
    jobs.review_mandate(job.pk)
    job.refresh_from_db()
    assert job.state == "cancelled" and not Review.objects.exists() and not job.version.paragraphs.exists()


def test_what_is_done_or_cancelled_cannot_be_cancelled(job, owner):
    jobs.review_mandate(job.pk)
    assert not services.cancel_review(job, owner)
    assert Job.objects.get().state == "done" and Review.objects.exists()
    assert not Event.objects.filter(action="review cancelled").exists()


def test_the_review_that_a_text_has_stays_when_a_new_one_is_cancelled(job, owner):
    jobs.review_mandate(job.pk)
    services.start_review(job.version, again=True)
    assert services.cancel_review(job, owner)
    jobs.review_mandate(job.pk)
    assert Review.objects.get().version_id == job.version_id


def test_the_page_cancels_says_so_and_starts_again(job, browser):
    waiting = said(browser.get(there(job)))
    assert (
        "waiting for its turn" in waiting and 'value="0"' in waiting and f'action="{there(job, "cancel/")}"' in waiting
    )
    assert browser.get(there(job, "cancel/")).status_code == 405
    cancelled = said(browser.post(there(job, "cancel/"), follow=True))
    assert "The review was cancelled." in cancelled and "http-equiv" not in cancelled and "hx-get" not in cancelled
    browser.post(there(job, "again/"))
    jobs.review_mandate(job.pk)
    assert "Text and findings" in said(browser.get(there(job)))


def test_a_page_that_still_asks_learns_that_it_was_cancelled(job, owner, browser):
    services.cancel_review(job, owner)
    answer = browser.get(there(job, "progress/"))
    assert "The review was cancelled." in said(answer) and "HX-Refresh" not in answer.headers


def test_nobody_else_can_cancel_it(job, stranger):
    browser = Client()
    browser.force_login(stranger)
    assert browser.post(there(job, "cancel/")).status_code == 404
    assert Job.objects.get().state == "pending"


@pytest.mark.parametrize(
    "row",
    [
        {"state": "pending", "attempts": 1},
        {"state": "running", "step": "judging", "attempts": 1, "heartbeat_at": timezone.now() - timedelta(hours=1)},
    ],
    ids=["queued again", "its worker silent"],
)
def test_one_whose_worker_was_lost_waits_again(job, browser, program, row):
    Job.objects.update(**row)
    assert "Waiting again." in said(browser.get(there(job, "progress/")))
    assert program.get(f"/api/v1{there(job, 'review/')}").json()["job"]["interrupted"] is True


def test_one_at_work_says_its_step_and_how_far_it_is(job, browser, program):
    Job.objects.update(state="running", step="judging", attempts=1, heartbeat_at=timezone.now())
    page = said(browser.get(there(job, "progress/")))
    assert "finding where organized crime stands" in page and "40 %" in page and "Waiting again" not in page
    told = program.get(f"/api/v1{there(job, 'review/')}").json()["job"]
    assert (told["percent"], told["interrupted"]) == (40, False)


def test_a_program_cancels_it_once_and_is_told_so_afterwards(job, program):
    answer = program.post(f"/api/v1{there(job, 'review/cancel/')}")
    assert answer.status_code == 200 and answer.json()["job"]["state"] == "cancelled"
    again = program.post(f"/api/v1{there(job, 'review/cancel/')}")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "nothing_to_cancel")
    asked = program.get(f"/api/v1{there(job, 'review/')}")
    assert (asked.status_code, asked.json()["error"]["code"]) == (409, "review_cancelled")
    assert program.post(f"/api/v1{there(job, 'review/')}").status_code == 202
    assert Job.objects.get().state == "pending"
