"""Words, "phrases" and -not: the one grammar of every search here, and how words are compared. PURE.

Words are compared as ``normal`` makes them, in what is asked and in what is searched alike: small letters and digits, without
accents, one blank between them. Neither database is left anything to interpret (stems, hyphens, numbers, accents), so that both
find the same rows; PostgreSQL needs no extension for it.
"""

import re
import unicodedata
from dataclasses import dataclass

PART = re.compile(r'(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))')
NOT_WORDS = re.compile(r"[^a-z0-9]+")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What must stand in a paragraph and what must not: each a run of words that follow one another."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)

    def holds(self, text: str) -> bool:
        """Whether a text holds everything wanted and nothing unwanted, as the databases find it.

        >>> parse('"armed groups" -gold').holds("The armed groups of Karesia")
        True
        """
        words = f" {normal(text)} "
        return all(f" {phrase} " in words for phrase in self.wanted) and not any(
            f" {phrase} " in words for phrase in self.unwanted
        )


def normal(text: str) -> str:
    """The words of a text as they are compared.

    >>> normal("Côte d’Ivoire: cross-border TRAFFICKING")
    'cote d ivoire cross border trafficking'
    """
    return NOT_WORDS.sub(" ", _plain(text)).strip()


def standing(text: str) -> list[tuple[str, int, int]]:
    """The same words with where each begins and ends in the text.

    >>> standing("Côte d’Or")
    [('cote', 0, 4), ('d', 5, 6), ('or', 7, 9)]
    """
    pieces = [_plain(character) for character in text]
    at = [index for index, piece in enumerate(pieces) for _ in piece]
    return [(found[0], at[found.start()], at[found.end() - 1] + 1) for found in WORD.finditer("".join(pieces))]


def parse(said: str) -> Query:
    """
    >>> parse('gold "armed groups" -terrorism')
    Query(wanted=('gold', 'armed groups'), unwanted=('terrorism',))
    """
    wanted, unwanted = [], []
    for minus, phrase, word in PART.findall(said):
        if words := normal(phrase or word):
            (unwanted if minus else wanted).append(words)
    return Query(tuple(wanted), tuple(unwanted))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
