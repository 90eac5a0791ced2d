"""Tasks by reference: the document that holds the tasks which a text renews or lays down without stating them.

Looked for in this order: what the sentence that extends or sets up the mission names ("as set out in paragraph 2 of
resolution …", "in accordance with the above-mentioned report"); what another paragraph says of the mandate ("shall fully
implement its mandate as defined in resolution …"); the report that a text approves which sets a mission up; the resolution that an extension recalls.
"""

import re

from mandates.analysis import kinds
from mandates.analysis.values import Document, MissionName, Paragraph, ParagraphKind

# what is said of an extension that names no source, and recalls none
UNNAMED = "an earlier resolution"

# what stands elsewhere, and the words by which it is said to
HELD = r"(?:mandates?|tasks?|objectives?|functions?|responsibilities|modalities|terms of reference|purposes|role|structure|recommendations?)"
STANDS = (
    r"(?:set (?:out|forth)|contained|laid (?:out|down)|defined|described|outlined|stipulated|specified|stated|determined|mandated|"
    r"envisaged|recommended|proposed|established|authori[sz]ed|provided(?: for)?|reflected|entrusted|given|conferred|"
    r"in (?:accordance|conformity|line) with|pursuant to|under|on the basis (?:of|proposed))"
)
RESOLUTION = r"(?:Security Council )?resolutions?\s+(?P<number>\d{2,4})\b(?:\s?\((?P<year>\d{4})\))?"
REPORT = r"(?P<noun>reports?|plan|letters?)\b(?:[^;()]{0,80}?\((?:document )?(?P<symbol>S/(?:\d{4}/)?\d{1,5})\b|[^;()]{0,60}?(?:\bof|\bdated)\s+(?P<day>\d{1,2} [A-Z][a-z]+ \d{4}))"
THE_SAID = r"(?P<said>(?:above-?mentioned|aforementioned|aforesaid|said|that|the same) reports?|the report(?=[,;.]|$))"
AGREEMENT = r"(?P<agreement>Annex [\w-]+ (?:of|to) the (?:[A-Z][a-z]+ ){1,3}(?:Agreement|Accords?))"
SOURCE = rf"(?:{RESOLUTION}|{THE_SAID}|{REPORT}|{AGREEMENT})"
# of something else than tasks: a strength, a force, a condition
NOT_OF_TASKS = r"(?:levels?|(?<!mandate and )strength|numbers|ceiling|authority|measures|committee|panel|group|request\w*|called for)"
NAMED = re.compile(rf"(?<!\w)(?:as )?{STANDS}\b(?P<between>[^.;]{{0,110}}?){SOURCE}")
OF_TASKS = re.compile(rf"\b{HELD}\b(?P<of>[^.;]{{0,90}}?)\b{STANDS}\b[^.;]{{0,110}}?{SOURCE}")
OF_MANDATE = re.compile(rf"\b(?:mandates?|tasks)\b(?P<of>[^.;,]{{0,60}}?)\b{STANDS}\b[^.;]{{0,110}}?{SOURCE}")
BEFORE_NO_TASKS = re.compile(rf"\b{NOT_OF_TASKS}\b[^,;]{{0,24}}$", re.I)
# where the sentence goes on to something else
NEXT = re.compile(
    r"(?:,|;|\band\b)\s+(?:(?:also|further|in this (?:context|regard),?)\s+)?"
    r"(?:requests(?! the Secretary-General to take (?:the |all )?(?:necessary )?(?:steps|measures))|authori[sz]es|expresses|urges|endorses|looks|calls|invites|welcomes|takes note|underlines|stresses|notes|reaffirms)\b"
)

SETS_UP = re.compile(
    rf"\b(?:establish\w*|set(?:ting)? up|creat\w+|entrust|modalities|{kinds.ENLARGING}|terms of reference|shall be known as)\b",
    re.I,
)
REPORT_SYMBOL = re.compile(r"\breports?\b[^;]{0,160}?\b(S/(?:\d{4}/)?\d{1,5})\b")
REPORT_DATE = re.compile(r"\breports?\b[^;()]{0,60}?\b(?:of|dated)\s+(\d{1,2} [A-Z][a-z]+ \d{4})")
APPROVES = re.compile(
    r"^\W*(?:\w+ )?(?:approves|endorses|adopts|accepts)\b[^;]{0,60}?\b(?:report|recommendation|plan)", re.I
)
ITS_MANDATE = re.compile(
    r"^\W*(?:\w+ )?(?:reiterates|re-?affirms|decides|requests|re-?emphasi[sz]es|emphasi[sz]es|underlines)\b", re.I
)

CITED = re.compile(r"\b(\d{1,4})\s?\((\d{4})\)")
RECALLS = ("Recalling", "Reaffirming", "Bearing in mind", "Having considered")
IN_PARTICULAR = re.compile(r"\b(?:in particular|notably|especially|including)\b", re.I)
RECALLED_IN = 3  # preambular paragraphs in which a text recalls what went before


