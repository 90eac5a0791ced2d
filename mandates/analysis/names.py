"""Missions and forces as a text names them, found from its language alone: no list of known missions.

A name is either defined ("the United Nations Mission in X (UNMIX)") or shown by what is said of it ("the mandate of
UNMIX", "authorizes UNMIX to"). Other bodies with an acronym (offices of the Secretariat, panels, task forces) are not
missions, whatever their name's head noun.
"""

import re

from mandates.analysis.values import Document, MissionName, ParagraphKind

WORD = r"(?:[A-Z][\w’'‑/-]*|[a-z]+-[a-z]+|[dl][’'][A-Z][\w-]*)"
LINK = r"(?:of|in|for|the|and|to|on|de|du|la|des|en|[-–])"
NAME = rf"{WORD}(?:\s+(?:{LINK}\s+){{0,2}}{WORD}){{0,14}}"
BRACKETED = re.compile(
    r"\((?:the\s+)?[“\"]?(?![A-Z]/)([A-Z][A-Za-z0-9/‑-]{1,14})[”\"]?\)(?:\s+(mission|force|operation))?"
)
NAME_WORD = re.compile(rf"{WORD}|{LINK}|force|mission")
LINKS = frozenset(["of", "in", "for", "the", "and", "to", "on", "de", "du", "la", "des", "en", "-", "–"])
LONGEST_NAME = 160  # characters before the bracket in which a name is looked for
HEAD = re.compile(
    r"\b([Mm]ission|[Ff]orce|Operation|Office|Presence|Team|Administration|Authority|Observers?|Observation|Support|Assistance)\b"
)
# bodies that share a mission's head noun and are none
NOT_A_MISSION = re.compile(
    r"Drugs|Crime|High Commissioner|Humanitarian Affairs|Task Force|Country Team|Monitoring Team|Analytical|Sanctions|Legal|"
    r"Oversight|Financial|Policy|Plan|Programme|Framework|Agreement|Committee|Commission|Council|National Police|Police (?:Force|Service|Division|Adviser|Officer)|Defen[cs]e|Fund|Facility|"
    r"Ombudsperson|Investigative|Tribunal|Court|Prosecutor|Political Mission|Country Office|Trust|Cell|Service|Project|Special Adviser|Counter|Training Mission|Border|Logistics|Mediation|Development|Envoy"
)
GENERIC = ("Mission", "Force", "Operation", "Office")

ACRONYM = r"([A-Z][A-Z0-9]{2,}(?:[-‑][A-Z0-9]+)?)"
NUMERAL = r"(?:II|III|IV)\b"  # a second mission of the same name
ANY_ACRONYM = re.compile(rf"{ACRONYM}\b")  # begins with a capital, and so is found quickly
# each with words of which one stands wherever it is found: a quick look before the slow one
SHOWN = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            ("andate of", "eployment of", "asks of"),
            rf"\b(?:mandate|deployment|tasks) of (?:the )?{ACRONYM}\b(?! ?(?:[(&]|(?!{NUMERAL})[A-Z]|(?:peace-?keeping |military )?(?:force|mission|operation)))",
        ),
        (("’", "'"), rf"\b{ACRONYM}[’']s? (?:mandate|tasks|deployment)\b"),
        (("uthori",), rf"\b[Aa]uthori[sz]es? {ACRONYM} to\b"),
        (
            (" shall ", " will "),
            rf"\b{ACRONYM},? (?:shall|will) (?:be (?:authori[sz]ed|established|deployed|set up|extended|renewed|prolonged)|have the|undertake|perform|include|continue|assist|support|consist|comprise)\b",
        ),
        (
            ("maintain", "extend", "establish", "deploy", "reconfigure"),
            rf"\b(?:maintain|extend|establish|deploy|reconfigure) (?:the )?{ACRONYM}\b(?! (?:personnel|staff))",
        ),
        (("its mandate",), rf"\b{ACRONYM}\b(?: {NUMERAL})?[^.;()]{{0,120}}?\b(?:extend|renew|prolong) its mandate\b"),
    )
)
UN_ACRONYM = re.compile(r"(?:UN|MINU|MONU|ONU|BINU|BONU)[A-Z]")
# "Member States of the African Union to maintain a mission in …": how the Council speaks of a mission that others run
OF_A_PLACE = re.compile(r"\b[Mm]ission (?:in|to|for) (\w.*)$")
UNNAMED = re.compile(
    rf"\b(?:mandate of|authori[sz]ation of|establish|set up|establishment (?:for [\w ]{{3,20}} )?of|period of|stationing (?:in [A-Z]\w+ )?of|deployment of)"
    rf"(?:\s+immediately)?(?:,?\s+under its authority,?)?(?:,\s[^,;]{{3,40}},)?\s+(?:the|a|an)\s+({NAME}(?:\s+force)?)"
)
# one of them stands wherever UNNAMED or PRESENCE is found: a quick look before the slow ones
SET_UP_OR_CHARGED = (
    "mandate of", "tablish", "eploy", "set up", "uthori", "period of", "stationing", "articipating in", "ibilities of",
    "tasks of",
)  # fmt: skip
# one of the first stands in every name that UNNAMED finds and that counts, one of the second wherever PRESENCE is found
HEADS = (
    "ission", "orce", "Operation", "Office", "Presence", "Team", "Administration", "Authority", "Observer", "Observation",
    "Support", "Assistance",
)  # fmt: skip
PRESENCES = (
    "presence", "force", "mission", "multinational", "observers", "military liaison", "observation group",
)  # fmt: skip
BARE = re.compile(
    r"(?:United Nations )?(?:Peace-?keeping )?(?:Mission|Force|Operation|Office)"
)  # says nothing of which
# "Decides that Eufor X is authorized to take all necessary measures": a force by a name that is no acronym
AUTHORIZED = re.compile(r"\bthat ([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) is authori[sz]ed to (?:take|use) all necessary")
# presences without a name of their own
PRESENCE = re.compile(
    r"\b(?:responsibilities of|mandate of|tasks of|establish(?:ment of)?|deploy(?:ment of)?|set up|[Aa]uthori[sz]es|participating in)\s+(?:(?:up to )?[\w,-]+\s+)?(?:(?:an?|the)\s+)?"
    r"((?:[Ii]nternational|[Mm]ultinational|interim) (?:civil(?:ian)?|security|protection|stabili[sz]ation|police)? ?(?:presence|force|mission)|"
    r"(?:(?:temporary|interim) )?multinational (?:force|presence|operation)|United Nations (?:military observers|military liaison (?:personnel|officers)|observers|peace force|force|observation group))\b"
)
BY_THE_SECRETARY_GENERAL = r"Secretary-General\b[^;]{0,200}\bestablish[^;]{0,60}"


