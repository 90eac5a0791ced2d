"""Broken words: rejoined where it is safe, left where it is not."""

import pytest

from mandates.analysis.reading import words


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the following prio rity tasks", "the following priority tasks"),
        ("an interna tional force", "an international force"),
        ("the i nterna tional force", "the international force"),
        ("acts of terroris t groups", "acts of terrorist groups"),
        ("th e protection o f civilians", "the protection of civilians"),
        ("The Develop ment Zone", "The Development Zone"),
    ],
)
def test_a_blank_within_a_common_word_goes(broken, whole):
    assert words.mend([broken]) == [whole]


def test_a_rare_word_is_rejoined_where_the_text_holds_it_whole():
    assert words.mend(["the Karesian Plat eforme met", "the Plateforme left"])[0] == "the Karesian Plateforme met"


@pytest.mark.parametrize(
    "text",
    [
        "in to the town",
        "with out counting",
        "a rising number",
        "hand over arms",
        "may be so",
        "Mali’s e fforts?",
        "annex b under review",
    ],
)
def test_words_that_stand_by_themselves_stay_apart(text):
    expected = text.replace("e fforts", "efforts")
    assert words.mend([text]) == [expected]


@pytest.mark.parametrize(
    ("head", "tail", "vocabulary", "joined"),
    [
        ("the imple-", "mentation of", {"implementation"}, "the implementation of"),
        ("peace-", "building", {"peace-building"}, "peace-building"),
        ("police-", "contributing", set(), "police-contributing"),
        ("Secretary-", "General", set(), "Secretary-General"),
        ("troop- and police\ufffe", "contributing", set(), "troop- and police-contributing"),
        ("terr\ufffe", "orism", set(), "terrorism"),
        ("post\ufffe", "2021", set(), "post-2021"),
        ("the conflict\ufffe", "related harm", set(), "the conflict-related harm"),
        ("in FGS -", "led talks", set(), "in FGS-led talks"),
        ("paragraph 3", "above", set(), "paragraph 3 above"),
    ],
)
def test_hyphens_at_line_ends(head, tail, vocabulary, joined):
    assert words.put_together([head, tail], lambda: vocabulary) == joined


def test_the_list_of_common_words_holds_no_fragments():
    assert {"tion", "ment", "rity", "th", "ing", "nal"}.isdisjoint(words.common())
