"""From a real draft as the Council's members get it, a PDF, to the table of comments that goes back to whoever holds the pen."""

import io

from docx import Document
from playwright.sync_api import expect

REASON = "Money and people follow the order of the list."


def test_a_pdf_is_uploaded_its_finding_accepted_worded_and_taken_away_as_a_comments_table(signed_in, corpus):
    page = signed_in("desk_officer")
    page.goto("/mandates/new/")
    page.get_by_label("choose a file").set_input_files(corpus / "drafts" / "S_2020_445-EN.pdf")
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible(timeout=60_000)
    expect(page.locator("#answer")).to_contain_text("the 12th of 12 main tasks")

    finding = page.locator(".finding", has=page.get_by_role("link", name="OC201", exact=True)).first
    finding.scroll_into_view_if_needed()
    quoted = finding.locator("q").first.inner_text()
    finding.get_by_label("Accept").check()
    finding.get_by_label("Reason, kept with the finding").fill(REASON)
    finding.get_by_role("button", name="Record").click()
    expect(page.locator(".finding .decided").first).to_contain_text(REASON)

    page.get_by_text("Export", exact=True).click()
    page.get_by_role("link", name="Comments table").click()
    row = page.locator("section.comment").first
    row.get_by_role("button", name="Start from the draft’s words").click()
    words = row.get_by_label("Proposed text")
    draft = words.input_value()
    assert quoted.split()[0] in draft
    words.fill(f"{draft.rstrip(';.')}, as one of its first tasks;")
    row.get_by_label("Reason", exact=True).fill(REASON)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save and download").click()

    with open(waiting.value.path(), "rb") as file:
        document = Document(io.BytesIO(file.read()))
    _, before, proposed, reason, _ = document.tables[0].rows[1].cells
    assert quoted in " ".join(before.text.split())
    assert reason.text == REASON
    added = [run.text for run in proposed.paragraphs[0].runs if run.bold and run.underline]
    assert "as one of its first tasks" in "".join(added)

    page.goto(page.url)
    expect(page.locator("section.comment").first.get_by_label("Proposed text")).to_have_value(
        f"{draft.rstrip(';.')}, as one of its first tasks;"
    )
