"""Where a text asks its mission, in its own words, to act on organized crime, and with what verb.

A place is a task whose own words name organized crime, or a paragraph or item outside the lists in which a clause asks it
of the mission: "Expresses concern over the smuggling of gold, and requests UNMIKA to report" asks nothing on smuggling.
What stands in another text, whose tasks this one renews, is not asked here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandates.analysis import addressee, once, places, subject, taxonomy
from mandates.analysis.values import Document, Mention, MissionName, ParagraphCrime, Position, Review, Span, Task

ASKING = frozenset({Position.MAIN_TASK, Position.WITHIN_MAIN_TASK, Position.MISSION_PARAGRAPH_OUTSIDE_LIST})
# a further clause of a paragraph, also one that only states: ", and encourages", "; underlines"
CLAUSE = re.compile(
    r"(?:[,;]|\band)\s+(?:and\s+)?(?:in (?:this|that) (?:regard|context|respect),?\s+)?(?:(?:also|further|again|\w+ly)\s+){0,2}"
    r"(calls? (?:up)?on|urges|requests|encourages|invites|demands|decides|authori[sz]es|directs|instructs|reminds|appeals|stresses|emphasi[sz]es|"
    r"underlines|underscores|reaffirms|reiterates|affirms|notes|takes note|recalls|welcomes|expresses|recogni[sz]es|acknowledges|commends|condemns)\b"
)
# "Reiterates its request that": what the Council only states, unless it is a call of its own
CALLS = {"request": 4, "demand": 5, "call": 3, "appeal": 3, "invitation": 2, "encouragement": 2}
ITS_CALL = re.compile(rf"(?:\w+ )?(?:its|the) (?:\w+ )?({'|'.join(CALLS)})s?\b")
UNKNOWN = 3  # a verb that is not in the scale: nobody says that it is weak
# the mission where it is not named: "and requests it to"
THE_MISSION = r"\A\s+(?:it|the (?:Mission|Force|Operation|Office))\b|\b(?:Special Representative|Head of Mission)"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with which the Council speaks, and how strong it is: 5 decides … 0 notes; the scale is ours."""

    span: Span
    strength: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One place. ``paragraph`` is the index of the item or numbered paragraph; ``task`` is None outside the lists.

    ``around`` are the indexes of the paragraphs above it, the nearest first: what a chapeau says of means and partners
    holds for its items.
    """

    paragraph: int
    label: str
    around: tuple[int, ...]
    task: Task | None = None


@once.for_each_review
def find(review: Review) -> tuple[Asked, ...]:
    """Every place, in the order of the text; none where the mission is asked nothing on organized crime."""
    reading = review.reading
    if reading.position not in ASKING:
        return ()
    document = review.document
    tasks = {t.paragraph: t for t in places.named(reading)}
    numbers = set(places.outside_lists(reading)) if reading.mission else set()
    outside = [p.index for p in document.operative() if p.number in numbers] if numbers else []
    found = []
    for index in sorted({*tasks, *outside}):
        p = document.paragraphs[index]
        place = Asked(index, p.label, _around(document, index), tasks.get(index))
        mentions = _mentions(p.text, review.crime.paragraphs.get(index))
        if mentions and (place.task or place.around or _asking(review, place, mentions)):
            found.append(place)
    return tuple(found)


def verb(review: Review, place: Asked) -> Verb:
    """The verb of the clause that asks it, of several the strongest; one that the scale does not know is none of the weak ones."""
    mentions = _mentions(review.document.paragraphs[place.paragraph].text, review.crime.paragraphs[place.paragraph])
    verbs = (clause.verb for clause in _asking(review, place, mentions))
    unread = Verb(Span(place.paragraph, 0, 0, ""), UNKNOWN)
    return max(verbs, key=lambda verb: verb.strength, default=unread)


def acts_against(review: Review, place: Asked) -> bool:
    """Whether an effort is directed at the crime itself: to combat, investigate, dismantle; not only to coordinate aid."""
    crime = review.crime.paragraphs[place.paragraph]
    if crime.subject or crime.task_kinds:
        return True
    text = review.document.paragraphs[place.paragraph].text
    return any(
        subject.PURPOSEFUL.search(text, max(0, m.span.start - subject.REACH), m.span.start)
        for m in _mentions(text, crime)
    )


def _mentions(text: str, crime: ParagraphCrime | None) -> list[Mention]:
    """The mentions of organized crime, without those in the name of a body or treaty."""
    types = taxonomy.load()
    return [
        m
        for m in (crime.mentions if crime and crime.organized_crime else ())
        if types.organized_crime(m.crime_type) and not _is_called(text, m.span.start)
    ]


def _is_called(text: str, start: int) -> bool:
    return text[start].isupper() and bool(subject.CALLED.search(text, max(0, start - subject.REACH), start))


def _around(document: Document, index: int) -> tuple[int, ...]:
    above = []
    while (parent := document.paragraphs[index].parent) is not None:
        above.append(parent)
        index = parent
    return tuple(above)


# --- clauses ----------------------------------------------------------------------------------------------------


def _asking(review: Review, place: "Asked", mentions: list[Mention]) -> list["_Clause"]:
    """The clauses that ask it of the mission: those that name the mission, in a paragraph outside the lists the crime too."""
    clauses = list(_clauses(review, place.paragraph, place.around))
    asking = [c for c in clauses if c.names_mission]
    if place.task or place.around:
        return asking or clauses
    return [c for c in asking if any(c.holds(m.span) for m in mentions)]


@dataclass(frozen=True, slots=True)
class _Clause:
    verb: Verb
    end: int
    names_mission: bool

    def holds(self, span: Span) -> bool:
        begin = self.verb.span
        return span.paragraph == begin.paragraph and begin.start < span.end and span.start < self.end


def _clauses(review: Review, index: int, around: tuple[int, ...]) -> Iterator[_Clause]:
    """The clauses of the numbered paragraph, each with its verb, and the item's own verb where it has one.

    An item has its own where the Council speaks in it: "(a) Requests UNMIKA to …".
    """
    opener = around[-1] if around else index
    text = review.document.paragraphs[opener].text
    lead = addressee.LEAD.match(text)
    if lead:
        stated = next((a.strength for a in review.addresses if a.paragraph == opener), UNKNOWN)
        first = stated if lead[2].lower() in addressee.scale() else UNKNOWN
        begun = [(*lead.span(2), first), *((*m.span(1), _strength(m[1])) for m in CLAUSE.finditer(text, lead.end()))]
        named = _names(review.reading.mission)
        for (start, end, strength), following in zip(begun, [*(b[0] for b in begun[1:]), len(text)], strict=True):
            if strength < addressee.ADDRESSING and (call := ITS_CALL.match(text, end + 1)):
                strength = CALLS[call[1]]
            verb = Verb(Span(opener, start, end, text[start:end]), strength)
            yield _Clause(verb, following, named.search(text[end:following]) is not None)
    text = review.document.paragraphs[index].text
    if around and (own := addressee.LEAD.match(text)) and own[2].lower() in addressee.scale():
        yield _Clause(Verb(Span(index, *own.span(2), own[2]), _strength(own[2])), len(text), True)


def _strength(words: str) -> int:
    return addressee.scale().get(words.lower(), UNKNOWN)


def _names(mission: MissionName | None) -> re.Pattern:
    """Finds the mission in a clause; any clause will do where the text names none, which then has tasks alone."""
    forms = sorted(mission.forms, key=len, reverse=True) if mission else ()
    return re.compile("|".join([THE_MISSION, *(rf"\b{re.escape(form)}\b" for form in forms)]) if forms else "")
