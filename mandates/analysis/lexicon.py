"""The lexicon of mandates/data/lexicon.toml, compiled once: the words of each crime type and each kind of task.

Terms are not searched one by one. A Finder knows how every term begins, finds all beginnings in one pass over a text
(Aho-Corasick), and tries there only the terms that begin so; what a text costs hardly depends on the number of terms.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import ahocorasick

SOURCE = Path(__file__).resolve().parent.parent / "data" / "lexicon.toml"
GAP = r"[\s\-‐‑–]+"  # between the words of a term: white space, a hyphen, a dash that stands for one
GAPS = "\n\t\N{NO-BREAK SPACE}-‐‑–"
ASCII_GAPS = "\n\t-"
FOLDED = bytes(ord(chr(n).lower()) if chr(n).isalnum() else ord(" ") for n in range(256))
# the sure letters of a term: not one that may be missing, nor what follows a bracket, a * or either spelling
OPENING = re.compile(r"(?:(?!-s-)[^*?(,|])*?(?=-s-|\*|.\?|\s*\(|,|$)")
NEAR = 40  # characters on either side of a term in which a word of ``never`` may say that it is something else


class Strength(StrEnum):
    """What a term needs beside it in order to count; the head of the file says what each means."""

    TERMS = "terms"
    WEAK = "weak"
    VAGUE = "vague"
    IMPLIED = "implied"


class Sign(StrEnum):
    """Words that name no type themselves: an activity, what makes one unlawful, what only looks like goods."""

    ALWAYS = "always"
    LOOTING = "looting"
    ILLICIT = "illicit"
    BREACH = "breach"
    ARMED = "armed"
    NOT_GOODS = "not_goods"


@dataclass(frozen=True, slots=True)
class Term:
    """One term as written in the file, with the type or kind that it names, or the sign that it is."""

    written: str
    name: str
    strength: Strength | Sign

    @property
    def is_sign(self) -> bool:
        return not self.name


class Found(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    term: Term


class Finder:
    """Finds many terms at once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(sorted(terms, key=lambda term: len(term.written), reverse=True))
        self._by_opening = self._automaton(openings)

    @cached_property
    def _by_first_word(self) -> ahocorasick.Automaton:
        return self._automaton(first_words)

    def find(self, text: str, simple: str) -> list[Found]:
        """Every term in a text, in the order of the text; of one type's terms that overlap, the first.

        ``simple`` is ``simplified(text)``.
        """
        found = []
        # openings hold single gaps; where the text has a longer one, the first word alone must do
        automaton = self._by_first_word if "  " in simple else self._by_opening
        for last, (length, expressions) in automaton.iter(folded(simple)):
            start = last - length
            if start and simple[start - 1].isalnum():
                continue
            for expression in expressions:
                if match := _compiled(expression).match(text, start):
                    found.append(Found(start, match.end(), self.terms[int(match.lastgroup[1:])]))
        if len(found) < 2:
            return found
        found.sort(key=lambda f: (f.start, -f.end))
        reached: dict[str, int] = {}
        kept = []
        for f in found:
            if f.term.is_sign or f.start >= reached.get(f.term.name, 0):
                reached[f.term.name] = f.end
                kept.append(f)
        return kept

    def _automaton(self, beginnings: Callable[[str], list[str]]) -> ahocorasick.Automaton:
        """Beginnings of terms; the value of each is its length and the expressions of the terms that begin so.

        An expression is compiled when a text first holds its beginning: most never are.
        """
        indexes: dict[tuple[str, bool], list[int]] = {}
        for index, term in enumerate(self.terms):  # the longest first, so that the longest that fits is found
            for beginning in beginnings(term.written):
                indexes.setdefault((beginning, term.is_sign), []).append(index)
        expressions: dict[str, list[str]] = {}
        for (beginning, _), these in indexes.items():
            named = "|".join(f"(?P<t{i}>{pattern(self.terms[i].written)})" for i in these)
            expressions.setdefault(beginning, []).append(rf"(?:{named})\b")
        automaton = ahocorasick.Automaton()
        for beginning, tried in expressions.items():
            automaton.add_word(folded(beginning).rstrip(), (len(beginning), tuple(tried)))
        automaton.make_automaton()
        return automaton


@cache
def _compiled(expression: str) -> re.Pattern:
    return re.compile(expression, re.I)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one type or kind; the patterns are None where it has none of that sort.

    ``done`` matches the activities that make the type of its goods, where not all do. ``spoils``: taking these goods is
    unlawful too where armed groups live on it or a ban is broken. ``written`` are the lists as the file has them.
    """

    name: str
    terms: tuple[Term, ...]
    never: re.Pattern | None = None
    done: re.Pattern | None = None
    spoils: bool = False
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def something_else(self, text: str, start: int, end: int, after: int = NEAR) -> bool:
        """Whether what stands in ``text`` from ``start`` to ``end`` is not this type, by the words before and after it."""
        return bool(self.never and self.never.search(text, max(0, start - NEAR), end + after))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by crime type and by kind of task, in the order of the file, with what finds them.

    ``find_goods`` finds what can be trafficked; ``activity`` matches any activity, ``where_illicit`` those that
    are unlawful where something says so; ``lived_on`` and ``done_to`` match the same, in their group, where it is said
    who lives on them and right before what they are done to.
    ``activities`` holds all of [activities] as written.
    """

    types: Mapping[str, Words]
    task_kinds: Mapping[str, Words]
    find_types: Finder
    find_kinds: Finder
    find_goods: Finder
    activity: re.Pattern
    where_illicit: re.Pattern
    lived_on: re.Pattern
    done_to: re.Pattern
    terrorism: re.Pattern
    activities: Mapping[str, tuple[str, ...]]


