"""Background work: claimed by one, run twice without harm, never lost, and given up with a sentence."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from mandates import jobs, services
from mandates.analysis import pipeline
from mandates.models import Event, Job, Review, TextVersion
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(hours=1)


@pytest.fixture
def job(owner):
    return services.submit(owner=owner, data=drafts.NAMBIRA.encode(), filename="draft.txt").jobs.get()


@pytest.fixture
def queued(monkeypatch):
    """The ids that are put in the queue, in place of a queue."""
    ids = []
    monkeypatch.setattr(services, "enqueue", lambda job_id, countdown=0: ids.append(job_id))
    return ids


def state(job) -> tuple:
    job.refresh_from_db()
    return job.state, job.step, job.attempts


def test_a_job_ends_done_with_a_review(job):
    jobs.review_mandate(job.pk)
    assert state(job) == ("done", "finished", 1)
    assert job.finished_at and job.error == ""
    assert Review.objects.get().version_id == job.version_id


def test_a_job_run_twice_changes_nothing(job):
    jobs.review_mandate(job.pk)
    before = list(Review.objects.values()), list(Event.objects.values()), list(Job.objects.values())
    jobs.review_mandate(job.pk)
    assert (list(Review.objects.values()), list(Event.objects.values()), list(Job.objects.values())) == before


def test_a_job_whose_mandate_is_gone_does_nothing(job, owner):
    services.delete_for_good(job.version.mandate, by=owner)
    jobs.review_mandate(job.pk)
    assert not Review.objects.exists()


def test_a_running_job_is_left_to_its_worker_until_it_falls_silent(job):
    Job.objects.update(state="running", step="judging", attempts=1, heartbeat_at=timezone.now())
    jobs.review_mandate(job.pk)
    assert state(job) == ("running", "judging", 1)
    Job.objects.update(heartbeat_at=LONG_AGO)
    jobs.review_mandate(job.pk)
    assert state(job) == ("done", "finished", 2)


def test_the_row_shows_each_step_while_it_is_taken(job, monkeypatch):
    seen = []

    def noting(step):
        def at(function):
            def noted(*args, **kwargs):
                job.refresh_from_db()
                seen.append((step, job.state, job.step, job.heartbeat_at is not None))
                return function(*args, **kwargs)

            return noted

        return at

    monkeypatch.setattr(pipeline, "parse", noting("parse")(pipeline.parse))
    monkeypatch.setattr(pipeline, "judge", noting("judge")(pipeline.judge))
    monkeypatch.setattr(services, "record", noting("record")(services.record))
    jobs.review_mandate(job.pk)
    assert seen == [
        ("parse", "running", "reading", True),
        ("judge", "running", "judging", True),
        ("record", "running", "recording", True),
    ]


def test_a_worker_whose_job_was_taken_over_stops(job, monkeypatch):
    judge = pipeline.judge

    def overtaken(*args):
        Job.objects.update(attempts=2)
        return judge(*args)

    monkeypatch.setattr(pipeline, "judge", overtaken)
    jobs.review_mandate(job.pk)
    assert state(job) == ("running", "judging", 2)
    assert not Review.objects.exists()


def test_a_fault_of_the_engine_is_tried_three_times_and_then_told_in_a_sentence(job, queued, monkeypatch, caplog):
    def fail(*args):
        raise IndexError("no such word: Kestrel Gorge")

    monkeypatch.setattr(pipeline, "judge", fail)
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            jobs.review_mandate(job.pk)
    assert state(job)[::2] == ("failed", 3)
    assert queued == [job.pk, job.pk]
    assert job.error == jobs.FAULT
    assert "IndexError" in caplog.text and f"Job {job.pk}" in caplog.text
    assert "Kestrel" not in caplog.text


def test_a_failed_job_can_be_started_again(job):
    Job.objects.update(state="failed", attempts=3, error=jobs.FAULT)
    services.start_review(job.version)
    assert state(job) == ("pending", "waiting", 0) and job.error == ""
    jobs.review_mandate(job.pk)
    assert state(job) == ("done", "finished", 1)


def test_a_text_that_can_no_longer_be_read_fails_at_once_with_the_readers_sentence(job):
    TextVersion.objects.update(source=b"")
    jobs.review_mandate(job.pk)
    assert state(job)[::2] == ("failed", 1)
    assert job.error.endswith(".")


def test_a_job_waiting_since_a_moment_ago_is_not_queued_twice(job, queued):
    assert jobs.requeue_unfinished() == 0
    assert queued == []


def test_jobs_lost_from_the_queue_are_queued_again_once(job, queued):
    Job.objects.update(queued_at=LONG_AGO)
    assert (jobs.requeue_unfinished(), jobs.requeue_unfinished()) == (1, 0)
    assert queued == [job.pk]


def test_jobs_whose_worker_fell_silent_are_queued_again(job, queued):
    Job.objects.update(state="running", step="judging", attempts=1, heartbeat_at=LONG_AGO)
    assert jobs.requeue_unfinished() == 1
    assert state(job) == ("pending", "waiting", 1)


def test_a_job_interrupted_three_times_is_given_up_with_a_sentence(job, queued):
    Job.objects.update(state="running", attempts=3, heartbeat_at=LONG_AGO)
    assert jobs.requeue_unfinished() == 0
    assert state(job)[0] == "failed" and job.error == jobs.INTERRUPTED


def test_after_a_stop_that_lost_the_queue_everything_unfinished_is_queued(job, queued):
    Job.objects.update(state="running", attempts=1, heartbeat_at=timezone.now())
    assert jobs.requeue_unfinished(queue_lost=True) == 1
    assert queued == [job.pk]


def test_a_renewal_is_judged_with_the_adopted_text_that_holds_its_tasks(owner):
    renewal = services.submit(owner=owner, data=drafts.RENEWAL.encode(), filename="renewal.txt")
    jobs.review_mandate(renewal.jobs.get().pk)
    assert Review.objects.get(version=renewal).flagged == "unknown"
    services.submit(owner=owner, data=drafts.HELD.encode(), draft=False, symbol="S/RES/3101(2030)")
    Review.objects.update(ruleset="an earlier one")
    jobs.review_mandate(services.start_review(renewal).pk)
    review = Review.objects.get(version=renewal)
    assert (review.flagged, review.flag_reason) == ("yes", "clause or sub-task")


def test_a_draft_never_serves_the_review_of_another_text(owner):
    services.submit(owner=owner, data=drafts.HELD.encode(), draft=True, symbol="S/RES/3101 (2030)")
    renewal = services.submit(owner=owner, data=drafts.RENEWAL.encode())
    jobs.review_mandate(renewal.jobs.get().pk)
    assert Review.objects.get(version=renewal).flagged == "unknown"
