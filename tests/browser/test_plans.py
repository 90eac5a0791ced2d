"""A planner goes from a mandate to a plan, with and without JavaScript; two planners meet at one assignment."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_capacities import PLANNER, clean
from tests.mandates import drafts


@pytest.fixture
def planner(signed_in, site):
    """Opens a tab in which a planner is signed in."""

    def opened(username: str, **options):
        page = signed_in(username, **options)
        site.manage("shell", "--no-imports", "-c", PLANNER % username)
        return page

    return opened


def begun(page, title: str) -> str:
    """A plan for MINUSCA on a text that is adopted, with somebody to assign; the address of the plan."""
    page.goto("/mandates/new/")
    page.get_by_label("Paste the text").fill(drafts.HELD)
    page.get_by_label("Mission").select_option("MINUSCA")
    page.get_by_label("an adopted text").check()
    page.get_by_role("button", name="Review it").click()
    for _ in range(60):
        if page.get_by_text("Machine-assisted: check against the text.").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    mandate = page.url.rstrip("/").rsplit("/", 1)[-1]
    page.goto("/capacities/new/")
    page.get_by_label("What it is").fill(f"Analysts for {title}")
    page.get_by_label("Category").select_option("individual police officers")
    page.get_by_label("Mission", exact=False).first.select_option("MINUSCA")
    page.get_by_label("criminal intelligence").check()
    page.get_by_label("Deployed").fill("4")
    page.get_by_label("Languages by English name").fill("French, Sango")
    page.get_by_label("Source").fill("Force list")
    page.get_by_label("As of").fill("2026-02-28")
    page.get_by_role("button", name="Add it").click()
    page.goto(f"/missions/MINUSCA/coverage/?mandate={mandate}")
    page.get_by_role("link", name="Plan who does it").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("First day").fill("2030-07-01")
    page.get_by_label("Last day").fill("2031-06-30")
    page.get_by_label("Nominations go out on").fill("2030-07-01")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    return page.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_planner_has_assignments_proposed_takes_them_over_and_documents_along(planner, javascript):
    page = planner("plan_maker", java_script_enabled=javascript)
    plan = begun(page, f"River {javascript}")
    page.get_by_role("link", name="Specialized mission").click()
    page.get_by_role("button", name="Propose assignments").click()
    done = page.get_by_text(re.compile("assignments? (is|are) proposed"))
    expect(done).to_be_visible(timeout=60_000)  # without scripts the page asks again by itself
    page.get_by_role("button", name="Take over what is ticked").click()
    expect(page.locator(".gantt")).to_contain_text("Analysts for River")
    page.goto(plan)
    expect(page.locator(".answer")).to_contain_text("“Specialized mission” meets")
    with page.expect_download() as saved:
        page.get_by_text("Documents", exact=True).click()
        page.get_by_role("link", name="PDF").click()
    assert saved.value.suggested_filename.startswith("plan-MINUSCA-")
    if javascript:
        clean(page)


def test_two_planners_at_one_assignment_are_shown_both_states_and_nothing_is_lost(planner):
    page = planner("first_at_plan")
    plan = begun(page, "Delta")
    page.get_by_role("link", name="Specialized mission").click()
    option = page.url
    page.get_by_role("link", name="Assign", exact=True).first.click()
    page.get_by_label("Task").select_option(index=1)
    page.locator("[name=who]").select_option(label="Analysts for Delta")
    page.locator("[name=people]").fill("2")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="Analysts for Delta").click()

    other = planner("second_at_plan")
    other.goto(page.url)
    other.locator("[name=people]").fill("3")
    other.get_by_role("button", name="Save").click()
    expect(other.locator(".gantt")).to_contain_text("3")

    page.locator("[name=people]").fill("9")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Somebody else has changed the assignment")
    expect(page.get_by_role("row", name="People")).to_contain_text("3")
    clean(page)
    page.get_by_role("button", name="Save mine").click()
    expect(page.get_by_text("9 planned at 2 (c) (ii)").first).to_be_visible()
    assert page.url == option and plan in option
    clean(page)
