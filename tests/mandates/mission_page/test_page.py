"""The page of a mission: deadlines, gaps, partners on the map. Who may not see something finds no trace of it."""

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from capacities.models import Assessment, Capacity, Expertise, Fiu, Panel, Partner, SanctionsRegime, Strength
from mandates import jobs, services
from mandates.mission_page import deadlines, facts, partner_map
from mandates.models import Review
from missions import mapping
from missions.models import Country, CrimeMarket, Mission, MissionDocument
from tests.mandates import drafts
from tests.mandates.adopted_rows import resolution
from tests.missions.test_mapping import FEATURES
from tests.missions.test_views import said

pytestmark = pytest.mark.django_db
BUDGET = tomllib.loads((Path(__file__).parent.parent.parent / "query_budgets.toml").read_text())["pages"][
    "/missions/{acronym}/"
]
PAGE = "/missions/UNMIKA/"
FACTS = {"source": "tests", "as_of": "2030-01-01"}
TODAY = date(2031, 6, 1)


@pytest.fixture
def karesia(db, settings, tmp_path):  # pytest's settings, given back after the test
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": FEATURES}))
    settings.MAP_FILE = path
    return Country.objects.create(iso3="KAR", iso_numeric="991", name="Karesia")


@pytest.fixture
def mission(karesia):
    about = {"name": "United Nations Mission in Karesia", "type": "peacekeeping", "status": "active"}
    made = Mission.objects.create(acronym="UNMIKA", mandate_in_force="S/RES/3101 (2030)", **about, **FACTS)
    made.countries.add(karesia)
    return made


@pytest.fixture
def planner(db, django_user_model):
    person = django_user_model.objects.create_user("planner")
    person.groups.add(Group.objects.get_or_create(name="planners")[0])
    return person


def partner(name: str, country: Country, areas=(), sensitivity="public", **more) -> Partner:
    made = Partner.objects.create(
        kind="monitor", name=name, areas=list(areas), sensitivity=sensitivity, **FACTS, **more
    )
    made.countries.add(country)
    return made


def capacity(mission: Mission, title: str, until: date | None = None) -> Capacity:
    return Capacity.objects.create(
        mission=mission, category="civilian_post", title=title, available_until=until, **FACTS
    )


def due(person, today: date = TODAY) -> list[tuple[str, str, str]]:
    found = deadlines.of(facts.of("UNMIKA", person), today)
    return [(one.what, one.detail, one.said(today)) for one in found]


# --- deadlines


def test_deadlines_stand_by_day_passed_ones_say_so_and_unknown_ones_come_last(stranger, mission, karesia):
    Mission.objects.update(mandate_ends=date(2031, 5, 30))
    regime = SanctionsRegime.objects.create(code="kar", name="Karesia", status="in_force", **FACTS)
    regime.countries.add(karesia)
    Panel.objects.create(regime=regime, name="Panel on Karesia", mandate_until=date(2031, 6, 2))
    capacity(mission, "River police", date(2031, 6, 11))
    assert due(stranger) == [
        ("Mandate ends", "S/RES/3101 (2030)", "has passed: no renewal is known here"),
        ("Mandate of the panel ends", "Panel on Karesia", "tomorrow"),
        ("Rotation or end of a capacity", "River police", "in 10 days"),
        ("Sanctions measures end", "Karesia", "not known"),
    ]


def test_capacities_are_looked_at_a_year_ahead_and_archived_ones_not_at_all(stranger, mission):
    capacity(mission, "Soon", TODAY + timedelta(days=365))
    capacity(mission, "Later", TODAY + timedelta(days=366))
    capacity(mission, "Open")
    Capacity.objects.filter(pk=capacity(mission, "Gone", TODAY).pk).update(archived_at=timezone.now())
    assert [detail for what, detail, _ in due(stranger) if what.startswith("Rotation")] == ["Soon"]


def test_measures_that_ended_and_the_mandate_of_a_closed_mission_are_no_deadlines(stranger, mission, karesia):
    SanctionsRegime.objects.create(code="kar", name="Karesia", status="ended", **FACTS).countries.add(karesia)
    Mission.objects.update(status="closed")
    assert due(stranger) == []


def test_assessments_are_for_those_who_may_assess_and_the_newest_counts(stranger, planner, mission, karesia):
    watched = partner("Harbour Watch", karesia)
    for assessed, review in ((date(2030, 1, 1), date(2030, 9, 1)), (date(2031, 1, 1), date(2031, 6, 3))):
        about = {"level": "low", "grounds": "Talks.", "by": planner}
        Assessment.objects.create(partner=watched, assessed_on=assessed, review_on=review, **about)
    told = ("Assessment of a partner to be looked at again", "Harbour Watch", "in 2 days")
    assert told in due(planner)
    assert not [row for row in due(stranger) if "Harbour Watch" in row]


