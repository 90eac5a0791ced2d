"""A table of partners: out and in again, row by row, whole or not at all."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from capacities.importing.partners import TABLE
from capacities.models import Partner
from tests.capacities.partner_form import FORM, make

pytestmark = pytest.mark.django_db
IMPORT = "/partners/import/"


def upload(browser, data: bytes, name: str = "partners.csv"):
    """The page that shows what a table would do, or the form with what is wrong with it."""
    return browser.post(IMPORT, {"file": SimpleUploadedFile(name, data)}, follow=True)


def confirm(browser, preview):
    """The page after what was shown was confirmed."""
    digest = {"digest": preview.context["plan"].digest}
    return browser.post(preview.redirect_chain[-1][0], digest, follow=True)


def test_an_export_is_an_import_that_changes_nothing(browser):
    make(browser, name="=Quayside", note="two\nlines; and more")
    make(browser, name="Second", agreements="", note="'=1+1", feedback="''-2")
    for form in ("csv", "xlsx"):
        data = browser.get(f"/partners/partners.{form}").content
        preview = upload(browser, data, f"partners.{form}")
        assert preview.status_code == 200 and "there is nothing to import" in preview.content.decode()
        confirm(browser, preview)
    assert set(Partner.objects.values_list("name", "version")) == {("=Quayside", 1), ("Second", 1)}
    assert b"'=Quayside" in browser.get("/partners/partners.csv").content


def test_a_table_is_shown_first_and_saved_when_it_is_confirmed(browser):
    partner = make(browser)
    book = Workbook()
    book.active.append(["kind", "Name", "countries", "crime types", "source", "as of", "id", "version", "languages"])
    book.active.append(["Customary or local authority", "Hill Elders", "nbi", "Gangs; wildlife", "tests", "2030-01-01"])
    book.active.append(["monitor", "Quayside Watch", "NBI", "gangs", "tests", "2030-01-01", partner.pk, 1, "Dutch"])
    held = io.BytesIO()
    book.save(held)
    preview = upload(browser, held.getvalue(), "partners.xlsx")
    assert preview.status_code == 200 and Partner.objects.count() == 1
    assert "Imported: 1 new, 1 changed, 0 as they were." in confirm(browser, preview).content.decode()
    elders = Partner.objects.get(name="Hill Elders")
    assert (elders.kind, elders.crime_types, elders.sensitivity) == (
        "local_authority",
        ["gangs", "wildlife"],
        "internal",
    )
    partner.refresh_from_db()
    assert (partner.version, partner.languages, partner.source) == (2, ["Dutch"], "tests")
    assert partner.areas == ["Port", "North bank"], "a column that is left out changes nothing"


def test_every_row_that_is_wrong_is_said_and_none_is_saved(browser):
    partner = make(browser)
    rows = [
        "kind,name,source,as_of,countries,id,version",
        "monitor,Good,tests,2030-01-01,NBI,,",
        "friend,Bad kind,tests,2030-01-01,,,",
        "monitor,,tests,soon,XXX,,",
        "monitor,Quayside Watch,tests,2030-01-01,,,",
        f"monitor,Old,tests,2030-01-01,,{partner.pk},7",
        "monitor,Good,tests,2030-01-01,,,",
    ]
    page = upload(browser, "\n".join(rows).encode())
    told = {row.number: set(row.errors) for row in page.context["plan"].rows}
    assert told == {
        2: set(), 3: {"kind"}, 4: {"name", "as_of", "countries"}, 5: {"name"}, 6: {"version"}, 7: {"name"},
    }  # fmt: skip
    assert confirm(browser, page).status_code == 409
    assert Partner.objects.count() == 1


def test_a_partner_that_a_table_changes_twice_is_refused(browser):
    partner = make(browser)
    rows = [f"{partner.pk},1,monitor,Quayside {one},letter,2030-01-01" for one in "AB"]
    page = upload(browser, "\n".join(["id,version,kind,name,source,as_of", *rows]).encode())
    assert [row.action for row in page.context["plan"].rows] == ["changed", "wrong"]
    assert page.context["plan"].rows[1].errors == {"id": "This partner stands twice in the table."}


def test_a_changed_row_is_shown_from_what_to_what(browser):
    partner = make(browser)
    head = "id,version,kind,name,source,as_of,crime_types,note\n"
    page = upload(browser, f"{head}{partner.pk},1,monitor,Quayside Watch,letter,2030-01-01,wildlife,\n".encode())
    said = re.sub(r"\s+", " ", page.content.decode())
    assert "<li>Crime markets: <del>gangs, drug trafficking</del> → wildlife crime</li>" in said
    assert "<li>Source: <del>field visit</del> → letter</li>" in said and "Note" not in said


def test_what_changed_between_preview_and_confirmation_is_shown_again_and_nothing_written(browser):
    partner = make(browser)
    table = f"id,version,kind,name,source,as_of\n{partner.pk},1,monitor,Quayside Watch,letter,2030-01-01\n,,fiu,Unit,x,2030-01-01\n"
    preview = upload(browser, table.encode())
    browser.post(f"/partners/{partner.pk}/edit/", FORM | {"feedback": "Nothing", "version": 1})
    again = confirm(browser, preview).content.decode()
    assert "Nothing was imported: look at it again." in again and "version 2 is the newest" in again
    partner.refresh_from_db()
    assert (partner.source, Partner.objects.count()) == ("field visit", 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b"\xff\xfe\x00", "neither XLSX nor CSV in UTF-8"),
        (b"PK\x03\x04rubbish", "The workbook cannot be opened"),
        (b"kind,name\nmonitor,X", "The column “source” is missing"),
        (b"kind,name,source,as_of,password\n", "not in the template"),
        (b"kind,name,source,as_of\n", "no row below its column names"),
    ],
)
def test_a_file_that_is_no_table_of_ours_is_refused_in_one_sentence(browser, data, said):
    response = upload(browser, data)
    assert response.status_code == 422 and said in response.content.decode()


def test_the_template_holds_the_columns_and_explains_each(browser):
    assert browser.get("/partners/template.csv").content.decode("utf-8-sig").strip() == ",".join(TABLE.columns)
    book = load_workbook(io.BytesIO(browser.get("/partners/template.xlsx").content))
    assert list(book.active.values) == [TABLE.columns]
    assert [row[0].value for row in book["columns"].iter_rows(min_row=2)] == list(TABLE.columns)


def test_a_row_of_an_archived_partner_is_refused_and_its_name_is_free_again(browser):
    partner = make(browser)
    table = f"id,version,kind,name,source,as_of\n{partner.pk},2,monitor,Other,x,2030-01-01\n,,monitor,Quayside Watch,x,2030-01-01\n"
    browser.post(f"/partners/{partner.pk}/archive/", {"version": 1})
    rows = upload(browser, table.encode()).context["plan"].rows
    assert [row.action for row in rows] == ["wrong", "new"] and "Restore it first" in rows[0].errors["id"]
