"""Words of two texts as they are compared: what counts as the same word, and which runs of words differ."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from mandates.analysis.values import Run, RunKind

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
APOSTROPHES = str.maketrans("", "", "'’")
# One series of resolutions is spelled now in the British, now in the American way; neither changes what is said.
SPELLINGS = (
    (re.compile(r"^advisor"), "adviser"),
    (re.compile(r"is(?=(?:e[sdr]?|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=\w{4})our(?=(?:s|ed|ing|able|hood)?$)"), "or"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^centre"), "center"),
    (re.compile(r"^defence"), "defense"),
    (re.compile(r"^towards$"), "toward"),
)
SHORTEST_ISLAND = 2  # equal words between two differences that are worth showing as equal
LONG = 1000  # words from which on common words are left out of the search, which would be slow


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a unit: where each stands, what it is compared by, and all of that in one piece.

    In one piece neither a hyphen nor a word broken by the PDF makes a difference.
    """

    places: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    joined: str


def of(text: str) -> Words:
    """The words of a text, without punctuation."""
    matches = list(WORD.finditer(text))
    keys = tuple(key(m[0]) for m in matches)
    return Words(tuple(m.span() for m in matches), keys, "".join(keys))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """
    >>> key("Organised") == key("organized"), key("Communiqués") == key("communiques"), key("Mission’s")
    (True, True, 'missions')
    """
    plain = word.casefold().translate(APOSTROPHES)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    for pattern, spelling in SPELLINGS:
        plain = pattern.sub(spelling, plain)
    return plain


def runs(older: Words, newer: Words) -> tuple[Run, ...]:
    """Equal, deleted and inserted runs of words, in order; a replacement is a deletion followed by an insertion."""
    long = len(older.keys) > LONG or len(newer.keys) > LONG
    matcher = SequenceMatcher(None, older.keys, newer.keys, autojunk=long)
    found: list[Run] = []
    for tag, i, i_end, j, j_end in _joined(matcher.get_opcodes(), older, newer):
        old, new = _stretch(older, i, i_end), _stretch(newer, j, j_end)
        if tag == "equal":
            found.append(Run(RunKind.EQUAL, *old, *new))
            continue
        if i < i_end:
            found.append(Run(RunKind.DELETED, *old, new[0], new[0]))
        if j < j_end:
            found.append(Run(RunKind.INSERTED, old[1], old[1], *new))
    return tuple(found)


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: list[Opcode], older: Words, newer: Words) -> Iterator[Opcode]:
    """Opcodes for a reader: a word broken in one text is equal, and a lone word between two differences belongs to them."""
    held: Opcode | None = None
    for number, (tag, i, i_end, j, j_end) in enumerate(opcodes):
        if tag != "equal" and "".join(older.keys[i:i_end]) == "".join(newer.keys[j:j_end]):
            tag = "equal"
        elif tag == "equal" and i_end - i < SHORTEST_ISLAND and 0 < number < len(opcodes) - 1:
            tag = "replace"
        kind = "equal" if tag == "equal" else "replace"
        if held and held[0] == kind:
            held = (kind, held[1], i_end, held[3], j_end)
            continue
        if held:
            yield held
        held = (kind, i, i_end, j, j_end)
    if held:
        yield held


def _stretch(words: Words, first: int, end: int) -> tuple[int, int]:
    """Where words ``first`` to ``end`` stand; of none, the place after the word before."""
    if first == end:
        place = words.places[first - 1][1] if first else 0
        return place, place
    return words.places[first][0], words.places[end - 1][1]
