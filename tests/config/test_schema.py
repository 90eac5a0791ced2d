"""The schema says what is so: requests made from it are answered as it says; its page and docs/api.md hold it all."""

import re
from datetime import date
from pathlib import Path

import pytest
import schemathesis
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import get_resolver
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, settings
from rest_framework.authtoken.models import Token
from schemathesis.specs.openapi.checks import positive_data_acceptance

from capacities import services as capacities
from capacities.models import Partner, SanctionsRegime
from config.api_docs import described
from mandates import jobs, services
from mandates.analysis.values import Aspect
from mandates.models import Finding
from missions.models import Mission, MissionDocument
from plans import services as planning
from plans.models import Assignment, Milestone
from tests.mandates import drafts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
schema = schemathesis.openapi.from_wsgi("/api/v1/schema/", get_wsgi_application())


def operations() -> set[tuple[str, str]]:
    return {(method.upper(), path) for path, methods in described()["paths"].items() for method in methods}


@pytest.fixture
def kept_connection():
    """A request through WSGI closes the connection that the test's transaction is on, unless nobody listens."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def held(kept_connection, owner, colleague) -> dict:
    """A reviewed draft, shared, in a mission; and the values that lead to it in a path."""
    cache.clear()
    facts = {"name": "United Nations Mission in Nambira", "type": "peacekeeping", "status": "active"}
    mission = Mission.objects.create(acronym="UNMINA", source="tests", as_of="2030-01-01", **facts)
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), mission=mission)
    jobs.review_mandate(version.jobs.get().pk)
    services.share(version.mandate, colleague, by=owner)
    finding = Finding.objects.get(code="OC202").fingerprint
    owner.groups.add(Group.objects.get_or_create(name="planners")[0])
    days = {"begins": date(2030, 7, 1), "ends": date(2031, 6, 30)}
    told = {"title": "Gold", "nominated_on": date(2030, 7, 1), **days}
    plan = planning.open_plan(mandate=version.mandate, mission=mission, by=owner, **told)
    next_version = services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    services.compared(version, next_version)
    comment = services.comment(mandate=version.mandate, fingerprint=finding, text="To be asked for again.", by=owner)
    facts = {"source": "tests", "as_of": "2030-01-01"}
    partner = Partner.objects.create(kind="monitor", name="Harbour Watch", **facts)
    regime = SanctionsRegime.objects.create(code="nambira", name="Nambira", status="in_force", **facts)
    [correction], _ = services.correct(version=version, said={Aspect.KIND: "extension"}, by=owner)
    facts = {"category": "specialized_team", "title": "River police", "source": "tests", "as_of": date(2030, 1, 1)}
    capacity = capacities.create(values={"mission": mission, **facts}, by=owner)
    remarks = {
        "capacity_comment": capacities.comment_on(capacity, text="From the force list.", by=owner).pk,
        "partner_comment": capacities.comment_on(partner, text="Met in spring.", by=owner).pk,
    }
    option, task = plan.options.first(), plan.tasks.first()
    row = Assignment(option=option, task=task, capacity=capacity, people=1, **days)
    document = MissionDocument.objects.create(mission=mission, kind="report", title="Report on Nambira", added_by=owner)
    return remarks | {
        "plan": plan.pk,
        "option": option.pk,
        "task": task.pk,
        "assignment": planning.add(row, by=owner).pk,
        "milestone": planning.add(Milestone(plan=plan, title="Cases", due=date(2031, 1, 31)), by=owner).pk,
        "remark": planning.comment(plan, "To be asked for.", owner).pk,
        "proposal": planning.start_proposal(option, owner).pk,
        "id": version.mandate_id,
        "number": 1,
        "fingerprint": finding,
        "comment": comment.pk,
        "username": "colleague",
        "acronym": "UNMINA",
        "code": "OC202",
        "partner": partner.pk,
        "regime": regime.code,
        "correction": correction.pk,
        "capacity": capacity.pk,
        "document": document.pk,
        "token": Token.objects.create(user=owner).key,
    }


@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_the_api_answers_as_its_schema_says(case, held):
    # Paths and texts of the schema's own making lead nowhere: well-formed requests go to what there is.
    if case.meta.generation.mode.is_positive:
        case.path_parameters = {name: held[name] for name in case.path_parameters or {}}
        if isinstance(case.body, dict) and "text" in case.body:
            case.body["text"] = drafts.NAMBIRA
    # A text that the schema allows may still be no draft: 422, as it says.
    # What is compressed on the way is not unpacked by the client of the tests.
    headers = {"Authorization": f"Token {held['token']}", "Accept-Encoding": "identity"}
    case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])


def test_the_schema_is_valid_and_made_without_a_warning(capsys):
    GENERATOR_STATS.reset()
    validate_schema(SchemaGenerator().get_schema(request=None, public=True))
    assert not GENERATOR_STATS, capsys.readouterr().err


def test_every_address_of_the_api_is_in_the_schema():
    resolver = get_resolver()
    templates = {
        "/" + re.sub(r"%\((\w+)\)s", r"{\1}", template)
        for name in resolver.reverse_dict
        for possibilities, *_ in resolver.reverse_dict.getlist(name)
        for template, _ in possibilities
    }
    below = {path for path in templates if path.startswith("/api/v1/") and "//" not in path}
    assert {path for _, path in operations()} == below - {"/api/v1/", "/api/v1/docs/", "/api/v1/schema/"}


def test_the_guide_lists_every_operation_and_no_other():
    listed = re.findall(r"^\| `(GET|POST|PATCH|DELETE)` \| `(/api/v1/[^`?]*)`", PAGE.read_text(), re.M)
    assert len(listed) == len(set(listed))
    assert set(listed) == operations()


@pytest.mark.django_db
def test_the_page_shows_every_operation_and_asks_no_other_server(client):
    page = client.get("/api/v1/docs/").content.decode()
    for method, path in operations():
        assert re.search(rf"<code>{method}</code> (<a [^>]*>)?<code>{re.escape(path)}</code>", page), (method, path)
    assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", page)
    assert "main_task" in page and "Idempotency-Key" in page


@pytest.mark.django_db
def test_the_page_says_what_is_needed_and_of_a_long_list_how_many(client):
    page = re.sub(r"\s+", " ", client.get("/api/v1/docs/").content.decode())
    assert '<code>category</code><small>needed</small></th><td data-label="In">body</td><td>individual_police' in page
    assert re.search(r"one of \d{3}: AFG, AGO, ALB, …, ZWE", page) and "AND, ARE" not in page


@pytest.mark.django_db
def test_the_page_speaks_the_readers_language_around_a_reference_in_english(client):
    described.cache_clear()
    client.cookies["language"] = "fr"
    page = client.get("/api/v1/docs/")
    assert page["Content-Language"] == "fr"
    assert '<html lang="fr">' in page.text
    assert '<p lang="en">Where organized crime stands in a mandate' in page.text
    assert client.get("/api/v1/schema/")["Content-Language"] == "en-gb"


def test_the_root_leads_everywhere(client):
    found = client.get("/api/v1/").json()
    lists = {
        "missions",
        "capacities",
        "expertise",
        "strengths",
        "partners",
        "sanctions",
        "plans",
        "mandates",
        "reviews",
        "findings",
        "decisions",
        "policy",
        "precedents",
        "trend_shares",
        "trend_positions",
        "rules",
        "search",
    }
    assert set(found) == lists | {"schema", "docs"}
    assert client.get(found["schema"]).json() == described()
