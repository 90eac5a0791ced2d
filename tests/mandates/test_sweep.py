"""The nightly sweep: which mandates in force are reviewed again."""

from io import StringIO

import pytest
from django.core.management import call_command

from mandates import jobs, services
from mandates.models import Job, Mandate, Review
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
SYMBOL = "S/RES/3101 (2030)"


def mission(acronym="UNMINA", status="active", in_force=SYMBOL) -> Mission:
    return Mission.objects.create(
        acronym=acronym,
        name="Mission",
        type="peacekeeping",
        status=status,
        mandate_in_force=in_force,
        source="written for the tests",
        as_of="2030-01-01",
    )


@pytest.fixture
def adopted(owner) -> Mandate:
    version = services.submit(owner=owner, data=drafts.HELD.encode(), mission=mission(), draft=False, symbol=SYMBOL)
    jobs.review_mandate(version.jobs.get().pk)
    return version.mandate


def test_what_the_current_ruleset_has_reviewed_is_left_alone(adopted):
    assert jobs.sweep() == {"in_force": 1, "reviewed": 1, "started": 0}


def test_a_mandate_reviewed_under_an_earlier_ruleset_is_started_once(adopted):
    Review.objects.update(ruleset="an earlier one")
    assert jobs.sweep() == {"in_force": 1, "reviewed": 0, "started": 1}
    assert jobs.sweep() == {"in_force": 1, "reviewed": 0, "started": 0}
    jobs.review_mandate(Job.objects.get().pk)
    assert jobs.sweep() == {"in_force": 1, "reviewed": 1, "started": 0}


def test_a_new_version_without_a_review_is_started(adopted, owner):
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=adopted)
    Job.objects.filter(state="pending").delete()
    assert jobs.sweep()["started"] == 1


@pytest.mark.parametrize("change", ["closed", "draft", "superseded"])
def test_closed_missions_drafts_and_superseded_texts_are_not_swept(adopted, change):
    Review.objects.update(ruleset="an earlier one")
    if change == "closed":
        Mission.objects.update(status=Mission.Status.CLOSED)
    elif change == "draft":
        Mandate.objects.update(draft=True)
    else:
        Mission.objects.update(mandate_in_force="S/RES/3200 (2031)")
    assert jobs.sweep() == {"in_force": 0, "reviewed": 0, "started": 0}


def test_a_mission_that_is_closing_is_swept(adopted):
    Mission.objects.update(status=Mission.Status.CLOSING)
    assert jobs.sweep()["in_force"] == 1


def test_the_command_says_what_it_queued(adopted):
    Review.objects.update(ruleset="an earlier one")
    out = StringIO()
    call_command("sweep", stdout=out)
    assert out.getvalue() == "1 mandates in force: 0 reviewed under the current ruleset, 1 queued for review.\n"
