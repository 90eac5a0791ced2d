"""Whole numbers as the Council writes them: "12", "1,030", "eighty-eight"."""

import re

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: number for number, word in enumerate(ONES, 1)}
WORDS |= {tens: 10 * place for place, tens in enumerate(TENS, 2)}
WORDS |= {f"{tens}-{one}": 10 * place + n for place, tens in enumerate(TENS, 2) for n, one in enumerate(ONES[:9], 1)}

IN_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[:9])}))?|{'|'.join(reversed(ONES))})\b"
IN_DIGITS = r"\d{1,3}(?:[, ]\d{3})+|\d{1,5}"
PATTERN = rf"(?:{IN_DIGITS}|{IN_WORDS})"


def value(text: str) -> int:
    """The number that a match of PATTERN stands for.

    >>> value("1,030"), value("Eighty-eight")
    (1030, 88)
    """
    return WORDS.get(text.lower()) or int(re.sub(r"\D", "", text))
