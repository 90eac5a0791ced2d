"""The review as a room to work in: with the keyboard alone, on a phone, by two people, without scripts, and for axe in each state."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mandates import specimens
from tests.mandates import drafts

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DONE = "Machine-assisted: check against the text."
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(e => e.hadRecentInput || shifts.push(e.value)))
        .observe({type: 'layout-shift', buffered: true});
"""


def submitted(page, text: str = "") -> str:
    """The address of the review of a text, the specimen where none is given; the tab shows it."""
    page.goto("/mandates/new/")
    page.get_by_label("Paste the text").fill(text or specimens.first().decode())
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text(DONE)).to_be_visible()
    return page.url


def test_a_paragraph_is_corrected_in_place_by_keyboard_and_one_stands_there_again_with_what_changed(signed_in):
    page = signed_in()
    submitted(page, drafts.NAMBIRA)
    page.evaluate("location.hash = 'op2-c-ii'")
    here = page.locator("#op2-c-ii")
    expect(here).to_be_focused()
    page.keyboard.press("e")
    level = here.get_by_label("Among the mission’s tasks")
    expect(level).to_be_focused()
    page.keyboard.press("Escape")
    expect(here.locator(".mending")).to_have_count(0)
    page.keyboard.press("Enter")  # the focus is on what opened the form
    expect(level).to_be_focused()
    level.select_option("main task")
    here.get_by_label("Why?").focus()
    page.evaluate("window.before = true")
    here.get_by_role("button", name="Correct and review again").press("Enter")
    expect(here.get_by_role("status")).to_contain_text("Your correction is kept")
    expect(here.get_by_role("status")).to_contain_text("Now: ")
    assert page.evaluate("window.before") is None and page.url.endswith("#op2-c-ii")
    expect(here).to_be_in_viewport()
    expect(here.locator(".label")).to_contain_text("of 4")


def test_a_link_leads_to_its_paragraph_through_folds_and_filters(signed_in):
    page = signed_in()
    address = submitted(page)
    folded = page.locator("details.fold .para[id]").first.get_attribute("id")
    unasked = page.locator(".finding").first.get_attribute("id")  # nobody has accepted it
    for asked, place in (("", folded), ("?show=crime", folded), ("?state=accept", unasked)):
        page.goto("about:blank")
        page.goto(f"{address}{asked}#{place}")
        there = page.locator(f"[id='{place}']")
        expect(there).to_be_visible()
        expect(there).to_be_focused()
        expect(there).to_be_in_viewport()


def test_of_two_people_at_one_finding_the_second_sees_the_first_ones_decision_and_keeps_the_reason(signed_in, site):
    one = signed_in("first")
    address = submitted(one)
    other = signed_in("second")
    mandate = int(address.rstrip("/").rsplit("/", 1)[-1])
    one.goto(f"{address}people/")
    one.get_by_role("textbox").last.fill("second")
    one.get_by_role("main").get_by_role("button").last.click()
    other.goto(f"/mandates/{mandate}/")
    theirs = other.locator(".finding").first
    theirs.get_by_text("Dismiss", exact=True).click()
    theirs.get_by_label("Reason, kept with the finding").fill("The drafters disagree")

    one.goto(address)
    mine = one.locator(".finding").first
    mine.get_by_text("Accept", exact=True).click()
    mine.get_by_role("button", name="Record").click()
    expect(mine.locator(".decided")).to_contain_text("first,")

    theirs.get_by_role("button", name="Record").click()
    expect(theirs.get_by_role("alert")).to_contain_text("first decided meanwhile")
    expect(theirs.get_by_text("Accepted")).to_be_visible()
    expect(theirs.get_by_label("Reason, kept with the finding")).to_have_value("The drafters disagree")
    theirs.get_by_role("button", name="Record").click()
    expect(theirs.locator(".decided")).to_contain_text("The drafters disagree second,")


