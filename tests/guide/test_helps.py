"""How a number is read: every help has its place in the documentation, and stands on the pages that it names."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.template import engines
from django.urls import reverse
from django.utils import timezone

from guide import documents, helps
from mandates import jobs, services
from plans import services as planning
from plans.models import Assignment
from tests.mandates import drafts
from tests.plans import conftest as plans

NAMES = ("planner", "expertise", "analysts", "nambira", "mission", "mandate", "monitor", "plan", "option")
planner, expertise, analysts, nambira, mission, mandate, monitor, plan, option = (getattr(plans, n) for n in NAMES)
TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
TAG = re.compile(r'{% help "(\w+)" %}')


@pytest.mark.parametrize("key", helps.held())
def test_the_link_of_a_help_leads_to_a_heading_that_is_there(key, client, db):
    path, _, anchor = helps.held()[key].address.partition("#")
    assert anchor
    assert f'id="{anchor}"' in client.get(path).content.decode()


@pytest.mark.parametrize("key", helps.held())
def test_a_help_is_two_or_three_plain_sentences(key):
    told = " ".join(helps.held()[key].says)
    assert 1 <= len(re.findall(r"[.?!](?= |$)", told)) <= 3
    assert len(told.split()) < 80 and "`" not in told


def test_templates_use_every_help_and_none_that_is_not_there():
    used = {key for template in TEMPLATES.rglob("*.html") for key in TAG.findall(template.read_text())}
    assert used == set(helps.held())


def test_a_help_that_is_not_there_is_an_error_and_not_an_empty_page():
    with pytest.raises(KeyError):
        engines["django"].from_string('{% help "nothing" %}').render({})


def test_a_help_opens_without_a_script_and_says_aloud_what_it_is_about():
    html = engines["django"].from_string('{% help "ladder" %}').render({}).strip()
    assert html.startswith("<details ")
    assert '<span class="vh">: the priority ladder</span></summary>' in html
    assert 'href="/help/method/#missions-lists-tasks"' in html


@pytest.fixture
def addresses(owner, planner, mandate, mission, plan, option, analysts, monitor) -> dict[str, str]:
    """By name, the address of a page that has something to show, for a planner who has a draft and a plan."""
    mission.mandate_ends = timezone.localdate() + timedelta(days=20)
    mission.save()
    first = services.submit(owner=planner, data=drafts.NAMBIRA.encode(), mission=mission, title="River renewal")
    jobs.review_mandate(first.jobs.get().pk)
    version = services.submit(owner=planner, data=drafts.SECOND.encode(), mandate=first.mandate)
    jobs.review_mandate(version.jobs.get().pk)
    days = {"begins": plan.begins, "ends": plan.ends}
    for _ in range(2):  # more people than there are
        planning.add(Assignment(option=option, task=plan.tasks.get(), capacity=analysts, people=3, **days), by=planner)
    told = {
        "mandate_review": [version.mandate.pk],
        "comparison": [version.mandate.pk],
        "mission_detail": [mission.acronym],
        "mission_coverage": [mission.acronym],
        "plan_detail": [plan.pk],
        "option_detail": [plan.pk, option.pk],
    }
    asked = {
        "trends": "?since=2028&until=2031",
        "partner_coverage": f"?mission={mission.acronym}",
        "mission_coverage": f"?mandate={mandate.pk}",
    }
    names = {name for one in helps.held().values() for name in one.on}
    return {name: reverse(name, args=told.get(name)) + asked.get(name, "") for name in names}


@pytest.mark.django_db
def test_every_help_stands_on_each_of_its_pages_and_on_no_other(addresses, client, planner):
    client.force_login(planner)
    found, expected = {}, {}
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[name] = set(re.findall(r'data-help="(\w+)"', answer.content.decode()))
        expected[name] = {key for key, one in helps.held().items() if name in one.on}
    assert found == expected


def test_every_document_of_the_help_is_one_that_is_shown():
    assert {one.link.partition("#")[0] for one in helps.held().values()} <= set(documents.SHOWN)
