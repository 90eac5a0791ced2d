"""Step 4: Document → CrimeReading. In which paragraphs and items organized crime is named, with which words.

Two ways of naming are found: a term of the lexicon ("money laundering"), and an unlawful activity with what it is done to
(unlawful.py). Whether crime is what a paragraph is about or only a part of it is judged in subject.py.
"""

import re
from collections.abc import Iterator, Sequence

from mandates.analysis import lexicon, subject, taxonomy, unlawful
from mandates.analysis.lexicon import Found, Lexicon, Sign, Strength
from mandates.analysis.taxonomy import Taxonomy
from mandates.analysis.values import CrimeReading, Document, Mention, Paragraph, ParagraphCrime, ParagraphKind, Span

BODY = frozenset({ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE})
# between "illicit" and what is so called: no more than further adjectives ("illicit and destabilizing", "illegal cross-border");
# a plural is a noun ("illegal groups trafficking in drugs")
ADJECTIVES = re.compile(r"\s+(?:(?:and|or)\s+(?:[\w’'-]+\s+)?)?(?:[\w’'-]*[^\Ws]\s+)?")


def find(document: Document) -> CrimeReading:
    """Crime in every preambular and operative paragraph and item, each for its own words."""
    words, types = lexicon.load(), taxonomy.load()
    found: dict[int, ParagraphCrime] = {}
    terrorism: list[Span] = []
    for p in document.paragraphs:
        if p.kind not in BODY:
            continue
        simple = lexicon.simplified(p.text)
        terror = ()
        if "terror" in simple or "extremis" in simple:
            terror = [_span(p, m.start(), m.end()) for m in words.terrorism.finditer(p.text)]
            terrorism += terror
        if (terms := words.find_types.find(p.text, simple)) and (mentions := _mentions(p, simple, terms, words, types)):
            found[p.index] = _crime(p, simple, mentions, bool(terror), words, types)
    return CrimeReading(found, tuple(terrorism))


def _crime(
    p: Paragraph, simple: str, mentions: tuple[Mention, ...], with_terrorism: bool, words: Lexicon, types: Taxonomy
) -> ParagraphCrime:
    named = dict.fromkeys(m.crime_type for m in mentions)
    crimes = tuple(dict.fromkeys(types.whole(name) for name in named if types.crime(name)))
    counted = [m for m in mentions if types.organized_crime(m.crime_type)]
    return ParagraphCrime(
        paragraph=p.index,
        crime_types=crimes,
        mentions=mentions,
        organized_crime=bool(counted),
        with_terrorism=with_terrorism,
        subject=subject.is_subject(p.text, ((m.span.start, m.span.end) for m in counted)),
        further_types=tuple(name for name in named if name not in crimes),
        task_kinds=_task_kinds(p.text, simple, words) if counted else (),
    )


def _span(p: Paragraph, start: int, end: int) -> Span:
    return Span(p.index, start, end, p.text[start:end])


def _task_kinds(text: str, simple: str, words: Lexicon) -> tuple[str, ...]:
    """Kinds of task that the words name, in the order of the text."""
    found = words.find_kinds.find(text, simple)
    return tuple(
        dict.fromkeys(
            f.term.name for f in found if not words.task_kinds[f.term.name].something_else(text, f.start, f.end)
        )
    )


# --- mentions ---------------------------------------------------------------------------------------------------


def _mentions(p: Paragraph, simple: str, found: list[Found], words: Lexicon, types: Taxonomy) -> tuple[Mention, ...]:
    """Every mention in a paragraph's own words, in the order in which they stand."""
    terms = list(_terms(p.text, found, words))
    named = [f for f in terms if f.term.strength is Strength.TERMS]
    goods = unlawful.find(p.text, simple, found, words)
    if any(types.organized_crime(name) for name in (*(f.term.name for f in named), *(g.crime_type for g in goods))):
        named += [f for f in terms if f.term.strength is Strength.WEAK]
    elif not goods:
        named += [f for f in terms if f.term.strength is Strength.VAGUE]
    illicit = [f for f in found if f.term.strength is Sign.ILLICIT]
    mentions = [
        Mention(_span(p, _begin(p.text, begin, illicit), end), crime_type, written)
        for begin, end, crime_type, written in (
            *((f.start, f.end, f.term.name, f.term.written) for f in named),
            *((g.start, g.end, g.crime_type, f"{g.activity.lower()} of goods") for g in goods),
        )
    ]
    unique = {(m.span.start, m.span.end, m.crime_type): m for m in mentions}
    return tuple(sorted(unique.values(), key=lambda m: (m.span.start, m.span.end)))


def _terms(text: str, found: list[Found], words: Lexicon) -> Iterator[Found]:
    for f in found:
        if not f.term.is_sign and not words.types[f.term.name].something_else(text, f.start, f.end):
            yield f


def _begin(text: str, start: int, illicit: Sequence[Found]) -> int:
    """Where a mention begins with the adjectives that call it illicit, where they stand right before it."""
    begin = start
    for sign in reversed(illicit):
        if sign.end <= begin and ADJECTIVES.fullmatch(text, sign.end, begin):
            begin = sign.start
    return begin
