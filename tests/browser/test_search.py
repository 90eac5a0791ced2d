"""The search as it is typed into: results come by themselves, the address keeps up, and it works without a script too."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS


@pytest.fixture
def page(signed_in):
    """A tab on the search, where the specimen was reviewed."""
    page = signed_in("searcher")
    page.goto("/")
    page.get_by_role("button", name="specimen").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    page.get_by_role("link", name="Search", exact=True).click()
    return page


def test_typing_shows_results_and_the_keyboard_leads_to_the_first(page):
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.press_sequentially("polic", delay=20)
    expect(page.get_by_role("status")).to_contain_text("Nothing that you may see fits")
    field.press_sequentially("e in:texts", delay=20)
    expect(page.get_by_role("status")).to_contain_text("result")
    expect(page.locator(".found mark").first).to_have_text("police", ignore_case=True)
    assert page.url.endswith("/search/?q=police+in%3Atexts") or page.url.endswith("/search/?q=police%20in%3Atexts")
    kept = page.evaluate("JSON.stringify(sessionStorage)")  # the address alone, nothing of what was found
    assert "<" not in kept, kept
    page.evaluate(AXE.read_text())
    result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [violation["id"] for violation in result["violations"]] == []
    field.press("Tab")
    page.keyboard.press("Tab")
    first = page.locator(".found a").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/mandates/*/#*")
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("police in:texts")
    expect(page.locator(".found mark").first).to_be_visible()


def test_without_a_script_the_form_is_sent_and_answered_with_a_page(signed_in):
    page = signed_in("plain_searcher", java_script_enabled=False)
    page.goto("/search/")
    page.get_by_role("searchbox").fill("MINUSCA")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Missions")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("result")
    page.locator(".found a").first.click()
    page.wait_for_url("**/missions/MINUSCA/")
    expect(page.get_by_role("heading", name="MINUSCA").first).to_be_visible()
