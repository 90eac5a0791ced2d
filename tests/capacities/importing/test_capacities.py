"""A list is looked at before it is taken in: row-by-row errors, all or nothing, and a second time nothing happens."""

import csv
import io
import re
import zipfile
from datetime import date, datetime
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from capacities import services
from capacities.importing import plan as planning
from capacities.importing import sheet
from capacities.importing.capacities import TABLE
from capacities.models import Capacity, CapacityChange
from capacities.states.capacities import FIELDS

pytestmark = pytest.mark.django_db
ROW = {
    "mission": "unmika",
    "category": "Specialized police team",
    "title": "Money team",
    "expertise": "financial forensics; analysis of illegal networks",
    "authorized": "8",
    "deployed": "3",
    "available_from": "2031-02-01",
    "languages": "French; sg",
    "country": "Senegal",
    "source": "Force list of January 2031",
    "as_of": "2031-01-31",
}
PLEDGE = {"category": "individual_police", "title": "Divers", "pledged": "4", "source": "Letter", "as_of": "2031-01-15"}


def as_csv(*rows: dict, delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, TABLE.columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_xlsx(*rows: dict) -> bytes:
    book = load_workbook(io.BytesIO(sheet.as_xlsx(TABLE.name, TABLE.explained)))
    for row in rows:
        book["capacities"].append([row.get(name) for name in TABLE.columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> list:
    return sheet.read(data, TABLE.columns, TABLE.needed)


def said(response) -> str:
    return " ".join(unescape(response.content.decode()).split())


def taken_in(data: bytes, by):
    rows = read(data)
    return services.import_table(TABLE, rows, digest=TABLE.plan(rows).digest, by=by)


@pytest.fixture
def look(client, planner, expertise, mission):
    """Bring a list; the page that shows what it would do, and what would confirm it."""
    client.force_login(planner)

    def shown(data: bytes):
        response = client.post("/capacities/import/", {"file": SimpleUploadedFile("table", data)}, follow=True)
        found = re.search(r'name="digest" value="([^"]+)"', response.content.decode())
        return response, found and (response.redirect_chain[-1][0], {"digest": found[1]})

    return shown


def test_a_list_is_shown_first_and_taken_in_when_it_is_confirmed(client, look, planner):
    response, confirm = look(as_csv(ROW, PLEDGE))
    assert "2 rows: 2 new, 0 changed, 0 unchanged, 0 wrong. Nothing is imported yet." in re.sub(
        "<[^>]+>", "", said(response)
    )
    assert not Capacity.objects.exists()
    page = said(client.post(*confirm, follow=True))
    assert "Imported: 2 new, 0 changed, 0 as they were." in page
    pledge, team = Capacity.objects.order_by("title")
    assert (pledge.title, pledge.mission, pledge.pledged, pledge.deployed) == ("Divers", None, 4, None)
    assert (team.mission.acronym, team.spoken, team.country) == ("UNMIKA", ["fr", "sg"], "SEN")
    assert set(CapacityChange.objects.values_list("action", "by")) == {("imported", planner.pk)}


def test_the_same_list_a_second_time_changes_nothing(look, planner):
    taken_in(as_csv(ROW, PLEDGE), planner)
    response, confirm = look(as_csv(ROW, PLEDGE))
    assert "there is nothing to import" in said(response) and confirm is None
    taken_in(as_csv(ROW, PLEDGE), planner)
    assert CapacityChange.objects.count() == 2


def test_a_row_that_differs_is_shown_from_what_to_what_and_emptied_where_it_is_empty(look, planner):
    taken_in(as_csv(ROW), planner)
    response, _ = look(as_csv(ROW | {"deployed": "", "title": "MONEY  team", "authorized": "9"}))
    page = said(response)
    assert "<li>Deployed: <del>3</del> → not known</li>" in page
    assert "<li>Authorized: <del>8</del> → 9</li>" in page


def test_one_wrong_row_is_named_with_its_number_and_column_and_keeps_all_others_out(look):
    response, confirm = look(as_csv(PLEDGE, ROW | {"deployed": "few", "languages": "Klingon", "mission": "UNNONE"}))
    page = said(response)
    assert response.status_code == 200 and confirm is None
    assert '<td class="num" data-label="Row">3</td>' in page
    for wrong in ("Give a whole number", "“Klingon” is not known here", "No mission has this acronym."):
        assert wrong in page
    assert not Capacity.objects.exists()


def test_two_rows_of_the_same_capacity_are_refused(look):
    response, confirm = look(as_csv(ROW, ROW | {"deployed": "4"}))
    assert "Row 2 has the same mission, category, title and country." in said(response) and confirm is None


def test_two_capacities_that_a_row_may_mean_are_refused_rather_than_chosen_from(look, planner):
    taken_in(as_csv(ROW), planner)
    twin = Capacity.objects.get()
    twin.pk = None
    twin.save()
    response, _ = look(as_csv(ROW))
    assert "archive all but one" in said(response)


def test_what_changed_between_preview_and_confirmation_is_shown_again_and_nothing_written(client, look, planner):
    taken_in(as_csv(ROW), planner)
    _, confirm = look(as_csv(ROW | {"deployed": "5"}, PLEDGE))
    services.update(Capacity.objects.get(), version=1, values={"deployed": 4}, by=planner)
    response = client.post(*confirm, follow=True)
    assert "Nothing was imported: look at it again." in said(response)
    assert "<li>Deployed: <del>4</del> → 5</li>" in said(response)
    assert (Capacity.objects.count(), Capacity.objects.get().deployed) == (1, 4)


def test_a_workbook_reads_as_the_same_list_whether_days_and_numbers_are_cells_or_text():
    cells = ROW | {"authorized": 8, "deployed": 3.0, "as_of": date(2031, 1, 31), "available_from": datetime(2031, 2, 1)}
    (_, from_xlsx), (_, from_csv) = read(as_xlsx(cells))[0], read(as_csv(ROW))[0]
    assert from_xlsx == from_csv


def test_semicolons_between_columns_a_mark_before_the_first_and_empty_rows_are_read():
    data = b"\xef\xbb\xbf" + as_csv(PLEDGE, {}, PLEDGE, delimiter=";")
    assert [(number, row["title"]) for number, row in read(data)] == [(2, "Divers"), (4, "Divers")]


def test_the_columns_of_a_list_are_the_fields_of_a_capacity():
    assert set(TABLE.columns) == set(FIELDS)


def test_the_template_holds_exactly_the_columns_that_are_read_and_explains_each(client, planner):
    client.force_login(planner)
    book = load_workbook(io.BytesIO(client.get("/capacities/import/template.xlsx").content))
    assert [cell.value for cell in book["capacities"][1]] == list(TABLE.columns)
    assert [row[0].value for row in book["columns"].iter_rows(min_row=2)] == list(TABLE.columns)
    assert client.get("/capacities/import/template.csv").content.decode("utf-8-sig").strip().split(",") == list(
        TABLE.columns
    )
    assert client.get("/capacities/import/template.pdf").status_code == 404


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty."),
        (b"\xff\xfe\x00", "neither XLSX nor CSV in UTF-8"),
        (b"mission,colour\nUNMIKA,blue\n", "The column “colour” is not in the template."),
        (b"mission,title\nUNMIKA,team\n", "The column “category” is missing."),
        (sheet.as_csv(TABLE.columns), "no row below its column names"),
        (sheet.as_csv(TABLE.columns) + b"," * 20 + b"x\n", "Row 2 has more cells than there are columns."),
        (sheet.as_csv(TABLE.columns) + b'"open', "a quotation mark is not closed"),
        (sheet.as_csv(TABLE.columns) + b"x\n" * 1001, "more than 1000 rows"),
        (sheet.as_csv(TABLE.columns) + b"x" * 10_001 + b"\n", "Row 2: “mission” is longer than 10000 letters."),
        (sheet.as_csv(TABLE.columns) + (b"x" * 9_999 + b"\n") * 201, "more than 2000000 letters"),
        (b"PK\x03\x04 broken", "The workbook cannot be opened."),
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_with_a_sentence(data, told):
    with pytest.raises(sheet.Unreadable, match=re.escape(told)):
        read(data)


def test_a_workbook_without_the_columns_is_refused():
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["hello"])
    book.save(out)
    with pytest.raises(sheet.Unreadable, match="hello"):
        read(out.getvalue())


def test_a_list_of_hundreds_is_planned_in_a_few_queries(planner, expertise, mission, django_assert_max_num_queries):
    rows = read(as_csv(*(ROW | {"title": f"Team {number}"} for number in range(200))))
    with django_assert_max_num_queries(5):
        assert TABLE.plan(rows).count(planning.NEW) == 200


def test_a_workbook_whose_parts_are_locked_by_a_password_is_refused():
    whole = bytearray(as_xlsx(ROW))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = whole.find(mark)
        while place >= 0:
            whole[place + flags] |= 1
            place = whole.find(mark, place + 4)
    with pytest.raises(sheet.Unreadable, match="cannot be opened"):
        read(bytes(whole))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused_and_never_a_fault(place, noise):
    whole = as_xlsx(ROW)
    place %= len(whole)
    try:
        read(whole[:place] + noise + whole[place + len(noise) :])
    except sheet.Unreadable as refused:
        assert str(refused).endswith(".")


def test_entities_that_multiply_in_a_workbook_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx(ROW))) as whole, zipfile.ZipFile(out, "w") as altered:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<worksheet", bomb + b"]><worksheet", 1).replace(b"</v>", b"&j;</v>", 1)
            altered.writestr(name, content)
    with pytest.raises(sheet.Unreadable, match="cannot be opened"):
        read(out.getvalue())


