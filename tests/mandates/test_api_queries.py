"""What an address costs the database does not grow with what it shows; tests/query_budgets.toml has the limits."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from capacities import services as capacities
from capacities.models import Capacity, Partner
from mandates import jobs, services
from mandates.models import Finding
from missions.models import Country, Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
BUDGETS = tomllib.loads((Path(__file__).parent.parent / "query_budgets.toml").read_text())["api"]
ROWS = 30


@pytest.fixture
def people(django_user_model):
    return [django_user_model.objects.create_user(f"reader{n}") for n in range(ROWS)]


def mission(number: int) -> Mission:
    row = Mission.objects.create(
        acronym=f"UNMIN{number}",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )
    row.countries.add(Country.objects.create(iso3=f"N{number:02}", iso_numeric=f"9{number:02}", name="Nambira"))
    return row


def filled(owner, readers, number: int):
    """A reviewed draft, shared, with a decision on each finding."""
    text = f"{drafts.NAMBIRA}\n6. Also decides to meet again in {number + 1} months;\n"
    version = services.submit(owner=owner, data=text.encode(), mission=mission(number))
    jobs.review_mandate(version.jobs.get().pk)
    for person in readers:
        services.share(version.mandate, person, by=owner)
    for finding in Finding.objects.filter(review__version=version):
        services.decide(
            mandate=version.mandate, finding_fingerprint=finding.fingerprint, verdict="accept", reason="", by=owner
        )
    return version


def costs(client, places: dict) -> dict[str, int]:
    """Queries by address of the budget; each must answer with what was asked."""
    found = {}
    for template in BUDGETS:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(template.format(**places))
        assert response.status_code == 200, template
        found[template] = len(queries)
    return found


def test_no_list_and_no_review_costs_more_queries_with_thirty_rows_than_with_one(owner, people, client):
    version = filled(owner, people[:1], 0)
    client.force_login(owner)
    fingerprint = Finding.objects.first().fingerprint
    text = drafts.NAMBIRA.replace("ninety days", "week")
    following = services.submit(owner=owner, data=text.encode(), mandate=version.mandate)
    jobs.review_mandate(following.jobs.get().pk)
    change = services.compared(version, following).fingerprints[0]
    for subject in (fingerprint, change):
        services.comment(mandate=version.mandate, fingerprint=subject, text="To be asked for.", by=owner)
    services.decide(mandate=version.mandate, finding_fingerprint=change, verdict="accept", reason="", by=owner)
    facts = {"source": "tests", "as_of": "2030-01-01"}
    capacity = Capacity.objects.create(category="civilian_post", title="Analysts", **facts)
    partner = Partner.objects.create(kind="monitor", name="Harbour Watch", sensitivity="public", **facts)
    for held in (capacity, partner):
        capacities.comment_on(held, text="To be asked.", by=owner)
    places = {
        "capacity": capacity.pk,
        "partner": partner.pk,
        "id": version.mandate_id,
        "fingerprint": fingerprint,
        "acronym": "UNMIN0",
        "code": "OC202",
        "change": change,
    }
    one = costs(client, places)
    for number in range(1, ROWS):
        filled(owner, people[:2], number)
    for person in people:
        for held in (capacity, partner):
            capacities.comment_on(held, text="To be asked again.", by=person)
        Partner.objects.create(kind="monitor", name=person.username, sensitivity="public", **facts)
        services.share(version.mandate, person, by=owner)
        services.decide(
            mandate=version.mandate, finding_fingerprint=fingerprint, verdict="defer", reason="Later.", by=owner
        )
        for subject in (fingerprint, change):
            services.comment(mandate=version.mandate, fingerprint=subject, text="To be asked for again.", by=owner)
    for number in range(ROWS):
        following = drafts.NAMBIRA.replace("ninety days", f"{number + 2} weeks")
        services.submit(owner=owner, data=following.encode(), mandate=version.mandate)
    jobs.review_mandate(version.mandate.latest_job.pk)
    assert client.get("/api/v1/mandates/").json()["count"] == ROWS
    client.get(f"/api/v1/mandates/{version.mandate_id}/comparison/?version=1")  # the first look makes it
    many = costs(client, places)
    assert many == one
    assert {path: cost for path, cost in many.items() if cost > BUDGETS[path]} == {}
