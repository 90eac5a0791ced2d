"""The words around what was found: a text and a Query → some thirty words of it, and where in them the hits stand. PURE."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mandates.searching.words import Query, standing

LENGTH = 30  # words
BEFORE = 8  # of them before the first hit


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an excerpt; ``hit``: it was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text`` with an ellipsis where it is cut; ``marks`` are where hits begin and end in it, in order, none within another."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def pieces(text: str, marks: Iterable[tuple[int, int]]) -> list[Piece]:
    """An excerpt taken apart, for a page that marks the hits."""
    found, at = [], 0
    for start, end in marks:
        found += [Piece(text[at:start]), Piece(text[start:end], hit=True)]
        at = end
    return [piece for piece in (*found, Piece(text[at:])) if piece.text]


def cut(text: str, query: Query) -> Excerpt:
    """The stretch that holds most of what is wanted: first the most different phrases, then the most hits, then the earliest.

    Line breaks become blanks. Without a hit it is the beginning of the text.
    """
    text = text.translate({ord("\n"): " ", ord("\r"): " ", ord("\t"): " "})
    known = standing(text)
    hits = _hits([word for word, _, _ in known], query.wanted)
    first = _first(hits, len(known))
    last = min(first + LENGTH, len(known))
    start = known[first][1] if first else 0
    end = known[last - 1][2] if last < len(known) else len(text)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    marks = [(known[a][1] + shift, known[b - 1][2] + shift) for a, b, _ in hits if a >= first and b <= last]
    return Excerpt(f"{before}{text[start:end]}{after}", _apart(marks))


def _hits(known: Sequence[str], phrases: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, word after the last, phrase) of each place at which a phrase stands."""
    found = []
    for phrase in dict.fromkeys(phrases):
        run = phrase.split()
        found += [
            (at, at + len(run), phrase)
            for at in range(len(known) - len(run) + 1)
            if known[at] == run[0] and list(known[at : at + len(run)]) == run
        ]
    return sorted(found)


def _first(hits: list[tuple[int, int, str]], length: int) -> int:
    """The word at which the best stretch begins; it does not begin so late that it would be cut short for nothing."""
    starts = [max(0, min(a - BEFORE, length - LENGTH)) for a, _, _ in hits]
    if not starts:
        return 0

    def held(start: int) -> tuple[int, int, int]:
        inside = [phrase for a, b, phrase in hits if start <= a and b <= start + LENGTH]
        return len(set(inside)), len(inside), -start

    return max(starts, key=held)


def _apart(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Marks that overlap become one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
