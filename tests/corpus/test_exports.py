"""Documents of real texts: a brief takes two pages at most, whatever the text, also with many findings and much beside them."""

import copy
import io
import json

import docx
import openpyxl
import pypdfium2
import pytest

from mandates import jobs, services
from mandates.exports import DOCUMENTS, Material, brief, typesetting
from mandates.serializers import review_data

pytestmark = pytest.mark.django_db
# As much as other parts of the program can lay beside a finding, and more: written for this test.
PIECE = {
    "symbol": "S/RES/3101 (2030)",
    "adoption": {"date": "2030-06-03", "vote": "13 for, 0 against, 2 abstaining"},
    "fate": {
        "state": "held",
        "sentence": "Still in S/RES/3120 (2031), the newest text with tasks of UNMIKA that is held.",
    },
    "text": "To support the authorities of Karesia in tracing what armed groups earn from gold and timber; " * 4,
}
BEFORE = {
    "symbol": "S/RES/3101 (2030)",
    "summary": "Of all tasks half were kept and the rest were reworded or moved. " * 9,
}
REASON = "The host State and the mission have agreed on a plan of their own, which is renewed each year. " * 5


@pytest.fixture(scope="module")
def gold(corpus) -> list[dict]:
    return [json.loads(path.read_text()) for path in sorted((corpus / "gold").glob("*.json"))]


def reviewed(corpus, text, owner) -> dict:
    path = corpus / text["file"]
    version = services.submit(owner=owner, data=path.read_bytes(), filename=path.name, title=text["symbol"])
    jobs.review_mandate(version.jobs.get().pk)
    return review_data(version, owner)


def crowded(data: dict) -> dict:
    """The review with thirty findings, decided in all ways, with precedents, and compared with a predecessor."""
    like = data["findings"] or [dict(FINDING)]
    findings = []
    for number in range(30):
        finding = copy.deepcopy(dict(like[number % len(like)]))
        verdict = ("accept", "dismiss", "defer", "")[number % 4]
        decided = {"verdict": verdict, "reason": REASON, "by": "reviewer", "at": "2030-06-03T10:00:00Z"}
        finding |= {"fingerprint": f"{number:064}", "note": False, "decision": decided if verdict else None}
        finding["precedents"] = [{**PIECE, "label": f"{number} ({letter})"} for letter in "abc"]
        findings.append(finding)
    return {**data, "findings": findings, "review": {**data["review"], "predecessor": BEFORE}}


FINDING = {
    "code": "OC999",
    "severity": "medium",
    "message": "A finding that stands for any other.",
    "spans": [],
    "searched": "all paragraphs",
    "why": REASON,
    "remedy": REASON,
}


def test_every_brief_keeps_to_two_pages_and_its_promise(corpus, gold, owner):
    for text in gold:
        data = reviewed(corpus, text, owner)
        for shown in (data, crowded(data)):
            file = DOCUMENTS["report.pdf"].write(Material(shown))
            assert len(pypdfium2.PdfDocument(file)) <= brief.PAGES, text["symbol"]
            assert b"<pdfuaid:part>1</pdfuaid:part>" in file, text["symbol"]


def test_even_the_longest_brief_loses_nothing_silently(corpus, gold, owner):
    data = crowded(reviewed(corpus, max(gold, key=lambda text: text["last_operative_number"] or 0), owner))
    made = brief.fitting(data, typesetting.pages)
    left = 30 - sum(f["decision"] is not None and f["decision"]["verdict"] == "dismiss" for f in data["findings"])
    assert made.findings_more == f"and {left - len(made.findings)} more findings in the full review"
    assert made.deviations_more and made.precedents_more and made.note == brief.CLIPPED


def test_word_and_excel_hold_what_the_review_holds(corpus, gold, owner):
    for text in gold[-2:]:
        data = reviewed(corpus, text, owner)
        document = docx.Document(io.BytesIO(DOCUMENTS["report.docx"].write(Material(data))))
        assert data["review"]["headline"] in [p.text for p in document.paragraphs]
        book = openpyxl.load_workbook(io.BytesIO(DOCUMENTS["report.xlsx"].write(Material(data))))
        assert len(list(book["Paragraphs"].values)) == 1 + len(data["paragraphs"])
        assert [row[0] for row in book["Tasks"].values][1:] == [task["label"] for task in data["tasks"]]
