"""Every document made of a real review and read back as its reader would."""

import csv
import io
import json
import re
from collections import Counter

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn
from rest_framework.renderers import JSONRenderer

from mandates.exports import DOCUMENTS, Material, sheets, typesetting
from mandates.exports import comments as table
from mandates.exports.brief import LIMITS, build

pytestmark = pytest.mark.django_db


def made(address: str, data, proposals=None) -> bytes:
    return DOCUMENTS[address].write(Material(data, proposals or {}))


def words(document) -> str:
    """All that a Word document says, tables too."""
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    feet = [p.text for s in document.sections for p in s.footer.paragraphs]
    return "\n".join([p.text for p in document.paragraphs] + cells + feet)


def pdf_words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("address", DOCUMENTS)
def test_file_names_tell_nothing_of_the_draft(address):
    assert re.fullmatch(r"mandate-12-v2-[a-z-]+\.(docx|pdf|xlsx|csv|json)", DOCUMENTS[address].filename(12, 2))


def test_the_brief_for_word_has_headings_a_table_with_a_head_and_pictures_with_words(data):
    document = docx.Document(io.BytesIO(made("report.docx", data)))
    assert document.core_properties.title == "UNMINA, Lantern option: where organized crime stands"
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["UNMINA, Lantern option"]
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == ["Priority ladder", "Findings"]
    (ladder,) = document.tables
    assert ladder.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [c.text for c in ladder.rows[4].cells][:4] == ["3", "2\xa0(c)", "Rule of law", "2"]
    alts = [picture.get("descr") for picture in ladder._tbl.iter(qn("wp:docPr"))]
    assert alts[2] == "Organized crime in number 5 (own task)" and len(alts) == 4 and all(alts)
    said = words(document)
    for expected in (
        data["review"]["headline"],
        "Flagged: clause or sub-task.",
        "Machine-assisted",
        "Agreed with DPO.",
    ):
        assert expected in said


def test_the_brief_as_pdf_says_the_same_on_two_pages_at_most(data):
    file = made("report.pdf", data)
    assert len(pypdfium2.PdfDocument(file)) <= 2
    said = pdf_words(file)
    for expected in (
        data["review"]["headline"],
        "Flagged: clause or sub-task.",
        "Machine-assisted",
        "Agreed with DPO.",
    ):
        assert expected in said
    for finding in build(data, LIMITS[0]).findings:
        assert finding.message.replace("\xa0", " ") in said.replace("\xa0", " ")


def test_the_pdf_is_tagged_and_says_so(data):
    file = made("report.pdf", data)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert b"/Marked true" in file and b"/Lang(en-GB)" in file and b"/DisplayDocTitle true" in file
    tags = Counter(re.findall(rb"/S ?/(\w+)", file))
    assert tags[b"H1"] == 1 and tags[b"H2"] == 2 and tags[b"Table"] == 1 and tags[b"TH"] == 5
    assert tags[b"TR"] == 6  # head, list, three main tasks, all on one line
    assert tags[b"P"] >= 8 and tags[b"Figure"] == 4
    assert file.count(b"/Alt(") == 4 and b"/Alt(Organized crime in number 5 (own task))" in file


def test_typst_sets_what_looks_like_its_own_commands_as_words(data):
    odd = 'Lantern #let x = 1 "quoted" \\ *bold* $sum$ @label <tag> [bracket]'
    data = {**data, "mandate": {**data["mandate"], "title": odd}}
    assert odd in pdf_words(made("report.pdf", data))


def test_control_characters_stop_no_document(data):
    odd = "Lantern \x01\x0b\x1f\ufffe option"
    data = {**data, "mandate": {**data["mandate"], "title": odd}}
    for address in DOCUMENTS:
        assert made(address, data)
    assert "Lantern  option" in words(docx.Document(io.BytesIO(made("report.docx", data))))


def test_letters_that_the_fonts_lack_stop_no_pdf(data):
    file = made("report.pdf", {**data, "mandate": {**data["mandate"], "title": "Проект 草案 مشروع 🂡 \U0001f4a3"}})
    assert "Проект" in pdf_words(file) and b"/Marked true" in file


def test_a_text_without_tasks_has_a_brief_without_a_ladder(data):
    bare = {**data, "tasks": [], "findings": []}
    assert build(bare, LIMITS[0]).ladder is None
    assert "No finding is open." in pdf_words(made("report.pdf", bare))
    assert not docx.Document(io.BytesIO(made("report.docx", bare))).tables


def test_changes_and_agreed_language_have_sections_of_their_own(data):
    piece = {"symbol": "S/RES/3101 (2030)", "label": "2 (a)", "text": "To help the courts;"}
    piece["adoption"] = {"date": "2030-06-03", "vote": "15 for"}
    before = {"symbol": "S/RES/3101 (2030)", "summary": "One task was dropped. Two were kept."}
    data = {
        **data,
        "review": {**data["review"], "predecessor": before},
        "findings": [{**data["findings"][0], "precedents": [piece]}],
    }
    for said in (pdf_words(made("report.pdf", data)), words(docx.Document(io.BytesIO(made("report.docx", data))))):
        said = re.sub(r"\s+", " ", said)
        assert "What changed since resolution 3101 (2030)" in said and "Two were kept." in said
        assert "S/RES/3101 (2030), 2 (a) (3 June 2030; 15 for): To help the courts;" in said