def test_a_column_that_is_left_out_changes_nothing_and_an_empty_cell_empties_its_field(look, planner):
    taken_in(as_csv(ROW), planner)
    short = ",".join(TABLE.needed) + ",deployed\nUNMIKA,specialized police team,Money team,SEN,A letter,2031-01-31,\n"
    page = said(look(short.encode())[0])
    changes = re.findall(r"<li>(\w+):", page)
    assert changes == ["Deployed", "Source"]


def test_the_list_as_a_file_is_a_table_that_changes_nothing(client, look, planner):
    taken_in(as_csv(ROW | {"title": "=Money team", "note": "two\nlines; and more"}, PLEDGE), planner)
    Capacity.objects.filter(title="Divers").update(note="lines\r\nof a form")
    for kind in ("csv", "xlsx"):
        page = said(look(client.get(f"/capacities/capacities.{kind}").content)[0])
        assert "there is nothing to import" in page, page
    assert b"'=Money team" in client.get("/capacities/capacities.csv").content
    assert b"Money team" not in client.get("/capacities/capacities.csv?mission=").content.splitlines()[0]
    assert b"Money" not in client.get("/capacities/capacities.csv?pledge=true").content
    assert client.get("/capacities/capacities.csv?category=army").status_code == 400
    assert client.get("/capacities/capacities.pdf").status_code == 404
