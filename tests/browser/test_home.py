"""The portfolio on the home page: put in order and narrowed in place, with the address and the back button, and without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS

MAKE = """
from django.contrib.auth.models import User
from mandates.models import Mandate
from tests.mandates import adopted_rows as adopted
from missions.models import Mission
person = User.objects.get(username='portfolio')
if not Mandate.objects.filter(symbol='S/RES/2148 (2026)').exists():
    for number, acronym, rank in ((2148, 'MINUSCA', 1), (2149, 'UNSMIL', 7)):
        told = {'position': 'main_task', 'main_tasks': 9, 'best_main_task_rank': rank, 'flagged': 'no' if rank == 1 else 'yes'}
        adopted.resolution(person, number, 2026, mission=Mission.objects.get(acronym=acronym), mission_name=acronym,
                           project=True, crimes=('gangs',) if rank == 1 else ('drug_trafficking',), **told)
"""


@pytest.fixture
def opened(signed_in, site):
    """Opens the home page in a tab of somebody who sees two missions with texts among those without."""

    def home(**options):
        page = signed_in("portfolio", **options)
        site.manage("shell", "--no-imports", "-c", MAKE)
        page.goto("/")
        return page

    return home


def missions(page) -> list[str]:
    return page.locator(".heat tbody th[scope=row] b").all_inner_texts()


def test_the_table_is_put_in_order_in_place_and_the_back_button_takes_it_back(opened):
    page = opened()
    before = missions(page)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Latest read").click()
    expect(page.locator("th[aria-sort]")).to_contain_text("Latest read")
    assert missions(page)[:2] == ["MINUSCA", "UNSMIL"]
    assert "order=position" in page.url and page.evaluate("window.stayed") is True
    expect(page.get_by_role("link", name="Latest read")).to_be_focused()
    page.locator("#order-mission").click()
    expect(page.locator("th[aria-sort]")).to_contain_text("Mission")
    assert missions(page) == sorted(before)
    page.go_back()
    expect(page.locator("th[aria-sort]")).to_contain_text("Latest read")
    assert missions(page)[:2] == ["MINUSCA", "UNSMIL"]
    page.go_back()
    expect(page.locator("th[aria-sort]")).to_contain_text("Mandate ends")
    assert missions(page) == before


def test_the_table_is_narrowed_in_place_and_the_files_are_narrowed_with_it(opened):
    page = opened()
    page.evaluate("window.stayed = true")
    page.get_by_label("Tasks name").select_option("gangs")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".heat tbody th[scope=row]")).to_have_count(1)
    assert missions(page) == ["MINUSCA"] and "crime_type=gangs" in page.url
    assert page.evaluate("window.stayed") is True
    assert "crime_type=gangs" in page.locator("#portfolio").get_by_role("link", name="CSV").get_attribute("href")
    page.get_by_role("link", name="Show all open").first.click()
    expect(page.locator(".heat", has_text="UNSMIL")).to_be_visible()
    page.reload()
    assert "MINUSCA" in missions(page) and "UNSMIL" in missions(page)


def test_without_a_script_links_and_form_load_the_page(opened):
    page = opened(java_script_enabled=False)
    page.get_by_role("link", name="Latest read").click()
    page.wait_for_url("**order=position*")
    assert missions(page)[:2] == ["MINUSCA", "UNSMIL"]
    page.get_by_label("Tasks name").select_option("drug_trafficking")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**crime_type=drug_trafficking*")
    assert missions(page) == ["UNSMIL"]
    page.go_back()
    assert len(missions(page)) > 2


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_accessible_and_nothing_is_cut_off(opened, width, theme):
    page = opened(viewport={"width": width, "height": 900}, color_scheme=theme)
    page.locator(".how > summary").nth(1).click()
    page.evaluate(AXE.read_text())
    result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1280:
        assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('#portfolio .scroll'))") <= 0
