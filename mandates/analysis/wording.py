"""Numbers and names as people say them, for every sentence shown: the 6th of 11, 2 paragraphs, priority tasks."""

import re
from collections.abc import Sequence

from mandates.analysis.values import Addressee, FlagReason, Gap, Kind, Missing, StrengthKind, Term, Tier

TIERS = {
    Tier.STRATEGIC: "strategic tasks",
    Tier.PRIORITY: "priority tasks",
    Tier.IMMEDIATE_PRIORITY: "immediate priority tasks",
    Tier.ESSENTIAL: "essential tasks",
    Tier.OTHER: "other tasks",
    Tier.ADDITIONAL: "additional tasks",
    Tier.UNSPECIFIED: "tasks",
}
ADDRESSEES = {
    Addressee.MISSION: "the mission",
    Addressee.HOST_STATE: "the host State",
    Addressee.MEMBER_STATES: "Member States",
    Addressee.SECRETARY_GENERAL: "the Secretary-General",
    Addressee.UN_ENTITIES: "United Nations entities",
    Addressee.SANCTIONS_BODY: "a sanctions committee or panel",
    Addressee.ARMED_GROUPS_OR_PARTIES: "armed groups or parties",
    Addressee.OTHER: "nobody in particular",
}
KINDS = {
    Kind.MANDATE: "mandate",
    Kind.EXTENSION: "extension of a mandate",
    Kind.NON_UN_AUTHORIZATION: "authorization of a force that others run",
    Kind.SANCTIONS: "sanctions text",
    Kind.THEMATIC: "thematic text",
    Kind.PRESIDENTIAL_STATEMENT: "presidential statement",
    Kind.OTHER: "text that sets no mission's mandate",
}
CITED = re.compile(r"(?<=[\w)]) (?=\(\w{1,5}\))")


def ordinal(number: int) -> str:
    """
    >>> [ordinal(n) for n in (1, 2, 3, 11, 12, 22, 113)]
    ['1st', '2nd', '3rd', '11th', '12th', '22nd', '113th']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def count(number: int, noun: str) -> str:
    """
    >>> count(1, "main task"), count(0, "paragraph")
    ('1 main task', '0 paragraphs')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def paragraph_counts(kind: str, preambular: int, operative: int) -> str:
    """How long a text is; a presidential statement has neither preamble nor operative part.

    >>> paragraph_counts(Kind.MANDATE, 12, 1), paragraph_counts(Kind.PRESIDENTIAL_STATEMENT, 9, 0)
    ('12 preambular paragraphs, 1 operative paragraph', '9 paragraphs')
    """
    if kind == Kind.PRESIDENTIAL_STATEMENT:
        return count(preambular + operative, "paragraph")
    return f"{count(preambular, 'preambular paragraph')}, {count(operative, 'operative paragraph')}"


def place(number: int, total: int, noun: str) -> str:
    """
    >>> place(6, 11, "main task"), place(1, 1, "main task")
    ('the 6th of 11 main tasks', 'the only main task')
    """
    return f"the only {noun}" if total == 1 else f"the {ordinal(number)} of {count(total, noun)}"


def capital(sentence: str) -> str:
    """
    >>> capital("in this text organized crime")
    'In this text organized crime'
    """
    return sentence[:1].upper() + sentence[1:]


def join(words: Sequence[str]) -> str:
    """
    >>> join(["7"]), join(["7", "12"]), join(["7", "12", "20"])
    ('7', '7 and 12', '7, 12 and 20')
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def paragraphs(labels: Sequence[str]) -> str:
    """
    >>> paragraphs(["31"]), paragraphs(["31", "69"])
    ('paragraph 31', 'paragraphs 31 and 69')
    """
    return f"paragraph{'' if len(labels) == 1 else 's'} {join(labels)}"


def preambular(numbers: Sequence[int]) -> str:
    """
    >>> preambular([17, 27])
    'PP17 and PP27'
    """
    return join([f"PP{number}" for number in numbers])


def resolution(symbol: str) -> str:
    """
    >>> resolution("S/RES/1509 (2003)")
    'resolution 1509 (2003)'
    """
    return symbol.replace("S/RES/", "resolution ") if symbol.startswith("S/RES/") else symbol


def reason(flag_reason: FlagReason | None, top: int) -> str:
    """Why a text is flagged, with the policy's own number: "beyond the top 3"."""
    return f"beyond the top {top}" if flag_reason is FlagReason.BEYOND_N else str(flag_reason or "")


def addressees(who: Sequence[Addressee]) -> str:
    """Who is spoken to, each once, in the order given; "nobody in particular" only where nobody else is."""
    names = [ADDRESSEES[a] for a in dict.fromkeys(who) if a is not Addressee.OTHER]
    return join(names) or ADDRESSEES[Addressee.OTHER]


STRENGTHS = {
    StrengthKind.UNIFORMED: "uniformed personnel",
    StrengthKind.MILITARY: "military personnel",
    StrengthKind.MILITARY_OBSERVERS: "military observers",
    StrengthKind.POLICE: "police",
    StrengthKind.INDIVIDUAL_POLICE: "individual police officers",
    StrengthKind.FORMED_POLICE: "police in formed units",
    StrengthKind.CORRECTIONS: "corrections officers",
    StrengthKind.CIVILIAN: "civilians",
}


def strength(kind: StrengthKind, number: int) -> str:
    """
    >>> strength(StrengthKind.FORMED_POLICE, 2420)
    '2,420 police in formed units'
    """
    return f"{number:,} {STRENGTHS[kind]}"


def term(term: Term) -> str:
    """How long a mandate runs, after "the mandate runs".

    >>> from datetime import date
    >>> term(Term(3, "3", until=date(2033, 3, 15))), term(Term(3, "3", months=12)), term(Term(3, "3", days=30))
    ('until 15 March 2033', 'for 12 months', 'for 30 days')
    """
    if term.until:
        return f"until {term.until.day} {term.until:%B %Y}"
    return f"for {count(term.months, 'month') if term.months else count(term.days, 'day')}"


def gap(gap: Gap) -> str:
    """What a text lacks, in a sentence.

    >>> gap(Gap(Missing.NUMBER, ("11", "12"), 14)), gap(Gap(Missing.ITEM, ("8 (c)",), 9))
    ('The numbers of paragraphs 11 and 12 are missing.', 'Item 8 (c) is missing.')
    """
    if gap.missing is Missing.NUMBER:
        many = len(gap.labels) > 1
        return f"The number{'s' if many else ''} of {paragraphs(gap.labels)} {'are' if many else 'is'} missing."
    if gap.missing is Missing.ITEM:
        return f"Item{'s' if len(gap.labels) > 1 else ''} {join(gap.labels)} {'are' if len(gap.labels) > 1 else 'is'} missing."
    if gap.missing is Missing.OPERATIVE_PART:
        return "The text has no operative part."
    return "The text breaks off before its end."


def unbroken(text: str) -> str:
    """No-break spaces inside what is cited, ``38 (a) (iii)`` and ``2423 (2018)``, so that no line breaks there."""
    return CITED.sub("\N{NO-BREAK SPACE}", text)
