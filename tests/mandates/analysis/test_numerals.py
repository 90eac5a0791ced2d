import re

import pytest

from mandates.analysis import numerals


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("1,030", 1030), ("11 650", 11650), ("six", 6), ("Eighty-eight", 88), ("nineteen", 19)],
)
def test_numbers_in_digits_and_words(text, number):
    assert re.fullmatch(numerals.PATTERN, text, re.I)
    assert numerals.value(text) == number


def test_a_word_that_begins_like_a_number_is_none():
    assert not re.match(numerals.PATTERN, "sixes", re.I)
