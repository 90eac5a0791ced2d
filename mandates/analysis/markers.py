"""The marks at the start of a paragraph or item: ``12.``, ``5 bis.``, ``(a)``, ``(iii)``, ``a.``, a dash or bullet.

A mark alone does not tell its level: ``(i)`` is the ninth letter or roman one, ``1.`` a paragraph or an item. This
module says what a mark could be; structure.py decides from what stands around it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mandates.analysis import tags


class Style(StrEnum):
    NUMBER = "number"  # 12.  12 bis.  OP12
    PREAMBULAR = "preambular"  # PP5  (PP5 bis)
    LETTER = "letter"  # (a)  (aa)
    ROMAN = "roman"  # (iii)
    PLAIN_LETTER = "plain_letter"  # a.
    PLAIN_ROMAN = "plain_roman"  # iii.
    DIGIT = "digit"  # (1)
    SECTION = "section"  # I.  II.  a labelled group above the letters
    DASH = "dash"  # –  -  •


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed (``"(iii)"``), every (style, ordinal) that it may stand for, and where the text after it starts."""

    printed: str
    readings: tuple[tuple[Style, int], ...]
    end: int
    suffix: str = ""  # bis, ter …
    tagged: bool = False  # it says of itself that it opens a paragraph: OP5


ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

NUMBER = re.compile(rf"\[?(\d{{1,3}}) ?(?:((?i:{tags.SUFFIX})) ?)?\]?\.\]?(?=[\s A-Z“\"'\[]|$)\s*")
PARENTHESIZED = re.compile(r"\[?[\(]\s?([a-z]{1,5}|\d{1,2})(?: (bis|ter))?\s?[\)]\]?\s*(?:(bis|ter)\b\s*)?")
PLAIN = re.compile(r"([a-z]|[ivx]{2,5})\.\s+(?=\S)")
SECTION = re.compile(r"([IVX]{1,5})\.\s+(?=[A-Z])")
DASHES = "–—‒•●▪◦·-\u00ad\uf0b7"
DASH = re.compile(rf"[{re.escape(DASHES)}]\s*(?=\S)|o\s+(?=[A-Z])")


@lru_cache(maxsize=256)
def roman(word: str) -> int | None:
    """The value of a lower-case roman numeral up to c, None where the letters are none.

    >>> roman("xiv"), roman("iix"), roman("ab")
    (14, None, None)
    """
    if not word or any(c not in ROMAN for c in word):
        return None
    values = [ROMAN[c] for c in word]
    total = sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
    return total if to_roman(total) == word else None


def to_roman(number: int) -> str:
    written = ""
    for value, letters in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while number >= value:
            written, number = written + letters, number - value
    return written


def letters(word: str) -> int | None:
    """a → 1 … z → 26, aa → 27, bb → 28: the Council doubles the letter after z."""
    if len(word) == 1 and word.isalpha():
        return ord(word) - 96
    if len(word) == 2 and word[0] == word[1]:
        return 26 + ord(word[0]) - 96
    return None


def read(text: str) -> Mark | None:
    """The mark that a paragraph's text starts with, or None."""
    if not text:
        return None
    first = text[0]
    if first in tags.OPENS and (tag := tags.read(text)):
        style = Style.NUMBER if tags.is_operative(tag) else Style.PREAMBULAR
        printed = tag[0].strip(" \n[]–—-|/")
        return Mark(printed, ((style, int(tag["number"])),), tag.end(), tags.suffix(tag), tagged=True)
    if (first.isdigit() or first == "[") and (match := NUMBER.match(text)):
        tag = tags.read(text, match.end())  # set beside the number: "3. (OP3) Requests"
        end = tag.end() if tag else match.end()
        return Mark(match[0].strip(" []"), ((Style.NUMBER, int(match[1])),), end, tags.suffix(match[2]))
    if first in "([":
        match = PARENTHESIZED.match(text)
        if match:
            return _parenthesized(match)
        return None
    if first.isalpha() and first.islower():
        match = PLAIN.match(text)
        if match:
            readings = []
            if (n := letters(match[1])) is not None:
                readings.append((Style.PLAIN_LETTER, n))
            if (n := roman(match[1])) is not None:
                readings.append((Style.PLAIN_ROMAN, n))
            return Mark(match[0].strip(), tuple(readings), match.end()) if readings else None
    if first in "IVX" and (match := SECTION.match(text)) and (n := roman(match[1].lower())) is not None:
        return Mark(match[1], ((Style.SECTION, n),), match.end())
    match = DASH.match(text) if first == "o" or not first.isalpha() else None
    if match:
        return Mark(match[0].strip() or "–", ((Style.DASH, 0),), match.end())
    return None


def _parenthesized(match: re.Match) -> Mark | None:
    word, suffix = match[1], match[2] or match[3] or ""
    printed = f"({word} {suffix})" if match[2] else f"({word}) {suffix}".strip()
    if word.isdigit():
        return Mark(printed, ((Style.DIGIT, int(word)),), match.end(), suffix)
    readings = []
    if (n := letters(word)) is not None:
        readings.append((Style.LETTER, n))
    if (n := roman(word)) is not None:
        readings.append((Style.ROMAN, n))
    return Mark(printed, tuple(readings), match.end(), suffix) if readings else None


def is_dash(printed: str) -> bool:
    """Whether a mark, as printed, is a dash or bullet."""
    return printed == "o" or (printed != "" and printed[0] in DASHES)
