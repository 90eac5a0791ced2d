"""The home page: what needs a person, who sees what of it, which mandates end, and what it says where there is nothing yet."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from capacities.models import Partner
from mandates import services, specimens
from mandates.models import Finding, Job, Mandate
from missions.models import Mission
from plans import services as planning
from plans.models import Assignment, Plan
from tests.home.conftest import said
from tests.mandates import adopted_rows as adopted
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def day(days: int) -> str:
    when = in_days(days)
    return f"{when.day} {when:%b %Y}"


# --- what needs me ----------------------------------------------------------------------------------------------


def test_a_draft_says_where_it_stands_what_is_asked_and_when_its_mandate_ends(home, draft, owner, mission):
    mission.mandate_ends = in_days(11)
    mission.save()
    Mandate.objects.update(mission=mission)
    waiting = Finding.objects.count()
    part = plain(home(owner, "needs"))
    assert "River renewal" in part and "draft, seen by you alone, UNMINA" in part
    assert "inside the 3rd of 3 main tasks" in part
    assert f"Decide {waiting} findings; OC202 is medium" in part
    assert f"{waiting} of {waiting}" in part
    assert f"{day(11)}, 11 days its mission's mandate ends" in part
    assert "One draft waits for you" in plain(home(owner))


def test_what_is_decided_no_longer_waits(home, draft, owner):
    first, *rest = Finding.objects.order_by("order")
    services.decide(mandate=draft, finding_fingerprint=first.fingerprint, verdict="accept", reason="", by=owner)
    assert f"{len(rest)} of {len(rest) + 1}" in plain(home(owner, "needs"))
    for finding in rest:
        services.decide(
            mandate=draft, finding_fingerprint=finding.fingerprint, verdict="defer", reason="Later.", by=owner
        )
    assert "River renewal" not in home(owner, "needs")
    assert "Nothing waits for you." in plain(home(owner)) and "All drafts" in home(owner, "needs")


def test_the_gravest_is_named_by_code_and_many_are_counted(home, draft, owner):
    Finding.objects.update(severity="medium")
    total = Finding.objects.count()
    assert total > 2 and f"Decide {total} findings; all are medium" in home(owner, "needs")
    two = Finding.objects.order_by("order")[:2]
    Finding.objects.filter(pk__in=[one.pk for one in two]).update(severity="high")
    assert f"; {two[0].code} and {two[1].code} are high" in home(owner, "needs")


def test_the_soonest_stands_first_and_of_those_without_a_day_the_gravest(home, submit, owner, mission):
    later = adopted.mission("UNLATER", mandate_ends=in_days(60))
    mission.mandate_ends = in_days(9)
    mission.save()
    for number, (title, where) in enumerate([("No day", None), ("Later", later), ("Soon", mission)]):
        submit(drafts.NAMBIRA.replace("ninety days", f"{number + 2} weeks"), title=title, mission=where)
    grave = submit(drafts.NAMBIRA.replace("ninety days", "nine weeks"), title="Failed", reviewed=False)
    Job.objects.filter(version__mandate=grave).update(state="failed")
    Mandate.objects.filter(title="No day").update(mission=adopted.mission("UNPAST", mandate_ends=in_days(-9)))
    rows = re.findall(r'class="what"><a[^>]*>([^<]*)<', home(owner, "needs"))
    assert rows == ["Soon", "Later", "Failed", "No day"]
    assert "no date" in plain(home(owner, "needs")).split("No day")[1]


def test_a_review_that_failed_or_still_runs_is_told_of_ones_own_texts_alone(home, submit, owner, stranger):
    failed = submit(title="Gone wrong", reviewed=False)
    Job.objects.update(state="failed")
    submit(drafts.HELD, title="Adopted one", draft=False, reviewed=False)
    mine, theirs = home(owner, "needs"), home(stranger)
    assert "The review did not end: start it again." in mine and failed.get_absolute_url() in mine
    assert "Adopted one" in mine and "the review is on its way" in mine
    assert "One review did not end." in plain(home(owner))
    assert "Gone wrong" not in theirs and "did not end" not in theirs
    assert "Adopted one" not in theirs.split("h-portfolio")[0]


def test_an_adopted_text_that_is_read_again_by_night_needs_nobody(home, submit, owner):
    held = submit(drafts.HELD, title="Adopted one", draft=False)
    Job.objects.create(version=held.newest_version, ruleset="another")
    assert "Adopted one" not in home(owner, "needs")


def test_a_colleagues_draft_is_shown_to_those_named_on_it_alone(home, draft, owner, colleague, stranger):
    services.share(draft, colleague, by=owner)
    assert "River renewal" in home(colleague, "needs") and "draft of owner" in home(colleague, "needs")
    assert "seen by 2 people" in home(owner, "needs")
    assert "River renewal" not in home(stranger)


# --- plans ------------------------------------------------------------------------------------------------------


@pytest.fixture
def plan(submit, mission, planner) -> Plan:
    mandate = submit(drafts.HELD, draft=False, symbol="S/RES/3101 (2030)", mission=mission)
    told = {"title": "Gold and networks", "begins": in_days(40), "ends": in_days(400), "nominated_on": in_days(20)}
    return planning.open_plan(mandate=mandate, mission=mission, by=planner, **told)


def test_a_plan_with_gaps_stands_there_for_the_planner_who_began_it(home, plan, planner, owner):
    part = plain(home(planner, "needs"))
    assert "Gold and networks plan for UNMINA" in part
    assert re.search(r"meets 0 of \d+ needs Find who meets \d+ needs", part)
    assert f"{day(20)}, 20 days nominations go out" in part
    assert "One of your plans has gaps." in plain(home(planner))
    assert "Gold and networks" not in home(owner)


def test_a_reader_or_a_planner_who_has_no_part_in_it_is_not_told_of_a_plan(home, plan, planner, cleared, stranger):
    assert "Gold and networks" not in home(cleared) and "Gold and networks" not in home(stranger)
    planning.comment(plan, "Noted.", cleared)
    plan.changes.create(subject="plan", action="updated", by=cleared)
    assert "Gold and networks" in home(cleared)
    planner.groups.clear()
    assert "Gold and networks" not in home(planner)


def test_a_restricted_partner_fills_a_gap_for_those_alone_who_may_see_it(home, plan, hidden, cleared, planner):
    Partner.objects.update(kind="monitor")
    option = plan.options.get(approach="local")
    row = Assignment(option=option, task=plan.tasks.get(), partner=hidden, begins=plan.begins, ends=plan.ends)
    planning.add(row, by=cleared)
    option.refresh_from_db()
    planning.choose(option, version=option.version, by=cleared)
    met = {user: re.search(r"meets (\d+) of (\d+)", home(user, "needs")).groups() for user in (cleared, planner)}
    assert (int(met[cleared][0]), int(met[planner][0])) == (1, 0)
    assert met[cleared][1] == met[planner][1]
    assert "Gorge Circle" not in home(cleared) + home(planner)


def test_a_plan_that_is_over_or_archived_needs_nobody(home, plan, planner):
    Plan.objects.update(archived_at=timezone.now())
    assert "Gold and networks" not in home(planner)
    Plan.objects.update(archived_at=None, begins=in_days(-40), nominated_on=in_days(-40), ends=in_days(-1))
    assert "Gold and networks" not in home(planner)


def test_assignments_that_cannot_be_as_planned_are_counted(home, plan, analysts, planner):
    option = plan.options.get(approach="specialized")
    told = {"option": option, "task": plan.tasks.get(), "capacity": analysts, "begins": plan.begins, "ends": plan.ends}
    planning.add(Assignment(people=9, **told), by=planner)
    assert "mend 1 assignment that cannot be as planned" in home(planner, "needs")


# --- mandates that end, and newly flagged -----------------------------------------------------------------------


def test_mandates_ending_within_ninety_days_stand_with_their_renewal(home, submit, owner, stranger, mission):
    mission.mandate_ends, mission.mandate_in_force = in_days(40), "S/RES/3000 (2029)"
    mission.save()
    adopted.mission("UNFAR", mandate_ends=in_days(91))
    adopted.mission("UNEND", mandate_ends=in_days(10), status="closing")
    part = plain(home(owner, "ending"))
    assert re.search(
        rf"UNMINA S/RES/3000 \(2029\) {day(40)} , 40 days 40 not read no draft that you can see: review one on UNMINA",
        part,
    )
    assert part.index("UNEND") < part.index("UNMINA") and "closing" in part and "UNFAR" not in part
    assert "/mandates/new/?mission=UNMINA" in home(owner, "ending")
    draft = submit(title="Renewal", mission=mission)
    waiting = Finding.objects.filter(review__version__mandate=draft).count()
    assert f"draft 1, {waiting} undecided" in plain(home(owner, "ending"))
    assert "no draft that you can see" in home(stranger, "ending")  # of a colleague's draft nobody is told


def test_the_line_of_a_mission_leads_to_a_form_with_that_mission(client, owner, mission):
    client.force_login(owner)
    assert '<option value="UNMINA" selected>' in said(client.get("/mandates/new/?mission=UNMINA"))
    assert (
        "selected"
        not in said(client.get("/mandates/new/?mission=UNNONE")).split('name="mission"')[1].split("</select>")[0]
    )


def test_ends_that_have_passed_are_folded_under_one_line(home, owner, mission):
    mission.mandate_ends = in_days(-30)
    mission.save()
    part = home(owner, "ending")
    assert "1 mission whose end has passed in the register: renewal not recorded here" in part
    assert "UNMINA" in part.split('"passed"')[1] and "UNMINA" not in part.split('"passed"')[0]
    Mission.objects.update(status="closed")
    assert "h-ending" not in home(owner)


def test_newly_flagged_gives_code_severity_and_reason(home, submit, mission, owner, stranger):
    mission.mandate_in_force = "S/RES/3101 (2030)"
    mission.save()
    submit(drafts.HELD, draft=False, symbol="S/RES/3101 (2030)", mission=mission)
    part = plain(home(stranger, "newly"))
    assert "Medium UNMINA, resolution 3101 (2030)" in part
    assert "OC202 clause-inside-another-task" in part
    assert '<a href="/account/">a digest by e-mail</a>' in home(stranger, "newly")


# --- nothing yet ------------------------------------------------------------------------------------------------


def test_a_newcomer_is_offered_a_specimen_that_goes_in_like_any_text(client, owner):
    client.force_login(owner)
    first = said(client.get("/"))
    assert "Try it with a specimen draft" in first and "Where does" in first and "waits for you" not in first
    response = client.post("/specimen/")
    mandate = Mandate.objects.get()
    assert response.url == mandate.get_absolute_url()
    assert (mandate.owner, mandate.draft) == (owner, True)
    assert bytes(mandate.versions.get().source) == specimens.first()
    assert mandate.latest_job.state == Job.State.PENDING
    later = said(client.get("/"))
    assert "Try it with a specimen draft" not in later and "Try the specimen draft" in later


def test_without_adopted_texts_the_table_says_what_an_import_brings_and_how(home, draft, owner, administrator):
    assert "No adopted resolution is held yet" in home(owner, "portfolio")
    assert "import_corpus" not in home(owner, "portfolio")
    assert "manage.py import_corpus FOLDER" in home(administrator, "portfolio")
    assert "<table" not in home(owner, "portfolio")


def test_without_a_draft_or_a_plan_one_sentence_and_one_button_say_what_they_are_for(home, submit, stranger, planner):
    submit(drafts.HELD, draft=False)
    part = home(stranger, "needs")
    assert "No draft is here that you can see" in part and part.count('class="btn"') == 1
    assert "Begin a plan" not in part
    assert "No plan has been begun" in home(planner, "needs")


# --- the table --------------------------------------------------------------------------------------------------


def test_the_table_shows_the_last_twelve_years_and_leads_to_all(home, owner, stranger):
    this = timezone.localdate().year
    mandate = adopted.resolution(owner, 1901, this - 20, mission=adopted.mission(), position="others_only")
    near = adopted.resolution(owner, 2901, this - 2, mission=Mission.objects.get(), position="others_only")
    part = home(stranger, "portfolio")
    assert f'<th scope="col">{this - 11}</th>' in part and f">{this - 12}</th>" not in part
    assert f'<a href="/mandates/{near.pk}/">others' in part and f'"/mandates/{mandate.pk}/"' not in part
    assert f'<a href="/trends/?since={this - 20}#h-heat">All years</a>' in part


def test_what_is_asked_of_the_table_and_cannot_be_used_is_refused_there_alone(home, client, draft, owner):
    adopted.resolution(owner, 1901, 2020, mission=adopted.mission())
    page = home(owner, query="?order=weather", status=400)
    assert "Order: Choose one of: -ends, position, -position, mission, -mission." in page
    assert "weather" not in page and "River renewal" in page
    answer = client.get("/?order=weather", headers={"HX-Request": "true"})
    assert answer.status_code == 200 and "Order: Choose one of" in said(answer)
