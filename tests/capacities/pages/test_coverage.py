"""Coverage by partners, on its page and over the API."""

import pytest

from capacities import drawn, markets
from missions.models import Mission
from tests.capacities.partner_form import make
from tests.drawn import alone, lines, words

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


def test_the_files_say_what_the_page_says_as_list_and_drawing(browser, nambira):
    make(browser)
    make(browser, name="+Gang desk", kind="community", crime_types=["gangs"], areas="port")
    found = lines(browser.get("/partners/coverage.csv?country=NBI"))
    assert [tuple(line.values()) for line in found if line["Name"] == "gangs"] == [
        ("crime market", "gangs", "monitor", "Quayside Watch"),
        ("crime market", "gangs", "community", "'+Gang desk"),
    ]
    assert ("crime market", "arms trafficking", "nobody", "") in [tuple(line.values()) for line in found]
    page = browser.get("/partners/coverage/?country=NBI").content.decode()
    listed = page.split("with each partner that covers them")[1].split("</table>")[0]
    assert listed.count("<tr>") == len(found) + 1 and "+Gang desk" in listed
    assert "/partners/coverage.svg?country=NBI" in page and "/partners/coverage.csv?country=NBI" in page
    told = words(alone(browser.get("/partners/coverage.svg?country=NBI")))
    assert "Gangs: monitor 1, community 1." in told and "Arms trafficking: nobody." in told
    assert "Quayside Watch" not in told and "Coverage by partners: Nambira" in told


def test_a_file_of_nothing_is_refused_in_a_sentence(browser, nambira):
    for query in ("", "?country=XXX", "?mission=NOWHERE", "?mission=UNMINA&country=NBI"):
        for kind in ("csv", "svg"):
            answer = browser.get(f"/partners/coverage.{kind}{query}")
            assert answer.status_code == 400 and answer.content.startswith(b"Give the acronym of a mission")


def test_more_partners_than_squares_are_told_by_their_number():
    watch = {"id": 1, "name": "Watch"}
    row = markets.Row("gangs", "gangs", {"monitor": [watch] * 7, "community": [watch] * 5, "fiu": []})
    _, line = drawn.build(markets.Coverage([], [row], [], 0)).lines
    assert [(len(cell.squares), cell.more) for cell in line.cells] == [(5, "7"), (5, ""), (0, "")]
