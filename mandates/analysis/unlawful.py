"""Unlawful activities and what they are done to: "trafficking in persons, arms and drugs" names three crime types.

An activity is unlawful by its name (smuggling), because the text calls it or its goods so (illicit trade, trade in illicit
drugs), and for some goods because
armed groups live on it or because it breaks a ban. What it is done to stands after it ("of X, Y and Z") or right before it ("X, Y and Z trafficking").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandates.analysis.lexicon import Found, Lexicon, Sign, Words

ILLICIT_REACH = 70  # characters from where something is called illicit to the activity
DONE_REACH = 30  # characters from an activity to what it is done to: "the flow of illegal arms"
SPOILS_REACH = 130  # characters from armed groups to what they live on, and from what is done to the ban that it breaks
BEFORE_REACH = 90  # characters before an activity in which a list may stand
LIST_REACH = 400  # characters after an activity in which a list may go on
ELEMENT_WORDS = 7

ANOTHER_CLAUSE = re.compile(r"[;:.()]|\b(?:that|which|who|to|by|free|and\s+(?:the|their|its))\b")
CLAUSE_BREAK = re.compile(r"[;:.()]")
# "of" or "in", after another activity ("and smuggling of") or after how, from where or by whom ("by sea in", "from Karesia of")
AFTER = re.compile(
    r"(?:\s+(?:of|in))?(?:[\s,]+(?:and|or)\s+[\w-]+|,?\s+(?:by|from|to|into|across|through)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+,?)?"
    r"\s+(?:of|in)\s+(?:the\s+|their\s+|its\s+)?",
    re.I,
)
OBJECT = re.compile(r"\s+(?:the\s+|their\s+|its\s+)?", re.I)
LIST_END = re.compile(r"[;:.()]|\b(?:which|that|who|by|to|from|through|for|into|against|destined)\b")
ELEMENT_END = re.compile(r"\s*(?:,\s*(?:and|or|as well as|including)?|\band\b|\bor\b|/)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Goods:
    """What an unlawful activity is done to. The words from ``start`` to ``end`` may hold the activity as well."""

    crime_type: str
    start: int
    end: int
    activity: str


@dataclass(frozen=True, slots=True)
class _Activity:
    start: int
    end: int
    words: str
    spoils_only: bool = False


class _Held:
    """Everything in a text that can be trafficked, in its order; of two names that overlap the first and longest."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found: list[Found] = []
        reached = 0
        for goods in found:
            if goods.start >= reached:
                reached = goods.end
                if goods.term.strength is not Sign.NOT_GOODS:
                    self._found.append(goods)
        self._starts = [goods.start for goods in self._found]
        self._ending = {goods.end: goods for goods in self._found}

    def starting(self, start: int) -> bool:
        """Whether anything is named right at a place."""
        place = bisect_left(self._starts, start)
        return place < len(self._starts) and self._starts[place] == start

    def ending(self, end: int) -> Found | None:
        """What is named right before a place."""
        return self._ending.get(end)

    def first(self, text: str, start: int, end: int) -> Found | None:
        """What a list element is about: the first thing that it names, in its first words."""
        place = bisect_left(self._starts, start)
        if place == len(self._starts):
            return None
        goods = self._found[place]
        near = goods.end <= end and text.count(" ", start, goods.end) < ELEMENT_WORDS
        return goods if near else None


def find(text: str, simple: str, found: Sequence[Found], words: Lexicon) -> list[Goods]:
    """All goods of the unlawful activities of a text. ``found`` holds the signs of them that stand there.

    ``simple`` is the text as ``lexicon.simplified`` gives it.
    """
    activities = _activities(text, found, words)
    if not activities:
        return []
    held = _Held(words.find_goods.find(text, simple))
    return [
        goods
        for activity in activities
        for goods in (*_after(text, activity, held), *_before(text, activity, held, words))
        if _is_of(text, activity, goods, words.types[goods.crime_type])
    ]


def _is_of(text: str, activity: _Activity, goods: Goods, words: Words) -> bool:
    """Whether the activity, done to these goods, is the crime whose words are given."""
    if activity.spoils_only and not words.spoils:
        return False
    if words.done and not words.done.fullmatch(activity.words):
        return False
    if words.something_else(text, activity.start, activity.end, after=0):
        return False
    return not words.something_else(text, goods.start, goods.end)


