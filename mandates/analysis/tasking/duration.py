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
DAY = rf"(\d{{1,2}}) ({'|'.join(MONTHS)}),? (\d{{4}})"
UNTIL = re.compile(
    rf"\b(?:until|till|ending(?: on)?|expiring on|terminating on|through|up to|to|by|before) (?:the end of |midnight (?:of|on) )?{DAY}"
)
COUNT = rf"({numerals.PATTERN})"
PERIOD = re.compile(
    rf"\b(?:period|term|duration|phase) (?:of )?(?:up to |not exceeding )?{COUNT}[ -](months?|years?)|"
    rf"\b{COUNT}[ -](months?|years?) (?:period|mandate|phase)|"
    rf"\b(?:for|not exceed(?:ing)?|not more than|limited to) (?:a |an )?(?:up to |no more than |not more than |(?:a )?period not exceeding )?(?:further |additional |initial |another |final )?{COUNT}[ -](months?|years?)",
    re.I,
)


def find(document: Document, mission: MissionName | None) -> Term | None:
    """The term that the text sets for a mission: the first paragraph that extends or establishes it and says for how long."""
    for p, text in kinds.spoken(document):
        if _sets(text, mission) and (term := _term(p)):
            return term
    return None


def _sets(text: str, mission: MissionName | None) -> bool:
    """Whether a paragraph sets the mission's term; of a force without a name, whether it authorizes or extends at all."""
    if mission:
        return kinds.extends(text, mission) or kinds.establishes(text, mission)
    return bool(kinds.DECIDING.match(text) and (kinds.EXTENDING.search(text) or kinds.AUTHORIZES_OTHERS.search(text)))


def _term(p: Paragraph) -> Term | None:
    verb = kinds.EXTENDING.search(p.text) or kinds.ESTABLISHING.search(p.text)
    start = verb.start() if verb else 0
    for match in UNTIL.finditer(p.text, start):
        try:
            return Term(p.index, p.label, until=date(int(match[3]), MONTHS[match[2]], int(match[1])))
        except ValueError:
            continue
    if match := PERIOD.search(p.text, start):
        count, unit = next((match[i], match[i + 1]) for i in (1, 3, 5) if match[i])
        return Term(p.index, p.label, months=numerals.value(count) * (12 if unit.lower().startswith("year") else 1))
    return None
