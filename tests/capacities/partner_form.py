"""A partner as a planner fills it in, invented for the tests."""

from django.test import Client

from capacities.models import Partner

FORM = {
    "kind": "monitor",
    "name": "Quayside Watch",
    "countries": ["NBI"],
    "areas": "Port\nNorth bank",
    "crime_types": ["gangs", "drug_trafficking"],
    "engagement": "exchange",
    "agreements": "2029-05-01; Memorandum on exchange; https://example.org/m",
    "feedback": "A summary each month",
    "languages": "Nambiran; French",
    "sensitivity": "internal",
    "source": "field visit",
    "as_of": "2030-01-01",
}


def make(browser: Client, **more) -> Partner:
    """Sent from the page, as a planner does."""
    response = browser.post("/partners/new/", FORM | more)
    assert response.status_code == 302, response.context["form"].errors
    return Partner.objects.latest("pk")
