"""A planner opens the page of a mission: marks that lead to reviews, a map, a document that two people change at once."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS, THEMES, UNFOLD, WIDTHS
from tests.browser.test_capacities import PLANNER

SEED = """
from datetime import date
from django.contrib.auth.models import User
from capacities.models import Capacity, Partner
from mandates import jobs, services
from missions.models import Country, Mission
from tests.mandates import drafts

owner, mission = User.objects.get(username='mission_planner'), Mission.objects.get(acronym='MINUSMA')
if not mission.mandates.exists():
    told = {'draft': False, 'symbol': 'S/RES/3101 (2020)', 'mission': mission}
    version = services.submit(owner=owner, data=drafts.HELD.replace('(2030)', '(2020)').encode(), **told)
    jobs.review_mandate(version.jobs.get().pk)
    facts = {'source': 'written for the tests', 'as_of': date(2026, 1, 1)}
    partner = Partner.objects.create(
        kind='monitor', name='River watch', areas=['Tombouctou', 'Old port'], sensitivity='public', **facts)
    partner.countries.add(Country.objects.get(iso3='MLI'))
    Capacity.objects.create(
        mission=mission, category='civilian_post', title='Customs desk', available_until=date(2026, 1, 1), **facts)
"""
PAGE = "/missions/MINUSMA/"


@pytest.fixture
def planner(signed_in, site):
    """Opens a tab in which a planner is signed in, on a mission of which everything is recorded."""

    def opened(username: str = "mission_planner"):
        page = signed_in(username)
        site.manage("shell", "--no-imports", "-c", PLANNER % username)
        site.manage("shell", "--no-imports", "-c", SEED)
        page.goto(PAGE)
        return page

    return opened


def test_the_page_is_clean_at_every_width_and_in_both_themes(planner):
    page = planner()
    page.evaluate(UNFOLD)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    page.evaluate(AXE.read_text())
    for width, theme in THEMES.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == [], theme


def test_on_a_phone_the_years_begin_with_the_newest_and_the_places_stay_in_sight(planner):
    page = planner()
    page.set_viewport_size({"width": 390, "height": 900})
    years = page.locator(".timeline .axis")
    places = page.locator(".lanes .name")
    expect(years.last).to_be_in_viewport()
    expect(years.first).not_to_be_in_viewport()
    expect(places.first).to_be_in_viewport()
    page.get_by_role("region", name="Mandates over the years, scrolls").evaluate("e => { e.scrollLeft = -9999 }")
    expect(years.last).not_to_be_in_viewport()
    expect(places.first).to_be_in_viewport()


def test_a_mark_is_reached_by_the_keyboard_and_leads_to_its_review(planner):
    page = planner()
    page.get_by_role("region", name="Mandates over the years, scrolls").focus()
    page.keyboard.press("Tab")
    assert "3101" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mandates/*/")
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    page.get_by_role("link", name="Documents beside this mandate").click()
    expect(page.get_by_role("heading", name="Documents beside the mandate")).to_be_in_viewport()


def test_the_map_and_its_table_show_where_a_partner_works_and_what_is_not_on_it(planner):
    page = planner()
    expect(page.get_by_role("img", name="Map of Mali")).to_be_visible()
    expect(page.get_by_role("row", name="Timbuktu River watch")).to_be_visible()
    expect(page.get_by_text("Not on the map: Old port.")).to_be_visible()
    expect(page.get_by_role("row", name="Rotation or end of a capacity Customs desk")).to_contain_text("has passed")


def test_a_planner_adds_a_document_and_sees_what_somebody_else_changed_before_saving_over_it(planner):
    page = planner()
    page.get_by_role("link", name="Add").last.click()
    page.get_by_label("Kind").select_option("strategic review")
    page.get_by_label("Title").fill("Review of the river")
    page.get_by_label("What it recommends on crime").fill("Paragraph 4: name the smugglers.")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("The document is added.")).to_be_visible()
    page.get_by_role("link", name="Review of the river").click()
    page.get_by_role("link", name="Change it").click()

    other = planner("second_planner")
    other.goto(page.url)
    other.get_by_label("Title").fill("Their title")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_role("heading", name="Their title")).to_be_visible()

    page.get_by_label("Title").fill("My title")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name="Save").click()
    assert answered.value.status == 409
    expect(page.get_by_role("row", name="Title Their title My title")).to_be_visible()
    page.get_by_role("button", name="Save mine").click()
    expect(page.get_by_role("heading", name="My title")).to_be_visible()