def _activities(text: str, found: Sequence[Found], words: Lexicon) -> list[_Activity]:
    """The unlawful activities of a text. What is unlawful for more than one reason stands here once."""
    by_start: dict[int, _Activity] = {}
    for sign in found:
        if sign.term.strength is Sign.ALWAYS:
            by_start[sign.start] = _Activity(sign.start, sign.end, text[sign.start : sign.end])
        elif sign.term.strength is Sign.LOOTING:
            by_start[sign.start] = _Activity(sign.start, sign.end, text[sign.start : sign.end], True)
        elif sign.term.strength is Sign.ILLICIT:
            limit = _limit(ANOTHER_CLAUSE, text, sign.end, sign.end + ILLICIT_REACH)
            for match in words.where_illicit.finditer(text, sign.end, limit):
                by_start[match.start()] = _Activity(match.start(), match.end(), match[0])
            if match := words.done_to.search(text, max(0, sign.start - DONE_REACH), sign.start):
                by_start[match.start(1)] = _Activity(match.start(1), match.end(1), match[1])
        elif sign.term.strength is Sign.ARMED:
            limit = _limit(CLAUSE_BREAK, text, sign.end, sign.end + SPOILS_REACH)
            for match in words.lived_on.finditer(text, sign.end, limit):
                by_start.setdefault(match.start(1), _Activity(match.start(1), match.end(1), match[1], True))
        elif sign.term.strength is Sign.BREACH:
            nearest = None
            for match in words.where_illicit.finditer(text, max(0, sign.start - SPOILS_REACH), sign.start):
                nearest = match
            if nearest and not CLAUSE_BREAK.search(text, nearest.end(), sign.start):
                by_start.setdefault(nearest.start(), _Activity(nearest.start(), nearest.end(), nearest[0], True))
    return list(by_start.values())


def _limit(breaks: re.Pattern, text: str, start: int, end: int) -> int:
    """Where the clause that goes on from ``start`` ends, ``end`` at the latest."""
    broken = breaks.search(text, start, end)
    return broken.start() if broken else end


def _after(text: str, activity: _Activity, held: _Held) -> Iterator[Goods]:
    """The list after "of" or "in", or right after a verb: each element until one that names nothing known."""
    link = AFTER.match(text, activity.end) or OBJECT.match(text, activity.end)
    if not link:
        return
    place = first = link.end()
    if link.re is OBJECT and not held.starting(first):
        return
    stop = LIST_END.search(text, place, place + LIST_REACH)
    limit = stop.start() if stop else min(place + LIST_REACH, len(text))
    while place < limit:
        end = ELEMENT_END.search(text, place, limit)
        goods = held.first(text, place, end.start() if end else limit)
        if goods is None:
            return
        yield Goods(goods.term.name, activity.start if place == first else goods.start, goods.end, activity.words)
        if not end:
            return
        place = end.end()


def _before(text: str, activity: _Activity, held: _Held, words: Lexicon) -> Iterator[Goods]:
    """The list right before the activity: "drug, arms and human trafficking". Read backwards, until nothing is known.

    Other activities between are passed over: "opium cultivation, production and trafficking".
    """
    begin = max(0, activity.start - BEFORE_REACH)
    for match in CLAUSE_BREAK.finditer(text, begin, activity.start):
        begin = match.end()
    cuts = [(begin, begin), *((m.start(), m.end()) for m in ELEMENT_END.finditer(text, begin, activity.start))]
    stop, done_to = activity.start, True  # whether what stands next is done to by this activity or by another before it
    for cut, start in reversed(cuts):
        end = start + len(text[start:stop].rstrip())
        if stop == activity.start:
            done_to = end > start
        else:
            last_word = text.rfind(" ", start, end) + 1 or start
            if words.activity.fullmatch(text, last_word, end):
                end = start + len(text[start:last_word].rstrip())
                done_to = True
            elif not done_to:
                return
        if end > start:
            goods = held.ending(end)
            if goods is None or goods.start < start:
                return
            yield Goods(goods.term.name, goods.start, activity.end if stop == activity.start else end, activity.words)
        stop = cut
