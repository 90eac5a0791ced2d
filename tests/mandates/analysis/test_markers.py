import pytest

from mandates.analysis import markers
from mandates.analysis.markers import Style


@pytest.mark.parametrize(
    ("text", "printed", "readings"),
    [
        ("12. Decides", "12.", [(Style.NUMBER, 12)]),
        ("[OP 7. Requests", "OP 7.", [(Style.NUMBER, 7)]),
        ("(a) To assist", "(a)", [(Style.LETTER, 1)]),
        ("(i) To assist", "(i)", [(Style.LETTER, 9), (Style.ROMAN, 1)]),
        ("(iii) To assist", "(iii)", [(Style.ROMAN, 3)]),
        ("(bb) To assist", "(bb)", [(Style.LETTER, 28)]),
        ("(2) To assist", "(2)", [(Style.DIGIT, 2)]),
        ("a. to assist", "a.", [(Style.PLAIN_LETTER, 1)]),
        ("– to assist", "–", [(Style.DASH, 0)]),
        ("• to assist", "•", [(Style.DASH, 0)]),
    ],
)
def test_a_mark_says_everything_that_it_could_be(text, printed, readings):
    mark = markers.read(text)
    assert mark.printed == printed
    assert list(mark.readings) == readings
    assert text[mark.end :][0].isalpha()


def test_bis_is_kept_apart_from_the_number():
    mark = markers.read("5 bis. Requests")
    assert mark.readings == ((Style.NUMBER, 5),)
    assert mark.suffix == "bis"


@pytest.mark.parametrize(
    "text", ["Decides to extend", "(CAR) authorities", "2015 was a year of", "4,140 troops", "(the Agreement) is", ""]
)
def test_ordinary_words_are_no_mark(text):
    assert markers.read(text) is None


@pytest.mark.parametrize("number", range(1, 60))
def test_roman_numerals_go_there_and_back(number):
    assert markers.roman(markers.to_roman(number)) == number


def test_letters_that_are_no_numeral_are_none():
    assert markers.roman("iix") is None
    assert markers.roman("ab") is None