# --- the map


def mapped(person) -> partner_map.PartnerMap:
    held = facts.of("UNMIKA", person)
    return partner_map.of(held.hosts, held.partners, mapping.shapes(settings.MAP_FILE))


def test_partners_are_marked_where_they_work_and_what_is_not_on_the_map_is_named(stranger, mission, karesia):
    partner("Harbour Watch", karesia, ["kestrel province", "Old port"])
    partner("Ferry women", karesia, ["KESTREL", "north segou"])
    partner("Customs desk", karesia)
    partner("Former friends", karesia, ["Kestrel"], engagement="ended")
    found = mapped(stranger)
    assert [(p.name, [one.name for one in p.partners], bool(p.path)) for p in found.places] == [
        ("Kestrel", ["Ferry women", "Harbour Watch"], True),
        ("Ségou-Nord", ["Ferry women"], True),
    ]
    assert [(p.name, len(p.partners)) for p in found.elsewhere] == [("Old port", 1)]
    assert [one.name for one in found.nowhere] == ["Customs desk"]


def test_an_area_of_one_host_country_is_not_sought_in_the_other(stranger, mission, karesia):
    nambira = Country.objects.create(iso3="NBI", iso_numeric="992", name="Nambira")
    mission.countries.add(nambira)
    both = partner("River desk", karesia, ["Ségou-Nord"])
    both.countries.add(nambira)
    partner("Hill watch", nambira, ["Kestrel"])
    found = mapped(stranger)
    assert [(p.name, p.country, [one.name for one in p.partners]) for p in found.places] == [
        ("Kestrel", "Nambira", ["Hill watch"]),
        ("Ségou-Nord", "Karesia", ["River desk"]),
    ]
    assert found.elsewhere == []


def test_who_may_not_see_a_partner_finds_no_trace_of_it(client, stranger, planner, administrator, mission, karesia):
    partner("Open Watch", karesia, ["Kestrel"])
    inner = partner("Inner Circle", karesia, ["Kestrel", "Lantern pier"], "internal")
    hidden = partner("Hidden Hand", karesia, ["Ségou-Nord", "Ember dock"], "restricted")
    hidden.named.add(planner)
    about = {"level": "high", "grounds": "g", "assessed_on": TODAY, "by": planner}
    Assessment.objects.create(partner=hidden, review_on=TODAY, **about)
    traces = {
        inner: ("Inner Circle", "Lantern pier", inner.get_absolute_url()),
        hidden: (
            "Hidden Hand",
            "Ember dock",
            hidden.get_absolute_url(),
            "Ségou-Nord (",
        ),
    }
    for person, sees, count, marked in (
        (stranger, (), 1, "Kestrel (1)"),
        (administrator, (inner,), 2, "Kestrel (2)"),
        (planner, (inner, hidden), 3, "Kestrel (2), Ségou-Nord (1)"),
    ):
        client.force_login(person)
        page = said(client.get(PAGE))
        assert f">{count}, and what they cover</a>" in page
        assert f"Areas in which partners work: {marked}." in page
        for one, words in traces.items():
            assert [word in page for word in words] == [one in sees] * len(words), (person, one)


def test_the_map_says_whose_borders_these_are_and_a_mission_without_a_host_has_none(client, stranger, mission):
    client.force_login(stranger)
    page = said(client.get(PAGE))
    assert "<figcaption>Boundaries, names and designations on this map do not mean that the United Nations" in page
    assert '<title id="t-map">Map of Karesia</title>' in page
    mission.countries.clear()
    page = said(client.get(PAGE))
    assert "Not drawn: the register names no host country." in page and "<figcaption>" not in page


# --- gaps, drafts, the rest


def reviewed(owner, mission, **told):
    text = drafts.HELD.replace("UNMINA", "UNMIKA")
    version = services.submit(owner=owner, data=text.encode(), mission=mission, **told)
    jobs.review_mandate(version.jobs.get().pk)
    return version.mandate


def test_gaps_are_counted_by_the_mandate_in_force_even_where_a_newer_text_is_held(client, owner, mission):
    resolution(owner, 3200, 2031, mission=mission, data={})
    reviewed(owner, mission, draft=False, symbol="S/RES/3101 (2030)")
    team = capacity(mission, "Network analysts")
    Capacity.objects.update(deployed=6)
    told = {"label": "network analysis", "definition": "d", "source": "s"}
    team.expertise.add(Expertise.objects.create(name="network_analysis", **told))
    client.force_login(owner)
    page = said(client.get(PAGE))
    assert "kinds of expertise that resolution 3101 (2030) takes, <strong>1</strong> is covered" in page
    assert '<a href="/missions/UNMIKA/coverage/">See what it takes and what is there</a>' in page


