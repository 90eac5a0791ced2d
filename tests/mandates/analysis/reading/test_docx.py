"""Word files: automatic numbers, changes accepted, tables, and files that no Word wrote."""

import io
import struct
import zipfile

import docx as python_docx
import pytest

from mandates.analysis import read
from mandates.analysis.values import Hint
from tests.mandates.analysis.reading.made_files import FILES, ORRASUND, VELDANA, labelled, labels, made
from tests.mandates.analysis.reading.word_files import (
    COUNCIL,
    NAMESPACE,
    level,
    numbering,
    paragraph,
    run,
    styles,
    word_file,
)

OPENING = paragraph("The Security Council,")


def texts(data: bytes) -> list[str]:
    return [block.text for block in read.read(data, "draft.docx").blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(read.Unreadable) as caught:
        read.read(data, "draft.docx")
    return caught.value.code


def test_automatic_numbers_stand_in_front_of_the_text():
    data = word_file(
        OPENING,
        paragraph("Decides that the mandate shall include:", number="1"),
        paragraph("Protection of civilians", number="1", level=1),
        paragraph("To patrol the river ports;", number="1", level=2),
        paragraph("To escort barges;", number="1", level=2),
        paragraph("Good offices;", number="1", level=1),
        paragraph("early warning,", number="1", level=3),
        paragraph("Decides to remain seized of the matter.", number="1"),
    )
    assert texts(data) == [
        "The Security Council,",
        "1. Decides that the mandate shall include:",
        "(a) Protection of civilians",
        "(i) To patrol the river ports;",
        "(ii) To escort barges;",
        "(b) Good offices;",
        "• early warning,",
        "2. Decides to remain seized of the matter.",
    ]


def test_a_deeper_list_starts_anew_under_the_next_paragraph():
    data = word_file(
        OPENING,
        paragraph("Requests:", number="1"),
        paragraph("one;", number="1", level=1), paragraph("two;", number="1", level=1),
        paragraph("Urges:", number="1"), paragraph("three.", number="1", level=1),
    )  # fmt: skip
    assert texts(data)[1:] == ["1. Requests:", "(a) one;", "(b) two;", "2. Urges:", "(a) three."]


def test_two_lists_with_one_abstract_count_on_and_a_start_override_begins_anew():
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    data = word_file(
        OPENING,
        paragraph("Notes one;", number="1"), paragraph("Notes two;", number="2"), paragraph("Notes three;", number="3"),
        paragraph("Notes four;", number="3"),
        numbers=numbering(level(0, "decimal", "%1."), lists=lists),
    )  # fmt: skip
    assert texts(data)[1:] == ["1. Notes one;", "2. Notes two;", "1. Notes three;", "2. Notes four;"]


def test_a_number_may_come_from_the_style_and_be_switched_off_in_a_paragraph():
    styled = styles(
        '<w:style w:styleId="Base"><w:name w:val="Single Txt"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:styleId="Op"><w:name w:val="Operative"/><w:basedOn w:val="Base"/></w:style>',
    )
    data = word_file(
        OPENING, paragraph("Decides so;", style="Op"), paragraph("Without a number;", style="Op", number="0"),
        paragraph("Requests more.", style="Op"), styled=styled,
    )  # fmt: skip
    assert texts(data)[1:] == ["1. Decides so;", "Without a number;", "2. Requests more."]


def test_composed_numbers_and_brackets_are_filled_in():
    data = word_file(
        OPENING,
        paragraph("Decides:", number="1"), paragraph("first;", number="1", level=1),
        paragraph("inner.", number="1", level=2),
        numbers=numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)")),
    )  # fmt: skip
    assert texts(data)[1:] == ["1. Decides:", "1.1. first;", "(a) inner."]


def test_insertions_are_taken_and_deletions_left_out():
    changed = (
        run("Requests the Mission to ")
        + f'<w:ins w:id="1" w:author="x">{run("dismantle smuggling rings")}</w:ins>'
        + '<w:del w:id="2" w:author="x"><w:r><w:delText>observe them</w:delText></w:r></w:del>'
        + run(";")
    )
    assert texts(word_file(OPENING, paragraph(changed, number="1")))[1] == (
        "1. Requests the Mission to dismantle smuggling rings;"
    )


def test_a_deleted_paragraph_takes_no_number_and_a_deleted_end_joins_two():
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>Notes the old text;</w:delText></w:r></w:del>'
    deleted_end = '<w:rPr><w:del w:id="2" w:author="x"/></w:rPr>'
    data = word_file(
        OPENING,
        paragraph("Decides one thing;", number="1"),
        paragraph(gone, number="1", mark=deleted_end),
        paragraph("Urges all parties ", number="1", mark=deleted_end),
        paragraph("to lay down arms.", number="1"),
    )
    assert texts(data)[1:] == ["1. Decides one thing;", "2. Urges all parties to lay down arms."]


