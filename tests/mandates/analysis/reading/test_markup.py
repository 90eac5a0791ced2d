"""Tokens of HTML source: what the standard says of odd tags, and no time lost on bad ones."""

import time

import pytest

from mandates.analysis.reading import markup
from mandates.analysis.reading.markup import End, Start, Text


def test_texts_and_tags_come_in_order_with_their_places():
    source = '<P class=x id="y z" hidden>a &lt; b</P ><br/>c'
    assert list(markup.tokens(source)) == [
        Start("p", {"class": "x", "id": "y z", "hidden": ""}),
        Text(27, "a &lt; b"),
        End("p"),
        Start("br", {}, closed=True),
        Text(45, "c"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<!-- b --><![if !x]>c<![endif]><?d?>e", "ace"),
        ("1 < 2 <3", "1 < 2 <3"),
        ('<p title="a > b">c', "c"),
        ("<script>'</p>' < b</script >c", "c"),
        ("a<p class='never closed", "a"),
        ("a<!-- never closed", "a"),
        ("a</p never closed", "a"),
        ("<title>a<b>c</title>d", "d"),
        ("<p =x /y>a", "a"),
    ],
)
def test_odd_markup_is_read_as_browsers_do(source, text):
    found = "".join(token.raw for token in markup.tokens(source) if isinstance(token, Text))
    assert found == text


def test_references_are_resolved_and_what_is_none_stays():
    assert markup.resolve("&amp;&nbsp;&#8211;&#x201C;&eacute;&AMP &plainly; &#99999999; a&b") == (
        "&\xa0–“é& &plainly; �9; a&b"
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>“é”".encode(), "<p>“é”"),
        ("<p>“é”".encode("utf-8-sig"), "<p>“é”"),
        ("<p>“é”".encode("utf-16"), "<p>“é”"),
        ("<p>“é”".encode("utf-16-le"), "<p>“é”"),
        ("<p>“é”".encode("utf-16-be"), "<p>“é”"),
        ("<p>“é”".encode("cp1252"), "<p>“é”"),
        (b"<meta charset=iso-8859-1><p>\x93\xe9\x94", "<meta charset=iso-8859-1><p>“é”"),
        (b"<meta charset='windows-1250'><p>\xb9\x9c", "<meta charset='windows-1250'><p>ąś"),
        ("<meta charset=windows-1250><p>ą".encode(), "<meta charset=windows-1250><p>ą"),
    ],
)
def test_characters_by_mark_by_trial_by_declaration(data, text):
    assert markup.decode(data) == text


@pytest.mark.parametrize("unit", ['<a b="', '<a "', "<a <", "<!--", "<a", "<![CDATA[", "<script>", "</", "<a =", "&#"])
def test_unclosed_markup_takes_no_time_that_grows_with_its_square(unit):
    begun = time.perf_counter()
    for token in markup.tokens(unit * 100_000):
        if isinstance(token, Text):
            markup.resolve(token.raw)
    assert time.perf_counter() - begun < 10  # a tenth of a second; minutes where each tag looks to the end
