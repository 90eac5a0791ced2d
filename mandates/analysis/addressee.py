"""Whom each operative paragraph speaks to, and with what verb.

A paragraph is read clause by clause: "Welcomes …, *calls upon the Malian authorities*, with the assistance of MINUSMA, *to* …, and
*requests the Secretary-General to* …". The addressees are whoever a clause tells to do something: the object of its verb, up to what
it shall do, or the subject of what the Council decides. Those who only help ("with the assistance of", "in coordination with")
are not addressed. The lead verb and its strength are those of the first clause.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import ahocorasick

from mandates.analysis import kinds, partners
from mandates.analysis.values import Address, Addressee, Document, MissionName, Paragraph
from mandates.analysis.verbs import ADVERBS

SOURCE = Path(__file__).resolve().parent.parent / "data" / "verbs.toml"

# verbs after which an object stands; after the others ("Notes that", "Expresses its concern") nobody is told anything
ADDRESSING = 2
LEAD = re.compile(
    rf"[\[“\"]?((?:(?:{ADVERBS}),?\s+)*)(takes? note|calls? (?:up)?on|calls? for|looks? forward|pays? tribute|\w+)\b",
    re.I,
)
# an alternative verb of a draft: "[Requests] [Encourages]", "[Requests/Encourages]"
ALTERNATIVE = re.compile(rf"\]?\s*/?\s*\[?(?:(?:{ADVERBS}),?\s+)*(calls? (?:up)?on|\w+)\]", re.I)
# a further clause of the same paragraph: ", and calls upon", "; further requests", "and, in this regard, urges";
# each way to begin is written as a first letter, by which the places worth trying are found quickly
CLAUSE = re.compile(
    r"(?:,|;|and(?<!\wand)\b)\s+(?:and\s+)?(?:in (?:this|that) (?:regard|context|respect),?\s+)?(?:(?:also|further|again|strongly|therefore|accordingly|furthermore)\s+){0,2}"
    r"(calls? (?:up)?on|urges|requests|encourages|invites|demands|decides|authori[sz]es|directs|reminds|instructs|appeals)\b",
)
# one of them stands wherever CLAUSE is found: a quick look before the slow one
CLAUSE_VERBS = (
    "call", "urges", "requests", "encourages", "invites", "demands", "decides", "authori", "directs", "reminds",
    "instructs", "appeals",
)  # fmt: skip
# "Reiterates its call on all parties to", "Renews its request that"
ITS_CALL = re.compile(
    r"(?:also |further )?(?:its|the)\s+(?:\w+ )?(?:calls?|requests?|demands?|appeals?|invitation|encouragement)(?:,[^,]{3,80},)?\s+(?:(?:up)?on|to|for|that)\s+"
)
# verbs whose clause says what somebody shall do, or of what somebody is to be
STATING = frozenset(
    [
        "decides",
        "reaffirms",
        "affirms",
        "underlines",
        "underscores",
        "stresses",
        "emphasizes",
        "emphasises",
        "notes",
        "reiterates",
        "recalls",
        "demands",
        "confirms",
        "agrees",
        "renews",
        "repeats",
        "recognizes",
        "recognises",
    ]
)
# what the Council decides about somebody: "to extend the mandate of", "to maintain … at its present strength"
ABOUT = re.compile(
    r"^(?:[^;:]{0,160}?[, ])?to (?:(?:further|also) )?(?:extend|renew|maintain|establish|set up|terminate|increase|decrease|reduce|deploy|adjust|strengthen|reconfigure|approve)\b(.{0,160})",
    re.S,
)
MEASURES = re.compile(r"[^;,]{0,40}?\b(?:measures|provisions|prohibitions|sanctions)\b")
AUTHORIZING = re.compile(r"^(?:also |further |hereby )?to authori[sz]e\s+(.*)", re.S)
WHERE = re.compile(
    r"^(?:where|when|if|notwithstanding|in order|with a view|for|on|during|until|following|acting|as)\b(?:(?!\bshall\b)[^,;]){3,160},\s+"
)
# who is obliged by what is only stated: "the need for all parties to", "the primary responsibility of the authorities"
OBLIGES = re.compile(
    r"\b(?:shall|should|must|need to|needs to|importance (?:of|for)|necessity (?:of|for)|need for|obligations? (?:on|of)|responsib\w+)\b"
)
# what makes somebody liable to sanctions is told to those who list them
CRITERIA = re.compile(
    r"\b(?:means of support or financing|designation criteria|listing criteria|eligible for (?:designation|inclusion))\b"
)
CRITERIA_WORDS = ("criteria", "financing", "eligible for")  # one of them stands wherever CRITERIA is found

# where the object ends: at what it is told to do
OBJECT_END = re.compile(
    r"\s(?:to (?!the\b|a\b|all\b|its\b)|that\b(?! ha(?:ve|s))|shall\b|should\b|must\b|will\b|immediately\b|urgently\b)|[;:]|,? (?:as well as|in order) to\b"
)
# helpers, who are named and not told: cut off before looking
HELPERS = re.compile(
    r"(?:with (?:the )?(?:assistance|support|help|participation|advice) (?:of|from)|in (?:(?:close|full) )?(?:coordination|cooperation|consultation|collaboration|conjunction|partnership) with|"
    r"through|alongside|supported by|assisted by|on behalf of|consistent with|in line with|in accordance with|pursuant to|as (?:described|outlined|set out)|within|participating in|contributing to)\s",
    re.I,
)
# one of them stands wherever HELPERS is found
HELPING = (
    "with", "through", "alongside", "ted by", "behalf of", "pursuant to", "as described", "as outlined", "as set out",
    "participating", "contributing",
)  # fmt: skip
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
            r"\b(?:armed (?:groups?|elements|movements|actors)\b(?!['’])|all parties|parties to|(?<!other )(?<!interested )(?<!third )parties\b|(?:both|two|the|\w+) sides?\b|militias?(?! violence)|belligerents|signatory|rebel|warring|factions|stakeholders)\b",
        ),
        (
            Addressee.UN_ENTITIES,
            r"\b(?:United Nations (?:entities|agencies|system|country team|bodies|organi[sz]ations|funds|Secretariat)|relevant (?:entities|agencies) of the United Nations|UNODC|UNMAS|UNDP|UNICEF|OHCHR|UNHCR|IMO|ICAO|WFP|FAO|WHO|UNESCO|UNEP|UNFPA|CTED|CTITF|International Maritime Organization|"
            r"Peacebuilding (?:Commission|Fund)|Special Rapporteur|specialized agencies|Department of|Emergency Relief Coordinator|High Commissioner|Under-Secretary-General|the Secretariat|the Mechanism|(?:relevant )?(?:parts|organs) of the United Nations|United Nations(?= to\b| and\b|,|$))\b",
        ),
        (
            Addressee.MEMBER_STATES,
            r"\b(?:(?:all |other |member )?States\b|(?:supplying|exporting|importing|designating|requesting|flag|receiving) State\b|Member States|neighbou?ring|(?:countries|Governments|States) (?:of|in) the (?:region|subregion|Sahel)|international (?:community|partners|donors|organi[sz]ations)|"
            r"donors?|regional (?:and|organi[sz]ations|partners|States)|troop-|police-contributing|bilateral|African Union|European Union|ECOWAS|partners|(?<!United )nations|countries)\b",
        ),
        (
            Addressee.HOST_STATE,
            r"\b(?:(?:transitional|national|host|local|civil|state|(?-i:[A-Z])[\w-]+) (?:authorities|government)\b|the authorities|Governments? of (?:the )?(?!region|States|countries)(?-i:[A-Z])|the Government\b|"
            r"Government of National|federal government|transitional (?:institutions|federal)|authorities of (?:the )?(?-i:[A-Z]))",
        ),
    )
)
# one of these stands wherever a pattern of WHO is found, each in one row alone: a quick look before the slow one
HINTS = {
    Addressee.SANCTIONS_BODY: ("committee", "experts", "monitoring", "ombudsperson", "analytical"),
    Addressee.SECRETARY_GENERAL: ("general",),
    Addressee.ARMED_GROUPS_OR_PARTIES: (
        "arties", "armed", "side", "militia", "belligerent", "signatory", "rebel", "warring", "faction", "stakeholder",
    ),
    Addressee.UN_ENTITIES: (
        "united nations", "unodc", "unmas", "undp", "unicef", "ohchr", "unhcr", "imo", "icao", "wfp", "fao", "who",
        "unesco", "unep", "unfpa", "cted", "ctitf", "maritime", "peacebuilding", "special", "department",
        "relief", "commissioner", "secretar", "mechanism",
    ),
    Addressee.MEMBER_STATES: (
        "state", "neighbo", "countries", "governments", "international", "donor", "regional", "troop-", "police-",
        "bilateral", "union", "ecowas", "partners", "nations",
    ),
    Addressee.HOST_STATE: ("authorities", "government", "transitional"),
}  # fmt: skip
# a State called by its name: "Urges the CAR, its neighbouring States": a capitalised name right after the verb
NAMED_STATE = re.compile(
    r"^(?:the )?(?:Republic of |Kingdom of |Islamic Republic of )?[A-Z][A-Za-z’' -]{1,40}?(?=,|\s+(?:and|to|,)\s|$)"
)
# bodies that are no States, though their names look alike
BODY = re.compile(
    r"\b(?:Observer|Organi[sz]ation|Commission|Fund|Bank|Office|Tribunal|Court|Coordinator|Council|Agency|Envoy|Institutions?|Group|Union|Registrar|President|Prosecutor|Judges?|Chair(?:man)?)\b"
)
# "Sahel and Maghreb States": names that only say which States
STATES_OF = re.compile(r"[\w’' -]*?\bStates\b")
INFINITIVE = re.compile(r"To (\w+)((?: (?:up)?on)?)\b")
THAT = re.compile(r"^(?:also |further )?that,?\s+")
# what the subject shall do, also after "Demands that", where the verb stands alone
VERB_OF_SUBJECT = re.compile(
    r"\s(?:shall|should|must|will|may|to|is|are|immediately|unconditionally|without delay|fully|respect|cease|comply|cooperate|allow|refrain|"
    r"ensure|accelerate|withdraw|take|release|end|halt|fulfil|provide|permit|return|implement|abide|put)\b"
)
ON_MISSION = re.compile(
    r"\b(?:Secretary-General|Member States)\b.{0,160}?\b(?:establish|deploy|ensure that|task|structure|include in|configure|maintain|organi[sz]e)\b.{0,200}?",
    re.S,
)
# what shall be done "across X" is told to X, whoever stands as the subject
ACROSS = re.compile(r"\b(?:across|throughout) (?:the )?")
# missions that a text may name without a word of their mandate; entities of the United Nations are called otherwise
OF_A_MISSION = r"\b(?:MINU|MONU|ONU|BINU|BONU)[A-Z]+\b"
REPORTS = re.compile(r"\breport|\binform|\bassess|\bupdate")
REPRESENTATIVE = r"(?:his |the |a )?(?:Special Representative|Head of Mission|Force Commander)"


@cache
def scale() -> dict[str, int]:
    """Lead verbs in lower case with their strength, 5 to 0; the scale is ours (data/verbs.toml)."""
    with SOURCE.open("rb") as file:
        return {verb: int(strength) for strength, verbs in tomllib.load(file)["strength"].items() for verb in verbs}


def read(document: Document, missions: tuple[MissionName, ...]) -> tuple[Address, ...]:
    """One Address for every numbered operative paragraph, in order."""
    spoken: dict[str, list[str]] = {}
    for p, _ in kinds.spoken(document):
        if p.depth:
            spoken.setdefault(p.number, []).append(p.text)
    named = _forms(missions)
    return tuple(_address(p, spoken.get(p.number, ()), named) for p in document.numbered())


def _address(p: Paragraph, items: Iterable[str], named: re.Pattern) -> Address:
    match = LEAD.match(p.text)
    if not match:
        return Address(p.index, (Addressee.OTHER,), "", 0)
    lead = f"{match[1].strip()} {match[2]}".strip() if match[1] else match[2]
    whom = list(dict.fromkeys(who for verb, rest in _clauses(p.text, match, items) for who in _whom(verb, rest, named)))
    if not whom and any(word in p.text for word in CRITERIA_WORDS) and CRITERIA.search(p.text):
        whom = [Addressee.SANCTIONS_BODY]
    return Address(p.index, tuple(whom) or (Addressee.OTHER,), lead, _strength(p.text, match))


def _strength(text: str, lead: re.Match) -> int:
    """The strength of the lead verb; of bracketed alternatives the weakest, which is what is agreed in any case."""
    strengths = [scale().get(lead[2].lower(), 0)]
    end = lead.end()
    while text.startswith("[") and (other := ALTERNATIVE.match(text, end)) and other[1].lower() in scale():
        strengths.append(scale()[other[1].lower()])
        end = other.end()
    return min(strengths)


def _clauses(text: str, lead: re.Match, items: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each clause's verb in lower case and what follows it; items that speak for themselves are clauses too."""
    verb, start = lead[2].lower(), lead.end()
    further = any(word in text for word in CLAUSE_VERBS)
    for match in CLAUSE.finditer(text, start) if further else ():
        yield verb, text[start : match.start()].lstrip(" ,")
        verb, start = match[1], match.end()
    yield verb, text[start:].lstrip(" ,")
    for item in items:
        if match := INFINITIVE.match(item):
            yield f"{match[1]}s{match[2]}", item[match.end() :].lstrip(" ,")
        elif match := LEAD.match(item):
            yield match[2].lower(), item[match.end() :].lstrip(" ,")


