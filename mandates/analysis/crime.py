"""Step 4: Document → CrimeReading. In which paragraphs and items organized crime is named, with which words.

Two ways of naming are found: a term of the lexicon ("money laundering"), and an unlawful activity with what it is done to
("trafficking in persons, arms, drugs and natural resources, and the smuggling of migrants" names five types). Whether crime is
what a paragraph is about or only a part of it is judged from where the words stand in its sentence.
"""

import re
from collections.abc import Iterable, Iterator

from mandates.analysis import lexicon
from mandates.analysis.lexicon import CrimeType, Lexicon
from mandates.analysis.values import CrimeReading, Document, Mention, Paragraph, ParagraphCrime, ParagraphKind, Span

NEAR = 40  # characters on either side of a mention in which a word may say that it is something else
ILLICIT_REACH = 70  # characters before an activity in which it may be called illicit

ANOTHER_CLAUSE = re.compile(r"[;:.()]|\b(?:that|which|who|to|by|free)\b")

# what an activity is done to: "of X, Y and Z" after it, "X, Y and Z" right before it
AFTER = re.compile(r"(?:[\s,]+(?:and|or)\s+[\w-]+)?\s+(?:of|in)\s+(?:the\s+|their\s+|its\s+)?", re.I)
ELEMENT_END = re.compile(r"\s*(?:,\s*(?:and|or|as well as|including)?|\band\b|\bor\b|/)\s*", re.I)
ELEMENT_WORDS = 7
BEFORE_REACH = 90  # characters before an activity in which a list may stand
CLAUSE_BREAK = re.compile(r"[;:.()]")

# verbs that make crime the object of an effort
PURPOSE = (
    r"combat\w*|count\w*(?=\s)|curb\w*|tackl\w+|fight\w*|prevent\w*|reduc\w+|address\w*|disrupt\w*|dismantl\w+|suppress\w*|eliminat\w+|"
    r"eradicat\w+|deter\w*|halt\w*|stop\w*|end\w*|against|ban(?:ning)?|control\w*|investigat\w+"
)
PURPOSEFUL = re.compile(rf"\b(?:{PURPOSE})\s+(?:[\w’'-]+,?\s+){{0,7}}$", re.I)
# what makes words a part of something else
PART = re.compile(
    r"\b(?:including|such as|suspected of|responsible for|with respect to|in (?:the )?context of|as well as|inter alia|taking into account|"
    r"recalling|victims? of|regarding|related to|caused by|aris\w+ from|to respond to)\b|;|,\s+and (?:to )?(?:advise|address|monitor|support|assist)\b",
    re.I,
)
EARLY_WORDS = 18
LATE = 0.6  # of an item's length: what begins after it is a closing clause


def find(document: Document) -> CrimeReading:
    """Crime in every preambular and operative paragraph and item, each for its own words."""
    words = lexicon.load()
    found: dict[int, ParagraphCrime] = {}
    terrorism: list[Span] = []
    for p in document.paragraphs:
        if p.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            continue
        terror = (
            [_span(p, m.start(), m.end()) for m in words.terrorism.finditer(p.text)]
            if "error" in p.text or "xtremis" in p.text
            else []
        )
        terrorism += terror
        if mentions := tuple(_mentions(p, words)):
            types = tuple(dict.fromkeys(m.crime_type for m in mentions))
            alone = [m for m in mentions if words.types[m.crime_type].alone]
            found[p.index] = ParagraphCrime(
                p.index, types, mentions, bool(alone), bool(terror), _is_subject(p.text, alone)
            )
    return CrimeReading(found, tuple(terrorism))


def _span(p: Paragraph, start: int, end: int) -> Span:
    return Span(p.index, start, end, p.text[start:end])


# --- mentions ---------------------------------------------------------------------------------------------------


def _mentions(p: Paragraph, words: Lexicon) -> list[Mention]:
    """Every mention in a paragraph's own words, in the order in which they stand."""
    lower = p.text.lower()
    if len(lower) != len(p.text):  # a letter whose small form is longer would move every place after it
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in p.text)
    beginnings = [(end + 1 - length, names) for end, (length, names) in words.stems.iter(lower)]
    if not beginnings:
        return []
    candidates = frozenset().union(*(names for _, names in beginnings))
    found = list(_terms(p, words, beginnings))
    if "" in candidates:
        found += _activities(p, words)
    if any(words.types[m.crime_type].alone for m in found):
        found += _further(p, words, candidates - {m.crime_type for m in found}, "weak")
    else:
        found += _further(p, words, candidates, "vague")
    unique = {(m.span.start, m.span.end, m.crime_type): m for m in found}
    return sorted(unique.values(), key=lambda m: (m.span.start, m.span.end))


