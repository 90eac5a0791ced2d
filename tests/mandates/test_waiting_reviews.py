"""A review that could not know the tasks in force is done again when the text that holds them arrives."""

import pytest

from mandates import jobs, services
from mandates.models import Job, Review
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


def reviewed(owner, text, **more):
    version = services.submit(owner=owner, data=text.encode(), **more)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def flagged(version) -> str:
    return Review.objects.get(version=version).flagged


def test_the_arrival_of_the_task_list_starts_the_review_again(owner):
    renewal = reviewed(owner, drafts.RENEWAL)
    assert flagged(renewal) == "unknown"
    reviewed(owner, drafts.HELD, draft=False)
    job = renewal.jobs.get()
    assert (job.state, job.attempts) == (Job.State.PENDING, 0)
    jobs.review_mandate(job.pk)
    assert flagged(renewal) == "yes"


def test_a_draft_wakes_nothing(owner):
    renewal = reviewed(owner, drafts.RENEWAL)
    reviewed(owner, drafts.HELD, draft=True)
    assert renewal.jobs.get().state == Job.State.DONE


def test_what_is_known_already_is_left_alone(owner):
    reviewed(owner, drafts.HELD, draft=False)
    renewal = reviewed(owner, drafts.RENEWAL)
    assert flagged(renewal) == "yes"
    reviewed(owner, drafts.HELD, draft=False, title="the same text again")
    assert renewal.jobs.get().state == Job.State.DONE
