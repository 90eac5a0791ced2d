"""A person with a keyboard, and one without scripts, walks through what changed from one version of a draft to the next."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS
from tests.mandates import drafts

GONE = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;\n\n"
NEXT = (
    drafts.NAMBIRA.replace(GONE, "")
    .replace("early warning of attacks", "early warning of raids")
    .replace("every ninety days", "every month")
    .replace("5. Decides to remain", "5. Welcomes the ferries of Nambira;\n\n6. Decides to remain")
)


@pytest.fixture
def compared(signed_in):
    """Opens the comparison of a draft's second version with its first."""

    def opened(**options):
        page = signed_in("walker", **options)
        page.goto("/mandates/new/")
        page.get_by_label("Paste the text").fill(drafts.NAMBIRA)
        page.get_by_role("button", name="Review it").click()
        expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible(timeout=15_000)
        review = page.url
        page.goto(f"{review}versions/new/")
        page.get_by_label("Paste the text").fill(NEXT)
        page.get_by_role("button", name="Review it").click()
        expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible(timeout=15_000)
        page.locator("summary", has_text="Version 2 of 2").click()
        page.get_by_role("link", name="Compare with version 1").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("compared with version 1 of this draft")
        return page

    return opened


def heading(page) -> str:
    """The label of the change that has the focus."""
    label = page.evaluate("document.activeElement.querySelector('h3 a')?.textContent")
    return label.replace("\N{NO-BREAK SPACE}", " ")


def test_the_keys_walk_from_change_to_change_with_the_focus(compared):
    page = compared()
    position = page.locator("[data-position]")
    expect(position).to_have_text("4 changes")
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    seen = []
    for key in ("n", "j", "n", "n", "n"):
        page.keyboard.press(key)
        seen.append(heading(page))
    assert seen == ["2 (a) (ii)", "2 (c) (ii)", "4", "5", "5"]  # and it stays on the last
    expect(position).to_have_text("4 of 4")
    page.keyboard.press("p")
    page.keyboard.press("k")
    assert heading(page) == "2 (c) (ii)"
    expect(position).to_have_text("2 of 4")
    page.get_by_role("button", name="Next").click()
    assert heading(page) == "4"
    outline = page.evaluate("getComputedStyle(document.activeElement, '::before').borderLeftWidth")
    assert outline == "3px", "the change that one stands on is marked"


def test_single_keys_are_listed_and_can_be_switched_off_for_good(compared):
    page = compared()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next change")
    page.get_by_label("Single keys on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys on").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("n")
    assert heading(page) == "2 (a) (ii)"


def test_a_change_is_opened_decided_and_commented_on_without_leaving_it(compared):
    page = compared()
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.evaluate("window.stayed = true")
    page.keyboard.press("o")
    gone = page.locator(".change.is-current")
    expect(gone.get_by_role("radio", name="Agree")).to_be_focused()
    gone.get_by_label("Comment, read by all").fill("njp? are keys elsewhere")
    expect(page.locator("[data-position]")).to_have_text("2 of 4")
    gone.get_by_role("button", name="Add the comment").click()
    expect(gone.locator(".said")).to_contain_text("njp? are keys elsewhere walker,")
    gone.get_by_text("Object", exact=True).click()
    gone.get_by_label("Reason, kept with the change").fill("The police need it")
    gone.get_by_role("button", name="Record").click()
    expect(gone.locator(".status")).to_have_text("Objected")
    expect(gone.locator(".decided")).to_contain_text("The police need it")
    expect(gone).to_be_focused()
    assert heading(page) == "2 (c) (ii)"
    assert page.evaluate("window.stayed") is True, "the page was loaded again instead of the change alone"
    page.keyboard.press("n")
    assert heading(page) == "4"


def test_a_filter_hides_the_rest_at_once_and_the_keys_follow_it(compared):
    page = compared()
    page.get_by_label("Organized crime only").check()
    expect(page.locator("[data-position]")).to_have_text("1 change of 4")
    assert page.url.endswith("version=1&show=crime")
    page.keyboard.press("n")
    assert heading(page) == "2 (c) (ii)"
    page.get_by_label("Tasks only").check()
    expect(page.get_by_role("heading", name="Other paragraphs")).to_be_hidden()
    page.get_by_label("Everything").check()
    expect(page.locator("[data-position]")).to_contain_text("of 4")


def test_words_that_went_and_came_are_told_by_more_than_colour_and_aloud(compared):
    page = compared()
    words = page.locator(".change", has=page.get_by_role("heading", name=re.compile(r"^4 Reworded")))
    expect(words.locator("del")).to_have_text(re.compile(r"\[gone: ninety days\]"))
    expect(words.locator("ins")).to_have_text(re.compile(r"\[new: month\]"))
    line = "s => getComputedStyle(document.querySelector(s)).textDecorationLine"
    assert (page.evaluate(line, ".side del"), page.evaluate(line, ".side ins")) == ("line-through", "underline")


def test_the_sides_stand_beside_each_other_where_there_is_room(compared):
    page = compared()
    tops = "[...document.querySelectorAll('.sides.two')[0].children].map(side => side.getBoundingClientRect().top)"
    wide = page.evaluate(tops)
    page.set_viewport_size({"width": 390, "height": 900})
    narrow = page.evaluate(tops)
    assert wide[0] == wide[1] and narrow[0] < narrow[1]


def test_without_scripts_the_filter_loads_the_page_and_a_change_has_its_own(compared):
    page = compared(java_script_enabled=False)
    page.get_by_label("Organized crime only").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("[data-position]")).to_have_text("1 change of 4")
    expect(page.locator(".change[data-number]:visible")).to_have_count(1)
    page.locator(".change[data-number]:visible").get_by_role("link", name="Decide or comment").click()
    page.get_by_role("radio", name="Defer").check()
    page.get_by_label("Reason, kept with the change").fill("After the next round")
    page.get_by_role("button", name="Record").click()
    assert re.search(r"\?version=1#c-[0-9a-f]{12}$", page.url)
    gone = page.locator(".change", has_text="After the next round")
    expect(gone.locator(".status")).to_have_text("Deferred")


def test_no_width_scrolls_sideways_and_axe_finds_nothing_in_either_theme(compared):
    page = compared()
    page.keyboard.press("n")
    page.keyboard.press("o")
    expect(page.get_by_role("radio", name="Agree")).to_be_focused()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = !d.matches('.menu') })")
    wide = []
    for width in (320, 390, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(width)
    assert wide == []
    page.evaluate(AXE.read_text())
    found = {}
    for width, theme in ((390, "dark"), (1280, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        for violation in result["violations"]:
            found.setdefault(violation["id"], []).append((width, theme, violation["nodes"][0]["html"][:300]))
    assert found == {}
