"""What counts as complete, and what the section says of a folder of texts."""

from pathlib import Path

import pytest

from evaluation import numbering
from mandates.analysis import read, structure

HEAD = "United Nations\nS/RES/{0} (2031)\nThe Security Council,\nRecalling its resolutions on Karesia,\n"
WHOLE = "1. Decides to extend the Mission;\n2. Requests a report;\n3. Decides to remain seized of the matter.\n"


def text(number: int, body: str) -> bytes:
    return (HEAD.format(number) + body).encode()


@pytest.mark.parametrize(("body", "complete"), [
    (WHOLE, True),
    (WHOLE.replace("3. ", "4. "), False),
    (WHOLE.replace("2. ", "1. "), False),
    (WHOLE.replace("\n2. ", "\n1 bis. Urges calm;\n2. "), True),
    (WHOLE.replace("1. ", ""), False),
])  # fmt: skip
def test_numbers_run_on_or_not(body, complete):
    assert numbering.runs_on(structure.parse(read.read(text(1, body)))) is complete


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("resolutions", "paragraphs", "drafts"):
        (tmp_path / folder).mkdir()
    bodies = {
        2990: WHOLE,
        2991: WHOLE.replace("2. Requests a report;\n", ""),
        2992: "Decides to admit Karesia.\n",
        2993: None,
    }
    for number, body in bodies.items():
        data = (
            text(number, body) if body else b"A letter that is no resolution at all, and says nothing of the Council."
        )
        (tmp_path / "resolutions" / f"S-RES-{number}-2031.txt").write_bytes(data)
    return tmp_path


def test_the_section_counts_names_and_gives_causes(corpus, tmp_path, monkeypatch):
    causes = tmp_path / "causes.csv"
    causes.write_text("symbol,missing,cause\nS/RES/2991 (2031),2,The source lacks it.\n")
    monkeypatch.setattr(numbering, "CAUSES", causes)
    measured = numbering.measure(corpus)
    assert measured["decade"] == {"2030s": {"complete": 1, "broken": 1, "unnumbered": 1}}
    assert measured["exceptions"] == [
        {"symbol": "S/RES/2991 (2031)", "source": "page-layout", "numbers": ["1", "3"], "cause": "The source lacks it."}
    ]
    assert measured["refused"] == [{"symbol": "S/RES/2993 (2031)", "source": "page-layout", "code": "not_a_resolution"}]
    assert measured["incomplete"][0]["said"] == ["The number of paragraph 2 is missing."]
    assert any("1 of 2 (50.00%); 1 without numbers" in line for line in numbering.lines(measured))


def test_an_exception_without_a_cause_says_so(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(numbering, "CAUSES", tmp_path / "none.csv")
    assert numbering.measure(corpus)["exceptions"][0]["cause"] == "cause not recorded"