def test_without_an_adopted_mandate_the_page_teaches_what_to_do(client, owner, mission):
    reviewed(owner, mission, title="River renewal")
    client.force_login(owner)
    page = said(client.get(PAGE))
    assert "Not known: no adopted mandate of it is reviewed here." in page
    assert "Drafts that you may see" in page and "River renewal" in page


def test_a_draft_stands_apart_and_is_seen_by_those_named_on_it_alone(client, owner, stranger, mission):
    reviewed(owner, mission, title="River renewal")
    client.force_login(stranger)
    page = said(client.get(PAGE))
    assert "River renewal" not in page and "Drafts that you may see" not in page


def test_a_mark_is_a_link_that_says_day_place_and_text_and_the_table_says_the_same(client, owner, stranger, mission):
    place = {"position": "main_task", "best_main_task_rank": 3, "main_tasks": 7, "flagged": "no"}
    asked = {"in_force": None, "oc_operative": [], "oc_leaf_tasks": [], "term": None}
    mandate = resolution(owner, 3101, 2030, mission=mission, data=asked, **place)
    client.force_login(stranger)
    page = said(client.get(PAGE))
    words = "3 of 7, 2030, day not known: resolution 3101 (2030): the 3rd of 7 main tasks, within the top 3"
    assert f'<a href="{mandate.get_absolute_url()}" aria-label="{words}">' in page
    assert "</svg> 3rd of 7 main tasks</span>" in page


def test_the_newest_strength_of_each_kind_is_shown_and_what_is_not_known_is_said(client, stranger, mission):
    for day, actual in (("2030-06-30", 610), ("2031-02-28", None)):
        about = {"category": "formed_police", "authorized": 640, "authorized_for": "2030/31", "source": "tests"}
        Strength.objects.create(mission=mission, as_of=day, actual=actual, **about)
    client.force_login(stranger)
    page = said(client.get(PAGE))
    assert "28 Feb 2031" in page and "30 Jun 2030" not in page and "610" not in page
    assert 'data-label="There"><span class="quiet">not known</span>' in page


def filled(owner, planner, mission: Mission, karesia: Country, number: int) -> None:
    """One more of everything that the page shows."""
    resolution(owner, 3300 + number, 2020 + number % 10, mission=mission)
    services.submit(owner=owner, data=f"{drafts.SECOND}\n{number}".encode(), title=f"Draft {number}", mission=mission)
    one = capacity(mission, f"Post {number}", timezone.localdate())
    told = {"label": f"expertise {number}", "definition": "d", "source": "s"}
    one.expertise.add(Expertise.objects.create(name=f"expertise_{number}", **told))
    country = Country.objects.create(iso3=f"N{number:02}", iso_numeric=f"8{number:02}", name=f"Nambira {number}")
    mission.countries.add(country)
    Fiu.objects.create(country=country)
    CrimeMarket.objects.create(country=country, edition=2030, name="Arms", kind="market", score=5)
    regime = SanctionsRegime.objects.create(code=f"r{number}", name=f"Regime {number}", status="in_force", **FACTS)
    regime.countries.add(country, karesia)
    Panel.objects.create(regime=regime, name=f"Panel {number}")
    for host in (country, karesia):
        held = partner(f"Watch {number} {host.iso3}", host, ["Kestrel", f"Area {number}"])
        about = {"level": "low", "grounds": "g", "assessed_on": TODAY, "review_on": TODAY, "by": planner}
        Assessment.objects.create(partner=held, **about)
    about = {"authorized_for": "2030/31", "source": "tests"}
    day = date(2030, 1, 1) + timedelta(days=number)
    Strength.objects.create(mission=mission, category="formed_police", as_of=day, **about)
    MissionDocument.objects.create(mission=mission, kind="report", title=f"Report {number}", added_by=planner)


def test_the_page_costs_the_same_with_one_row_or_thirty(client, owner, planner, mission, karesia):
    reviewed(owner, mission, draft=False, symbol="S/RES/3101 (2030)")
    client.force_login(planner)
    costs = []
    for rows in (range(1), range(1, 30)):
        for number in rows:
            filled(planner, planner, mission, karesia, number)
        with CaptureQueriesContext(connection) as queries:
            page = said(client.get(PAGE))
        costs.append(len(queries))
        assert "See what it takes" in page and f"Report {rows[-1]}" in page and f"Panel {rows[-1]}" in page
    assert costs[0] == costs[1] <= BUDGET


def test_a_review_that_an_earlier_program_made_leaves_the_page_whole(client, owner, mission):
    resolution(owner, 2980, 2030, mission=mission, mission_name=mission.acronym, position="others_only")
    assert "term" not in Review.objects.get().data
    client.force_login(owner)
    assert "told to others only" in said(client.get(PAGE))
