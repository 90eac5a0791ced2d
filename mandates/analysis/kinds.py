"""What kind of text a document is: a mandate, an extension, an authorization of others, sanctions, a theme, or else."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mandates.analysis.values import Address, Addressee, Document, Kind, MissionName, Paragraph

# stands for a mission in patterns, so that they are made once and not for every mission; a letter that no text has
M = "ǂ"

EXTENDING = re.compile(
    r"(?<!intention to )\b(?:extend(?:s|ed)?|renew(?:s|ed)?|prolong(?:s|ed)?|continue|further period|maintain|continuation(?= of (?:the mandate|[\w-]+['’]s? mandate))|continued(?= presence))\b",
    re.I,
)
DECIDING = re.compile(
    r"^\W*(?:(?:further|also|again)\s+)?(?:decides|authori[sz]es|extends|renews|approves|agrees|endorses|requests the Secretary-General to (?:establish|continue(?= (?:the )?(?:mandate|deployment|presence|stationing|activities|functions|operation|(?-i:[A-Z]{3})))))",
    re.I,
)
# a decision that comes after something else in its paragraph: "Expresses its full support for X and decides to extend its mandate"
DECIDING_LATER = re.compile(
    r"(?:,|;|\band)\s+(?:(?:also|further|therefore|hereby|accordingly)\s+)?decides?\b[^;]{0,60}?\b(?:extend|renew|prolong)\b",
    re.I,
)
# a paragraph of a verb alone speaks through its items: "Decides: (a) To call upon …; (b) To renew …"
VERB_ALONE = re.compile(r"\W*(?:accordingly\s+|therefore\s+|also\s+|further\s+)?decides\W*(?:to\W*)?", re.I)
# what else is extended, though a mission may be named beside it
NOT_A_MISSION = re.compile(
    r"\bmandates? of the (?:\w+ )?(?:Group of Experts|Panel|Monitoring|Office of the Ombudsperson|Committee|Special Rapporteur)|\bperiod of withdrawal\b"
    r"|\b(?:renew|extend)\b[^;,]{0,40}?\b(?:measures|provisions|prohibitions|sanctions)\b"
)
# troops that one mission lends another: neither is set up or extended
LENDING = re.compile(
    r"\b(?:extend|renew|prolong)\b[^;]{0,90}?\b(?:redeployment|(?:temporary )?deployment (?:from|to))\b"
)
# where what is extended ends: at how long, how or what else
OBJECT_END = re.compile(
    r";|\b(?:until|through|for an?|as (?:set|defined)|in accordance|subject to|in order|with|to)\b|,? and (?:(?:also|further) )?(?:requests|expresses|decides|authori[sz]es|calls|urges)\b"
)
# a mission that a paragraph does not name, because the text has named it before
WITHOUT_NAME = re.compile(
    r"\b(?:extend|renew|prolong)s? (?:the|its) (?:present|current) mandate\b(?! of (?!the (?:Mission|Force|Operation)\b))"
    r"|\b(?:mandate of|that) the (?:Mission|Force|Operation)\b"
)
TERM = re.compile(r"\b(?:mandate|tasks|terms of reference|until|period|months|stationing|deployment)\b")
# "Decides to continue X": the mission itself, named at once
CONTINUES = re.compile(r"^\W*(?:\w+ )?decides to (?:continue|prolong|extend) (?:the )?(?-i:[A-Z]{3})", re.I)
# more is added to what a mission is for: "the enlargements of X's mandate", "new tasks to the mandate of X"
ENLARGING = r"(?:(?:enlarge|expan)\w*|new tasks)(?= (?:(?:of|in|to|for) )?(?:the (?:mandate|functions|terms of reference)|[\w-]+['’]s? (?:mandate|functions)))"
ESTABLISHING = re.compile(
    rf"\b(?:establish|set up|establishment|deploy|deployment|create|succeed|form|entrust|modalities|{ENLARGING})\b",
    re.I,
)
# one of them stands wherever EXTENDING or ESTABLISHING is found: a quick look before the slow ones
EXTENDING_WORDS = ("exten", "renew", "prolong", "continu", "further period", "maintain")
ESTABLISHING_WORDS = (
    "establish", "set up", "deploy", "create", "succeed", "form", "entrust", "modalities", "enlarge", "expan", "new tasks",
)  # fmt: skip
# "Decides that X shall be established": the mission stands before the verb
ESTABLISHED = re.compile(r"\b(?:shall|will) be (?:established|set up|deployed|known as)\b")
NEAR = 60  # characters between a mission and what is decided about it

# the Council authorizes others: States, a regional organization, a coalition
AUTHORIZES_OTHERS = re.compile(
    r"authori[sz](?:e[sd]?|ation\s+of)\s+(?:the\s+)?(?:Member States|States|members of|African Union|European Union|Economic Community|NATO|multinational|French|"
    r"[A-Z]\w+ forces|regional organi[sz]ations|ECOWAS|AU\b|EU\b|AMISOM|participating)",
    re.I,
)
FORCE = re.compile(
    r"\b(?:force|forces|mission|operation|presence|all necessary (?:measures|means)|use of force)\b", re.I
)

SANCTIONS = re.compile(
    r"\b(?:arms embargo|travel ban|assets? freeze|freeze (?:without delay )?all funds|sanctions (?:measures|committee|regime)|panel of experts|group of experts|monitoring (?:group|team)|"
    r"measures (?:imposed|contained|set out|decided) (?:by|in|pursuant)|individuals? (?:and entit\w+ )?designated|names of individuals|shall take the (?:necessary )?measures|committee established (?:by|pursuant)|establish[^.;]{0,80}? a committee of the security council|designation criteria|listing criteria|sanctions list)\b"
)  # of a text in small letters
# one of them stands wherever SANCTIONS is found: a quick look before the slow one
SANCTIONS_WORDS = (
    "embargo", "travel ban", "freez", "sanctions", "of experts", "monitoring", "measures", "individual", "committee",
    "criteria",
)  # fmt: skip
COUNTRY = re.compile(
    r"\bsituation (?:in|concerning|between|relating to) (?:the )?[A-Z]|\bsovereignty, .{0,60}(?:territorial integrity|unity)"
)
# those whom a text on a theme speaks to: all States, and the United Nations as a whole
EVERYBODY = frozenset({Addressee.MEMBER_STATES, Addressee.UN_ENTITIES})


@lru_cache(maxsize=512)
def _named(mission: MissionName) -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, mission.forms))})\b", re.I)


@lru_cache(maxsize=512)
def _longest_words(mission: MissionName) -> frozenset[str]:
    return frozenset(max(form.lower().split(), key=len) for form in mission.forms)


def _may_name(text: str, mission: MissionName) -> bool:
    """Whether a text holds the longest word of a form of the mission's name: a quick look before a slow one."""
    lowered = text.lower()
    return any(word in lowered for word in _longest_words(mission))


