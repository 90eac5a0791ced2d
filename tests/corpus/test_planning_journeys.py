"""From a real mandate to a plan, in a browser: Mali in 2018, and a mission in force with its strengths of 2026.

Facts: S/RES/2423 (2018), paragraph 25, authorizes 1,920 police; nine experts of serious and organized crime joined MINUSMA from
February 2018 (eurogendfor.org); MONUSCO had 139 of 443 individual police officers on 28 February 2026 (A/80/604/Add.11).
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_capacities import PLANNER, clean


@pytest.fixture
def planner(signed_in, site):
    page = signed_in("planning_officer")
    site.manage("shell", "--no-imports", "-c", PLANNER % "planning_officer")
    return page


def reviewed(page, path, mission: str) -> str:
    """Upload an adopted text of a mission and wait for its review; the number of its mandate."""
    page.goto("/mandates/new/")
    page.get_by_label("choose a file").set_input_files(path)
    page.get_by_label("Mission").select_option(mission)
    page.get_by_label("an adopted text").check()
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    return page.url.rstrip("/").rsplit("/", 1)[-1]


def recorded(page, mission: str, title: str, category: str, expertise=(), **fields: str) -> None:
    """Record a capacity of a mission."""
    page.goto("/capacities/new/")
    page.get_by_label("What it is").fill(title)
    page.get_by_label("Category").select_option(category)
    page.get_by_label("Mission", exact=False).first.select_option(mission)
    for name in expertise:
        page.get_by_label(name).check()
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def proposed(page, option: str) -> None:
    """Have assignments proposed for an option and take all of them over."""
    page.get_by_role("link", name=option).first.click()
    page.get_by_role("button", name="Propose assignments").click()
    expect(page.get_by_text(re.compile("assignments? (is|are) proposed"))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Take over what is ticked").click()
    expect(page.get_by_role("heading", name="Who does what, and when")).to_be_visible()


def test_mali_in_2018_from_the_mandate_to_a_plan_with_its_gaps(planner, corpus):
    page = planner
    mandate = reviewed(page, corpus / "resolutions" / "S-RES-2423-2018.txt", "MINUSMA")
    told = {"source": "S/RES/2423 (2018), paragraph 25", "as_of": "2018-06-28", "authorized": "1920"}
    recorded(page, "MINUSMA", "Police component", "individual police officers", **told)
    unit = {"deployed": "9", "available_from": "2018-02-01", "languages": "French", "source": "eurogendfor.org"}
    which = ("analysis of illegal networks", "criminal intelligence")
    recorded(
        page, "MINUSMA", "Organized crime support unit", "specialized police team", which, as_of="2018-02-01", **unit
    )

    page.goto(f"/missions/MINUSMA/coverage/?mandate={mandate}")
    page.get_by_role("link", name="Plan who does it").click()
    page.get_by_label("First day").fill("2018-07-01")
    page.get_by_label("Last day").fill("2019-06-30")
    page.get_by_label("Nominations go out on").fill("2018-07-01")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".answer")).to_contain_text("nobody is assigned yet")
    expect(page.get_by_role("cell", name="38 (a) (iii)").first).to_be_visible()
    plan = page.url

    proposed(page, "Specialized mission")
    lanes = page.locator(".gantt tbody")
    expect(lanes.nth(0)).to_contain_text("38 (a) (iii)")
    expect(lanes.nth(0)).to_contain_text("Organized crime support unit")
    expect(lanes.nth(0)).to_contain_text("nobody for")
    expect(lanes.nth(1)).not_to_contain_text("Organized crime support unit")  # it goes to one task at a time
    expect(page.get_by_text("Police component")).to_have_count(0)  # nothing is known of what they can do
    clean(page)

    page.goto(plan)
    expect(page.locator(".answer")).to_contain_text("“Specialized mission” meets")
    clean(page)


def test_a_mission_in_force_with_its_strengths_of_2026_from_the_mandate_to_a_plan(planner, corpus):
    page = planner
    mandate = reviewed(page, corpus / "paragraphs" / "S-RES-2765-2024.json", "MONUSCO")
    page.goto("/capacities/strengths/?mission=MONUSCO")
    page.get_by_role(
        "link", name="Record as a capacity: MONUSCO, United Nations police, individual officers, February 2026"
    ).click()
    expect(page.get_by_label("Deployed")).to_have_value("139")
    expect(page.get_by_label("Authorized")).to_have_value("443")
    page.get_by_label("criminal intelligence").check()
    page.get_by_label("Languages by English name").fill("French")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="United Nations police, individual officers")).to_be_visible()

    page.goto(f"/missions/MONUSCO/coverage/?mandate={mandate}")
    page.get_by_role("link", name="Plan who does it").click()
    page.get_by_label("First day").fill("2026-12-01")
    page.get_by_label("Last day").fill("2027-12-20")
    page.get_by_label("Nominations go out on").fill("2026-12-01")
    page.get_by_role("button", name="Begin").click()
    proposed(page, "Specialized mission")
    expect(page.locator(".gantt")).to_contain_text("United Nations police, individual officers")
    expect(page.locator(".gantt")).to_contain_text("criminal intelligence")
    clean(page)
