"""Web pages: what browsers and word processors write, with the numbers that a reader sees."""

import re
import time

import pytest

from mandates.analysis import read, structure
from mandates.analysis.reading import html
from mandates.analysis.values import Hint
from tests.mandates.analysis.reading.made_files import FILES, GOODS, LETTERS, ORRASUND, VELDANA, labelled, labels, made

OPENING = "<html><p>The Security Council,"


def texts(page: str) -> list[str]:
    return [block.text for block in html.read(page).blocks]


def after(page: str) -> list[str]:
    """The texts of a page after its opening words."""
    found = texts(OPENING + page)
    assert found[0] == "The Security Council,"
    return found[1:]


# --- whole pages as programs write them


def test_the_pages_that_a_word_processor_writes_read_as_its_document():
    with_typed_numbers = made("veldana.xhtml")
    assert labelled(with_typed_numbers) == VELDANA
    assert with_typed_numbers.symbol == "S/2031/218"


def test_a_word_processors_lists_bear_the_numbers_that_a_browser_counts():
    found = dict(labelled(made("veldana.html")))
    assert found["2 (a) (ii), dash 2"] == "ferries and bridges;"
    assert found["2 (b) (i)"] == "To help the national police to dismantle the networks that smuggle amber;"
    assert found["3 bis"] == "Encourages States to second experts in financial investigation;"
    assert found["4 (b)"] == "To open the register of ships;"
    assert not any("drafters alone" in text or "31-04417" in text for text in found.values())


def test_many_items_and_four_degrees_in_a_word_processors_page():
    clean = read.read((FILES / "orrasund.html").read_bytes())
    listed = [block.text for block in clean.blocks if "stolen" in block.text and "sell" not in block.text]
    assert listed == [f"({mark}) stolen {goods};" for mark, goods in zip(LETTERS, GOODS.split(), strict=True)]
    shown = [
        re.sub(r"\((\d+)\)", r"\1.", label) for label in ORRASUND
    ]  # a page's own numbers stay as a browser shows them
    found = labels(structure.parse(clean))
    assert found[:29] == shown[:29] and found[-13:] == shown[-13:]


def test_a_page_as_the_browser_holds_it():
    document = made("selmin.html")
    assert document.symbol == "S/2031/305"
    assert labelled(document) == [
        ("PP1", "Recalling its resolutions on the Selmin Strait,"),
        ("PP2", "Alarmed that pirates and their bankers share the proceeds of hijacked tankers,"),
        ("PP3", "Acting under Chapter VII of the Charter of the United Nations,"),
        ("", "The Mission’s mandate"),
        ("1", "Decides to establish the United Nations Mission in the Selmin Strait (UNMISEL) for twelve months;"),
        ("2", "Decides that the Mission shall:"),
        ("2 (a)", "Disrupt piracy, in particular by:"),
        ("2 (a) (i)", "boarding suspect ships;"),
        ("2 (a) (ii)", "seizing ransoms & weapons;"),
        ("2 (b)", "Trace the money that ransoms bring;"),
        ("2 (e)", "Train coast guards—women as well as men;"),
        ("", "Reporting"),
        ("3", "Requests the Secretary-General to report every ninety days;"),
        ("3 bis", "Invites shipowners to report attacks, and for that purpose:"),
        ("3 bis (a)", "to keep records;"),
        ("3 bis (b)", "to name a contact;"),
        ("4", "Urges States to prosecute:"),
        ("4, dash 1", "pirates;"),
        ("4, dash 2", "those who pay them;"),
        ("5", "Decides to remain seized of the matter."),
    ]


def test_a_plain_text_in_a_browser_is_read_by_its_line_ends():
    document = made("kesh.html")
    assert document.symbol == "S/2031/96"
    assert labels(document) == ["PP1", "PP2", "1", "2", "2 (a)", "2 (b)", "3"]
    assert document.paragraphs[2].text == (
        "Decides to send a mission of observers to the border of Kesh for a period of six months;"
    )


