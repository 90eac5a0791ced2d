"""Whom each operative paragraph speaks to, and with what verb.

The addressee is the object of the lead verb, up to the verb that says what it shall do: "Calls upon *the Malian authorities*, with
the assistance of MINUSMA, *to* …". Those who only help ("with the assistance of", "in coordination with") are not addressed.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from mandates.analysis.values import Address, Addressee, Document, MissionName, Paragraph
from mandates.analysis.verbs import ADVERBS

SOURCE = Path(__file__).resolve().parent.parent / "data" / "verbs.toml"

# verbs after which an object stands; after the others ("Notes that", "Expresses its concern") nobody is told anything
ADDRESSING = 2
LEAD = re.compile(
    rf"[\[“\"]?((?:(?:{ADVERBS}),?\s+)*)(takes? note|calls? (?:up)?on|calls? for|looks? forward|pays? tribute|\w+)\b",
    re.I,
)

# where the object ends: at what it is told to do
OBJECT_END = re.compile(
    r"\s(?:to (?!the\b|a\b|all\b|its\b)|that\b(?! ha(?:ve|s))|shall\b|should\b|must\b|will\b|immediately\b|urgently\b)|[;:]|,? (?:as well as|in order) to\b"
)
# helpers, who are named and not told: cut out before looking
HELPERS = re.compile(
    r",?\s*(?:with the (?:assistance|support|help|participation|advice) of|in (?:close )?(?:coordination|cooperation|consultation|collaboration|conjunction|partnership) with|"
    r"through|alongside|supported by|assisted by|on behalf of|consistent with|in line with|in accordance with|pursuant to|as (?:described|outlined|set out)|within|participating in|contributing to)\s.*",
    re.I | re.S,
)
CLAUSE_END = re.compile(r",\s+(?:to|in particular|including|where|as appropriate)\b")

WHO: tuple[tuple[Addressee, re.Pattern], ...] = tuple(
    (who, re.compile(words, re.I))
    for who, words in (
        (
            Addressee.SANCTIONS_BODY,
            r"\b(?:the (?:Sanctions )?Committee|Panel of Experts|Group of Experts|Monitoring (?:Group|Team)|Ombudsperson|Analytical Support)\b",
        ),
        (Addressee.SECRETARY_GENERAL, r"\bSecretary-? ?General\b(?!['’]s)"),
        (
            Addressee.ARMED_GROUPS_OR_PARTIES,
            r"\b(?:armed (?:groups?|elements|movements|actors)|all parties|parties to|(?:the|both|all|relevant|\w+) parties\b|militias?|belligerents|signatory|rebel|warring|factions|stakeholders)\b",
        ),
        (
            Addressee.UN_ENTITIES,
            r"\b(?:United Nations (?:entities|agencies|system|country team|bodies|organi[sz]ations|funds|Secretariat)|relevant (?:entities|agencies) of the United Nations|UNODC|UNMAS|UNDP|UNICEF|OHCHR|UNHCR|"
            r"Peacebuilding (?:Commission|Fund)|Special Rapporteur|specialized agencies|Department of)\b",
        ),
        (
            Addressee.MEMBER_STATES,
            r"\b(?:(?:all |other |member )?States\b|Member States|neighbou?ring|(?:countries|Governments|States) (?:of|in) the (?:region|subregion|Sahel)|international (?:community|partners|donors|organi[sz]ations)|"
            r"donors?|regional (?:and|organi[sz]ations|partners|States)|troop-|police-contributing|bilateral|African Union|European Union|ECOWAS|partners|(?<!United )nations|countries)\b",
        ),
        (
            Addressee.HOST_STATE,
            r"\b(?:(?:transitional|national|host|local|civil|state|(?-i:[A-Z])[\w-]+) (?:authorities|government)\b|the authorities|Governments? of (?:the )?(?!region|States|countries)(?-i:[A-Z])|the Government\b|"
            r"Government of National|federal government|transitional (?:institutions|federal)|authorities of (?:the )?(?-i:[A-Z]))",
        ),
    )
)
# a State called by its name: "Urges the CAR, its neighbouring States": a capitalised name right after the verb
NAMED_STATE = re.compile(
    r"^(?:the )?(?:Republic of |Kingdom of |Islamic Republic of )?[A-Z][A-Za-z’' -]{1,40}?(?=,|\s+(?:and|to|,)\s|$)"
)
ON_MISSION = re.compile(
    r"\b(?:Secretary-General|Member States)\b.{0,160}?\b(?:establish|deploy|ensure|task|structure|include in|configure|maintain|organi[sz]e)\b.{0,200}?",
    re.S,
)
REPRESENTATIVE = r"(?:his |the |a )?(?:Special Representative|Head of Mission|Force Commander)"
STRUCTURE_OF_MISSION = re.compile(
    r"\b(?:that|which)\b.{0,80}?\b(?:shall|will|should)\s+(?:be|include|comprise|consist|have)\b", re.S
)


@cache
def scale() -> dict[str, int]:
    """Lead verbs in lower case with their strength, 5 to 0; the scale is ours (data/verbs.toml)."""
    with SOURCE.open("rb") as file:
        return {verb: int(strength) for strength, verbs in tomllib.load(file)["strength"].items() for verb in verbs}


def read(document: Document, missions: tuple[MissionName, ...]) -> tuple[Address, ...]:
    """One Address for every numbered operative paragraph, in order."""
    return tuple(_address(p, missions) for p in document.numbered())


def _address(p: Paragraph, missions: tuple[MissionName, ...]) -> Address:
    match = LEAD.match(p.text)
    if not match:
        return Address(p.index, (Addressee.OTHER,), "", 0)
    verb = match[2].lower()
    strength = scale().get(verb, 0)
    lead = f"{match[1].strip()} {match[2]}".strip() if match[1] else match[2]
    return Address(p.index, _whom(p.text, match.end(), verb, strength, missions), lead, strength)


def _whom(text: str, after: int, verb: str, strength: int, missions: tuple[MissionName, ...]) -> tuple[Addressee, ...]:
    rest = text[after:].lstrip(" ,")
    named = _forms(missions)
    if verb in (
        "decides",
        "authorizes",
        "authorises",
        "reaffirms",
        "affirms",
        "underlines",
        "stresses",
        "emphasizes",
        "notes",
        "reiterates",
        "recalls",
        "demands",
    ):
        return _of_clause(rest, verb, strength, named)
    if strength < ADDRESSING:
        return (Addressee.OTHER,)
    return _of_object(rest, text, named)


def _of_object(rest: str, text: str, named: re.Pattern | None) -> tuple[Addressee, ...]:
    """The addressees in the object of an addressing verb."""
    end = OBJECT_END.search(rest)
    whole = rest[: end.start() if end else 200]
    direct = HELPERS.sub("", whole)
    found = [who for who, words in WHO if words.search(direct)]
    if named and named.search(direct):
        found.insert(0, Addressee.MISSION)
    if found == [Addressee.SECRETARY_GENERAL] and named:
        told = rest[:400]
        if (
            (on := ON_MISSION.search(told))
            and named.search(told, on.start())
            and not re.search(r"\breport|\binform|\bassess|\bupdate", told[:80])
        ):
            return (Addressee.MISSION,)
    if not found and NAMED_STATE.match(direct):
        found = [Addressee.HOST_STATE]
    elif (
        found == [Addressee.MEMBER_STATES]
        and (state := NAMED_STATE.match(direct))
        and not re.search(r"States|United|African|European", state[0])
    ):
        found = [Addressee.HOST_STATE, Addressee.MEMBER_STATES]
    return tuple(dict.fromkeys(found)) or (Addressee.OTHER,)


def _of_clause(rest: str, verb: str, strength: int, named: re.Pattern | None) -> tuple[Addressee, ...]:
    """The addressees of "Decides that X shall": the subject of the clause, where the clause tells it something."""
    clause = re.sub(r"^(?:also |further )?that\s+", "", rest)
    subject = re.split(r"\s(?:shall|should|must|will|may|to|is|are)\b", clause, maxsplit=1)[0][:160]
    direct = HELPERS.sub("", subject)
    if strength >= ADDRESSING:
        if named and named.search(direct):
            return (Addressee.MISSION,)
        found = [who for who, words in WHO if words.search(direct)]
        return tuple(found) or (Addressee.OTHER,)
    obliges = re.search(r"\b(?:shall|should|must|need to|needs to|importance (?:of|for)|responsib\w+)\b", clause[:240])
    if not obliges:
        return _in_passing(rest)
    if named and named.search(direct):
        return (Addressee.MISSION,)
    found = [who for who, words in WHO if words.search(direct)]
    return tuple(found) or (Addressee.OTHER,)


def _in_passing(rest: str) -> tuple[Addressee, ...]:
    """A statement that goes on with "and calls upon X to": whom it then speaks to."""
    later = re.search(
        r"\b(?:calls (?:up)?on|urges|requests|encourages|invites|demands that|in this regard,? requests)\s+(.{5,200})",
        rest,
        re.S,
    )
    if not later:
        return (Addressee.OTHER,)
    return _of_object(later[1], rest, None)


@lru_cache(maxsize=512)
def _forms(missions: tuple[MissionName, ...]) -> re.Pattern | None:
    forms = [
        re.escape(form).replace(r"\ ", r"\s+")
        for mission in missions
        for form in sorted(mission.forms, key=len, reverse=True)
    ]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b|{REPRESENTATIVE}\b") if forms else None