def _whom(verb: str, rest: str, named: re.Pattern) -> tuple[Addressee, ...]:
    """Whom one clause tells to do something; nobody where it only says something."""
    if verb in STATING:
        if call := ITS_CALL.match(rest):
            return _of_object(rest[call.end() :], named)
        return _of_clause(rest, scale().get(verb, 0) >= ADDRESSING, named)
    if scale().get(verb, 0) >= ADDRESSING:
        return _of_object(rest, named)
    return ()


def _of_object(rest: str, named: re.Pattern) -> tuple[Addressee, ...]:
    """The addressees in the object of an addressing verb."""
    rest = rest.removeprefix("that ")
    end = OBJECT_END.search(rest)
    direct = _without_helpers(rest[: end.start() if end else 200])
    found = _who(direct, named)
    if found == [Addressee.SECRETARY_GENERAL]:
        told = rest[:400]
        if (on := ON_MISSION.search(told)) and named.search(told, on.start()) and not REPORTS.search(told[:80]):
            return (Addressee.MISSION,)
    state = NAMED_STATE.match(direct)
    if state and not BODY.search(state[0]) and state[0].removeprefix("the ") not in partners.KNOWN:
        if not found:
            return (Addressee.HOST_STATE,)
        if found == [Addressee.MEMBER_STATES] and not STATES_OF.match(direct):
            return (Addressee.HOST_STATE, Addressee.MEMBER_STATES)
    return tuple(found)