def test_word_pages_hold_their_numbers_as_text():
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=windows-1252>
    <!--[if gte mso 9]><xml><w:WordDocument>1. Zoom</w:WordDocument></xml><![endif]--></head><body lang=EN-GB>
    <p class=MsoNormal>The Security Council,<o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
    style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><i>Requests</i> the Mission<a
    style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> to stop:</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span
    style='mso-list:Ignore'>\xb7<span>&nbsp;&nbsp; </span></span></span>rustlers, and <del>no others</del><ins>thieves</ins>;</p>
    <p class=MsoListParagraph><span style='font-family:Wingdings'>\xd8<span>&nbsp; </span></span>smugglers;</p>
    <p class=MsoNormal><span style='mso-hide:all;display:none'>hidden</span>2. <i>Remains</i> seized.</p>
    <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
    <a href="#_ftnref1">[1]</a> A note.</p></div></div></body></html>"""
    clean = read.read(page.encode("cp1252"), "draft.htm")
    assert [block.text for block in clean.blocks] == [
        "The Security Council,",
        "1. Requests the Mission to stop:",
        "• rustlers, and thieves;",
        "• smugglers;",
        "2. Remains seized.",
    ]


# --- lists


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol type=a start=3><li>x</li><li value=7>y</li><li>z</ol>", ["(c) x", "(g) y", "(h) z"]),
        ("<ol type=I><li>Xx<ol type=i><li>y</ol><li>Zz</ol>", ["I. Xx", "(i) y", "II. Zz"]),
        ("<ol reversed><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol style='list-style: inside lower-roman'><li>x<li>y</ol>", ["(i) x", "(ii) y"]),
        ("<ol style='list-style-type:none'><li>(a) x</ol>", ["(a) x"]),
        ("<ol><li>(a) x<li>(b) y</ol>", ["(a) x", "(b) y"]),
        ("<ol><li style='list-style-type:upper-alpha'>X</ol>", ["A. X"]),
        ("<ul><li>x</ul><ul style='list-style-type: \"– \"'><li>y</ul>", ["• x", "– y"]),
        ("<ol><li><p>x</p><p>y</p></li><li><div><b>z</b> w</div></ol>", ["1. x", "y", "2. z w"]),
        ("<ol><li>x<li hidden>no<li>y</ol><ol start=-3 type=q><li>z</ol>", ["1. x", "2. y", "1. z"]),
        ("<ol><li></li><li>y<li></ol><p>z", ["2. y", "z"]),
        ("<ol><ol type=a start=2><li>x</ol><li>y</ol>", ["(b) x", "1. y"]),
        ("<ol><li>x<ul><li>y<ol><li>z</ol></ul><li>w</ol>", ["1. x", "• y", "1. z", "2. w"]),
    ],
)
def test_lists_count_as_a_browser_counts_with_small_letters_in_the_council_s_brackets(page, found):
    assert after(page) == found


# --- text


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<div>1. Decides<div>2. Notes</div>3. Urges</div>", ["1. Decides", "2. Notes", "3. Urges"]),
        ("<p>a &amp; b&nbsp;c re&shy;port &#8211; d</p>", ["a & b c report – d"]),
        (
            "<p>1. Requests<br>a report by<br>(a) one;<br>(b) two;</p>",
            ["1. Requests a report by", "(a) one;", "(b) two;"],
        ),
        ("</p>1. Decides so;<br><br>2. Notes that<br><br>", ["1. Decides so;", "2. Notes that"]),
        ("<table><tr><td>1.</td><td>Decides</td></tr><tr><td>(a)<td>x</table>", ["1. Decides", "(a) x"]),
        ("<p><span style='float:left'>1.</span>Decides</p>", ["1. Decides"]),
        ("<p>on 3<sup>rd</sup> May<sup>2</sup> or<sup>[*]</sup></p>", ["on 3rd May or"]),
        ("<p>a <s>b</s><del>c</del><ins>d</ins></p>", ["a d"]),
        ("<p>a <q>b</q></p>", ["a “b”"]),
        ("<p>x<p>1.", ["x", "1."]),
    ],
)
def test_paragraphs_breaks_cells_and_marks(page, found):
    assert after(page) == found


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>", "<style>x{}</style>", "<nav><p>x</nav>", "<footer>x</footer>", "<aside>x</aside>",
        "<p hidden>x</p>", "<p style='color:red; DISPLAY : none'>x</p>", "<div style=visibility:hidden><p>x</p></div>",
        "<!-- x -->", "<noscript>x</noscript>", "<template>x</template>", "<textarea>x</textarea>", "<button>x</button>",
        "<svg><text>x</text></svg>", "<div role=navigation>x</div>", "<div id=sdfootnote1><p>1 x</div>",
        "<p class='Footnote'>x</p>", "<div title=footer><p>x</div>", "<select><option>x</select>", "<title>x</title>",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_is_left_out(unseen):
    assert after(f"<p>1. Decides</p>{unseen}<p>2. Notes</p>") == ["1. Decides", "2. Notes"]


def test_an_unclosed_hidden_paragraph_hides_no_more_than_itself():
    assert after("<p hidden>x<p>1. Decides<ul><li hidden>y<li>z</ul>") == ["1. Decides", "• z"]


def test_headings_are_told_by_element_and_by_bold_or_italics():
    page = (
        "<h1>Draft</h1><h2>The Security Council,</h2>"
        "<h3>River trade</h3><p>1. Decides so;</p><div><b>Port</b> <strong>police</strong></div><p>2. <i>Notes</i>;</p>"
        "<p style='font-weight: bold'>Gold</p><p><b>3. Urges</b></p><p><i>Decides</i> so</p><p><b>To end it;</b></p>"
    )
    assert [(b.text, b.hint) for b in html.read(page).blocks] == [
        ("Draft", Hint.FRONT),
        ("The Security Council,", Hint.NONE),
        ("River trade", Hint.HEADING),
        ("1. Decides so;", Hint.NONE),
        ("Port police", Hint.HEADING),
        ("2. Notes;", Hint.NONE),
        ("Gold", Hint.HEADING),
        ("3. Urges", Hint.NONE),
        ("Decides so", Hint.NONE),
        ("To end it;", Hint.NONE),
    ]


def test_the_source_place_points_at_the_words():
    page = (
        OPENING
        + "<ol>\n<li>  <i>Decides</i> so;<li>&nbsp; Urges <p>\n2. Notes<br>that</ol><pre>\n  3. Takes\n\n4. Asks"
    )
    begins = {"1.": "Decides", "2.": "Urges", "3.": "3. Takes", "4.": "4. Asks"}
    blocks = html.read(page).blocks
    assert page[blocks[0].source :].startswith("The Security")
    assert page[blocks[1].source :].startswith("Decides</i>")
    assert page[blocks[2].source :].startswith("Urges")
    assert page[blocks[3].source :].startswith("2. Notes<br>")
    assert page[blocks[-1].source :].startswith(begins["4."])


# --- bad input


@pytest.mark.parametrize("tag", ["div", "b", "ol", "ul", "p", "q", "li", "table", "ol><li", "span style='float:left'"])
def test_elements_nested_a_hundred_thousand_deep_are_survived(tag):
    begun = time.perf_counter()
    name = tag.split()[0].split(">")[0]
    page = (
        f"<{tag}>" * 100_000
        + "<p>The Security Council,<p>1. Decides so;"
        + f"</{name}>" * 100_000
        + "<p>2. Notes that."
    )
    document = structure.parse(read.read(page.encode(), "deep.html"))
    assert [p.label for p in document.numbered()] == ["1", "2"]
    assert time.perf_counter() - begun < 20  # a second or two; hours where each end tag looks through the stack


def test_a_page_of_endless_tags_is_refused():
    with pytest.raises(read.Unreadable) as caught:
        read.read(b"<html>" + b"<br>" * 500_000)
    assert caught.value.code == "too_long"


@pytest.mark.parametrize(
    "page",
    [
        "<html><h1>Plum cake</h1><ol><li>Mix the flour and the butter.<li>Add sugar.<li>Bake it for an hour.</ol>",
        "<html><article><h1>Gold seized in harbour</h1><p>Police in the port of Selmin said on Tuesday that they had "
        "found gold in a shipment of rice.</p><p>It was the third find of the year.</p></article>",
    ],
)
def test_pages_that_are_no_resolution_are_refused(page):
    with pytest.raises(read.Unreadable) as caught:
        read.read(page.encode())
    assert caught.value.code == "not_a_resolution"


def test_every_made_page_is_whole():
    for path in FILES.glob("*.*html"):
        clean = read.read(path.read_bytes(), path.name)
        assert clean.media == "html"
        for block in clean.blocks:
            assert clean.text[block.start : block.start + len(block.text)] == block.text