def _terms(p: Paragraph, words: Lexicon, beginnings: list[tuple[int, frozenset[str]]]) -> Iterator[Mention]:
    """The lexicon's terms, tried only where the beginning of one stands."""
    reached: dict[str, int] = {}
    for start, names in sorted(beginnings, key=lambda found: found[0]):
        for name in names - {""}:
            if start < reached.get(name, 0):
                continue
            crime_type = words.types[name]
            match = crime_type.terms.match(p.text, start)
            if match and not _something_else(crime_type, p.text, start, match.end()):
                reached[name] = match.end()
                yield Mention(_span(p, start, match.end()), name, crime_type.entries[int(match.lastgroup[1:])])


def _something_else(crime_type: CrimeType, text: str, start: int, end: int) -> bool:
    return bool(crime_type.never and crime_type.never.search(text[max(0, start - NEAR) : end + NEAR]))


def _further(p: Paragraph, words: Lexicon, names: Iterable[str], strength: str) -> Iterator[Mention]:
    """Words that count only beside others (``weak``) or only in their absence (``vague``), of the types named."""
    for crime_type in (words.types[name] for name in names if name):
        if pattern := getattr(crime_type, strength):
            for match in pattern.finditer(p.text):
                yield Mention(_span(p, match.start(), match.end()), crime_type.name, match[0].lower())


def _activities(p: Paragraph, words: Lexicon) -> Iterator[Mention]:
    """Unlawful activities with what they are done to."""
    text = p.text
    unlawful = [*words.always.finditer(text)]
    unlawful += [m for m in words.where_illicit.finditer(text) if _called_illicit(text, m.start(), words)]
    for activity in unlawful:
        for crime_type, start, end in (*_goods_after(text, activity, words), *_goods_before(text, activity, words)):
            if not _something_else(crime_type, text, start, end):
                yield Mention(_span(p, start, end), crime_type.name, f"{activity[0].lower()} of goods")


def _called_illicit(text: str, start: int, words: Lexicon) -> bool:
    before = ANOTHER_CLAUSE.split(text[max(0, start - ILLICIT_REACH) : start])[-1]
    return bool(words.illicit.search(before))


def _goods_after(text: str, activity: re.Match, words: Lexicon) -> Iterator[tuple[CrimeType, int, int]]:
    """The list after "of" or "in": each element until one that names nothing known."""
    link = AFTER.match(text, activity.end())
    if not link:
        return
    place = link.end()
    stop = re.search(r"[;:.()]|\b(?:which|that|who|by|to|from|through)\b", text[place:])
    limit = place + stop.start() if stop else len(text)
    while place < limit:
        end = ELEMENT_END.search(text, place, limit)
        element = text[place : end.start() if end else limit]
        named = list(_named_goods(element, words))
        if not named:
            return
        for crime_type, start, stop_at in named:
            yield crime_type, activity.start() if place == link.end() else place + start, place + stop_at
        if not end:
            return
        place = end.end()


def _goods_before(text: str, activity: re.Match, words: Lexicon) -> Iterator[tuple[CrimeType, int, int]]:
    """The list right before the activity: "drug, arms and human trafficking". Read backwards, until nothing is known."""
    end = activity.start()
    begin = max(0, end - BEFORE_REACH)
    begin += max((m.end() for m in CLAUSE_BREAK.finditer(text[begin:end])), default=0)
    cuts = [begin, *(m.end() + begin for m in ELEMENT_END.finditer(text[begin:end]))]
    stop = end
    for start in reversed(cuts):
        element = text[start:stop].rstrip()
        last = ELEMENT_END.search(element + " ", max(0, len(element) - 4)) if stop != end else None
        element = (element[: last.start()] if last else element).rstrip(" ,")
        named = [goods for goods in _named_goods(element, words) if goods[2] == len(element)]
        if not named:
            return
        for crime_type, at, _ in named:
            yield crime_type, start + at, activity.end() if stop == end else start + len(element)
        stop = start


def _named_goods(element: str, words: Lexicon) -> Iterator[tuple[CrimeType, int, int]]:
    """The goods that a short list element names, the longest name where several fit."""
    if len(element.split()) > ELEMENT_WORDS:
        element = " ".join(element.split()[:ELEMENT_WORDS])
    best: list[tuple[CrimeType, int, int]] = []
    for crime_type in words.types.values():
        if crime_type.goods and (match := crime_type.goods.search(element)):
            best.append((crime_type, match.start(), match.end()))
    return iter(best)


# --- subject or clause ------------------------------------------------------------------------------------------


def _is_subject(text: str, mentions: list[Mention]) -> bool:
    """Whether crime is what the words are about.

    A heading decides alone. Otherwise crime is the subject where an effort is directed at it ("to combat drug trafficking")
    before the closing part of the sentence, or where it stands early with nothing before it that makes it a part.
    """
    if not mentions:
        return False
    first = mentions[0].span.start
    heading, newline, _ = text.partition("\n")
    if newline and heading.rstrip()[-1:] not in ";.,:":
        return first < len(heading)
    before = text[:first]
    if PURPOSEFUL.search(before) and first <= LATE * len(text):
        return True
    if PURPOSEFUL.search(before) and not PART.search(before) and len(before.split()) <= EARLY_WORDS:
        return True
    return len(before.split()) <= EARLY_WORDS and not PART.search(before)
