"""Every document made of a plan and read back as its reader would."""

import io
import re
from dataclasses import replace

import docx
import openpyxl
import pypdfium2
import pytest
from django.urls import reverse
from docx.oxml.ns import qn

from mandates.exports import sheets
from plans import services
from plans.exports import DOCUMENTS, report
from plans.exports.report_docx import LINES, parts
from plans.models import Assignment, Milestone, Plan
from plans.serializers import plan_data
from tests.plans.conftest import BEGINS, ENDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(plan, option, assigned, monitor, regime, planner) -> dict:
    """A plan with people, a partner and a regime at its task, one option chosen, and a benchmark."""
    days = {"option": option, "task": assigned.task, "begins": BEGINS, "ends": ENDS}
    services.add(Assignment(partner=monitor, note="Meets them at the ford.", **days), by=planner)
    services.add(Assignment(regime=regime, **days), by=planner)
    services.change(assigned, version=1, values={"people": 4}, by=planner)
    services.change(option, version=1, values={"rationale": "=SUM(1)"}, by=planner)
    services.choose(option, version=2, by=planner)
    benchmark = {"kind": "benchmark", "title": "Cases opened", "due": ENDS, "target": "ten"}
    services.add(Milestone(plan=plan, **benchmark), by=planner)
    return plan_data(Plan.objects.get(), planner, document=True)


def words(document) -> str:
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    feet = [p.text for s in document.sections for p in s.footer.paragraphs]
    return _plain("\n".join([p.text for p in document.paragraphs] + cells + feet))


def pdf_words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return _plain(text)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))


EXPECTED = (
    "Gold and networks",
    "United Nations Mission in Nambira (UNMINA)",
    "S/RES/3101 (2030)",
    "1 July 2030 to 30 June 2031",
    "opened by planner",
    report.RESTRICTED,
    "Option 1: Specialized mission (chosen)",
    "Needs met",
    "Met by half of the time",
    "Rests on one alone",
    "What it draws on is ours, by judgement.",
    "Analysts of networks",
    "River Watch",
    "Sanctions regime on Nambira",
    "For analysis of illegal networks, criminal intelligence.",
    "Meets them at the ford.",
    "smuggling of gold",
    "Cannot be as planned: Analysts of networks: 4 planned at",
    "Cases opened",
    "target: ten",
    "Nobody is assigned yet.",
    "As of ",
)


def test_the_plan_for_word_says_it_all_with_headings_and_a_picture_with_words(data):
    document = docx.Document(io.BytesIO(DOCUMENTS["plan.docx"].write(data)))
    said = words(document)
    for expected in EXPECTED:
        assert expected in said, expected
    assert said.count("Machine-assisted") == 1
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert heads[:2] == ["The options side by side", "The tasks"] and heads[-1] == "Milestones and benchmarks"
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    (picture,) = document.element.body.iter(qn("wp:docPr"))
    assert picture.get("descr").startswith("The 3 assignments of option 1 as bars")


def test_the_plan_as_pdf_says_the_same_and_is_tagged(data):
    file = DOCUMENTS["plan.pdf"].write(data)
    said = pdf_words(file)
    for expected in EXPECTED:
        assert expected in said, expected
    assert b"/MarkInfo" in file and b"pdfuaid" in file


def test_the_workbook_has_a_table_for_each_subject_and_runs_no_formula(data):
    book = openpyxl.load_workbook(io.BytesIO(DOCUMENTS["plan.xlsx"].write(data)))
    assert book.sheetnames == ["Plan", "Options", "Tasks", "Assignments", "Gaps", "Conflicts", "Milestones"]
    rows = list(book["Assignments"].iter_rows(values_only=True))[1:]
    assert [(row[2], row[3], row[6]) for row in rows] == [
        ("capacity", "analysts of networks", 4),
        ("partner", "River Watch", None),
        ("sanctions regime", "sanctions regime on Nambira", None),
    ]
    needs = sum(len(task["needs"]) for task in data["tasks"])
    met = data["options"][0]["measures"]["met"]
    assert book["Gaps"].max_row - 1 == 3 * needs - met
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.value.lstrip().startswith(sheets.FORMULA)]


def test_words_that_no_document_can_hold_and_typst_would_take_for_marks_are_told_as_they_are(data, option, planner):
    option.refresh_from_db()
    rationale = "gold\x01 #let x = [*bold*] <tag> $1$ \\ “ليبيا”"
    services.change(option, version=option.version, values={"rationale": rationale}, by=planner)
    told = plan_data(Plan.objects.get(), planner, document=True)
    assert "gold #let x = [*bold*] <tag>" in pdf_words(DOCUMENTS["plan.pdf"].write(told))
    assert "gold #let x" in words(docx.Document(io.BytesIO(DOCUMENTS["plan.docx"].write(told))))


def test_a_plan_without_tasks_options_or_milestones_is_still_a_document(plan, planner):
    plan.options.all().delete()
    plan.tasks.all().delete()
    told = plan_data(Plan.objects.get(), planner, document=True)
    said = pdf_words(DOCUMENTS["plan.pdf"].write(told))
    assert "The plan has no option." in said and "None is set." in said
    assert "The plan has no task." in words(docx.Document(io.BytesIO(DOCUMENTS["plan.docx"].write(told))))
    openpyxl.load_workbook(io.BytesIO(DOCUMENTS["plan.xlsx"].write(told)))


def test_a_plan_of_one_day_or_of_ten_years_is_drawn(plan, assigned, planner):
    for years, days in (("2030-07-01", 1), ("2040-07-01", 3653)):
        row = Plan.objects.get()
        services.change(row, version=row.version, values={"ends": type(ENDS).fromisoformat(years)}, by=planner)
        told = plan_data(Plan.objects.get(), planner, document=True)
        (task,) = report.build(told).options[0].tasks
        assert task.assignments[0].x == 0 and 0 < task.assignments[0].width <= 100, days
        assert "Analysts of networks" in pdf_words(DOCUMENTS["plan.pdf"].write(told))


def test_a_drawing_for_word_is_cut_into_what_fits_a_page(data):
    (task,) = report.build(data).options[0].tasks
    many = replace(task, assignments=task.assignments * LINES)
    cut = parts((task, many, task))
    assert sum(len(t.assignments) for part in cut for t in part) == 3 * LINES + 6
    assert all(sum(len(t.assignments) + 1 for t in part) <= LINES + 1 for part in cut)
    assert parts(()) == []


@pytest.mark.parametrize("address", DOCUMENTS)
def test_documents_are_saved_from_page_and_api_under_a_name_that_tells_nothing(client, planner, data, address):
    client.force_login(planner)
    plan = data["plan"]["id"]
    for response in (client.get(reverse(address, args=[plan])), client.get(reverse(f"api_{address}", args=[plan]))):
        assert response.status_code == 200 and response["Content-Type"] == DOCUMENTS[address].media
        name = f"plan-UNMINA-{plan}.{address.split('.')[1]}"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Cache-Control"] == "private, no-store"