def find(document: Document, mission: MissionName | None) -> str | None:
    """Where the tasks stand that a text without a list renews or lays down; None where it does neither."""
    if mission is None:
        return None
    extension = [(p, text) for p, text in kinds.spoken(document) if kinds.extends(text, mission)]
    set_up = [(p, text) for p, text in kinds.spoken(document) if _sets_up(text, mission)]
    if not extension:
        return _beside(document, set_up) or (_approved(document) if set_up else None)
    return (
        _beside(document, extension, after=kinds.EXTENDING)
        or _beside(document, set_up)
        or _of_mandate(document, mission)
        or _beside(document, extension)
        or _recalled(document)
        or UNNAMED
    )


def _sets_up(text: str, mission: MissionName) -> bool:
    """Whether a paragraph sets up this mission, not another that takes its place ("establish X (ACRONYM) to succeed Y")."""
    verb = SETS_UP.search(text) if kinds.establishes(text, mission) else None
    if not verb:
        return False
    place = kinds.place(text, mission, verb.end())
    return place is None or "(" not in text[verb.end() : place]


def _beside(document: Document, acts: list[tuple[Paragraph, str]], after: re.Pattern | None = None) -> str | None:
    """What the sentence that extends or sets up the mission names as the place of its tasks; ``after`` its verb only."""
    for p, text in acts:
        verb = after.search(text) if after else None
        start = verb.end() if verb else 0
        end = NEXT.search(text, start)
        for match in NAMED.finditer(text, start, end.start() if end else len(text)):
            if not BEFORE_NO_TASKS.search(text, 0, match.start()) and not BEFORE_NO_TASKS.search(match["between"]):
                return _named(document, p, match)
        if match := _of_tasks(OF_TASKS, text, start):
            return _named(document, p, match)
    return None


def _of_mandate(document: Document, mission: MissionName) -> str | None:
    """What another paragraph says of where this mission's mandate is defined; of one without an acronym, any does."""
    for p in document.numbered():
        if mission.acronym and not kinds.concerns(p.text, mission):
            continue
        if ITS_MANDATE.match(p.text) and (match := _of_tasks(OF_MANDATE, p.text)):
            return _named(document, p, match)
    return None


def _of_tasks(pattern: re.Pattern, text: str, start: int = 0) -> re.Match | None:
    """What a text says of where a mandate or tasks stand, unless it says that of a strength or the like."""
    match = pattern.search(text, start)
    return match if match and not BEFORE_NO_TASKS.search(match["of"]) else None


def _approved(document: Document) -> str | None:
    """The report that the text approves."""
    for p in document.numbered():
        if APPROVES.match(p.text) and (name := _report(p.text)):
            return name
    return None


def _recalled(document: Document) -> str | None:
    """The earliest resolution that the text recalls first of all, "in particular" before others."""
    for p in document.preambular()[:RECALLED_IN]:
        if p.text.startswith(RECALLS[:2]) and "resolution" in p.text:
            after = IN_PARTICULAR.search(p.text)
            cited = CITED.findall(p.text, after.end() if after else 0) or CITED.findall(p.text)
            if cited:
                return "resolution {} ({})".format(*min(cited, key=lambda pair: int(pair[0])))
    return None


def _named(document: Document, p: Paragraph, match: re.Match) -> str | None:
    """The name of a source that SOURCE matched in a paragraph."""
    if number := match["number"]:
        year = match["year"] or _year(document, number)
        return f"resolution {number} ({year})" if year else f"resolution {number}"
    if match["agreement"]:
        return match["agreement"]
    if match["said"]:
        return _said(document, p) or "report of the Secretary-General"
    noun = match["noun"].removesuffix("s")
    return f"{noun} {match['symbol']}" if match["symbol"] else _by_date(document, noun, match["day"])


def _year(document: Document, number: str) -> str | None:
    """The year of a resolution that is cited by its number alone, where the text has it elsewhere."""
    for p in document.paragraphs:
        for cited, year in CITED.findall(p.text) if number in p.text else ():
            if cited == number:
                return year
    return None


def _said(document: Document, p: Paragraph) -> str | None:
    """The report that "the above-mentioned report" stands for: the one named last before, else in the preamble."""
    for earlier in reversed(document.paragraphs[: p.index]):
        if earlier.kind is not ParagraphKind.HEADING and (name := _report(earlier.text)):
            return _by_date(document, "report", name.removeprefix("report of ")) if " of " in name else name
    return None


def _by_date(document: Document, noun: str, day: str) -> str:
    """A report or letter cited by its date, by its symbol where the text gives that elsewhere."""
    given = re.compile(rf"\b{noun}s?\b[^;()]{{0,80}}?{day}\s*\((S/[\d/]+)")
    for p in document.paragraphs:
        if day in p.text and (match := given.search(p.text)):
            return f"{noun} {match[1]}"
    return f"{noun} of {day}"


def _report(text: str) -> str | None:
    if match := REPORT_SYMBOL.search(text):
        return f"report {match[1]}"
    if match := REPORT_DATE.search(text):
        return f"report of {match[1]}"
    return None