def marked(text: str, mission: MissionName) -> str:
    """The text with M for every form of the mission's name, an article before it and a bracket after it included."""
    return _form(mission).sub(M, text) if _may_name(text, mission) else text


@lru_cache(maxsize=512)
def _form(mission: MissionName) -> re.Pattern:
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(mission.forms, key=len, reverse=True))
    return re.compile(rf"\b(?:the\s+)?(?:{forms})\b(?:\s*\([^)]*\))?", re.I)


def place(text: str, mission: MissionName, start: int = 0) -> int | None:
    """Where a text names a mission, looked for from ``start`` on; None where it does not."""
    match = _named(mission).search(text, start) if _may_name(text, mission) else None
    return match.start() if match else None


def spoken(document: Document) -> Iterator[tuple[Paragraph, str]]:
    """Every numbered paragraph with its words; of one that is a verb alone, its items, each read after that verb.

    An item that has its own verb speaks for itself.
    """
    alone = ""
    for p in document.operative():
        if p.depth == 0:
            alone = p.number if len(p.text) < 24 and VERB_ALONE.fullmatch(p.text) else ""
            if not alone:
                yield p, p.text
        elif p.number == alone:
            yield p, f"Decides {p.text}"
        elif p.text.startswith("Decides "):
            yield p, p.text


@lru_cache(maxsize=4096)
def _decision(text: str) -> tuple[bool, int | None]:
    """Whether a paragraph decides to extend something, and where the verb ends by which it decides to set something up."""
    lowered = text.lower()
    decides = bool(DECIDING.match(text)) and not ("deployment" in lowered and LENDING.search(text))
    extends = (
        decides
        and any(word in lowered for word in EXTENDING_WORDS)
        and bool(
            EXTENDING.search(text) and (TERM.search(text) or CONTINUES.search(text)) and not NOT_A_MISSION.search(text)
        )
    )
    if not extends and "decide" in text and (later := DECIDING_LATER.search(text)):
        extends = bool(TERM.search(text, later.start()))
    verb = ESTABLISHING.search(text) if decides and any(word in lowered for word in ESTABLISHING_WORDS) else None
    return extends, verb.end() if verb else None


