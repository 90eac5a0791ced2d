"""Running headers, footers and job numbers go; text that only looks like them stays."""

import pytest

from mandates.analysis.reading import furniture
from mandates.analysis.reading.lines import Line


def stripped(*texts: str, opening: int | None = None) -> list[Line]:
    return furniture.strip([Line(text, 0) for text in texts], opening)


@pytest.mark.parametrize(
    "line",
    [
        "S/RES/9001 (2031)", "S/RES/9001 (2031) Page 4", "S/RES/901 (1999) English Page 2", "S/2031/77",
        "S/2031/77/Rev.1", "UNITED NATIONS",
        "31-04411 (E)", "31-04411* (E)", "95-37553 (E) 281195", "*3104411*", "31-04411 2/19", "2/19 31-04411", "2/19",
        "17",
        "Page 3", "Page 3 of 9", "/...", "-----", "00-37227 (E) `````````", "United Nations", "Security Council",
        "Distr.: General 3 May 2031", "* Reissued for technical reasons.", "31-04411 (E) *3104411*",
        "2/19" + " " * 120 + "31-04411", "United Nations" + " " * 120 + "S/RES/9001 (2031)",
        "1 Resolution 60/1.", "2 S/2031/12, annex.",
    ],
)  # fmt: skip
def test_furniture_goes(line):
    kept = stripped("The Security Council,", "Recalling resolution", line, "9000 (2030),", opening=0)
    assert [x.text for x in kept] == ["The Security Council,", "Recalling resolution", "9000 (2030),"]


@pytest.mark.parametrize(
    "line", ["1. Decides so.", "AMISKA", "Reporting", "(2031),", "Security sector reform", "United Nations support"]
)
def test_text_stays(line):
    assert line in [x.text for x in stripped("The Security Council,", line, opening=0)]


def test_the_line_after_furniture_is_marked_and_pages_are_counted():
    kept = stripped(
        "The Security Council,", "Recalling", "S/RES/9001 (2031)", "its work,", "2", "1. Decides so.", opening=0
    )
    assert [(x.text, x.turn, x.page) for x in kept] == [
        ("The Security Council,", False, 1), ("Recalling", False, 1), ("its work,", True, 2),
        ("1. Decides so.", True, 3),
    ]  # fmt: skip


def test_furniture_within_a_line_is_cut_out():
    kept = stripped(
        "The Security Council,",
        "2/14 31-23995 Noting the report,",
        "items remain at all 31-19826 5/11 times aboard;",
        opening=0,
    )
    assert [(x.text, x.source) for x in kept][1:] == [
        ("Noting the report,", 14),
        ("items remain at all times aboard;", 0),
    ]


def test_symbol_and_date_in_front_are_kept_once():
    kept = stripped(
        "United Nations S/RES/9001 (2031)",
        "Security Council",
        "Distr.: General 3 May 2031",
        "S/RES/9001 (2031)",
        "The Security Council,",
        opening=4,
    )
    assert [x.text for x in kept] == ["S/RES/9001 (2031)", "Distr.: General 3 May 2031", "The Security Council,"]


def test_footnotes_at_the_end_go():
    kept = stripped(
        "The Security Council,",
        "1. Decides so.",
        "Footnotes",
        "[1] Ibid., document S/5348.",
        "(2) See above.",
        opening=0,
    )
    assert [x.text for x in kept] == ["The Security Council,", "1. Decides so."]


def test_a_header_that_runs_through_the_pages_goes_but_for_its_first():
    pages = [Line(text, 0, page) for page in (1, 2, 3, 4) for text in ("ZERO DRAFT of 3 May", f"{page}. Decides so;")]
    kept = furniture.strip([Line("The Security Council,", 0, 1), *pages], 0)
    assert [x.text for x in kept] == [
        "The Security Council,", "1. Decides so;", "2. Decides so;", "3. Decides so;", "4. Decides so;",
    ]  # fmt: skip


def test_a_note_at_the_foot_of_a_page_goes_with_its_sign():
    lines = [
        Line("The Security Council,", 0, page=1),
        Line("Taking note of the handbook on civilians, 1", 30, page=1),
        Line("1 The handbook was first issued in May 2030.", 80, page=1),
        Line("Urging calm,", 130, page=2),
    ]
    assert [x.text for x in furniture.strip(lines, 0)] == [
        "The Security Council,",
        "Taking note of the handbook on civilians,",
        "Urging calm,",
    ]


@pytest.mark.parametrize(
    "line", ["4 Decides to remain seized of the matter.", "12 Mr. Berg stays in office until May."]
)
def test_a_last_line_that_is_no_note_stays(line):
    kept = stripped("The Security Council,", "3. Notes paragraph 4 and urges calm,4", line, opening=0)
    assert kept[-1].text == line


def test_the_sign_of_a_cited_source_goes_and_figures_stay():
    kept = stripped(
        "The Security Council,",
        "Reaffirming the Outcome,1",
        "Noting 1 report of 2031,",
        "___ 1 Resolution 61/1.",
        opening=0,
    )
    assert [x.text for x in kept] == ["The Security Council,", "Reaffirming the Outcome,", "Noting 1 report of 2031,"]
