"""A draft and an adopted text of UNMINA, a mission, partners of every sensitivity and a capacity, to be searched."""

from datetime import date

import pytest
from django.contrib.auth.models import Group

from capacities.models import Capacity, Partner
from mandates import jobs, services
from missions.models import Country
from tests.mandates import adopted, drafts

FACTS = {"source": "written for the tests", "as_of": date(2030, 1, 1)}


def submitted(owner, words: str, **more):
    """A text, reviewed."""
    version = services.submit(owner=owner, data=words.encode(), queue=False, **more)
    jobs.review_mandate(version.jobs.get().pk)
    return version


@pytest.fixture
def mission(db):
    row = adopted.mission()
    Country.objects.filter(missions=row).update(name="Nambira")
    return row


@pytest.fixture
def resolution(owner, mission):
    return adopted.adopt(owner, adopted.text(3101, 2030), "S/RES/3101 (2030)", mission)


@pytest.fixture
def draft(owner, mission):
    words = drafts.NAMBIRA.replace("markets and fords", "markets and fords, Lanternword first")
    return submitted(owner, words, title="Lantern option", mission=mission)


@pytest.fixture
def partners(mission) -> dict[str, Partner]:
    made = {}
    for which, name in {"public": "Quayside Watch", "internal": "Larkspur Watch", "restricted": "Ember Watch"}.items():
        made[which] = Partner.objects.create(
            kind="monitor", name=name, sensitivity=which, crime_types=["gangs"], **FACTS
        )
        made[which].countries.set(mission.countries.all())
    return made


@pytest.fixture
def capacity(mission):
    return Capacity.objects.create(mission=mission, category="specialized_team", title="River police", **FACTS)


@pytest.fixture
def cleared(django_user_model, db):
    person = django_user_model.objects.create_user("cleared")
    person.groups.set(Group.objects.filter(name__in=["planners", "cleared"]))
    return person