@cache
def load() -> Lexicon:
    """The lexicon; read and compiled at the first call."""
    return read(tomllib.loads(SOURCE.read_text(encoding="utf-8")))


def read(raw: Mapping) -> Lexicon:
    """A lexicon from its tables."""
    types = {name: _words(name, entry) for name, entry in raw["types"].items()}
    kinds = {name: _words(name, entry) for name, entry in raw["task_kinds"].items()}
    activities = raw["activities"]
    signs = {sign: [Term(written, "", sign) for written in activities[sign]] for sign in Sign}
    not_goods = signs.pop(Sign.NOT_GOODS)
    return Lexicon(
        types=types,
        task_kinds=kinds,
        find_types=Finder(
            [*chain.from_iterable(signs.values()), *(term for words in types.values() for term in words.terms)]
        ),
        find_kinds=Finder(term for words in kinds.values() for term in words.terms),
        find_goods=Finder(
            [*not_goods, *(term for name, entry in raw["types"].items() for term in _goods(name, entry))]
        ),
        activity=_any([*activities["always"], *activities["where_illicit"]]),
        where_illicit=_any(activities["where_illicit"]),
        lived_on=_lived_on(activities),
        done_to=_done_to(activities),
        terrorism=_any(raw["terrorism"]["terms"]),
        activities={name: tuple(written) for name, written in activities.items()},
    )


def pattern(term: str) -> str:
    """The regular expression of one term; the notation is explained at the head of the file.

    >>> bool(re.fullmatch(pattern("organi-s-ed crime*"), "organized crimes"))
    True
    """
    term = term.replace("-s-", "[sz]")
    term = re.sub(r"\)\? ", ")?~", term)  # an optional group brings its own gap
    words = re.sub(r"\*", r"[\\w’']*", term)
    words = re.sub(r"\(([^()]*?) \)\?~", lambda m: f"(?:{m[1]}{GAP})?", words)
    words = words.replace(")?~", rf")?(?:{GAP})?")
    words = re.sub(r"\((?!\?)", "(?:", words)
    words = words.replace(" ?", "[\\s\\-‐‑]?")
    return words.replace(" ", GAP)


def simplified(text: str) -> str:
    """A text as Finder.find searches it: small letters, a space for every gap between words, of the same length."""
    lower = small_letters(text)
    for gap in ASCII_GAPS if text.isascii() else GAPS:
        lower = lower.replace(gap, " ")
    return lower


def small_letters(text: str) -> str:
    """A text in small letters, each in its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer would move every place after it
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower


def folded(text: str) -> str:
    """A text in small letters between two spaces, all that is no letter or figure a space, each sign one place further on.

    Words that are sought with a space before them are found several times faster, since few signs can begin them.
    """
    return f" {text.encode('latin-1', 'replace').translate(FOLDED).decode('latin-1')} "


def openings(term: str) -> list[str]:
    """The letters with which a match must begin, simplified, as far as they are sure: one for each way to begin.

    >>> openings("(illicit|illegal) gold"), openings("traffick* in arms"), openings("money launder*")
    (['illicit gold', 'illegal gold'], ['traffick'], ['money launder'])
    """
    first = re.match(r"\(([^)]*)\)(?!\?)", term)
    written = [alternative + term[first.end() :] for alternative in first[1].split("|")] if first else [term]
    return list(dict.fromkeys(OPENING.match(way)[0].lower().replace("-", " ").rstrip() for way in written))


def first_words(term: str) -> list[str]:
    """The first words of the openings alone.

    >>> first_words("(illicit|illegal) gold"), first_words("organi-s-ed crime*")
    (['illicit', 'illegal'], ['organi'])
    """
    return list(dict.fromkeys(opening.partition(" ")[0] for opening in openings(term)))


def _any(terms: Sequence[str]) -> re.Pattern | None:
    """One pattern for any of the terms, the longest first; None where there are none."""
    if not terms:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(pattern, sorted(terms, key=len, reverse=True)))})\b", re.I)


def _words(name: str, entry: Mapping) -> Words:
    terms = tuple(Term(written, name, strength) for strength in Strength for written in entry.get(strength, ()))
    never, done = (_any(entry.get(key, ())) for key in ("never", "done"))
    written = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Words(name, terms, never, done, entry.get("spoils", False), written)


def _goods(name: str, entry: Mapping) -> list[Term]:
    return [Term(written, name, Strength.TERMS) for written in entry.get("goods", ())]


def _lived_on(activities: Mapping) -> re.Pattern:
    said, done = ("|".join(map(pattern, activities[words])) for words in ("living_on", "where_illicit"))
    return re.compile(rf"\b(?:{said})({done})\b", re.I)


def _done_to(activities: Mapping) -> re.Pattern:
    done = "|".join(map(pattern, activities["where_illicit"]))
    return re.compile(rf"\b({done})\s+(?:of|in)\s+(?:the\s+|all\s+)?$", re.I)
