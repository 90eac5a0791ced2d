"""A person with a browser: a PDF goes in, becomes a review, and a finding is dismissed; with and without scripts."""

import html

import pytest
from playwright.sync_api import expect

from mandates import specimens

SPECIMEN = specimens.first().decode()


@pytest.fixture
def pdf(chromium, tmp_path):
    """The specimen draft as a PDF with page furniture, printed by the browser."""
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in SPECIMEN.split("\n\n"))
    page = chromium.new_page()
    page.set_content(f"<html><body style='font: 12pt serif'>{paragraphs}</body></html>")
    path = tmp_path / "draft.pdf"
    path.write_bytes(page.pdf(format="A4", margin={"top": "25mm", "bottom": "25mm", "left": "25mm", "right": "25mm"}))
    page.close()
    return path


def test_an_uploaded_pdf_becomes_a_review_while_one_watches_and_a_finding_is_dismissed(signed_in, pdf, site):
    page = signed_in()
    page.goto("/mandates/new/")
    page.get_by_label("choose a file").set_input_files(pdf)
    page.get_by_label("Title").fill("Lake renewal")
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    mandate = page.url.rstrip("/").rsplit("/", 1)[-1]

    # Put the job back to where it waits, as if the queue had been lost, and watch it go on without touching the page.
    of_this = f"IN (SELECT id FROM mandates_textversion WHERE mandate_id = {int(mandate)})"
    site.sql(
        f"DELETE FROM mandates_finding WHERE review_id IN (SELECT id FROM mandates_review WHERE version_id {of_this})",
        f"DELETE FROM mandates_review WHERE version_id {of_this}",
        f"UPDATE mandates_job SET state = 'pending', step = 'waiting', attempts = 0, finished_at = NULL WHERE version_id {of_this}",
    )
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("waiting for its turn")
    site.sql(f"UPDATE mandates_job SET step = 'judging' WHERE version_id {of_this}")
    expect(page.get_by_role("status")).to_contain_text("finding where organized crime stands")
    site.sql(f"UPDATE mandates_job SET state = 'done', step = 'finished' WHERE version_id {of_this}")
    page.evaluate(
        "htmx.ajax('POST', location.pathname + 'again/', {swap: 'none'})"
    )  # the review is gone: it starts afresh
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lake renewal")

    finding = page.locator(".finding").first
    expect(finding.get_by_text("Undecided")).to_be_visible()
    finding.get_by_text("Dismiss", exact=True).click()
    finding.get_by_label("Reason, kept with the finding").fill("Agreed with the drafters on 3 May")
    page.evaluate("window.stayed = true")
    finding.get_by_role("button", name="Record").click()
    expect(finding.locator(".decided")).to_contain_text("Agreed with the drafters on 3 May reviewer,")
    expect(finding.get_by_text("Dismissed")).to_be_visible()
    expect(page.locator("[data-progress]")).to_contain_text("1 of")
    assert page.evaluate("window.stayed") is True, "the page was loaded again instead of the finding alone"
    page.reload()  # a finding that was dismissed makes room for the next one
    first = page.get_by_role("region", name="Look at first")
    first.locator("summary", has_text="Dismissed").click()
    first.locator("details[open] a").click()
    expect(page.locator(".finding:target").get_by_text("Dismissed")).to_be_visible()


def test_without_scripts_a_draft_is_reviewed_and_a_finding_decided_all_the_same(signed_in):
    page = signed_in(java_script_enabled=False)
    page.goto("/mandates/new/")
    page.get_by_label("Paste the text").fill(SPECIMEN)
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    page.get_by_role("radio", name="Defer").first.check()
    page.locator(".finding").first.get_by_label("Reason, kept with the finding").fill("After the next round")
    page.locator(".finding").first.get_by_role("button", name="Record").click()
    expect(page.locator(".finding").first.locator(".decided")).to_contain_text("After the next round")
    assert "#f-" in page.url
    page.locator("details.fold summary").first.click()
    expect(page.locator("details.fold .para").first).to_be_visible()


def test_a_link_into_a_folded_run_of_paragraphs_opens_it(signed_in):
    page = signed_in()
    _specimen(page)
    hidden = page.locator("details.fold .para").first
    expect(hidden).to_be_hidden()
    page.evaluate("id => { location.hash = id }", hidden.get_attribute("id"))
    expect(hidden).to_be_visible()


def test_the_filters_are_answered_at_once_keep_what_was_typed_and_stand_in_the_address(signed_in):
    page = signed_in()
    _specimen(page)
    paragraphs = page.locator(".para").count()
    reason = page.get_by_label("Reason, kept with the finding").first
    page.get_by_role("radio", name="Dismiss").first.check()
    reason.fill("Half a sentence")
    page.evaluate("window.stayed = true")
    page.locator("#show").select_option("crime")
    expect(page.locator(".fold", has_text="nothing on organized crime").first).to_be_visible()
    assert page.url.endswith("?show=crime") and page.evaluate("window.stayed") is True
    assert page.locator(".para").count() == paragraphs, "text is lost"
    expect(page.get_by_label("Reason, kept with the finding").first).to_have_value("Half a sentence")
    page.locator("#state").select_option("defer")
    expect(page.locator(".finding:visible")).to_have_count(0)


def test_keys_walk_through_the_findings_and_decide(signed_in):
    page = signed_in()
    _specimen(page)
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("[data-position]")).to_contain_text("2 of ")
    here = page.locator(".finding.is-current")
    expect(here).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.type("Not now, njx?")
    page.keyboard.press("Enter")
    expect(here.locator(".decided")).to_contain_text("Not now, njx?")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next paragraph on organized crime")


def test_the_ladder_draws_each_task_over_its_place_on_the_strip(signed_in):
    page = signed_in()
    _specimen(page)
    boxes = """selector => [...document.querySelectorAll(selector)].map(cell => {
        const box = cell.getBoundingClientRect(); return [box.left, box.right, box.width, box.height] })"""
    rungs = page.evaluate(boxes, ".ladder tbody .cell")
    strip = page.evaluate(boxes, ".ladder .strip .cell")
    assert len(rungs) == len(strip) > 3
    assert all(width > 3 and height > 3 for *_, width, height in rungs + strip)
    for rung, projected in zip(sorted(rungs), strip, strict=True):
        assert abs(rung[1] - projected[1]) < 1  # they end together; a beginning may stand apart on the strip
        assert rung[0] - 1 < projected[0] < rung[1]
    colours = page.evaluate(
        "[...document.querySelectorAll('.strip .cell.own rect, .strip .cell.clause path')].map(r => getComputedStyle(r).fill)"
    )
    assert colours and set(colours) == {"rgb(138, 58, 14)"}, "organized crime has its colour, in an allowed stylesheet"


def test_a_file_dropped_on_the_form_is_the_file_chosen(signed_in):
    page = signed_in()
    page.goto("/mandates/new/")
    carried = page.evaluate_handle(
        "text => { const carried = new DataTransfer(); carried.items.add(new File([text], 'a.txt')); return carried }",
        SPECIMEN,
    )
    page.get_by_label("Paste the text").dispatch_event("drop", {"dataTransfer": carried})
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()


def _specimen(page) -> None:
    """A new one: the button would lead to the one that another test has decided on."""
    page.goto("/mandates/new/")
    page.get_by_label("Paste the text").fill(SPECIMEN)
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
