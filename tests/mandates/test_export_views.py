"""The pages of what is taken along, and the same over the API."""

import io

import docx
import pypdfium2
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from rest_framework.authtoken.models import Token

from mandates import export_jobs, jobs, services
from mandates.exports import DOCUMENTS
from mandates.models import Export, ProposedText
from mandates.services import exporting
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unhurried():
    cache.clear()


@pytest.fixture
def version(owner):
    made = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), title="Lantern option")
    jobs.review_mandate(made.jobs.get().pk)
    return made


@pytest.fixture
def fingerprint(version, owner) -> str:
    found = version.review.findings.get(code="OC202").fingerprint
    services.decide(mandate=version.mandate, finding_fingerprint=found, verdict="accept", reason="", by=owner)
    return found


@pytest.fixture
def browser(owner) -> Client:
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def program(owner) -> Client:
    return Client(headers={"Authorization": f"Token {Token.objects.create(user=owner).key}"})


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(exporting, "LARGE", 3)


def page(version, address: str) -> str:
    return reverse(address, args=[version.mandate_id, version.number])


def api(version, address: str) -> str:
    return f"/api/v1/mandates/{version.mandate_id}/{address}"


def table(version) -> str:
    return reverse("comments_table", args=[version.mandate_id])


# --- documents ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", DOCUMENTS)
def test_every_document_comes_with_its_media_type_and_a_silent_name_from_page_and_api(
    version, browser, program, address
):
    document = DOCUMENTS[address]
    for response in (browser.get(page(version, address)), program.get(api(version, address))):
        assert response.status_code == 200
        assert response["Content-Type"].startswith(document.media)
        name = f"mandate-{version.mandate_id}-v1-{document.ending}"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Cache-Control"] == "private, no-store"
    assert not Export.objects.exists()


def test_the_menu_of_a_review_leads_to_every_document(version, browser):
    shown = browser.get(version.mandate.get_absolute_url()).content.decode()
    for address in DOCUMENTS:
        there = table(version) if address == "comments-table.docx" else page(version, address)
        assert f'href="{there}"' in shown


def test_an_earlier_version_has_its_own_documents(version, owner, browser):
    later = services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    told = [pypdfium2.PdfDocument(browser.get(page(v, "report.pdf")).content) for v in (version, later)]
    first, second = (document[0].get_textpage().get_text_range() for document in told)
    assert "3rd of 3 main tasks" in first and "1st of 4 main tasks" in second


def test_a_client_may_ask_for_the_files_own_media_type_and_is_told_errors_in_json(version, program):
    accept = {"Accept": "application/pdf"}
    assert program.get(api(version, "report.pdf"), headers=accept).content.startswith(b"%PDF")
    missing = program.get("/api/v1/mandates/999/report.pdf", headers=accept)
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    assert program.get(api(version, "report.pdf"), headers={"Accept": "image/png"}).status_code == 406


def test_an_address_of_no_document_is_not_found_in_the_apis_own_shape(version, program):
    response = program.get(api(version, "secret.pdf"))
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_nothing_is_offered_of_a_text_that_is_not_reviewed(owner, browser, program):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode())
    response = browser.get(page(version, "report.pdf"), follow=True)
    assert "has not been reviewed yet" in response.content.decode()
    assert response.redirect_chain[-1][0] == reverse("version_review", args=[version.mandate_id, 1])
    waiting = program.get(api(version, "report.pdf"))
    assert (waiting.status_code, waiting["Retry-After"]) == (202, "1")
    assert waiting.json() == {"state": "pending", "step_text": "waiting for its turn", "percent": 0}
    version.jobs.update(state="failed", error="It could not be read.")
    failed = program.get(api(version, "report.pdf"))
    assert (failed.status_code, failed.json()["error"]["code"]) == (409, "review_failed")


# --- large texts --------------------------------------------------------------------------------------------------