def test_the_comments_table_marks_insertions_and_deletions(data, accepted):
    draft = table.rows(data, {})[0].draft
    worded = {
        "id": 1,
        "text": draft.replace("support", "train"),
        "reason": "Verb.",
        "by": "owner",
        "at": "2030-06-03T10:00:00Z",
    }
    document = docx.Document(io.BytesIO(made("comments-table.docx", data, {accepted: worded})))
    (rows,) = document.tables
    assert [c.text for c in rows.rows[0].cells] == [
        "Paragraph", "Text of the draft", "Proposed text", "Reason", "Agreed language",
    ]  # fmt: skip
    assert len(rows.rows) == 2
    paragraph, old, new, reason, agreed = rows.rows[1].cells
    assert (paragraph.text, old.text, reason.text, agreed.text) == ("2\xa0(c)\xa0(ii)", draft, "Verb.", "–")
    runs = [r for p in new.paragraphs for r in p.runs if r.text]
    assert [(r.text, bool(r.bold and r.underline), bool(r.font.strike)) for r in runs][1:3] == [
        (" support", False, True),
        (" train", True, False),
    ]


def test_a_comments_table_without_wording_says_that_it_is_to_be_worded(data):
    document = docx.Document(io.BytesIO(made("comments-table.docx", data)))
    assert document.tables[0].rows[1].cells[2].text.startswith("To be worded. Lift the words")
    none = docx.Document(io.BytesIO(made("comments-table.docx", {**data, "findings": []})))
    assert not none.tables and "No finding is accepted" in words(none)


def test_the_workbook_holds_the_whole_review(data):
    book = openpyxl.load_workbook(io.BytesIO(made("report.xlsx", data)))
    assert book.sheetnames == ["Summary", "Tasks", "Paragraphs", "Findings", "Changes"]
    summary = {row[0]: row[1] for row in book["Summary"].values}
    assert summary["Headline"] == data["review"]["headline"] and summary["Individual tasks"] == 5
    assert [row[0] for row in book["Tasks"].values][1:] == [task["label"] for task in data["tasks"]]
    assert len(list(book["Paragraphs"].values)) == 1 + len(data["paragraphs"])
    findings = [dict(zip(next(book["Findings"].values), row, strict=True)) for row in list(book["Findings"].values)[1:]]
    assert [f["Fingerprint"] for f in findings] == [finding["fingerprint"] for finding in data["findings"]]
    decided = [(f["Code"], f["Decision"], f["Reason"]) for f in findings if f["Decision"] != "undecided"]
    assert decided == [("OC202", "accepted", "Agreed with DPO.")]


def test_the_csv_holds_the_findings_and_opens_in_excel(data):
    file = made("report.csv", data)
    assert file.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))
    assert [r["Message"] for r in rows] == [finding["message"] for finding in data["findings"]]
    decided = {r["Code"]: (r["Decision"], r["Decided by"]) for r in rows}
    assert decided.pop("OC202") == ("accepted", "owner")
    assert set(decided.values()) == {("undecided", "")}


def test_the_json_is_the_apis_answer(data):
    assert made("report.json", data) == JSONRenderer().render(data)
    assert json.loads(made("report.json", data))["review"]["headline"] == data["review"]["headline"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_no_cell_begins_like_a_formula(data, start):
    evil = f'{start}HYPERLINK("http://example.org/","here")'
    lines = [[{"text": evil, "mark": None, "crime_type": "", "finding": []}]]
    data = {
        **data,
        "mandate": {**data["mandate"], "title": evil, "symbol": evil},
        "findings": [
            {**data["findings"][0], "message": evil, "decision": {**data["findings"][0]["decision"], "reason": evil}}
        ],
        "paragraphs": [{**data["paragraphs"][0], "lines": lines, "heading": evil}],
        "tasks": [{**data["tasks"][0], "title": evil}],
    }
    book = openpyxl.load_workbook(io.BytesIO(made("report.xlsx", data)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert sum("HYPERLINK" in cell.value for cell in cells) >= 6
    assert not [c for c in cells if c.data_type == "f" or c.value.lstrip().startswith(sheets.FORMULA)]
    for row in csv.reader(io.StringIO(made("report.csv", data).decode("utf-8-sig"), newline="")):
        assert not [value for value in row if value.lstrip().startswith(sheets.FORMULA)]


def test_a_cell_that_is_too_long_says_that_it_is_cut():
    value = sheets.guarded("gold " * 10_000)
    assert len(value) < 32_767 and value.endswith(sheets.CUT)


def test_the_drawing_has_a_picture_for_each_row(data):
    pictures = typesetting.pictures(build(data, LIMITS[0]))
    assert len(pictures) == 4 and all(picture.startswith(b"\x89PNG") for picture in pictures)