def find(document: Document) -> tuple[MissionName, ...]:
    """The missions and forces named in the text, in the order in which they are first named."""
    operative = [p.text for p in document.paragraphs if p.kind is ParagraphKind.OPERATIVE]
    preamble = [p.text for p in document.paragraphs if p.kind is ParagraphKind.PREAMBULAR]
    found: dict[str, MissionName] = {}
    not_missions: set[str] = set()
    bodies: set[str] = set()  # known to be something else, whatever is decided about them
    for text in (*preamble, *operative):
        for match in BRACKETED.finditer(text):
            acronym = match[1]
            name = _trim(_before(text, match.start()))
            if not (HEAD.search(name) or (name and match[2])) or NOT_A_MISSION.search(name):
                not_missions.add(acronym)
                if NOT_A_MISSION.search(name) and not UN_ACRONYM.match(acronym):
                    bodies.add(acronym)
            elif acronym not in found and len(acronym) > 2:
                found[acronym] = _mission(acronym, name)
    for text in operative:
        if found.keys() >= set(ANY_ACRONYM.findall(text)):
            continue
        for words, pattern in SHOWN:
            for match in pattern.finditer(text) if any(word in text for word in words) else ():
                acronym = match[1]
                known = acronym in found or acronym in bodies
                if not known and (acronym not in not_missions or text.startswith("Decides")):
                    found[acronym] = _mission(acronym, "")
    for text in operative:
        if not any(words in text for words in SET_UP_OR_CHARGED):
            continue
        for match in UNNAMED.finditer(text) if any(word in text for word in HEADS) else ():
            name = _trim(match[1])
            if not HEAD.search(name) or NOT_A_MISSION.search(name) or _known(name, found):
                continue
            if not found or not BARE.fullmatch(name):
                found[name] = _mission("", name)
        for match in AUTHORIZED.finditer(text) if " is authori" in text else ():
            if not _known(match[1], found):
                found[match[1]] = _mission("", match[1])
        for match in PRESENCE.finditer(text) if any(word in text for word in PRESENCES) else ():
            name = match[1]
            if not _known(name, found) and not (found and "United Nations" in name):
                found[name] = _presence(name, operative)
    return tuple(found.values())


def _known(name: str, found: dict[str, MissionName]) -> bool:
    """Whether a name is that of a mission found already, in full or in part."""
    return any(name in (m.acronym, m.name) or name in m.name or (m.name and m.name in name) for m in found.values())


def _presence(name: str, operative: list[str]) -> MissionName:
    """A presence without a name of its own; it is the United Nations' where the Secretary-General sets it up."""
    set_up = re.compile(BY_THE_SECRETARY_GENERAL + re.escape(name))
    un = "United Nations" in name or any(set_up.search(text) for text in operative)
    return MissionName("", name, un, (name,))


def _before(text: str, end: int) -> str:
    """The words of a name that ends at ``end``: capitalised ones and those that link them, read backwards."""
    words: list[str] = []
    for word in reversed(text[max(0, end - LONGEST_NAME) : end].split()):
        if not NAME_WORD.fullmatch(word):
            break
        words.insert(0, word)
    while words and words[0] in LINKS:
        del words[0]
    return " ".join(words)


def _trim(name: str) -> str:
    """The name without words of the sentence before it: a verb at the start of the paragraph, an author, a link word."""
    start = re.search(
        r"United Nations|African|European|Multinational|International|Inter-?[Aa]merican|NATO|ECOWAS", name
    )
    return name[start.start() :] if start else name


def _mission(acronym: str, name: str) -> MissionName:
    head = HEAD.search(name)
    generic = [f"the {noun}" for noun in GENERIC if head and noun in name] or ([] if name else ["the Mission"])
    # "the Force" and no more is the Council's own
    un = "United Nations" in name or bool(UN_ACRONYM.match(acronym) or BARE.fullmatch(name))
    place = None if un else OF_A_PLACE.search(name)
    called = (f"a mission in {place[1]}", f"a mission to {place[1]}") if place else ()
    forms = tuple(form for form in (acronym, name, *generic, *called) if form)
    return MissionName(acronym, name, un, forms)
