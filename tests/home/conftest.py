"""Somebody's drafts, adopted texts and missions, and the home page as they get it."""

from html import unescape

import pytest

from missions.models import Country, Mission
from tests.plans import conftest as plans

NAMES = ("planner", "cleared", "expertise", "analysts", "hidden", "nambira", "monitor", "regime")
planner, cleared, expertise, analysts, hidden, nambira, monitor, regime = (getattr(plans, name) for name in NAMES)


def said(response) -> str:
    """What a page holds, without the quoting of HTML and with one space for every gap."""
    return " ".join(unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def mission(nambira) -> Mission:
    facts = {"name": "United Nations Mission in Nambira", "type": "peacekeeping", "status": "active"}
    made = Mission.objects.create(acronym="UNMINA", source="written for the tests", as_of="2030-01-01", **facts)
    made.countries.add(Country.objects.get(iso3="NBI"))
    return made


@pytest.fixture
def home(client):
    """The page, or a part of it by its heading, as a person gets it."""

    def asked(user, part: str = "", query: str = "", status: int = 200) -> str:
        client.force_login(user)
        response = client.get(f"/{query}")
        assert response.status_code == status
        page = said(response)
        return page.split(f'id="h-{part}"')[1].split("</section>")[0] if part else page

    return asked
