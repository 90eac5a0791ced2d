"""Authorized strengths that a text states: military, police and others."""

import re
from collections.abc import Iterator

from mandates.analysis import numerals
from mandates.analysis.values import Document, Strength, StrengthKind

NUMBER = rf"({numerals.PATTERN})"
# what may stand between a number and its noun
OF = r"(?:(?:United Nations|additional|civilian|international|unarmed|well-trained|members of|[A-Z]{4,})\s+)*"

NOUNS = (
    (StrengthKind.UNIFORMED, r"uniformed (?:[A-Z]{4,} )?(?:personnel|members|components?)"),
    (
        StrengthKind.MILITARY_OBSERVERS,
        r"(?:military (?:observers?|liaison officers|liaison personnel|experts)|observers\b(?! mission))",
    ),
    (
        StrengthKind.MILITARY,
        r"(?:military (?:personnel|troops)|troops|soldiers|military\b(?= and|,)|infantry\b(?! (?:compan|battalion|brigade|unit|platoon)))",
    ),
    (
        StrengthKind.INDIVIDUAL_POLICE,
        r"(?:individual(?:ly)? (?:deployed )?police officers|individual police|seconded police officers)",
    ),
    (
        StrengthKind.FORMED_POLICE,
        r"(?:formed police(?: unit)? (?:personnel|officers|members)|personnel (?:of|in) formed police units|members of formed police units)",
    ),
    (
        StrengthKind.POLICE,
        r"(?:police(?! (?:stations|units|contingents|compan|components|academ|district))|civilian and seconded personnel to serve as police)\b",
    ),
    (StrengthKind.CORRECTIONS, r"correction(?:s|al)? (?:officers|personnel|advis[eo]rs)"),
    (StrengthKind.CIVILIAN, r"(?:civilian (?:staff|personnel|experts|observers)|international civilian)\b"),
)
A_NUMBER = re.compile(rf"\b{NUMBER}(?=\s)")
STATED = tuple((kind, re.compile(rf"\s+{OF}{noun}")) for kind, noun in NOUNS)
# the other way round: "a troop ceiling of 17,000", "a police component of up to 1,250"
CEILING = re.compile(
    rf"\b(troop|military|police) (?:ceiling|component|strength|level)s?(?:,[^,;]{{3,60}},)? (?:of|at|to|not exceeding|shall (?:remain at|be|consist of|comprise))(?: up to)? {NUMBER}\b"
)
# so many units of so many police: "two formed police units of up to 140 officers each"
UNITS = re.compile(
    rf"\b{NUMBER} (?:additional )?formed police units"
    rf"(?:,? each (?:of|with|comprising)(?: up to)? {NUMBER}\b|,? (?:of|with|comprising)(?: up to)? {NUMBER}\b[^;,.]{{0,30}}?\beach\b)"
)
# between a number of police and that of their formed units where the one holds the other; else they are listed side by side
PART = re.compile(
    r"\b(?:includ|compris|compos|consist|made up|of (?:whom|which|them)|among|total|overall|which|replac)|[;:.]\s", re.I
)
CEILINGS = {"troop": StrengthKind.MILITARY, "military": StrengthKind.MILITARY, "police": StrengthKind.POLICE}
# one of them stands wherever a strength is stated: a quick look before the slow patterns
SPEAKS = ("police", "military", "troop", "uniformed", "observers", "corrections", "civilian", "soldiers", "infantry")
# a change, not a level: "by 1,030 troops", "an additional 750 police"
CHANGE = re.compile(
    r"\b(?:by(?: an?)?(?: further| additional)?(?: up to)?|additional|an? (?:overall )?(?:increase|reduction) of(?: up to)?|reinforcement of(?: up to)?)\s*$",
    re.I,
)
NO_STRENGTH = re.compile(
    r"\W*(?:\w+\s+)?(?:condemns|welcomes|commends|expresses|deplores|notes|recalls|calls|urges)\b", re.I
)


def find(document: Document) -> tuple[Strength, ...]:
    """The strength of each kind that the operative paragraphs state, in the order of StrengthKind.

    The largest of its kind, because a text names a ceiling and then its parts (formed units, individual officers).
    A number that changes a level ("by 1,030 troops") counts only where no level of its kind is stated.
    """
    levels: dict[StrengthKind, Strength] = {}
    changes: dict[StrengthKind, Strength] = {}
    for p in document.operative():
        if not any(word in p.text for word in SPEAKS) or NO_STRENGTH.match(p.text):
            continue
        stated = list(_stated(p.text))
        formed = [(start, end) for kind, _, start, end in stated if kind is StrengthKind.FORMED_POLICE]
        for kind, number, start, end in stated:
            held = changes if CHANGE.search(p.text[max(0, start - 40) : start]) else levels
            if number > 1 and (kind not in held or number > held[kind].number):
                apart = kind is StrengthKind.POLICE and any(_apart(p.text, (start, end), other) for other in formed)
                held[kind] = Strength(kind, number, p.index, p.label, apart)
    found = changes | levels
    return tuple(found[kind] for kind in StrengthKind if kind in found)


def _stated(text: str) -> Iterator[tuple[StrengthKind, int, int, int]]:
    """Every number that a text states: its kind, and where its words begin and end."""
    numbers = list(A_NUMBER.finditer(text))
    for kind, pattern in STATED:
        for number in numbers:
            if noun := pattern.match(text, number.end()):
                yield kind, numerals.value(number[1]), number.start(), noun.end()
    for match in CEILING.finditer(text):
        yield CEILINGS[match[1]], numerals.value(match[2]), match.start(2), match.end()
    for match in UNITS.finditer(text) if "formed police units" in text else ():
        number = numerals.value(match[1]) * numerals.value(match[2] or match[3])
        yield StrengthKind.FORMED_POLICE, number, match.start(), match.end()


def _apart(text: str, police: tuple[int, int], formed: tuple[int, int]) -> bool:
    """Whether a number of police and that of formed units stand side by side: neither is said to hold the other."""
    (_, end), (start, _) = sorted((police, formed))
    return PART.search(text, end, start) is None
