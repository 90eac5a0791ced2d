"""Numbered paragraphs that tell a mission what to do outside any list.

Where a text itself sets out a mandate in prose, each such paragraph is one main task ("Decides also that the mandate of
the Mission shall be to monitor …"). Elsewhere they are stand-alone tasks: told to the mission, in none of its lists.
"""

import re

from mandates.analysis import kinds
from mandates.analysis.values import Document, MissionName, Paragraph

# what a mission is told about itself, not what it is for
ABOUT_ITSELF = (
    r"be (?:composed|known|established|headed|deployed|led|terminated|extended|renewed|financed|maintained|located|based|part)|consist|"
    r"compris|have (?:a|an|the) (?:strength|initial|ceiling)|remain|cease|expire|terminat|withdraw|(?:continue|initially|now) ?(?:to )?(?:be |consist|compris|operate under|include)|"
    r"(?:initially )?include (?:a|an|up to)|report|inform|brief|submit|keep the Council|begin|commence|take over|assume|become|come"
)
# "the mandate shall be extended until" changes its time, not what it is for
NO_CHANGE = r"(?!\s+(?:further |hereby )?(?:extended|renewed|prolonged|terminated|until|as|continued|adjusted|revised|reviewed|reduced|subject|for)\b)"
# what a mission is set up for, in the sentence that sets it up
PURPOSES = (
    r"monitor|assist|support|verify|help|observe|supervis|facilitat|maintain|use|contribut|ensur|carry|undertak|implement|take|provid|coordinat|"
    r"protect|overse|serve|promot|advis|prevent|secur|restor|conduct|administer|act|continue|deter|perform|use|interpos|work|enabl|lead|deliver|build|liais|explor"
)
REPRESENTATIVE = re.compile(
    r"^\W*(?:\w+ )?(?:authori[sz]es|mandates|requests)(?: also| further)? (?:the|his|her) (?:Special Representative of the Secretary-General|Head of (?:the )?Mission|Force Commander)\b"
    rf"(?! for (?:children|sexual))[^;]{{0,120}}? to (?!{ABOUT_ITSELF})",
    re.I,
)
BY_REFERENCE = re.compile(
    r"\b(?:mandate|tasks|functions|modalities|responsibilities|objectives)\b[^;:]{0,60}?\b(?:as (?:set|defined|contained|described|stipulated|outlined|laid|recommended|provided|specified)|set (?:out|forth)|described|contained|recommended)\b",
    re.I,
)


WORDS = ("andate", "task", "function", "esponsibilit", "role of")  # one of them stands wherever a mandate is stated
# where a sentence turns to somebody else: what follows is not what the mission is set up for
TURNS = re.compile(r"(?:,|;|\band\b)\s+(?:(?:also|further)\s+)?(?:requests|invites|urges|calls|expresses)\b")
REPORTING = re.compile(
    r"^\W*(?:\w+ )?requests the Secretary-General to (?:report|submit|include|keep|inform|provide)\b", re.I
)


M = kinds.M
# "the mandate of X shall be to", "X shall have the mandate to", "with a mandate to"
STATES = re.compile(
    rf"\b(?:mandate|responsibilities|tasks|functions|role) of {M}[^;:.]{{0,60}}?\b(?:shall|will|should)\s+(?:initially |also |continue to )?(?:be{NO_CHANGE}|include|consist)\b"
    rf"|{M}[’']s? (?:mandate|tasks)\b[^;:.]{{0,60}}?\b(?:shall|will|should)\s+(?:be{NO_CHANGE}|include)\b"
    rf"|{M},? (?:shall|will) have the (?:mandate|task)s? to\b"
    rf"|(?-i:\bestablish|\bset up|\bdeploy)[^;:]{{0,160}}{M}[^;:]{{0,200}}?(?<!line )(?<!accordance )\bwith (?:a|the) (?:following )?(?:mandate|tasks?)[^;:]{{0,120}}?\bto\b",
    re.I,
)
# what the sentence that sets a mission up says it is for
PURPOSE = re.compile(
    rf"{M}[^;]{{0,400}}?\b(?:in order to|tasked to|mandated to|whose (?:task|mandate|function)s?[^;]{{0,40}}?\bto|to)\s+(?:also |further )?(?:{PURPOSES})",
    re.I | re.S,
)
# "Decides that X shall monitor", "Authorizes X to take"
TOLD = re.compile(
    rf"^\W*(?:\w+ )?(?:decides|agrees)(?: also| further)? that {M},?(?: [^;,]{{0,80}},)? (?:shall|will|should|is authorized to|be authorized to)(?: also| further)? (?!{ABOUT_ITSELF}|not\b)"
    rf"|^\W*(?:\w+ )?(?:authori[sz]es|mandates|directs|instructs|requests)(?: also| further)? {M},?(?: [^;]{{0,120}}?,)? to (?!{ABOUT_ITSELF})",
    re.I,
)


TELLS = re.compile(r"\W*(?:\w+ )?(?:decides|agrees|authori[sz]es|mandates|directs|instructs|requests)\b", re.I)


def mandate(document: Document, mission: MissionName) -> tuple[Paragraph, ...]:
    """The paragraphs in which the text itself sets out this mission's mandate; none where it only extends or sizes it."""
    extended = any(kinds.extends(p.text, mission) for p in document.numbered())
    sets_up = [] if extended else [p for p in document.numbered() if kinds.establishes(p.text, mission)]
    states = [
        p
        for p in document.numbered()
        if any(word in p.text for word in WORDS)
        and STATES.search(kinds.marked(p.text, mission))
        and not BY_REFERENCE.search(p.text)
        and not REPORTING.match(p.text)
    ]
    if not states and not sets_up:
        return ()
    found = {p.index: p for p in states}
    found |= {
        p.index: p
        for p in sets_up
        if PURPOSE.search(kinds.marked(TURNS.split(p.text)[0], mission)) and not BY_REFERENCE.search(p.text)
    }
    if sets_up:
        found |= {p.index: p for p in document.numbered() if _told(p.text, mission)}
    return tuple(found[index] for index in sorted(found))


def told(document: Document, mission: MissionName) -> tuple[Paragraph, ...]:
    """Numbered paragraphs that by themselves tell the mission to do something beyond reporting."""
    return tuple(
        p
        for p in document.numbered()
        if (_told(p.text, mission) or REPRESENTATIVE.match(p.text))
        and not kinds.extends(p.text, mission)
        and not kinds.establishes(p.text, mission)
    )


def _told(text: str, mission: MissionName) -> bool:
    """Whether a paragraph tells the mission to do something."""
    return bool(TELLS.match(text) and TOLD.match(kinds.marked(text, mission)))
