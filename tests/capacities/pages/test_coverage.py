"""Coverage by partners, on its page and over the API."""

import pytest

from missions.models import Mission
from tests.capacities.partner_form import make

pytestmark = pytest.mark.django_db


def test_coverage_says_which_markets_have_somebody_and_which_have_none(browser, nambira):
    mission = Mission.objects.create(
        acronym="UNMINA", name="M", type="peacekeeping", status="active", source="tests", as_of="2030-01-01"
    )
    mission.countries.add(nambira)
    make(browser)
    make(browser, name="Gone", crime_types=["wildlife"], engagement="ended")
    make(browser, name="Silent", kind="community", crime_types=[], areas="port")
    told = browser.get("/api/v1/partners/coverage/", {"mission": "UNMINA"}).json()
    markets = {row["name"]: row for row in told["markets"]}
    assert [name for name, row in markets.items() if row["covered"]] == ["gangs", "drug_trafficking"]
    assert [who["name"] for who in markets["gangs"]["by"]["monitor"]] == ["Quayside Watch"]
    areas = {row["label"]: sorted(group for group, who in row["by"].items() if who) for row in told["areas"]}
    assert areas == {"North bank": ["monitor"], "Port": ["community", "monitor"]}
    assert told["without_crime_type"] == 1
    page = browser.get("/partners/coverage/?mission=UNMINA").content.decode()
    assert "Quayside Watch" in page and "have nobody" in page
    for query in ("", "?mission=UNMINA&country=NBI", "?country=XXX", "?area=Port"):
        assert browser.get(f"/api/v1/partners/coverage/{query}").status_code == 400, query
