"""The nightly sweep: which mandates in force are reviewed again, and what it says has changed."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from capacities.models import Capacity
from mandates import flag_news, jobs, services
from mandates.analysis import pipeline
from mandates.models import FlagChange, Job, Mandate, Review, Sweep
from mandates.rules import RULESET
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


def swept(**options) -> dict:
    row = Sweep.objects.get(pk=jobs.sweep(**options))
    return {name: getattr(row, name) for name in ("in_force", "reviewed", "started", "unfinished")}


def command(*options) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("sweep", *options, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def earlier(**said) -> None:
    """As if an earlier ruleset had reviewed everything, and found what is said."""
    Review.objects.update(ruleset="an earlier one", **said)


def test_what_the_current_ruleset_has_reviewed_is_left_alone(adopted):
    assert swept() == {"in_force": 1, "reviewed": 1, "started": 0, "unfinished": 0}


def test_a_mandate_reviewed_under_an_earlier_ruleset_is_reviewed_once(adopted):
    earlier()
    assert swept() == {"in_force": 1, "reviewed": 0, "started": 1, "unfinished": 0}
    assert Review.objects.get().ruleset == RULESET
    assert swept() == {"in_force": 1, "reviewed": 1, "started": 0, "unfinished": 0}


def test_a_new_version_that_still_waits_is_reviewed_and_one_in_other_hands_is_left(adopted, owner):
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=adopted)
    Job.objects.filter(state="pending").update(state="running", heartbeat_at=Review.objects.get().reviewed_at)
    assert swept() == {"in_force": 1, "reviewed": 0, "started": 1, "unfinished": 1}
    Job.objects.filter(state="running").update(state="pending")
    assert swept()["unfinished"] == 0
    assert adopted.latest_review.version.number == 2


@pytest.mark.parametrize("change", ["closed", "draft", "superseded"])
def test_closed_missions_drafts_and_superseded_texts_are_not_swept(adopted, change):
    earlier()
    if change == "closed":
        Mission.objects.update(status=Mission.Status.CLOSED)
    elif change == "draft":
        Mandate.objects.update(draft=True)
    else:
        Mission.objects.update(mandate_in_force="S/RES/3200 (2031)")
    assert swept() == {"in_force": 0, "reviewed": 0, "started": 0, "unfinished": 0}


def test_a_mission_that_is_closing_is_swept(adopted):
    Mission.objects.update(status=Mission.Status.CLOSING)
    assert swept()["in_force"] == 1


def test_every_adopted_text_is_swept_when_asked(adopted):
    earlier(flagged="no", flag_reason="")
    Mission.objects.update(mandate_in_force="S/RES/3200 (2031)")
    assert swept(adopted=True)["started"] == 1
    assert [one.group for one in flag_news.told(FlagChange.objects.filter(in_force=False))] == ["newly flagged"]


def test_the_sweep_records_what_it_changed(adopted):
    earlier(flagged="no", flag_reason="")
    jobs.sweep()
    change = Sweep.objects.first().changes.get()
    assert (change.flagged_before, change.flagged, change.reason) == ("no", "yes", "clause or sub-task")
    assert change.cause == FlagChange.Cause.NEW_RULESET


def test_the_command_says_what_is_newly_flagged_and_why(adopted):
    earlier(flagged="no", flag_reason="")
    code, out = command()
    assert code == 0
    assert f"1 mandate in force: 0 already reviewed under the current ruleset ({RULESET}), 1 reviewed now." in out
    assert "Newly flagged (1)\n  UNMINA, resolution 3101 (2030): Now flagged: clause or sub-task; before: not" in out
    assert "Why: the program reads it with other rules." in out
    assert "No flag has changed." in command()[1]


def test_the_command_says_what_is_no_longer_flagged_and_what_has_another_reason(adopted, owner):
    earlier(flagged="yes", flag_reason="absent")
    assert "Flagged for another reason (1)" in command()[1]
    second = drafts.SECOND.replace("Draft resolution\n\n", "S/RES/3101 (2030)\n\n")
    services.submit(owner=owner, data=second.encode(), mandate=adopted)
    out = command()[1]
    assert "No longer flagged (1)" in out and "Why: a new version of its text was submitted." in out


def test_the_command_answers_a_program_in_json(adopted):
    earlier(flagged="no", flag_reason="")
    made = json.loads(command("--format", "json")[1])
    assert (made["in_force"], made["started"], made["ruleset"]) == (1, 1, RULESET)
    change = made["changes"][0]
    assert (change["mission"], change["group"], change["cause"]) == ("UNMINA", "newly flagged", "new ruleset")


def test_the_exit_code_tells_a_script_of_new_flags_when_it_asks(adopted):
    earlier(flagged="no", flag_reason="")
    assert command("--fail-on-flag")[0] == 1
    assert command("--fail-on-flag")[0] == 0


def test_a_review_that_fails_gives_an_exit_code_of_its_own(adopted, monkeypatch):
    earlier()

    def fail(*args):
        raise IndexError

    monkeypatch.setattr(pipeline, "judge", fail)
    code, out = command()
    assert code == 2
    assert "1 review did not end here" in out


def test_the_command_says_how_many_reviews_knew_other_facts(adopted, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *given: date(2030, 9, 1))
    Capacity.objects.create(
        mission=Mission.objects.get(), category="civilian_post", title="Post", source="t", as_of="2030-01-01"
    )
    assert "1 review of drafts and mandates in force was made again: other facts of their missions" in command()[1]
    assert json.loads(command("--format", "json")[1])["register_changed"] == 0