def test_the_document_of_a_long_text_is_made_in_the_background(version, browser, large):
    asked = browser.get(page(version, "report.docx"))
    assert "made in the background" in asked.content.decode() and not Export.objects.exists()
    started = browser.post(page(version, "report.docx"))
    row = Export.objects.get()
    assert started.url == reverse("export", args=[version.mandate_id, row.pk])
    waiting = browser.get(started.url).content.decode()
    assert "waiting for its turn" in waiting and '<noscript><meta http-equiv="refresh"' in waiting
    assert browser.get(f"{started.url}file/").status_code == 404
    export_jobs.make_export(row.pk)
    assert "The document is ready." in browser.get(f"{started.url}progress/").content.decode()
    file = browser.get(f"{started.url}file/")
    assert docx.Document(io.BytesIO(file.content)).tables
    assert f"mandate-{version.mandate_id}-v1-brief.docx" in file["Content-Disposition"]


def test_it_can_be_cancelled_and_asked_for_again(version, browser, large):
    there = browser.post(page(version, "report.xlsx")).url
    assert browser.get(f"{there}cancel/").status_code == 405
    browser.post(f"{there}cancel/")
    assert "was cancelled" in browser.get(there).content.decode()
    assert browser.post(page(version, "report.xlsx")).url == there
    assert Export.objects.get().state == "pending"


def test_over_the_api_the_same_address_is_asked_until_it_answers(version, program, large):
    first = program.get(api(version, "report.csv"))
    assert (first.status_code, first["Retry-After"], first.json()["state"]) == (202, "1", "pending")
    row = Export.objects.get()
    export_jobs.make_export(row.pk)
    assert program.get(api(version, "report.csv")).content == bytes(Export.objects.get().data)
    Export.objects.update(state="failed", error="It could not be made.")
    failed = program.get(api(version, "report.csv"))
    assert (failed.status_code, failed.json()["error"]) == (
        409,
        {"code": "export_failed", "message": "It could not be made."},
    )


def test_a_document_is_seen_by_who_asked_for_it_as_long_as_they_see_the_mandate(
    version, owner, colleague, browser, large
):
    services.share(version.mandate, colleague, by=owner)
    other = Client()
    other.force_login(colleague)
    mine, theirs = browser.post(page(version, "report.pdf")).url, other.post(page(version, "report.pdf")).url
    for row in Export.objects.all():
        export_jobs.make_export(row.pk)
    for below in ("", "progress/", "file/"):
        assert other.get(mine + below).status_code == 404
        assert browser.get(theirs + below).status_code == 404
        assert other.get(theirs + below).status_code == 200
    assert other.post(f"{mine}cancel/").status_code == 404
    services.unshare(version.mandate, colleague, by=owner)
    for below in ("", "progress/", "file/"):
        assert other.get(theirs + below).status_code == 404


# --- the comments table -------------------------------------------------------------------------------------------


def test_without_an_accepted_finding_the_page_says_what_to_do(version, browser):
    assert "No finding is accepted yet and no change objected to" in browser.get(table(version)).content.decode()


def test_the_rows_are_filled_with_the_rules_advice_and_saved_as_worded(version, fingerprint, browser):
    shown = browser.get(table(version)).content.decode()
    assert "Paragraph 2\xa0(c)\xa0(ii)" in shown and "Lift the words into a lettered item" in shown
    text = "To support the police of Nambira against organized criminal networks and the smuggling of gold and timber;"
    sent = {f"text-{fingerprint}": text, f"reason-{fingerprint}": "Timber pays, too.", f"seen-{fingerprint}": ""}
    assert browser.post(table(version), sent).url == table(version)
    row = ProposedText.objects.get()
    assert (row.text, row.reason) == (text, "Timber pays, too.")
    shown = browser.get(table(version)).content.decode()
    assert "<ins> and timber</ins>" in shown and "Worded by owner" in shown