def test_tables_footnotes_fields_tabs_and_hyphens():
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('Calls upon States to cooperate;', number='1')}</w:tc></w:tr></w:tbl>"
    odd = (
        run("Welcomes") + '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:tab/></w:r>' + run("the peace")
        + "<w:r><w:noBreakHyphen/></w:r>" + run("building ")
        + "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>" + run("work;")
    )  # fmt: skip
    data = word_file(OPENING, cell, paragraph(odd, number="1"), **{"footnotes.xml": b"<x/>"})
    assert texts(data)[1:] == ["1. Calls upon States to cooperate;", "2. Welcomes the peace-building work;"]


def test_headings_are_told_by_style_and_outline_level():
    styled = styles('<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>')
    outline = '<w:outlineLvl w:val="1"/>'
    data = word_file(
        paragraph("Draft resolution", style="H1"), OPENING,
        paragraph("River trade", style="H1"), paragraph("Decides so.", number="1"), paragraph("Reports", mark=outline),
        styled=styled,
    )  # fmt: skip
    assert [(b.text, b.hint) for b in read.read(data).blocks] == [
        ("Draft resolution", Hint.FRONT),
        ("The Security Council,", Hint.NONE),
        ("River trade", Hint.HEADING),
        ("1. Decides so.", Hint.NONE),
        ("Reports", Hint.HEADING),
    ]


def test_a_file_written_by_python_docx_is_read():
    document = python_docx.Document()
    document.add_heading("Draft resolution", 1)
    document.add_paragraph("The Security Council,")
    document.add_paragraph("Decides to end the trade in looted timber;", style="List Number")
    document.add_paragraph("Requests a report.", style="List Number")
    out = io.BytesIO()
    document.save(out)
    assert texts(out.getvalue()) == [
        "Draft resolution",
        "The Security Council,",
        "1. Decides to end the trade in looted timber;",
        "2. Requests a report.",
    ]


def test_a_zip_bomb_is_refused_from_its_directory():
    data = word_file(OPENING, **{"media.xml": b"0" * (8 << 20)})
    assert refusal(data) == "zip_bomb"


def test_a_directory_that_lies_about_sizes_yields_no_more_than_it_says():
    data = bytearray(word_file(paragraph("The Security Council, " + "x" * (3 << 20))))
    entry = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)  # the directory's entry for document.xml
    data[entry + 24 : entry + 28] = struct.pack("<I", 900)
    assert refusal(bytes(data)) == "damaged"


def test_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert refusal(word_file(OPENING, prologue=bomb)) == "external_entity"
    assert refusal(word_file(OPENING, prologue=outside)) == "external_entity"


