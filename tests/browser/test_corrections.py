"""A reviewer corrects the reading before the meeting; the review follows, and the correction lives on in version 2."""

import pytest
from playwright.sync_api import expect

from tests.mandates import drafts

MARKETS = "early warning of attacks against markets"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_correction_recomputes_the_review_and_survives_into_the_next_version(signed_in, javascript, tmp_path):
    page = signed_in(java_script_enabled=javascript)
    page.goto("/mandates/new/")
    page.get_by_label("Paste the text").fill(drafts.NAMBIRA)
    page.get_by_label("Title").fill("River renewal")
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    expect(page.get_by_text("Flagged: clause or sub-task.")).to_be_visible()

    page.locator("details.fold", has_text=MARKETS).locator("summary").click()  # nothing is marked there
    page.get_by_role("link", name="Correct the reading of 2 (a) (ii)").click()
    expect(page.get_by_text(MARKETS)).to_be_visible()
    page.get_by_label("Among the mission’s tasks").select_option("main task")
    page.get_by_label("Organized crime is", exact=True).select_option("what it is about")
    page.get_by_label("extortion").check()
    page.get_by_label("Why?").fill("The raids on markets are extortion.")
    page.get_by_role("button", name="Correct and review again").click()

    kept = page.get_by_role("region", name="Corrected by people")
    expect(kept.get_by_text("Place among the tasks: main task; read as task within a main task.")).to_be_visible()
    expect(page.get_by_text("Not flagged.", exact=True)).to_be_visible()

    page.get_by_text("Version 1 of 1").click()
    page.get_by_role("link", name="Upload the next version").click()
    page.get_by_label("Paste the text").fill(drafts.SECOND.replace("attacks against", "raids upon"))
    page.get_by_role("button", name="Review").click()
    expect(page.get_by_text("Version 2 of 2")).to_be_visible()
    expect(kept.get_by_role("link", name="2 (b) (ii)").first).to_be_visible()

    kept.get_by_role("button", name="Withdraw the correction of 2 (b) (ii)").first.click()
    expect(page.get_by_text("The correction is withdrawn")).to_be_visible()
