"""A mission and a planner, shared by the tests of documents."""

import pytest
from django.contrib.auth.models import Group

from missions.models import Mission


@pytest.fixture
def planner(db, django_user_model):
    person = django_user_model.objects.create_user("planner")
    person.groups.add(Group.objects.get_or_create(name="planners")[0])
    return person


@pytest.fixture
def unmika(db):
    facts = {"type": "peacekeeping", "status": "active", "source": "tests", "as_of": "2031-01-01"}
    return Mission.objects.create(acronym="UNMIKA", name="United Nations Mission in Karesia", **facts)
