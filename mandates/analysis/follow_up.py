"""How the Council follows what it asks for: the reports that it asks for, and the measures of progress that it sets.

Both are found by their words, and both know what they cover: the text of their paragraph with its items, and the
paragraphs that they cite ("on the tasks set out in paragraph 3 above").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mandates.analysis import crime_tasks, once, taxonomy
from mandates.analysis.values import Document, MissionName, Paragraph, Review, Span

COUNCIL = r"(?:the (?:Security )?Council|it)\b"
TO_THE_COUNCIL = re.compile(rf"\b{COUNCIL}")  # a task to "monitor and report on" something is no report to the Council
REPORT = re.compile(
    rf"\b[Rr]eport(?:s|ing)?\b[^;]{{0,80}}?\bto {COUNCIL}"
    rf"|\b[Kk]eeps? {COUNCIL}[^;]{{0,40}}?\binformed\b"
    rf"|\b(?:[Ii]nform|[Bb]rief|[Uu]pdate) (?:\w+ly )?{COUNCIL}"
    rf"|\b(?:[Ss]ubmit|[Pp]rovide|[Pp]resent|[Cc]onvey)\b(?:[^;]{{0,60}}?\bto {COUNCIL})?[^;]{{0,100}}?\b(?:reports?|briefings?|updates?)\b"
    r"|\b[Ii]nclude[sd]?\b[^;]{0,160}?\bin (?:his|her|its|the|their)\b[^;]{0,50}?\breport(?:s|ing)?\b"
    r"|\bin (?:his|her|its|their|the) (?:(?:next|regular|periodic|quarterly|first|future|\d+-day)\b\s*)+report(?:s|ing)?\b"
    r"|(?:(?<=General )|(?<=that he )|(?<=that she ))reports?\b"
    r"|\b(?:to|and) (?:(?:also|further|fully|regularly|periodically|promptly|immediately|continue to|continue|monitor and|review and|assess and) )*report\b"
    rf"(?:[^;]{{0,60}}?\bto {COUNCIL})?",
)
REPORTING = ("eport", "inform", "brief", "update")  # one of them stands wherever REPORT is found
OF_COUNCIL = ("Council", "General")  # one of them stands in every such request, or above it
ASKED = re.compile(
    r"\b(?:requests?|requested|calls? (?:up)?on|invites?|encourages?|asks|directs|urges|decides|authori[sz]es)\b", re.I
)
SECRETARY_GENERAL = re.compile(r"\bSecretary-?\s?General\b(?!['’]s)|\b(?:he|she|him|her)\b")
OF_OTHERS = re.compile(r"\b(?:Panel|Committee|Group of Experts|Monitoring Group|Monitoring Team)\b")
# a report on the mission's work as a whole, which one that comes regularly is, and one on a side of it
ON_THE_WORK = re.compile(
    r"\b(?:implement\w*|execution) of\b|\bmandate\b|\b(?:situation|developments?) in\b|\b(?:activities|work) of\b|\bthis resolution\b",
    re.I,
)
PERIODIC = re.compile(
    r"\bevery (?:\w+[ -])?(?:day|week|month|quarter|year)s?\b|\b(?:regular|periodical|quarter|annual)ly\b", re.I
)
ON_A_SIDE = re.compile(
    r"\bzero[- ]tolerance\b|\bsexual exploitation\b|\bmisconduct\b|\bfailure to comply\b|\bdue diligence\b"
    r"|\bconcept of operations\b|\bplanning documents\b|\bgender\b|\bwomen\b|\bchildren\b",
    re.I,
)
MEASURE = re.compile(
    r"\bbenchmarks?\b|\bindicators\b|\bend[- ]state\b|\bexit (?:strateg|plan)\w*|\btransition (?:(?-i:plan)|strateg)\w*|(?-i:\b(?:a|its) Transition Plan)\b"
    r"|\b(?:consolidation|disengagement|drawdown|withdrawal) plan\b|\bconditions (?:required )?for the (?:transition|drawdown|withdrawal)\b"
    r"|\bstrategic review\b|\b(?:realistic|measurable|specific) targets\b",
    re.I,
)
MEASURING = (
    "enchmark", "ndicators", "nd state", "nd-state", "xit ", "ransition plan", "ransition Plan", "ransition strateg",
    "idation plan", "gement plan", "down plan", "awal plan", "trategic review", "trategic Review", "argets",
    "for the transition", "for the drawdown", "for the withdrawal",
)  # fmt: skip
# what is measured is the mission, its mandate or its leaving
OF_THE_MISSION = re.compile(
    r"\bmandate\b|\bmandated tasks\b|\bdraw-?\s?down\b|\bwithdrawal\b|\bexit\b|\bthe mission\b|\btransition of\b"
    r"|\btransfer of\b|\btasks\b|\bmission goals\b",
    re.I,
)
# or what others do, or how well the mission's people perform
OF_SOMETHING_ELSE = re.compile(
    r"\bearly[- ]warning\b|\bperformance (?:polic|standard)\w*|\bstandards of performance\b|\bpeacekeeping performance\b|\bunderperformance\b"
    r"|\bsecurity sector reform\b|\bSSR\b|(?-i:\bCompact\b|\bPact\b|\bAction Plan\b)|\bembargo\b"
    r"|-led transition plan|\belections? benchmarks?\b|\belectoral calendar\b",
    re.I,
)
NEAR, AFTER = 100, 260  # characters before and after a measure that say what it measures
BESIDE = 80  # characters after it in which something else may be named
# words that cover every task without naming one
ALL_TASKS = re.compile(
    r"\b(?:all|each|every)(?: of)?(?: the| its)? (?:(?:elements?|aspects?|parts?|components?) of [^;,]{0,40}\bmandate|(?:mandated )?tasks?)\b",
    re.I,
)
WHOLE_MANDATE = re.compile(
    r"\b(?:implement\w*|sequencing|execution|delivery)(?: of)? (?:[\w’'-]+ ){0,4}mandate\b|\bmandate implementation\b|\bmission goals\b",
    re.I,
)
# what a report shall hold is written in another text
ELSEWHERE = re.compile(
    r"\b(?:elements|requirements|issues|information|matters)\b[^;]{0,40}?\bin paragraphs? \d[^;]{0,40}? of resolution \d+",
    re.I,
)
CITED = re.compile(
    r"\b(?:paragraphs?|OPs?)\s*(\d{1,3}\b(?:\s*\(\w+\))*(?:(?:,| and| to| through|, and| or)\s*\d{1,3}\b(?:\s*\(\w+\))*)*)"
    r"(?:\s*(?:above|below))?(?:\s+of\s+(?:Security Council )?(?P<other>(?!this|the present)[\w-]+(?: \d+ \(\d{4}\))?))?"
)
PLAN = re.compile(r"\bthe ((?:[A-Z][\w’-]+ ){1,4}(?:Vision|Plan|Strategy|Agenda|Framework|Programme|Roadmap))\b")
LABELS = re.compile(r"(\d{1,3})((?:\s*\(\w+\))*)(?:\s*(?:to|through)\s*(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Request:
    """A request for a report, or a measure of progress: its paragraph or item, and the words that say so.

    ``whole``: it is on the mission's work as a whole, not on a side of it.
    """

    paragraph: int
    label: str
    words: Span
    whole: bool


@once.for_each_review
def reports(review: Review) -> tuple[Request, ...]:
    """Every request for a report to the Council on the mission, in the order of the text; its items are parts of it."""
    mission, found, within = review.reading.mission, [], set()
    tasks = {task.paragraph for task in review.reading.tasks}
    for p in review.document.operative():
        if p.parent in within:
            within.add(p.index)
        elif (request := _report(review.document, p, mission)) and not (
            p.index in tasks and not TO_THE_COUNCIL.search(request.words.text)
        ):
            found.append(request)
            within.add(p.index)
    return tuple(found)


@once.for_each_review
def measures(review: Review) -> tuple[Request, ...]:
    """Every paragraph or item that sets or names benchmarks, an end state, a transition plan or a review of the mission.

    Those in a task are of what the task is about, and left out.
    """
    mission, tasks = review.reading.mission, {task.paragraph for task in review.reading.tasks}
    return tuple(m for p in review.document.operative() if p.index not in tasks and (m := _measure(p, mission)))


def names_crime(review: Review, request: Request) -> bool:
    """Whether what a request covers names organized crime, or cites a paragraph that does or that holds a task on it.

    A plan called by its name is cited too, where a task on organized crime is said to be part of it.
    """
    own, *items = _unit(review.document, request.paragraph)
    if _crime(review, own) or _cites(review, _since(own, request)) or _shares_plan(review, own):
        return True
    return any(_crime(review, p) or _cites(review, p.text) for p in items)


def covers_all(review: Review, request: Request, whole_mandate: bool) -> bool:
    """Whether a request says that it is on every task; ``whole_mandate``: also where it is on the mandate as such."""
    own, *items = _unit(review.document, request.paragraph)
    texts = [_since(own, request), *(p.text for p in items)]
    if whole_mandate and any(WHOLE_MANDATE.search(text) for text in texts):
        return True
    return any(ALL_TASKS.search(text) for text in texts)


def _since(p: Paragraph, request: Request) -> str:
    """The text from the verb that makes the request, where it has one; what stands before is its reason."""
    verbs = list(ASKED.finditer(p.text, 0, request.words.start))
    return p.text[verbs[-1].start() if verbs else 0 :]


def is_told_elsewhere(review: Review, request: Request) -> bool:
    """Whether what a report shall hold is written in another resolution, so that this text alone cannot tell."""
    return any(ELSEWHERE.search(p.text) for p in _unit(review.document, request.paragraph))


def _crime(review: Review, p: Paragraph) -> bool:
    """Whether a paragraph's own words name organized crime, other than as conduct of the mission's people."""
    types, found = taxonomy.load(), review.crime.paragraphs.get(p.index)
    return bool(found and found.organized_crime) and any(
        types.organized_crime(m.crime_type) and not crime_tasks.conduct(p.text, m.span.start) for m in found.mentions
    )


def _unit(document: Document, index: int) -> tuple[Paragraph, ...]:
    p = document.paragraphs[index]
    return (p, *document.items(p))


def _report(document: Document, p: Paragraph, mission: MissionName | None) -> Request | None:
    if not any(map(p.text.__contains__, REPORTING)):
        return None
    above = document.paragraphs[p.parent].text if p.parent is not None else ""
    if (mission is None or mission.un) and not any(word in text for text in (p.text, above) for word in OF_COUNCIL):
        return None
    for match in REPORT.finditer(p.text):
        asked = _asked(document, p, match.start())
        if asked is None or not _is_told(asked, mission) or OF_OTHERS.search(asked):
            continue
        end = p.text.find(";", match.end())
        about = asked + p.text[match.start() : end if end > 0 else len(p.text)]
        if p.text.rstrip().endswith(":"):
            about = " ".join((about, *(item.text for item in document.items(p))))
        work, side = ON_THE_WORK.search(about) or PERIODIC.search(about), ON_A_SIDE.search(about)
        whole = bool(work) and not (side and side.start() < work.start())
        return Request(p.index, p.label, Span(p.index, match.start(), match.end(), match[0]), whole)
    return None


def _asked(document: Document, p: Paragraph, end: int) -> str | None:
    """The words from the verb that asks to the report, with those of the paragraph above where the item has no such verb."""
    before = p.text[:end]
    verbs = list(ASKED.finditer(before))
    if not verbs and p.parent is not None:
        before = f"{document.paragraphs[p.parent].text} {before}"
        verbs = list(ASKED.finditer(before))
    return before[verbs[-1].start() :] if verbs else None


def _is_told(asked: str, mission: MissionName | None) -> bool:
    """Whether the Secretary-General or the mission is asked; of a force that others run whoever answers for it may be."""
    if mission is None or not mission.un:
        return True
    return bool(SECRETARY_GENERAL.search(asked) or _named(mission).search(asked))


def _measure(p: Paragraph, mission: MissionName | None) -> Request | None:
    if not any(map(p.text.__contains__, MEASURING)):
        return None
    for match in MEASURE.finditer(p.text):
        before = p.text[max(0, match.start() - NEAR) : match.end()].rpartition(";")[2]
        after = p.text[match.end() : match.end() + AFTER].partition(";")[0]
        if OF_SOMETHING_ELSE.search(before + after[:BESIDE]):
            continue
        if OF_THE_MISSION.search(before + after) or (mission and _named(mission).search(after)):
            return Request(p.index, p.label, Span(p.index, match.start(), match.end(), match[0]), True)
    return None


@lru_cache(maxsize=512)
def _named(mission: MissionName) -> re.Pattern:
    forms = sorted(mission.forms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(form).replace(chr(92) + ' ', chr(92) + 's+') for form in forms)})\b")


def _cites(review: Review, text: str) -> bool:
    """Whether a text cites a paragraph of this resolution that names organized crime, or the tasks in force on it."""
    if "aragraph" not in text and "OP" not in text:
        return False
    own = [p.label for p in review.document.operative() if _crime(review, p)]
    resolution, force = crime_tasks.in_force(review)
    number = resolution.removeprefix("resolution ").partition(" ")[0]
    for match in CITED.finditer(text):
        other = match["other"] or ""
        holders = own if not other else force if number and number in other else ()
        if any(holder == cited or holder.startswith(f"{cited} ") for cited in _labels(match[1]) for holder in holders):
            return True
    return False


def _shares_plan(review: Review, p: Paragraph) -> bool:
    """Whether a paragraph names the plan ("the Joint Vision") of which a task on organized crime is a part."""
    plans = set(PLAN.findall(p.text))
    if not plans:
        return False
    paragraphs = review.document.paragraphs
    for task in crime_tasks.of(review):
        holder = paragraphs[task.paragraph]
        above = paragraphs[holder.parent].text if holder.parent is not None else ""
        if plans.intersection(PLAN.findall(f"{above} {holder.text}")):
            return True
    return False


def _labels(cited: str) -> Iterator[str]:
    """
    >>> list(_labels("3 (f), 5 and 7 to 9"))
    ['3 (f)', '5', '7', '8', '9']
    """
    for match in LABELS.finditer(cited):
        first, letters, last = match.groups()
        yield f"{first} {' '.join(letters.split())}".rstrip()
        yield from map(str, range(int(first) + 1, int(last or first) + 1))