def test_from_the_link_in_a_mail_to_a_decision_with_the_keyboard_alone(chromium, site):
    context = chromium.new_context(base_url=site.base, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site.manage("sign_in_link", "keyboard", "--create", "--base", site.base))
    press(page, "button")
    press(page, ":is(a, button)", "not now")  # a password of one's own
    press(page, "button", "specimen")
    expect(page.get_by_text(DONE)).to_be_visible()
    page.keyboard.press("n")
    here = page.locator(".finding.is-current")
    expect(here).to_be_focused()
    tab_to(page, "[name=verdict]")
    page.keyboard.press("Space")
    tab_to(page, "textarea")
    page.keyboard.type("It belongs there.")
    page.keyboard.press("Tab")
    expect(here.get_by_role("button", name="Record")).to_be_focused()
    page.keyboard.press("Enter")
    expect(here.locator(".decided")).to_contain_text("It belongs there. keyboard,")
    expect(here).to_be_focused()
    context.close()


def tab_to(page, selector: str, words: str = "") -> None:
    """Press Tab until the focus is on such an element within main."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(
            "([s, w]) => { const e = document.activeElement; return e.matches('main ' + s) && e.textContent.toLowerCase().includes(w) }",
            [selector, words],
        ):
            return
    raise AssertionError(
        f"no {selector} with “{words}” is reached by Tab on {page.url}: {page.get_by_role('main').inner_text()[:300]}"
    )


def press(page, selector: str, words: str = "") -> None:
    tab_to(page, selector, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_without_scripts_the_filters_are_a_form(signed_in):
    page = signed_in(java_script_enabled=False)
    submitted(page)
    paragraphs = page.locator(".para").count()
    page.locator("#show").select_option("crime")
    page.get_by_label("Low").uncheck()
    page.get_by_role("button", name="Show", exact=True).click()
    assert "show=crime" in page.url and "severity=low" not in page.url
    expect(page.locator(".fold", has_text="nothing on organized crime").first).to_be_visible()
    expect(page.locator(".finding[data-severity=low]:visible")).to_have_count(0)
    assert page.locator(".para").count() == paragraphs, "text is lost"
    page.get_by_role("link", name="Show everything").click()
    assert "?" not in page.url


def test_on_a_phone_a_text_is_uploaded_its_answer_read_and_a_finding_decided(signed_in, tmp_path):
    page = signed_in(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    path = tmp_path / "draft.txt"
    path.write_bytes(specimens.first())
    page.goto("/mandates/new/")
    page.get_by_label("choose a file").set_input_files(path)
    page.get_by_role("button", name="Review it").tap()
    expect(page.get_by_text(DONE)).to_be_visible()
    expect(page.locator(".answer")).to_be_in_viewport()
    finding = page.locator(".finding").first
    finding.get_by_text("Defer", exact=True).tap()
    finding.get_by_label("Reason, kept with the finding").fill("After the round")
    finding.get_by_role("button", name="Record").tap()
    expect(finding.locator(".decided")).to_contain_text("After the round")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_shifts_while_a_review_loads(signed_in, width):
    page = signed_in(viewport={"width": width, "height": 900})
    address = submitted(page)
    page.add_init_script(SHIFTS)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    assert page.evaluate("shifts") == []


def opened(state: str, page) -> None:
    match state:
        case "filter":
            page.locator("#show").select_option("crime")
            expect(page.locator(".fold", has_text="nothing on organized crime").first).to_be_visible()
        case "correction":
            page.locator(".block > .text .mend").first.dispatch_event("click")
            expect(page.locator(".mending")).to_be_visible()
        case "decision":
            page.locator(".finding").first.get_by_text("Dismiss", exact=True).click()
            expect(page.locator(".finding").first.get_by_role("button", name="Record")).to_be_visible()
        case "keys":
            page.keyboard.press("?")
            expect(page.get_by_role("dialog")).to_be_visible()


def test_axe_finds_nothing_in_any_state_of_a_review_in_either_theme(signed_in):
    page, found = signed_in(), {}
    address = submitted(page)
    for state in ("filter", "correction", "decision", "keys"):
        page.goto(address)
        opened(state, page)
        page.evaluate(AXE.read_text())
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
            for violation in result["violations"]:
                found[state, theme, violation["id"]] = re.sub(r"\s+", " ", violation["nodes"][0]["html"])[:200]
    assert found == {}
