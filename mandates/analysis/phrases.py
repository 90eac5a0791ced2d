"""Phrases of several parts, found in a text in one pass: which of many named things its words show.

A phrase is written as a term of the lexicon; " ... " stands for words of the same clause between two of its parts. Only
phrases whose parts all may begin somewhere in a text are tried, so that the cost hardly grows with their number.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick

from mandates.analysis import lexicon

GAP = " ... "
REACH = 120  # characters of a clause that the gap stands for at most
CLAUSE_ENDS = re.compile(r"[.;:]")
NEAR = 25  # characters on either side of a match in which words may say that it is something else
PARTS_SOUGHT = 3  # parts of a phrase whose beginnings must stand somewhere in a text before it is tried

SPECIAL = re.compile(r"-s-| \?|[*?(\\]")  # where the letters of a phrase are no longer settled

Span = tuple[int, int]


@dataclass(frozen=True)
class Shows:
    """What a phrase shows: its name, and the terms that say it is something else, beside the phrase or inside it."""

    name: str
    never: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Part:
    """Words that are looked for together, and the numbers of the stems that they may begin with."""

    words: re.Pattern
    stems: frozenset[int]


@dataclass(frozen=True)
class Phrase:
    """One way of saying a thing: the name of what it shows, the parts of its words, and what makes it something else."""

    name: str
    parts: tuple[Part, ...]
    never: Part | None
    unless: Part | None


@dataclass(frozen=True)
class Finder:
    """Phrases, and the beginnings of words (stems) that say which of them are worth trying.

    ``stems`` gives for each stem its length and number; ``begun`` says for each stem which phrases have which of their
    parts begun by it, and ``shorter`` which phrases lack which parts: numbers with a bit for each phrase and part.
    """

    phrases: tuple[Phrase, ...]
    stems: ahocorasick.Automaton
    begun: tuple[int, ...]
    shorter: int


def find(text: str, since: int, finder: Finder, nearest: bool = False) -> dict[str, int]:
    """The names whose phrases match → where a match ends; one that ends before ``since`` is none.

    It is the first match of the first phrase that has one, or with ``nearest`` the one that ends first.
    """
    places: dict[int, list[int]] = {}
    for end, (length, stem) in finder.stems.iter(lexicon.folded(text)):
        places.setdefault(stem, []).append(end - length)
    spans: dict[Part, list[Span]] = {}
    found: dict[str, int] = {}
    for phrase in _worth_trying(places, finder):
        if phrase.name in found and not nearest:
            continue
        for part in phrase.parts:
            if part not in spans:
                spans[part] = _spans(part, text, places)
            if not spans[part]:
                break
        else:
            end = _first_end(phrase, text, since, [spans[part] for part in phrase.parts], places)
            if end and end < found.get(phrase.name, end + 1):
                found[phrase.name] = end
    return found


def _worth_trying(stems: Iterable[int], finder: Finder) -> Iterator[Phrase]:
    """The phrases each of whose parts may begin with one of the stems."""
    begun = finder.shorter
    for stem in stems:
        begun |= finder.begun[stem]
    count = len(finder.phrases)
    worth = begun & begun >> count & begun >> 2 * count & (1 << count) - 1
    while worth:
        lowest = worth & -worth
        worth ^= lowest
        yield finder.phrases[lowest.bit_length() - 1]


def _spans(part: Part, text: str, places: Mapping[int, list[int]]) -> list[Span]:
    """Where the words of a part stand, in order."""
    spans = []
    for stem in part.stems & places.keys():
        for start in places[stem]:
            if match := part.words.match(text, start):
                spans.append(match.span())
    spans.sort()
    return spans


def _first_end(
    phrase: Phrase, text: str, since: int, spans: list[list[Span]], places: Mapping[int, list[int]]
) -> int | None:
    """Where the phrase's first match ends; None where there is none."""
    for start, end in spans[0]:
        end = _end(text, since, spans, 1, end)
        if end and not _is_something_else(phrase, text, start, end, places):
            return end
    return None


