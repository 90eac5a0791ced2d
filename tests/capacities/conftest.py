"""A mission, a country, planners and a capacity, shared by the tests of this folder."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from capacities import catalogue, services
from capacities.forms.partners import PartnerForm
from capacities.models import Expertise
from missions.models import Country, Mission


@pytest.fixture
def planner(db, django_user_model):
    person = django_user_model.objects.create_user("planner")
    person.groups.add(Group.objects.get_or_create(name="planners")[0])
    return person


@pytest.fixture
def nambira(db):
    return Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira")


@pytest.fixture
def browser(planner, nambira) -> Client:
    """A planner's, where there is a country for partners."""
    client = Client()
    client.force_login(planner)
    return client


@pytest.fixture
def partner(nambira, planner):
    """An internal one."""
    facts = {"kind": "monitor", "name": "Quayside Watch", "countries": [nambira.iso3], "engagement": "contact"}
    form = PartnerForm(
        facts | {"sensitivity": "internal", "crime_types": ["gangs"], "source": "x", "as_of": "2030-01-01"}
    )
    assert form.is_valid(), form.errors
    return services.create_partner(form.values, planner)


@pytest.fixture
def mission(db):
    return Mission.objects.create(
        acronym="UNMIKA",
        name="United Nations Mission in Karesia",
        type="peacekeeping",
        status="active",
        source="tests",
        as_of=date(2031, 1, 1),
    )


@pytest.fixture
def expertise(db):
    return {record["name"]: Expertise.objects.create(**record) for record in catalogue.held().expertise}


@pytest.fixture
def values(mission, expertise):
    return {
        "mission": mission,
        "category": "specialized_team",
        "title": "Money team",
        "expertise": [expertise["financial_forensics"], expertise["network_analysis"]],
        "authorized": 8,
        "deployed": 3,
        "pledged": None,
        "available_from": date(2031, 2, 1),
        "available_until": None,
        "cleared_until": date(2032, 6, 30),
        "languages": ["fr", "sg"],
        "country": "SEN",
        "equipment": "",
        "source": "Force list of January 2031",
        "as_of": date(2031, 1, 31),
        "note": "",
    }


@pytest.fixture
def capacity(values, planner):
    return services.create(values=values, by=planner)
