"""PDFs: wrapped lines, page turns, headings by font, and PDFs that hold no text."""

import threading

import pytest

from mandates.analysis import read
from mandates.analysis.reading import pdf
from mandates.analysis.values import Hint
from tests.mandates.analysis.reading.pdf_files import body, pdf_file

HEADER = (500, 760, "S/2031/77", "bold")
LONG = (
    "Condemning the smuggling of timber and gold through the river ports of the region, which pays for the arms of the "
    "groups that attack civilians, and noting the work of the joint patrols,"
)


def blocks(data: bytes):
    return read.read(data, "draft.pdf").blocks


def refusal(data: bytes) -> str:
    with pytest.raises(read.Unreadable) as caught:
        read.read(data, "draft.pdf")
    return caught.value.code


def test_wrapped_lines_become_paragraphs_with_their_page():
    data = pdf_file(
        body("The Security Council,", LONG, "1. Decides to extend the mandate;"), body("2. Remains seized.")
    )
    found = [(b.text, b.page) for b in blocks(data)]
    assert found == [
        ("The Security Council,", 1),
        (LONG, 1),
        ("1. Decides to extend the mandate;", 1),
        ("2. Remains seized.", 2),
    ]


def test_a_paragraph_cut_by_a_page_turn_is_one_and_furniture_is_gone():
    first = [
        HEADER,
        *body("The Security Council,", "1. Requests the Mission to break up the networks that move"),
        (60, 40, "31-04411 (E)"),
        (60, 30, "*3104411*"),
    ]
    second = [
        HEADER,
        (124, 700, "gold across the border;"),
        *body("2. Urges restraint.", top=680),
        (60, 40, "2/2"),
        (500, 40, "31-04411"),
    ]
    found = [b.text for b in blocks(pdf_file(first, second))]
    assert found == [
        "S/2031/77",
        "The Security Council,",
        "1. Requests the Mission to break up the networks that move gold across the border;",
        "2. Urges restraint.",
    ]


def test_bold_and_italic_lines_are_headings():
    page = [
        (148, 700, "The Security Council,", "italic"),
        (148, 682, "Recalling its earlier decisions on the river trade,"),
        (124, 660, "Protection of the river ports", "bold"),
        (148, 642, "1. Decides so;"),
        (124, 620, "AMISKA", "italic"),
        (148, 602, "2. Requests a report."),
    ]
    assert [(b.text, b.hint) for b in blocks(pdf_file(page)) if b.hint] == [
        ("Protection of the river ports", Hint.HEADING),
        ("AMISKA", Hint.HEADING),
    ]


def test_hyphens_at_line_ends_are_kept_or_dropped_by_the_words_of_the_text():
    page = [
        (148, 700, "The Security Council,"),
        (148, 682, "Stressing peace-building and the implementation of the accord by the Special Rep-"),
        (124, 670, "resentative, and the Secretary-"),
        (124, 658, "General, who speaks of peace-"),
        (124, 646, "building and of imple-"),
        (124, 634, "mentation,"),
        (148, 616, "1. Decides so."),
    ]
    assert blocks(pdf_file(page))[1].text == (
        "Stressing peace-building and the implementation of the accord by the Special Representative, and the "
        "Secretary-General, who speaks of peace-building and of implementation,"
    )


def test_the_source_place_points_at_the_words():
    found = blocks(pdf_file(body("The Security Council,", LONG, "1. Decides so."), body("2. Remains seized.")))
    starts = [b.source for b in found]
    assert starts == sorted(starts)
    assert starts[0] == 0 and starts[1] == len("The Security Council,\r\n")


def test_pdfs_without_text_are_refused():
    assert refusal(pdf_file([])) == "scanned"
    assert refusal(pdf_file([(60, 40, "1/1")])) == "scanned"


def test_locked_damaged_and_endless_pdfs_are_refused(monkeypatch):
    assert refusal(pdf_file(body("The Security Council,"), locked=True)) == "encrypted"
    assert refusal(b"%PDF-1.7 and then nothing that follows the rules") == "damaged"
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert refusal(pdf_file([], [], [])) == "too_many_pages"


def test_several_threads_may_read_at_once():
    data = pdf_file(body("The Security Council,", LONG, "1. Decides so."))
    expected = read.read(data)
    results = []
    threads = [threading.Thread(target=lambda: results.append(read.read(data))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 6