def _end(text: str, since: int, spans: list[list[Span]], part: int, here: int) -> int | None:
    """Where a match ends that has come as far as ``here``: each further part stands in the same clause, and near."""
    if part == len(spans):
        return here if here > since else None
    for start, end in itertools.islice(spans[part], bisect_left(spans[part], (here, here)), None):
        if start > here + REACH or CLAUSE_ENDS.search(text, here, start):
            break
        if last := _end(text, since, spans, part + 1, end):
            return last
    return None


def _is_something_else(phrase: Phrase, text: str, start: int, end: int, places: Mapping[int, list[int]]) -> bool:
    never, unless = phrase.never, phrase.unless
    if never and never.stems & places.keys() and never.words.search(text, max(0, start - NEAR), end + NEAR):
        return True
    return bool(unless and unless.stems & places.keys() and unless.words.search(text, start, end))


# --- compiling --------------------------------------------------------------------------------------------------


def compiled(written: Sequence[tuple[Shows, str]]) -> Finder:
    """A finder of these phrases, each with what it shows."""
    numbers: dict[str, int] = {}
    parts: dict[tuple[str, ...], Part] = {}

    def part(*terms: str) -> Part:
        if terms not in parts:
            words = "|".join(map(lexicon.pattern, terms))
            stems = {numbers.setdefault(stem, len(numbers)) for term in terms for stem in _first_words(term)}
            parts[terms] = Part(re.compile(rf"\b(?:{words})\b", re.I), frozenset(stems))
        return parts[terms]

    phrases = [
        Phrase(
            name=shows.name,
            parts=tuple(part(words) for words in phrase.split(GAP)),
            never=part(*shows.never) if shows.never else None,
            unless=part(*shows.unless) if shows.unless else None,
        )
        for shows, phrase in written
    ]
    begun = [0] * len(numbers)
    shorter = 0
    for number, phrase in enumerate(phrases):
        for place in range(PARTS_SOUGHT):
            bit = 1 << place * len(phrases) + number
            if place >= len(phrase.parts):
                shorter |= bit
                continue
            for stem in phrase.parts[place].stems:
                begun[stem] |= bit
    automaton = ahocorasick.Automaton()
    for stem, number in numbers.items():
        automaton.add_word(" " + stem, (len(stem), number))
    automaton.make_automaton()
    return Finder(tuple(phrases), automaton, tuple(begun), shorter)


def _first_words(part: str) -> set[str]:
    """The letters with which a match of one part of a phrase must begin, lower case, as far as it settles them.

    A space at the end stands for the end of a word, whatever follows it in the text.
    """
    return {beginning.lower() for beginning in _beginnings(part, grouped=False)}


def _beginnings(part: str, grouped: bool) -> Iterator[str]:
    """Every beginning of what a part may match, up to its first wild sign or the next bracket behind the first."""
    sign = SPECIAL.search(part)
    if not sign:
        yield part + " "
        return
    before, after = part[: sign.start()], part[sign.end() :]
    if sign[0] in ("-s-", " ?"):
        letters = ("s", "z") if sign[0] == "-s-" else ("", " ")
        yield from (before + letter + more for letter in letters for more in _beginnings(after, grouped))
    elif sign[0] == "(" and not (grouped and before):
        alternatives, rest = _bracket(after)
        if rest.startswith("?"):
            yield from (before + more for more in _beginnings(rest[1:].lstrip(), grouped=False))
            rest = rest[1:]
        yield from (before + more for each in alternatives for more in _beginnings(each + rest, grouped=True))
    else:
        yield before


def _bracket(text: str) -> tuple[list[str], str]:
    """The alternatives of a bracket that has just opened, and what stands behind it."""
    depth = 1
    cuts = [-1]
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if (letter == "|" and depth == 1) or depth == 0:
            cuts.append(place)
        if depth == 0:
            break
    return [text[start + 1 : end] for start, end in itertools.pairwise(cuts)], text[cuts[-1] + 1 :]
