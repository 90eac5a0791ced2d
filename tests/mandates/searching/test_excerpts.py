"""The words around a hit, and the hits in them."""

import pytest

from mandates.searching import excerpts, words

LONG = " ".join(f"w{n}" for n in range(100))


def marked(text: str, said: str) -> tuple[str, list[str]]:
    excerpt = excerpts.cut(text, words.parse(said))
    return excerpt.text, [excerpt.text[start:end] for start, end in excerpt.marks]


def test_hits_are_marked_as_they_are_written_in_the_text():
    text = "The Côte d’Or’s cross-border TRAFFICKING of gold"
    assert marked(text, 'cote "cross border" trafficking') == (text, ["Côte", "cross-border", "TRAFFICKING"])


def test_a_long_text_is_cut_around_its_hit_and_says_so():
    text, hits = marked(LONG, "w50")
    assert hits == ["w50"] and text.startswith("… w42 ") and text.endswith(" w71 …")
    assert len(text.split()) == excerpts.LENGTH + 2


@pytest.mark.parametrize(
    ("said", "first", "last"), [("w3", "w0", "w29 …"), ("w99", "… w70", "w99"), ("", "w0", "w29 …")]
)
def test_at_either_end_nothing_is_cut_that_need_not_be(said, first, last):
    text, _ = marked(LONG, said)
    assert text.startswith(first) and text.endswith(last)


def test_the_stretch_with_the_most_different_words_is_shown():
    text, hits = marked(f"gold gold gold {LONG} gold and silver {LONG}", "gold silver")
    assert hits == ["gold", "silver"] and text.startswith("… w")


def test_hits_that_overlap_are_one_mark():
    assert marked("the smuggling of gold", '"smuggling of" "of gold" gold')[1] == ["smuggling of gold"]


def test_what_must_not_stand_there_is_not_marked():
    assert marked("gold and silver", "gold -copper")[1] == ["gold"]


def test_pieces_put_together_are_the_excerpt():
    excerpt = excerpts.cut("Gold, <b>gold</b> & more gold", words.parse("gold"))
    pieces = excerpts.pieces(excerpt.text, excerpt.marks)
    assert "".join(piece.text for piece in pieces) == excerpt.text
    assert [piece.text for piece in pieces if piece.hit] == ["Gold", "gold", "gold"]
