"""How the flag of an adopted text changes is written down, with the cause; nothing of a draft is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mandates import flag_news, jobs, services
from mandates.models import Event, FlagChange, Mandate, Review
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
Cause = FlagChange.Cause
FIRST, NEXT = "S/RES/3101 (2030)", "S/RES/3180 (2031)"
TOP = drafts.SECOND.replace("Draft resolution\n\n", f"{NEXT}\n\n")


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA", name="Mission in Nambira", type="peacekeeping", status="active", as_of="2030-01-01",
        mandate_in_force=FIRST,
    )  # fmt: skip


def reviewed(owner, text=drafts.HELD, **more) -> Mandate:
    version = services.submit(owner=owner, data=text.encode(), **{"draft": False, **more})
    jobs.review_mandate(version.jobs.get().pk)
    return Mandate.objects.get(pk=version.mandate_id)


def again(mandate) -> None:
    jobs.review_mandate(services.start_review(mandate.newest_version, again=True).pk)


def rows() -> list[tuple]:
    return list(FlagChange.objects.order_by("pk").values_list("flagged_before", "flagged", "cause", "in_force"))


def test_the_first_mandate_in_force_is_told_as_a_first_review(owner, mission):
    reviewed(owner, mission=mission)
    assert rows() == [("", "yes", Cause.FIRST_REVIEW, True)]


def test_a_draft_leaves_no_trace_whatever_becomes_of_it(owner, mission):
    mandate = reviewed(owner, drafts.NAMBIRA, draft=True, mission=mission)
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=mandate)
    jobs.review_mandate(mandate.latest_job.pk)
    assert Review.objects.filter(flagged="no").exists()
    assert rows() == []


def test_a_text_that_is_not_in_force_is_told_only_when_its_flag_changes(owner):
    mandate = reviewed(owner)
    again(mandate)
    assert rows() == []
    Review.objects.update(flagged="no", flag_reason="", ruleset="an earlier one")
    again(mandate)
    assert rows() == [("no", "yes", Cause.NEW_RULESET, False)]


def test_the_next_mandate_is_compared_with_the_one_before_it(owner, mission):
    first = reviewed(owner, mission=mission)
    Mission.objects.update(mandate_in_force=NEXT)
    reviewed(owner, TOP, mission=mission)
    assert rows()[1:] == [("yes", "no", Cause.NEW_MANDATE, True)]
    assert FlagChange.objects.first().before == first
    news = flag_news.told(FlagChange.objects.filter(cause=Cause.NEW_MANDATE))[0]
    assert news.group == "no longer flagged"
    assert news.sentence == (
        "Now not flagged; before, by resolution 3101 (2030): flagged: clause or sub-task. Why: another text is in force."
    )


def test_a_mandate_that_comes_into_force_after_its_review_is_noted_by_the_sweep_once(owner, mission):
    reviewed(owner, mission=mission)
    reviewed(owner, TOP, mission=mission)
    assert len(rows()) == 1
    Mission.objects.update(mandate_in_force=NEXT)
    jobs.sweep()
    jobs.sweep()
    assert rows()[1:] == [("yes", "no", Cause.NEW_MANDATE, True)]


def test_a_renewal_that_changes_nothing_is_no_news(owner, mission):
    reviewed(owner, mission=mission)
    Mission.objects.update(mandate_in_force=NEXT)
    reviewed(owner, drafts.HELD.replace("3101 (2030)", "3180 (2031)"), mission=mission)
    assert len(rows()) == 2
    assert FlagChange.objects.news().count() == 1


@pytest.mark.parametrize(
    "said, cause",
    [
        ({"ruleset": "an earlier one"}, Cause.NEW_RULESET),
        ({}, Cause.OTHER_TEXT),
    ],
)
def test_the_cause_is_what_differs(owner, mission, said, cause):
    mandate = reviewed(owner, mission=mission)
    Review.objects.update(flagged="no", flag_reason="", **said)
    again(mandate)
    assert rows()[1:] == [("no", "yes", cause, True)]


def test_a_new_policy_is_named_as_the_cause(owner, administrator, mission):
    mandate = reviewed(owner, mission=mission)
    Review.objects.update(flagged="no", flag_reason="")
    said = {"off": frozenset(), "severities": {}, "reason": "Fewer tasks first."}
    services.set_policy(top=2, dilution=40, **said, by=administrator)
    again(mandate)
    assert rows()[1:] == [("no", "yes", Cause.NEW_POLICY, True)]


def test_a_persons_correction_is_named_as_the_cause(owner, mission):
    mandate = reviewed(owner, mission=mission)
    Review.objects.update(flagged="no", flag_reason="", reviewed_at=timezone.now() - timedelta(hours=1))
    Event.objects.create(mandate_id_was=mandate.pk, action="corrected", by=owner)
    again(mandate)
    assert rows()[1:] == [("no", "yes", Cause.CORRECTION, True)]


def test_an_older_version_that_is_reviewed_again_changes_nothing(owner, mission):
    mandate = reviewed(owner, mission=mission)
    old = mandate.newest_version
    services.submit(owner=owner, data=TOP.encode(), mandate=mandate)
    jobs.review_mandate(mandate.latest_job.pk)
    before = rows()
    jobs.review_mandate(services.start_review(old, again=True).pk)
    assert rows() == before


def test_changes_that_cancel_each_other_are_no_news_for_a_mission(owner, mission):
    mandate = reviewed(owner, mission=mission)
    first = FlagChange.objects.get().pk
    Review.objects.update(flagged="no", flag_reason="")
    FlagChange.objects.create(
        mandate=mandate, version=mandate.newest_version, flagged_before="yes", reason_before="clause or sub-task",
        flagged="no", cause=Cause.NEW_RULESET, in_force=True, top=3, top_before=3, ruleset="r", headline="",
    )  # fmt: skip
    assert [one.group for one in flag_news.told(FlagChange.objects.filter(pk__gt=first))] == ["no longer flagged"]
    again(mandate)
    assert flag_news.told(FlagChange.objects.filter(pk__gt=first)) == []


def test_what_is_deleted_for_good_takes_its_changes_with_it(owner, mission):
    mandate = reviewed(owner, mission=mission)
    services.delete_for_good(mandate, by=owner)
    assert rows() == []


def test_home_names_what_is_newly_flagged_and_leads_to_the_trends(owner, mission, stranger, client):
    mandate = reviewed(owner, mission=mission)
    client.force_login(stranger)
    home = client.get("/").content.decode()
    section = home.split("Newly flagged")[1].split("</section>")[0]
    assert f'<a href="/mandates/{mandate.pk}/">' in section and "sub-task inside the 3rd of 3 main tasks" in section
    assert '<a href="/trends/">' in home
    FlagChange.objects.update(at=timezone.now() - timedelta(days=20))
    assert "Newly flagged" not in client.get("/").content.decode()
