"""What a mandate takes on organized crime beside what its mission has: told from the reviewed tasks, never guessed."""

from datetime import date

import pytest

from capacities import catalogue
from capacities.models import Capacity, Expertise, Partner
from mandates import coverage, jobs, services
from mandates.models import Adoption, Mandate
from missions.models import Country, Mission
from tests.mandates import drafts
from tests.mandates.test_views import said

pytestmark = pytest.mark.django_db
TODAY = date(2030, 7, 1)


@pytest.fixture
def mission():
    mission = Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type="peacekeeping",
        status="active",
        mandate_in_force="S/RES/3101 (2030)",
        source="tests",
        as_of="2030-01-01",
    )
    mission.countries.add(Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira"))
    return mission


@pytest.fixture
def mandate(owner, mission) -> Mandate:
    told = {"draft": False, "symbol": "S/RES/3101 (2030)", "mission": mission}
    version = services.submit(owner=owner, data=drafts.HELD.encode(), **told)
    jobs.review_mandate(version.jobs.get().pk)
    return version.mandate


@pytest.fixture
def analysts(mission):
    expertise = Expertise.objects.create(
        name="network_analysis", label=catalogue.held().labels["network_analysis"], definition="d", source="s"
    )
    team = Capacity.objects.create(
        mission=mission,
        category="specialized_team",
        title="Network analysts",
        deployed=6,
        source="t",
        as_of="2030-01-01",
    )
    team.expertise.add(expertise)
    return team


def test_the_crime_types_are_those_that_the_mission_is_told_to_act_on_with_their_paragraphs(mandate):
    tasked = coverage.crime_tasks(mandate.latest_review.data)
    assert tasked == {
        "organized_crime": ["2 (c) (ii)"],
        "natural_resources": ["2 (c) (ii)"],
    }  # not 3: it is told to others


def test_what_a_capacity_covers_is_told_and_the_rest_is_missing(mandate, mission, analysts):
    matrix = coverage.of(mandate, mission, TODAY)
    rows = {row.need.expertise: row for row in matrix.coverage.rows}
    assert rows["network_analysis"].verdict == "covered"
    assert {row.verdict for name, row in rows.items() if name != "network_analysis"} == {"gap"}
    assert matrix.period.ends == date(2031, 6, 30)


def test_a_mandate_counts_from_its_adoption_or_from_what_the_register_says_of_the_one_in_force(mandate, mission):
    Adoption.objects.all().delete()
    mission.mandate_began = date(2030, 6, 29)
    held = Mandate.objects.get(pk=mandate.pk)
    assert coverage.of(held, mission, TODAY).period.begins == date(2030, 6, 29)
    mission.mandate_in_force = "S/RES/3200 (2031)"
    assert coverage.of(held, mission, TODAY).period.begins is None
    Adoption.objects.create(mandate=held, date=date(2030, 6, 27))
    assert coverage.of(Mandate.objects.get(pk=mandate.pk), mission, TODAY).period.begins == date(2030, 6, 27)


@pytest.mark.parametrize("term", ["for a period of 99999 months", "for a period of 9999 years"])
def test_a_draft_with_a_term_beyond_all_calendars_is_reviewed_and_its_end_is_not_known(owner, mission, analysts, term):
    data = drafts.NAMBIRA.replace("until 30 June 2031", term).encode()
    version = services.submit(owner=owner, data=data, draft=True, mission=mission)
    jobs.review_mandate(version.jobs.get().pk)
    assert version.jobs.get().state == "done"
    assert coverage.reviewed_period(version.mandate, mission, TODAY).ends is None


def test_with_no_capacity_recorded_nothing_is_known_and_nothing_is_called_missing(mandate, mission):
    assert {row.verdict for row in coverage.of(mandate, mission, TODAY).coverage.rows} == {"not known"}


def test_the_page_answers_in_one_sentence_and_each_row_has_its_reason(client, owner, mandate, analysts):
    client.force_login(owner)
    page = said(client.get("/missions/UNMINA/coverage/"))
    assert "<strong>1</strong> is covered" in page and "are missing" in page
    assert "natural resources (2 (c) (ii))" in page
    assert "Network analysts" in page


def test_a_draft_is_offered_to_those_who_see_it_alone(client, owner, stranger, mission, mandate):
    version = services.submit(owner=owner, data=drafts.SECOND.encode(), title="River renewal", mission=mission)
    jobs.review_mandate(version.jobs.get().pk)
    client.force_login(owner)
    assert "River renewal" in said(client.get("/missions/UNMINA/coverage/"))
    assert client.get(f"/missions/UNMINA/coverage/?mandate={version.mandate_id}").status_code == 200
    client.force_login(stranger)
    assert "River renewal" not in said(client.get("/missions/UNMINA/coverage/"))
    assert client.get(f"/missions/UNMINA/coverage/?mandate={version.mandate_id}").status_code == 404


def test_a_mission_without_a_reviewed_mandate_says_what_to_do(client, owner, mission):
    client.force_login(owner)
    assert "No mandate of UNMINA is reviewed here." in said(client.get("/missions/UNMINA/coverage/"))
    assert client.get("/missions/UNMINA/coverage/?mandate=1").status_code == 404


def test_the_page_costs_the_same_however_much_is_recorded(
    client, owner, mandate, mission, analysts, django_assert_max_num_queries
):
    for number in range(8):
        Capacity.objects.create(
            mission=mission, category="civilian_post", title=f"Post {number}", source="t", as_of="2030-01-01"
        )
    client.force_login(owner)
    with django_assert_max_num_queries(12):
        assert client.get("/missions/UNMINA/coverage/").status_code == 200


def test_partners_that_cover_a_crime_are_shown_to_those_who_may_see_them_and_ended_ones_cover_nothing(
    client, owner, administrator, mandate, mission
):
    facts = {"kind": "monitor", "source": "tests", "as_of": "2030-01-01", "crime_types": ["natural_resources"]}
    for name, more in {
        "River Watch": {"sensitivity": "public"},
        "Gorge Circle": {"sensitivity": "restricted"},
        "Ford Friends": {"sensitivity": "internal"},
        "Old Friends": {"sensitivity": "public", "engagement": "ended"},
        "Gang Watch": {"sensitivity": "public", "crime_types": ["gangs"]},
    }.items():
        Partner.objects.create(name=name, **{**facts, **more}).countries.add(mission.countries.get())

    def named(user):
        rows = coverage.partners(coverage.of(mandate, mission, TODAY), mission, user)
        return {row.label: {p.name for p in row.partners} for row in rows}["civil-society monitor"]

    assert named(owner) == {"River Watch"}
    assert named(administrator) == {"River Watch", "Ford Friends"}
    client.force_login(owner)
    page = said(client.get("/missions/UNMINA/coverage/"))
    assert "River Watch" in page and "Gorge Circle" not in page and "Ford Friends" not in page


def test_equipment_is_told_with_the_crimes_that_take_it_and_matched_with_nothing(mandate, mission):
    rows = {row.name: row.crime_types for row in coverage.equipment(coverage.of(mandate, mission, TODAY))}
    assert rows["satellite images"] == ("natural resources",)
