"""A mission in Nambira with a reviewed mandate, people to assign, partners, a sanctions regime, and a plan on it."""

from datetime import date

import pytest
from django.contrib.auth.models import Group

from capacities import catalogue
from capacities.models import Capacity, Expertise, OnCrime, Partner, SanctionsRegime
from mandates import jobs, services
from mandates.models import Mandate
from missions.models import Country, Mission
from plans import services as planning
from plans.models import Assignment
from tests.mandates import drafts

BEGINS, ENDS = date(2030, 7, 1), date(2031, 6, 30)


def person(users, name, *groups, staff=False):
    made = users.objects.create_user(name, is_staff=staff)
    made.groups.add(*(Group.objects.get_or_create(name=group)[0] for group in groups))
    return made


@pytest.fixture
def planner(db, django_user_model):
    return person(django_user_model, "planner", "planners")


@pytest.fixture
def second(db, django_user_model):
    return person(django_user_model, "second", "planners")


@pytest.fixture
def cleared(db, django_user_model):
    return person(django_user_model, "cleared", "planners", "cleared")


@pytest.fixture
def nambira(db):
    return Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira")


@pytest.fixture
def mission(nambira):
    mission = Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type="peacekeeping",
        status="active",
        mandate_in_force="S/RES/3101 (2030)",
        source="tests",
        as_of="2030-01-01",
    )
    mission.countries.add(nambira)
    return mission


@pytest.fixture
def mandate(owner, mission) -> Mandate:
    told = {"draft": False, "symbol": "S/RES/3101 (2030)", "mission": mission}
    version = services.submit(owner=owner, data=drafts.HELD.encode(), **told)
    jobs.review_mandate(version.jobs.get().pk)
    return version.mandate


@pytest.fixture
def expertise(db):
    return {record["name"]: Expertise.objects.create(**record) for record in catalogue.held().expertise}


@pytest.fixture
def analysts(mission, expertise):
    team = Capacity.objects.create(
        mission=mission,
        category="individual_police",
        title="analysts of networks",
        deployed=3,
        source="tests",
        as_of="2030-01-01",
    )
    team.expertise.add(expertise["network_analysis"], expertise["intelligence"])
    return team


def make_partner(country, name, **values):
    values = {"kind": "monitor", "crime_types": ["natural_resources"], "source": "tests"} | values
    made = Partner.objects.create(name=name, as_of=date(2030, 1, 1), **values)
    made.countries.add(country)
    return made


@pytest.fixture
def monitor(nambira):
    return make_partner(nambira, "River Watch", sensitivity="internal")


@pytest.fixture
def hidden(nambira):
    return make_partner(nambira, "Gorge Circle", kind="community", sensitivity="restricted")


@pytest.fixture
def regime(nambira):
    made = SanctionsRegime.objects.create(
        code="nambira", name="Nambira", status="in_force", established_by="S/RES/3000 (2029)", source="s", as_of=BEGINS
    )
    made.countries.add(nambira)
    OnCrime.objects.create(
        regime=made,
        kind="criterion",
        citation="S/RES/3000 (2029), 9",
        crime_types=["natural_resources"],
        summary="Gold.",
    )
    return made


@pytest.fixture
def plan(mandate, mission, planner):
    told = {"title": "Gold and networks", "begins": BEGINS, "ends": ENDS, "nominated_on": BEGINS}
    return planning.open_plan(mandate=mandate, mission=mission, by=planner, **told)


@pytest.fixture
def option(plan):
    return plan.options.get(approach="specialized")


@pytest.fixture
def assigned(option, plan, analysts, planner):
    row = Assignment(option=option, task=plan.tasks.get(), capacity=analysts, begins=BEGINS, ends=ENDS, people=2)
    return planning.add(row, by=planner)
