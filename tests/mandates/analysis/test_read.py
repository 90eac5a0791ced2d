"""The first step as a whole: which format bytes are, what is refused, and that no bytes end in a traceback."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mandates.analysis import read
from tests.mandates.analysis.reading.pdf_files import body, pdf_file
from tests.mandates.analysis.reading.word_files import paragraph, word_file

DRAFT = b"The Security Council,\n1. Decides to extend the mandate;\n2. Remains seized of the matter.\n"


def refusal(data: bytes, name: str = "") -> read.Unreadable:
    with pytest.raises(read.Unreadable) as caught:
        read.read(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (DRAFT, "text"),
        (pdf_file(body("The Security Council,", "1. Decides to extend the mandate of the Mission.")), "pdf"),
        (word_file(paragraph("The Security Council,"), paragraph("Decides so.", number="1")), "docx"),
        (b'[{"text": "The Security Council decides so.", "type": "paragraph"}]', "json"),
        (b"<!DOCTYPE html><p>The Security Council decides so.</p>", "html"),
        (b"\n<!-- saved --><HTML><p>The Security Council decides so.", "html"),
        (
            b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>The Security Council decides so.</p></html>",
            "html",
        ),
        (b"<p>The Security Council decides so.</p>", "html"),
        ("<html><p>The Security Council decides so.".encode("utf-16-le"), "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><akomaNtoso><p>The Security Council decides so.</p></akomaNtoso>", "akn"),
        (
            "<?xml version='1.0' encoding='utf-16'?><akomaNtoso><p>The Security Council decides so.</p></akomaNtoso>".encode(
                "utf-16"
            ),
            "akn",
        ),
        (b"<a:akomaNtoso xmlns:a='x'><a:p>The Security Council decides so.</a:p></a:akomaNtoso>", "akn"),
        (b"<ZERO DRAFT>\nThe Security Council,\n1. Decides so;", "text"),
        (b"< 3 pages\nThe Security Council,\n1. Decides so;", "text"),
    ],
)
def test_the_format_is_told_from_the_bytes(data, media):
    assert read.read(data, "a.bin").media == media


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00 \xc2\xa0\n", "empty"),
        (b"*3104411*\n31-04411 (E)\n", "empty"),
        (b"x" * (read.MAX_BYTES + 1), "too_large"),
        (b"%PDF-" + b"x" * read.MAX_BYTES, "too_large"),
        (b"The Security Council,\n" + b"Decides so.\n" * 200_000, "too_long"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_word"),
        (b"{\\rtf1 The Security Council}", "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "image"),
        (b"<html><head><title>The Security Council,</title></head></html>", "empty"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><akomaNtoso/>", "empty"),
        (b"<?xml version='1.0'?><rss><p>The Security Council,</p></rss>", "markup"),
        (b"<?xml version='1.0'?><article><p>The Security Council,</p></article>", "markup"),
        (b"<w:document xmlns:w='x'><w:p>The Security Council,</w:p></w:document>", "markup"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><akomaNtoso>&b;</akomaNtoso>", "external_entity"),
        (b"<akomaNtoso><p>The Security Council,", "damaged"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "unsupported"),
        (bytes(range(256)) * 20, "binary"),
        ("The cat sat".encode("utf-16"), "not_a_resolution"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(data, code):
    assert refusal(data).code == code


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG", b"<html>", b"A shopping list: flour, butter, milk, and a dozen eggs."]
)
def test_a_refusal_is_one_sentence_without_words_of_the_text(data):
    sentence = str(refusal(data, "secret-name.txt"))
    assert sentence.endswith(".") and "\n" not in sentence and sentence.count(". ") == 0
    assert "shopping" not in sentence and "secret" not in sentence


def test_a_page_that_begins_with_text_is_told_by_its_name():
    page = b"Draft of May <p>The Security Council,</p><p>1. Decides so;</p>"
    assert read.read(page, "a.HTM").media == "html"
    assert refusal(page, "a.txt").code == "not_a_resolution"


def test_every_block_stands_where_it_says():
    clean = read.read(DRAFT)
    assert clean.text == "\n".join(block.text for block in clean.blocks)
    for block in clean.blocks:
        assert clean.text[block.start : block.start + len(block.text)] == block.text
        assert DRAFT.decode()[block.source :].startswith(block.text)


SEEDS = (
    DRAFT,
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"[{",
    pdf_file(body("The Security Council,", "1. Decides to extend the mandate of the Mission.")),
    word_file(paragraph("The Security Council,"), paragraph("Decides so.", number="1")),
    b"<!doctype html><p>The Security Council,</p><ol type=a><li value=3>Decides &amp; so<li><b>Notes</b></ol><pre>x\n",
    b"<akomaNtoso><p>The Security Council,</p><point><num>(a)</num><p>Decides &amp; so</p></point></akomaNtoso>",
)


@settings(max_examples=120, deadline=None, derandomize=True)
@example(seed=b"PK\x03\x04", at=0, junk=b"", keep=4)
@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.binary(max_size=40), st.integers(0, 4000))
def test_whatever_the_bytes_there_is_a_text_or_a_refusal(seed, at, junk, keep):
    data = (seed[:at] + junk + seed[at + len(junk) :])[: max(keep, at + len(junk))]
    try:
        clean = read.read(data)
    except read.Unreadable as error:
        assert error.code and str(error).endswith(".")
    else:
        assert clean.blocks and clean.text.startswith(clean.blocks[0].text)


def test_an_opening_at_the_end_of_the_adoption_line_is_found():
    text = (
        "RESOLUTION 2999 (2031)  Adopted by the Security Council at its 9999th meeting, on 3 March 2031  "
        "The Security Council,  \nRecalling its resolutions on Karesia,\n1. Decides to remain seized of the matter.\n"
    )
    assert [block.text for block in read.read(text.encode()).blocks][-3:] == [
        "The Security Council,",
        "Recalling its resolutions on Karesia,",
        "1. Decides to remain seized of the matter.",
    ]
