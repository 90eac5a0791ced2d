"""A newcomer's first minute: the tour, with keys and without a script, until the page has answered what they came to ask."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS


def begin(page) -> None:
    page.goto("/tour/")
    page.get_by_role("button", name="Take the two-minute tour").click()
    expect(page.get_by_role("heading", name="The answer")).to_be_visible()


def test_a_newcomer_learns_where_organized_crime_stands_and_what_would_mend_it(signed_in):
    page = signed_in("newcomer")
    begin(page)
    bar = page.get_by_role("region", name="1 of 8 The answer")
    expect(bar).to_be_focused()
    answer = page.locator("#answer")
    expect(answer).to_be_in_viewport()
    expect(answer).to_contain_text("Organized crime is a clause inside the 4th of 8 main tasks")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="2 of 8 Look at first")).to_be_focused()
    expect(page.locator(".first")).to_contain_text("OC202")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("region", name="3 of 8 The ladder")).to_be_focused()
    expect(page.locator(".ladder .has").first).to_be_in_viewport()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("region", name="2 of 8 Look at first")).to_be_focused()
    for _ in range(2):
        page.get_by_role("link", name="Next", exact=True).click()
    expect(page.get_by_role("region", name="4 of 8 Text and findings")).to_be_focused()
    remedy = page.locator(".finding", has=page.get_by_role("link", name="OC202", exact=True)).first
    remedy.get_by_text("Why it matters, what to write").click()
    expect(remedy.locator("dd", has_text="item of their own")).to_be_visible()
    page.keyboard.press("Escape")  # from the summary: it is the page's, not the tour's
    expect(page.locator("#tour")).to_be_visible()
    page.locator("#tour").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#tour")).to_have_count(0)
    expect(answer).to_contain_text("4th of 8")


@pytest.mark.parametrize("width,theme", [(1280, "light"), (390, "dark")])
def test_each_step_leaves_what_it_speaks_of_in_sight(signed_in, width, theme):
    page = signed_in("looker", viewport={"width": width, "height": 844}, color_scheme=theme)
    begin(page)
    number = 1
    while True:
        covered = page.evaluate("""() => {
            const at = document.querySelector(':target'), bar = document.querySelector('#tour').getBoundingClientRect();
            return {at: at && at.id, top: at.getBoundingClientRect().top, bar: bar.top, wide: document.documentElement.scrollWidth};
        }""")
        assert -1 <= covered["top"] < covered["bar"] - 20, covered
        assert covered["bar"] > 844 / 2 and covered["wide"] <= width, covered
        if not page.locator("#tour [rel=next]").count():
            break
        page.locator("#tour [rel=next]").click()
        number += 1
        expect(page.locator("#tour .num")).to_have_text(f"{number} of 8")
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
    page.evaluate(AXE.read_text())
    result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [violation["id"] for violation in result["violations"]] == []
    page.get_by_role("link", name="Review your draft").click()
    expect(page.get_by_label("Paste the text")).to_be_visible()


def test_without_a_script_the_same_steps_are_links(signed_in):
    page = signed_in("plain_newcomer", java_script_enabled=False)
    begin(page)
    expect(page.locator("#answer")).to_contain_text("inside the 4th of 8 main tasks")
    for number in range(2, 9):
        page.get_by_role("link", name="Next", exact=True).click()
        expect(page.locator("#tour .num")).to_have_text(f"{number} of 8")
    page.get_by_role("link", name="Leave the tour").click()
    expect(page.locator("#tour")).to_have_count(0)
    expect(page.locator("#answer")).to_be_visible()