def test_what_nobody_changed_is_not_saved(version, fingerprint, browser):
    line = browser.get(table(version)).context["form"].lines[0]
    sent = {f"text-{fingerprint}": line.text.replace("\n", "\r\n"), f"reason-{fingerprint}": line.reason}
    assert browser.post(table(version), sent).status_code == 302
    assert not ProposedText.objects.exists()


def test_saving_and_downloading_leads_to_the_document(version, fingerprint, browser):
    sent = {f"text-{fingerprint}": "To trace the gold;", f"reason-{fingerprint}": "", "download": ""}
    there = browser.post(table(version), sent).url
    assert there == page(version, "comments-table.docx")
    document = docx.Document(io.BytesIO(browser.get(there).content))
    assert document.tables[0].rows[1].cells[2].text == "To trace the gold;"


def test_a_row_can_start_from_the_drafts_words_without_saving_anything(version, fingerprint, browser):
    sent = {f"text-{fingerprint}": "Half a thought", f"reason-{fingerprint}": "My reason", "start": fingerprint}
    line = browser.post(table(version), sent).context["form"].lines[0]
    assert line.text == line.row.draft and line.reason == "My reason"
    assert not ProposedText.objects.exists()


def test_an_empty_text_is_refused_and_the_words_stay(version, fingerprint, browser):
    response = browser.post(table(version), {f"text-{fingerprint}": " ", f"reason-{fingerprint}": "Kept words"})
    shown = response.content.decode()
    assert response.status_code == 422 and "Write the text that you propose" in shown and "Kept words" in shown


def test_two_people_do_not_overwrite_each_other_unseen(version, fingerprint, owner, colleague, browser):
    services.share(version.mandate, colleague, by=owner)
    services.propose(version.mandate, [services.Wording(fingerprint, "To close the mines;", "")], by=colleague)
    sent = {f"text-{fingerprint}": "To trace the gold;", f"reason-{fingerprint}": "", f"seen-{fingerprint}": ""}
    response = browser.post(table(version), sent)
    shown = response.content.decode()
    assert response.status_code == 409 and "colleague has changed this row" in shown
    assert "To trace the gold;" in shown and ProposedText.objects.count() == 1
    seen = {**sent, f"seen-{fingerprint}": response.context["form"].lines[0].row.seen}
    assert browser.post(table(version), seen).status_code == 302
    assert ProposedText.objects.first().text == "To trace the gold;"


def test_a_change_that_is_objected_to_has_a_row_with_the_older_text(version, owner, browser):
    shorter = drafts.NAMBIRA.replace(" and the smuggling of gold;", ";")
    later = services.submit(owner=owner, data=shorter.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    found = services.compared(version, later).data["tasks"]
    change = next(c for c in found if c["newer"] and c["newer"]["label"] == "2 (c) (ii)" and c["fingerprint"])
    decided = {
        "finding_fingerprint": change["fingerprint"],
        "verdict": "dismiss",
        "reason": "Gold must stay.",
        "by": owner,
    }
    services.decide(mandate=version.mandate, **decided)
    (line,) = browser.get(table(later)).context["form"].lines
    assert (line.row.code, line.row.paragraph, line.reason) == ("change", "2\xa0(c)\xa0(ii)", "Gold must stay.")
    assert line.text.endswith("the smuggling of gold;") and not line.row.draft.endswith("the smuggling of gold;")
    document = docx.Document(io.BytesIO(browser.get(page(later, "comments-table.docx")).content))
    runs = [r for r in document.tables[0].rows[1].cells[2].paragraphs[0].runs if r.underline]
    assert [r.text for r in runs] == [" and the smuggling of gold"]
    name = f"text-{change['fingerprint']}"
    assert browser.post(table(later), {name: line.text.replace("gold", "gold and timber")}).status_code == 302
    assert ProposedText.objects.get().text.endswith("the smuggling of gold and timber;")