def _of_clause(rest: str, binding: bool, named: re.Pattern) -> tuple[Addressee, ...]:
    """The addressees of "Decides that X shall": the subject of the clause, where the clause tells it something."""
    if binding and (authorized := AUTHORIZING.match(rest)):
        return _of_object(authorized[1], named)
    if binding and (about := ABOUT.match(rest)):
        whom = [] if MEASURES.match(about[1]) else _who(about[1], named)
        return tuple(w for w in whom if w in (Addressee.MISSION, Addressee.SANCTIONS_BODY))[:1]
    clause = WHERE.sub("", THAT.sub("", rest))
    if not binding and not OBLIGES.search(clause[:240]):
        return ()
    subject = VERB_OF_SUBJECT.split(clause, maxsplit=1)[0][:160]
    found = _who(_without_helpers(subject), named)
    if not found and any(named.match(clause, across.end()) for across in ACROSS.finditer(clause)):
        return (Addressee.MISSION,)
    return (Addressee.MISSION,) if Addressee.MISSION in found else tuple(found)


def _without_helpers(words: str) -> str:
    """The words up to those who only help."""
    lowered = words.lower()
    helpers = HELPERS.search(words) if any(word in lowered for word in HELPING) else None
    return words[: helpers.start()].rstrip().removesuffix(",") if helpers else words


def _who(words: str, named: re.Pattern) -> list[Addressee]:
    """Everybody whom some words name, the mission first."""
    lowered = words.lower()
    hinted = {who for _, who in _hints().iter(lowered)}
    found = [who for who, p in WHO if who in hinted and p.search(words)]
    return [Addressee.MISSION, *found] if named.search(words) else found


@cache
def _hints() -> ahocorasick.Automaton:
    """Finds the hints in one pass; the value of each is whom it hints at."""
    automaton = ahocorasick.Automaton()
    for who, hints in HINTS.items():
        for hint in hints:
            automaton.add_word(hint, who)
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=512)
def _forms(missions: tuple[MissionName, ...]) -> re.Pattern:
    forms = [
        re.escape(form).replace(r"\ ", r"\s+")
        for mission in missions
        for form in sorted(mission.forms, key=len, reverse=True)
    ]
    named = [rf"\b(?:{'|'.join(forms)})\b|{REPRESENTATIVE}\b"] if forms else []
    return re.compile("|".join(named if any(mission.un for mission in missions) else [*named, OF_A_MISSION]))
