"""How long a mandate runs by the words of the text that sets or extends it."""

import re
from datetime import date

from mandates.analysis import kinds, numerals
from mandates.analysis.values import Document, MissionName, Paragraph, Term

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        1,
    )
}
MONTH = rf"(?:{'|'.join(MONTHS)})"
DAY = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})"
# a draft may offer several, whose brackets are gone by now: "until 31 March 30 June 2032"
UNTIL = re.compile(
    rf"\b(?:until|till|ending(?: on)?|expiring on|terminating on|through|up to|to|by|before) (?:the end of |midnight (?:of|on) )?"
    rf"({DAY}(?:,? (?:\d{{4}}|(?=\d|{MONTH}))(?: ?/)?(?: or)? ?{DAY}){{0,4}}),? (\d{{4}})"
)
NAMED_DAY = re.compile(rf"(?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}}))(?:,? (\d{{4}}))?")
COUNT = rf"({numerals.PATTERN}(?:(?: or |[ /]+){numerals.PATTERN}){{0,3}})"
UNIT = r"(days?|weeks?|months?|years?)"
PERIOD = re.compile(
    rf"\b(?:period|term|duration|phase) (?:of )?(?:up to |not exceeding |not to exceed )?{COUNT}[ -]{UNIT}|"
    rf"\b{COUNT}[ -]{UNIT} (?:period|mandate|phase)|"
    rf"\b(?:for|not exceed(?:ing)?|not more than|limited to) (?:a |an )?(?:up to |no more than |not more than |(?:a )?period not exceeding )?(?:further |additional |initial |another |final )?{COUNT}[ -]{UNIT}",
    re.I,
)
A_COUNT = re.compile(numerals.PATTERN, re.I)
DAYS = {"day": 1, "week": 7}
MONTHS_IN = {"month": 1, "year": 12}
# how long something lasts, said of it and not done to it: "the mandate of X will be for", "X is established for"
LASTS = re.compile(
    r"\b(?:is|are|be) established (?:\w+ )?for\b|\bmandate\b[^;]{0,160}?\b(?:shall|will) (?:be (?:for|limited to)|last|run|expire|end)\b"
)


def find(document: Document, mission: MissionName | None) -> Term | None:
    """The term that the text sets for a mission: the first paragraph that extends or establishes it and says for how long.

    A text without a mission has no term: what it extends are measures, or the work of experts.
    """
    if mission is None:
        return None
    for p, text in kinds.spoken(document):
        if _sets(text, mission) and (term := _term(p)):
            return term
    return None


def _sets(text: str, mission: MissionName) -> bool:
    """Whether a paragraph sets the term of a mission."""
    if kinds.extends(text, mission) or kinds.establishes(text, mission):
        return True
    return bool(kinds.DECIDING.match(text) and LASTS.search(text)) and kinds.concerns(text, mission)


def _term(p: Paragraph) -> Term | None:
    """What a paragraph says of a term, read after its verb; of a draft's alternatives the shortest."""
    text = p.text.replace("[", "").replace("]", "") if "[" in p.text else p.text
    verbs = [verb.search(text) for verb in (LASTS, kinds.EXTENDING, kinds.ESTABLISHING)]
    start = min((verb.start() for verb in verbs if verb), default=0)
    for match in UNTIL.finditer(text, start):
        if days := _days(match[1], match[2]):
            return Term(p.index, p.label, until=min(days))
    if match := PERIOD.search(text, start):
        counts, unit = next((match[i], match[i + 1].lower().rstrip("s")) for i in (1, 3, 5) if match[i])
        count = min(numerals.value(each) for each in A_COUNT.findall(counts))
        if unit in DAYS:
            return Term(p.index, p.label, days=count * DAYS[unit])
        return Term(p.index, p.label, months=count * MONTHS_IN[unit])
    return None


def _days(words: str, year: str) -> list[date]:
    """The days that words name, those without a year in the year given; a day that no calendar has is left out."""
    found: list[date] = []
    for day, month, us_month, us_day, own_year in NAMED_DAY.findall(words):
        try:
            found.append(date(int(own_year or year), MONTHS[month or us_month], int(day or us_day)))
        except ValueError:
            continue
    return found