def extends(text: str, mission: MissionName) -> bool:
    """Whether an operative paragraph extends this mission's mandate or stay."""
    return _decision(text)[0] and concerns(text, mission)


def concerns(text: str, mission: MissionName) -> bool:
    """Whether a paragraph names a mission, or speaks of "the present mandate" or "the Force", which one of ours may have."""
    return place(text, mission) is not None or (mission.un and _without_name(text))


@lru_cache(maxsize=4096)
def _without_name(text: str) -> bool:
    return WITHOUT_NAME.search(text) is not None


def establishes(text: str, mission: MissionName) -> bool:
    """Whether an operative paragraph sets this mission up or authorizes it."""
    end = _decision(text)[1]
    if end is not None and _named(mission).search(text, end):
        return True
    passive = _established(text)
    named = _named(mission).search(text, 0, passive.start()) if passive and DECIDING.match(text) else None
    return bool(named) and passive.start() - named.end() < NEAR


@lru_cache(maxsize=4096)
def _established(text: str) -> re.Match | None:
    """What is said to be set up, looked for only where the verb can stand."""
    return ESTABLISHED.search(text) if " be " in text else None


def evidence(document: Document, known: tuple[MissionName, ...]) -> tuple[MissionName, ...]:
    """Missions that the text establishes or extends, in the order of the paragraphs that do."""
    found: list[MissionName] = []
    for _, text in spoken(document):
        if _decision(text) == (False, None) and not _established(text):
            continue
        extended = _extended(text, [mission for mission in known if extends(text, mission)])
        for mission in known:
            if mission not in found and (mission in extended or establishes(text, mission)):
                found.append(mission)
    return tuple(found)


def _extended(text: str, among: list[MissionName]) -> list[MissionName]:
    """Of the missions that a paragraph may extend, those that it does: what its verb governs, not who is named beside."""
    if len(among) < 2:
        return among
    verb = DECIDING_LATER.search(text) or EXTENDING.search(text)
    start = verb.end() if verb else 0
    after = [(at, mission) for mission in among if (at := place(text, mission, start)) is not None]
    end = OBJECT_END.search(text, start)
    governed = [mission for at, mission in after if not end or at < end.start()]
    before = [mission for mission in among if place(text[:start], mission) is not None]
    nearest = [mission for _, mission in sorted(after, key=lambda each: each[0])[:1]]
    return governed or before or nearest  # none: "the present mandate" could be that of any of them


def speaks_of_sanctions(text: str) -> bool:
    """Whether a paragraph speaks of sanctions or of those who keep watch over them, in whatever letters it is set."""
    lowered = text.lower()
    return any(word in lowered for word in SANCTIONS_WORDS) and SANCTIONS.search(lowered) is not None


def classify(
    document: Document,
    mission: MissionName | None,
    sets_tasks: bool,
    evident: tuple[MissionName, ...],
    addresses: tuple[Address, ...],
) -> Kind:
    """The kind of text; ``mission`` is the one that the review is about, if any; ``sets_tasks``: the text holds tasks of its own."""
    if document.presidential_statement:
        return Kind.PRESIDENTIAL_STATEMENT
    numbered = [p.text for p in document.numbered()]
    if sets_tasks:
        return Kind.NON_UN_AUTHORIZATION if mission and not mission.un else Kind.MANDATE
    if mission and mission in evident:
        if not mission.un:
            return Kind.NON_UN_AUTHORIZATION
        if any(extends(text, mission) for _, text in spoken(document)):
            return Kind.EXTENSION
        return Kind.MANDATE
    sanctions = sum(map(speaks_of_sanctions, numbered))
    if sanctions and sanctions * 3 >= len(numbered):
        return Kind.SANCTIONS
    if any("authori" in text.lower() and AUTHORIZES_OTHERS.search(text) and FORCE.search(text) for text in numbered):
        return Kind.NON_UN_AUTHORIZATION
    if sanctions >= 3:
        return Kind.SANCTIONS
    preamble = " ".join(p.text for p in document.preambular())
    everybody = sum(not EVERYBODY.isdisjoint(address.addressees) for address in addresses)
    one_state = sum(Addressee.HOST_STATE in address.addressees for address in addresses)
    if (
        len(numbered) >= 3
        and everybody * 4 >= len(numbered)
        and one_state * 2 <= everybody
        and not COUNTRY.search(preamble)
    ):
        return Kind.THEMATIC
    return Kind.OTHER