def test_damaged_and_foreign_zips_are_refused():
    whole = word_file(OPENING)
    assert refusal(whole[: len(whole) // 2]) == "damaged"
    assert refusal(word_file("<w:p>")) == "damaged"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert refusal(out.getvalue()) == "unsupported"


def test_elements_nested_without_end_are_survived():
    deep = "<w:smartTag>" * 3000 + run("Decides") + "</w:smartTag>" * 3000
    assert texts(word_file(OPENING, paragraph(deep), paragraph("Decides so.", number="1")))[-1].endswith("Decides so.")


def test_the_source_place_points_at_the_words():
    data = word_file(
        OPENING, paragraph("Decides so;", number="1"), paragraph("Urges more.", number="1"), numbers=COUNCIL
    )
    source = "The Security Council,\nDecides so;\nUrges more."
    for block in read.read(data).blocks:
        words = block.text.split(" ", 1)[1] if block.text[0].isdigit() else block.text
        assert source[block.source :].startswith(words)


# --- files that a word processor made


def test_a_word_processors_file_with_notes_boxes_changes_tables_and_restarts():
    document = made("veldana.docx")
    assert labelled(document) == VELDANA
    assert document.symbol == "S/2031/218"
    front = [b.text for b in read.read((FILES / "veldana.docx").read_bytes()).blocks if b.hint is Hint.FRONT]
    assert front == ["S/2031/218", "Silence until noon on Thursday", "Draft resolution on the situation in Veldana"]


def test_a_word_processors_numbered_headings_doubled_letters_and_second_lists():
    document = made("orrasund.docx")
    assert labels(document) == ORRASUND
    assert [p.text for p in document.paragraphs if p.kind == "heading"] == ["I. Sanctions", "II. Panel of Experts"]
    assert [p.text for p in document.paragraphs if p.kind == "annex"] == [
        "Annex",
        "1. Notice",
        "1.1. The owner is told.",
        "1.1.1 By letter",
        "1.1.2 By post",
        "1.2. The owner answers.",
        "2. Hearing",
    ]


# --- parts that Word alone writes


def box(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{content}</w:drawing></mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_goes_in_front_unless_it_holds_paragraphs_of_the_text():
    stamp = paragraph(box(paragraph("Not yet agreed")) + run("Decides so;"), number="1")
    held = paragraph(box(paragraph("Urges restraint;", number="1")))
    blocks = read.read(word_file(OPENING, stamp, held, paragraph("Notes that.", number="1"))).blocks
    assert [(b.text, b.hint) for b in blocks] == [
        ("Not yet agreed", Hint.FRONT),
        ("The Security Council,", Hint.NONE),
        ("1. Decides so;", Hint.NONE),
        ("2. Urges restraint;", Hint.NONE),
        ("3. Notes that.", Hint.NONE),
    ]


def test_old_and_nested_and_deleted_text_boxes():
    old = "<w:r><w:pict><w:txbxContent>" + paragraph("An old box") + "</w:txbxContent></w:pict></w:r>"
    inner = box(paragraph(box(paragraph("Within")) + run("Around")))
    gone = f'<w:del w:id="1" w:author="x">{box(paragraph("Gone"))}</w:del>'
    data = word_file(OPENING, paragraph(old + inner + gone + run("Decides so;"), number="1"))
    assert texts(data) == ["An old box", "Around", "Within", "The Security Council,", "1. Decides so;"]


def test_boxes_nested_without_end_are_survived():
    deep = "<w:r><w:txbxContent><w:p>" * 400 + run("inside") + "</w:p></w:txbxContent></w:r>" * 400
    assert texts(word_file(OPENING, paragraph(deep + run("Decides so;"), number="1")))[-1] == "1. Decides so;"


def test_the_symbol_is_taken_from_the_running_head_and_nothing_else_of_it():
    head = f"<w:hdr {NAMESPACE}>{paragraph('Security Council')}{paragraph('S/2031/7')}{paragraph('Page 3')}</w:hdr>"
    data = word_file(OPENING, paragraph("Decides so;", number="1"), **{"header1.xml": head.encode()})
    assert texts(data) == ["S/2031/7", "The Security Council,", "1. Decides so;"]
    named = word_file(paragraph("S/2031/7"), OPENING, paragraph("Decides so;"), **{"header2.xml": head.encode()})
    assert texts(named) == ["S/2031/7", "The Security Council,", "Decides so;"]


def test_moved_paragraphs_stand_where_they_went():
    start = '<w:moveFrom w:id="1" w:author="x">'
    gone = paragraph(f"{start}{run('Urges restraint;')}</w:moveFrom>", number="1", mark="<w:rPr><w:moveFrom/></w:rPr>")
    come = paragraph(f'<w:moveTo w:id="2" w:author="x">{run("Urges restraint;")}</w:moveTo>', number="1")
    data = word_file(OPENING, gone, paragraph("Decides so;", number="1"), come)
    assert texts(data)[1:] == ["1. Decides so;", "2. Urges restraint;"]


def test_the_paragraph_after_a_deleted_one_keeps_its_own_number():
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>Notes the old text;</w:delText></w:r></w:del>'
    end = '<w:rPr><w:del w:id="2" w:author="x"/></w:rPr>'
    data = word_file(
        OPENING, paragraph("Decides so;", number="1"), paragraph(deleted, number="1", mark=end),
        paragraph("River ports"), paragraph("Urges more.", number="1"),
    )  # fmt: skip
    assert texts(data)[1:] == ["1. Decides so;", "River ports", "2. Urges more."]


def test_content_controls_smart_tags_symbols_and_struck_words():
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{paragraph('Decides so;', number='1')}</w:sdtContent></w:sdt>"
    odd = (
        f"<w:smartTag>{run('Urges ')}</w:smartTag><w:sdt><w:sdtContent>{run('States ')}</w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>not </w:t></w:r>"
        '<w:r><w:rPr><w:strike w:val="false"/></w:rPr><w:t>to help.</w:t></w:r>'
    )
    bullet = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" gold;")
    data = word_file(OPENING, control, paragraph(odd, number="1"), paragraph(bullet))
    assert texts(data)[1:] == ["1. Decides so;", "2. Urges States to help.", "• gold;"]


def test_the_opening_words_are_no_heading_whatever_their_style():
    styled = styles('<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>')
    data = word_file(
        paragraph("The Security Council,", style="H1"), paragraph("Decides so;", number="1"), styled=styled
    )
    assert read.read(data).blocks[0].hint is Hint.NONE
