"""The pages of missions: facts with their source, and what is not known said so."""

from html import unescape

import pytest

from mandates import jobs, services
from missions.models import Country, Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


def said(response) -> str:
    return " ".join(unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def unmina():
    mission = Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        established="2029-03-04",
        established_by="S/RES/3005 (2029)",
        mandate_in_force="S/RES/3101 (2030)",
        mandate_ends="2031-06-30",
        source="Tests' almanac, page 7",
        source_url="https://example.org/almanac",
        as_of="2030-01-02",
    )
    mission.countries.add(Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira"))
    return mission


@pytest.fixture
def unknown():
    return Mission.objects.create(
        acronym="UNVOID",
        name="Mission of which little is known",
        type=Mission.Type.POLITICAL,
        status=Mission.Status.CLOSED,
        source="tests",
        as_of="2030-01-02",
    )


def test_a_mission_is_shown_with_its_facts_their_source_and_the_day_they_were_true(client, owner, unmina):
    client.force_login(owner)
    page = said(client.get("/missions/UNMINA/"))
    for fact in ("United Nations Mission in Nambira", "4 March 2029, by S/RES/3005 (2029)", "30 June 2031", "Nambira"):
        assert fact in page
    assert '<a href="https://example.org/almanac">Tests\' almanac, page 7</a>, as of 2 January 2030' in page


def test_what_is_not_known_of_a_mission_is_said_and_never_left_blank(client, owner, unknown):
    client.force_login(owner)
    Mission.objects.filter(acronym="UNVOID").update(status=Mission.Status.ACTIVE)
    page = said(client.get("/missions/UNVOID/"))
    for name in ("Where", "Mandate in force", "Mandate ends"):
        assert f"<dt>{name}</dt><dd>not known</dd>" in page
    assert "<dt>Established</dt><dd>date not known</dd>" in page
    assert "None has been reviewed yet." in page


def test_a_closed_mission_has_no_mandate_rather_than_an_unknown_one(client, owner, unknown):
    Mission.objects.filter(acronym="UNVOID").update(status=Mission.Status.CLOSED)
    client.force_login(owner)
    page = said(client.get("/missions/UNVOID/"))
    assert "<dt>Mandate in force</dt><dd>none: the mission is closed</dd>" in page
    assert "<dt>Mandate ends</dt>" not in page


def test_a_mandate_that_has_run_out_is_said_to_have_passed_unless_the_mission_is_closed(client, owner, unmina):
    client.force_login(owner)
    Mission.objects.update(mandate_ends="2020-01-01")
    assert "the register knows of no renewal" in said(client.get("/missions/UNMINA/"))
    Mission.objects.update(status=Mission.Status.CLOSED)
    assert "the register knows of no renewal" not in said(client.get("/missions/UNMINA/"))


def test_its_mandates_are_those_that_the_person_may_see(client, owner, colleague, stranger, unmina):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), title="River renewal", mission=unmina)
    jobs.review_mandate(version.jobs.get().pk)
    services.share(version.mandate, colleague, by=owner)
    for person, sees in ((owner, True), (colleague, True), (stranger, False)):
        client.force_login(person)
        page = said(client.get("/missions/UNMINA/"))
        assert ("River renewal" in page) is sees
        assert ("inside the 3rd of 3 main tasks" in page) is sees


def test_the_list_is_narrowed_by_kind_status_and_country(client, owner, unmina, unknown):
    client.force_login(owner)
    both = said(client.get("/missions/"))
    assert 'href="/missions/UNMINA/"' in both and 'href="/missions/UNVOID/"' in both
    for query in ("type=political", "status=closed"):
        narrowed = said(client.get(f"/missions/?{query}"))
        assert 'href="/missions/UNMINA/"' not in narrowed and 'href="/missions/UNVOID/"' in narrowed
    assert 'href="/missions/UNVOID/"' not in said(client.get("/missions/?country=NBI"))
    assert "Status: Choose one of: active, closing, closed." in said(client.get("/missions/?status=lost"))


def test_a_mission_that_is_not_in_the_register_is_not_found_and_nobody_unknown_is_told(client, owner, unmina):
    assert client.get("/missions/UNMINA/").url == "/sign-in/?next=/missions/UNMINA/"
    client.force_login(owner)
    assert client.get("/missions/NOWHERE/").status_code == 404
