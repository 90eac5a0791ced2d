"""Phrases of several parts: where they may begin, what may stand between them, and what makes them something else."""

import pytest

from mandates.analysis import areas, phrases


def found(text: str, *written: str, since: int = 0, nearest: bool = False, **shows) -> dict[str, int]:
    return phrases.find(
        text, since, phrases.compiled([(phrases.Shows("it", **shows), phrase) for phrase in written]), nearest
    )


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("to clear mines", "mines"),
        ("TO CLEAR MINES", "mines"),
        ("to clear “mines”", "mines"),
        ("a cease-fire", "cease ?fire"),
        ("a ceasefire", "cease ?fire"),
        ("the Organisation of Boats", "organi-s-ation of boats"),
        ("the Organization of Boats", "organi-s-ation of boats"),
        ("children’s homes", "child*"),
        ("to help, as it can, in elections", "help ... elect*"),
        ("to help and to train, and later to feed them", "help ... train ... feed"),
        ("one two three four", "one ... two ... three ... four"),
        ("the arms embargo", "(arms )?embargo"),
        ("the embargo", "(arms )?embargo"),
        ("matériel of war", "matériel"),
    ],
)
def test_a_phrase_is_found(text, phrase):
    assert "it" in found(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("undetermined", "mines"),
        ("minesweeper", "mines"),
        ("authors", "AU"),
        ("elections are a help", "help ... elect*"),
        ("to help; and elections", "help ... elect*"),
        ("to help. Elections", "help ... elect*"),
        ("to help " + "those who " * 15 + "hold elections", "help ... elect*"),
        ("one two three", "one ... two ... three ... four"),
        ("", "mines"),
    ],
)
def test_a_phrase_is_not_found(text, phrase):
    assert found(text, phrase) == {}


def test_where_a_match_ends_is_told():
    text = "to help, as it can, in elections"
    assert found(text, "help ... elect*")["it"] == len(text)
    assert text[: found(text, "help")["it"]] == "to help"


def test_the_first_phrase_that_is_found_counts_or_with_nearest_the_one_that_ends_first():
    text = "to clear roads and mines"
    assert found(text, "mines", "roads")["it"] == len(text)
    assert found(text, "mines", "roads", nearest=True)["it"] == text.index(" and")


def test_a_match_that_ends_in_what_stands_before_is_none_but_may_begin_there():
    text = "to help in elections"
    since = text.index("elections")
    assert found(text, "help", since=since) == {}
    assert found(text, "help ... elect*", since=since) == {"it": len(text)}


def test_words_beside_a_phrase_or_only_inside_it_make_it_something_else():
    beside = {"never": ("formed",)}
    inside = {"unless": ("monitor*",)}
    assert found("formed police", "police", **beside) == {}
    assert found("formed of old, in a land far away, the police", "police", **beside)
    assert found("to help to monitor elections", "help ... elect*", **inside) == {}
    assert found("to monitor and to help elections", "help ... elect*", **inside)


def test_a_later_match_counts_where_an_earlier_one_is_something_else():
    text = "formed police in the old part of the harbour, and local police"
    assert found(text, "police", never=("formed",)) == {"it": len(text)}


def test_names_are_told_apart():
    finder = phrases.compiled(
        [(phrases.Shows("mines"), "mines"), (phrases.Shows("votes"), "vot*"), (phrases.Shows("boats"), "boats")]
    )
    assert set(phrases.find("voting on mines", 0, finder)) == {"mines", "votes"}


def test_letters_keep_their_places_whatever_they_are():
    text = "İstanbul – “ﬁne” words 🚢 on mines"
    assert text[: found(text, "mines")["it"]] == text


@pytest.mark.parametrize(
    ("part", "beginnings"),
    [
        ("good offices", {"good offices "}),
        ("child*", {"child"}),
        ("cease ?fire", {"ceasefire ", "cease fire "}),
        ("organi-s-ation of X", {"organisation of x ", "organization of x "}),
        ("(arms )?embargo", {"arms embargo ", "embargo "}),
        ("(joint|mixed*) (team|unit)", {"joint ", "mixed"}),
        ("((a|b*)|c) d", {"a d ", "b", "c d "}),
    ],
)
def test_what_a_part_may_begin_with(part, beginnings):
    assert phrases._first_words(part) == beginnings


def test_every_phrase_of_the_data_begins_with_more_than_a_letter():
    stems = areas.load().told.stems.keys()  # an automaton is walked, not looped over like a dict
    assert all(len(stem.strip()) > 1 for stem in stems)
