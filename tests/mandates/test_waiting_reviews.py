"""A review that could not know the tasks in force is done again when the text that holds them arrives."""

import pytest

from mandates import contexts, jobs, services
from mandates.analysis import pipeline, read
from mandates.models import Job, Review, TextVersion
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db

NAMED = " as set out in paragraph 2 of\nresolution 3101 (2030)"
RECALLED = "Recalling its resolution 3101 (2030),\n\n"


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA", name="Mission in Nambira", type="peacekeeping", status="active", as_of="2030-01-01"
    )


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


def test_a_renewal_that_names_no_source_is_judged_by_its_missions_latest_text_held(owner, mission):
    renewal = reviewed(owner, drafts.RENEWAL.replace(NAMED, "").replace(RECALLED, ""), mission=mission)
    assert flagged(renewal) == "unknown"
    reviewed(owner, drafts.HELD, draft=False, mission=mission)
    jobs.review_mandate(renewal.jobs.get().pk)
    review = Review.objects.get(version=renewal)
    assert (review.flagged, review.data["in_force"]["symbol"]) == ("yes", "S/RES/3101 (2030)")


def test_a_renewal_of_a_renewal_is_followed_to_the_task_list(owner, mission):
    second = drafts.RENEWAL.replace("The Security Council,", "S/RES/3150 (2031)\n\nThe Security Council,", 1)
    reviewed(owner, drafts.HELD, draft=False, mission=mission)
    reviewed(owner, second, draft=False, mission=mission)
    third = reviewed(owner, drafts.RENEWAL.replace("3101 (2030)", "3150 (2031)"), mission=mission)
    in_force = Review.objects.get(version=third).data["in_force"]
    assert (in_force["symbol"], in_force["through"]) == ("S/RES/3101 (2030)", ["S/RES/3150 (2031)"])


def test_two_renewals_without_a_source_do_not_wake_each_other(owner, mission):
    first = reviewed(owner, adopted("S/RES/3150 (2031)"), draft=False, mission=mission)
    reviewed(owner, adopted("S/RES/3160 (2032)"), draft=False, mission=mission)
    assert first.jobs.get().state == Job.State.DONE


def test_what_is_held_is_loaded_in_the_same_queries_however_much_it_is(owner, mission, django_assert_num_queries):
    renewal = reviewed(owner, drafts.RENEWAL.replace(NAMED, "").replace(RECALLED, ""), mission=mission)
    version = TextVersion.objects.select_related("mandate__mission").get(pk=renewal.pk)
    reading = pipeline.parse(read.read(bytes(version.source), version.filename))
    for number in (3101, 3111, 3121):
        text = drafts.HELD.replace("3101 (2030)", f"{number} (2030)")
        reviewed(owner, text, draft=False, mission=mission, title=str(number))
        with django_assert_num_queries(
            6
        ):  # policy, texts, corrections, sources; countries and capacities of the mission
            held = contexts.load(reading, version).held
            assert f"S/RES/{number} (2030)" in held
            assert all(held[symbol].tasks.missions[0].task_lists for symbol in held)


def adopted(symbol: str) -> str:
    text = drafts.RENEWAL.replace(NAMED, "").replace(RECALLED, "")
    return text.replace("The Security Council,", f"{symbol}\n\nThe Security Council,", 1)
