"""Published strengths come from a table of the budget reports: checked row by row, all or nothing, and recorded."""

from datetime import date
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from capacities.importing import strengths
from capacities.models import Strength
from missions.models import TableImport
from tests.missions.test_views import said

HEAD = "mission,source_document,category,authorized_2030_31,actual_2031_06_30,authorized_2031_32,actual_2032_02_28,authorized_and_proposed_2032_33,variance"
TABLE = (
    f'{HEAD}\nUNMIKA,A/86/604/Add.2,Military contingent personnel,"1,250",1175,1250,970,1250,–\n'
    "UNMIKA,A/86/604/Add.2,United Nations police,69,68,69,–,69,(4)\n"
    "UNMIKA,A/86/604/Add.2,Formed police units,,,140,,140,–\n"
)


def read(text: str) -> strengths.Table:
    return strengths.read(text.encode(), {"UNMIKA"})


def numbers(table: strengths.Table) -> list[tuple]:
    return [(s["category"], s["authorized_for"], s["authorized"], s["actual"]) for s in table.strengths]


def test_a_row_gives_a_strength_for_each_day_with_what_its_budget_period_authorizes():
    table = read(TABLE)
    assert table.wrong == ()
    assert numbers(table)[:2] == [
        ("military_contingents", "2030/31", 1250, 1175),
        ("military_contingents", "2031/32", 1250, 970),
    ]
    first = table.strengths[0]
    assert (first["as_of"], first["source"]) == (date(2031, 6, 30), "A/86/604/Add.2")
    assert first["source_url"] == "https://docs.un.org/en/A/86/604/Add.2"
    assert table.sentence == "5 strengths of 1 mission, on 30 June 2031 and 28 February 2032."


def test_one_strength_is_told_as_one_and_a_day_of_long_ago_as_any_other():
    table = read(
        "mission,source_document,category,authorized_0000_01,actual_0001_01_02\nUNMIKA,A/1,United Nations police,2,1"
    )
    assert numbers(table) == [("individual_police", "0000/01", 2, 1)]
    assert table.sentence == "1 strength of 1 mission, on 2 January 1."


def test_a_dash_and_an_empty_cell_are_not_known_and_never_zero():
    police, units = read(TABLE).strengths[3:]
    assert (police["actual"], police["note"]) == (None, strengths.DASH)
    assert (units["authorized"], units["actual"], units["note"], units["as_of"]) == (140, None, "", date(2032, 2, 28))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("\nUNMIKA", "\nUNMIX"), "Line 2: no mission of the register has this acronym."),
        (("United Nations police", "Pirates"), "Line 3: the category must be one of military observers, "),
        ((",68,69,–", ",many,69,–"), "Line 3: actual_2031_06_30 is no whole number."),
        ((",68,69,–", ",-68,69,–"), "Line 3: actual_2031_06_30 is no whole number."),
        (("A/86/604/Add.2,United", ",United"), "Line 3: the source document is missing"),
        (("Formed police units", "United Nations police"), "Line 4: the mission and category stand twice."),
        (("category", "kind"), "The first line does not name the column category."),
        (
            ("authorized_2030_31", "authorized"),
            "The first line names an actual strength without its column authorized_20",
        ),
        (('"1,250"', '"1,250,000,000,000"'), "Line 2: authorized_2030_31 is no whole number."),
        (("variance", "actual_2031_06_30"), "The first line names the column actual_2031_06_30 twice."),
        (("Add.2,Formed", "Add.2\0,Formed"), "This is no CSV file in UTF-8."),
        (("69,–,69,(4)", "69,–,69,(4),9"), "Line 3 has more cells than there are columns."),
    ],
)
def test_what_is_wrong_is_said_row_by_row(change, sentence):
    assert read(TABLE.replace(*change, 1)).wrong[0].startswith(sentence)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'a,"b\n', b"", HEAD.encode()])
def test_what_is_no_table_is_refused_in_one_sentence(data):
    table = strengths.read(data, {"UNMIKA"})
    assert len(table.wrong) == 1 and table.strengths == ()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "strengths.csv"
    path.write_text(TABLE)
    return path


def test_the_command_says_what_it_would_do_writes_it_once_and_records_it(mission, file):
    out = StringIO()
    call_command("import_strengths", str(file), "--check", stdout=out)
    assert "UNMIKA, formed police units, 2032-02-28: new" in out.getvalue()
    assert not Strength.objects.exists() and not TableImport.objects.exists()
    for expected in ("5 created, 0 updated, 0 unchanged", "0 created, 0 updated, 5 unchanged"):
        out = StringIO()
        call_command("import_strengths", str(file), stdout=out)
        assert expected in out.getvalue()
    assert Strength.objects.count() == 5


def test_a_newer_table_changes_what_differs_and_the_record_says_from_what_to_what(mission, file):
    call_command("import_strengths", str(file), stdout=StringIO())
    file.write_text(TABLE.replace(",970,", ",980,"))
    call_command("import_strengths", str(file), stdout=StringIO())
    last = TableImport.objects.first()
    assert (last.created, last.updated, last.unchanged) == (0, 1, 4)
    assert last.detail == {"UNMIKA, military contingents, 2032-02-28": {"actual": {"from": 970, "to": 980}}}


def test_one_wrong_row_keeps_all_of_them_out(mission, file):
    file.write_text(TABLE.replace("68,69", "x,69"))
    with pytest.raises(CommandError, match=r"Line 3: actual_2031_06_30 is no whole number.\nNothing was imported."):
        call_command("import_strengths", str(file))
    assert not Strength.objects.exists()


def test_an_administrator_looks_at_it_first_and_nobody_else_may(client, planner, administrator, mission):
    address = "/capacities/strengths/import/"

    def send(text: str, **more):
        return client.post(address, {"file": SimpleUploadedFile("s.csv", text.encode()), **more})

    client.force_login(planner)
    assert (client.get(address).status_code, send(TABLE).status_code) == (403, 403)
    client.force_login(administrator)
    looked = said(send(TABLE, check="on"))
    assert "Nothing is wrong with it." in looked and 'data-label="What becomes of it">new' in looked
    wrong = send(TABLE.replace("68,69", "x,69"))
    assert wrong.status_code == 422 and "Line 3: actual_2031_06_30 is no whole number." in said(wrong)
    assert not Strength.objects.exists()
    assert "5 created, 0 updated, 0 unchanged." in said(send(TABLE))
    done = TableImport.objects.get()
    assert (done.by, len(done.sha256)) == (administrator, 64)
    assert f"{administrator.username}: 5 new, 0 changed, 0 as they were" in said(client.get(address))
