"""Bodies that a text names as partners where it speaks of organized crime: "in coordination with UNODC"."""

import re

from mandates.analysis import lexicon
from mandates.analysis.values import CrimeReading, Document, MissionName, ParagraphKind

# what puts a body beside the one that acts, up to the end of the clause
WITH = re.compile(
    r"\b(?:in (?:close )?(?:coordination|cooperation|consultation|collaboration|conjunction|partnership) with|with (?:the )?(?:support|assistance|help|participation|expertise) of|"
    r"together with|(?:work|working|cooperate|coordinate|collaborate)(?:,[^,]{3,20},)? with|(?:relevant )?partners,? (?:including|such as|in particular|particularly|especially|notably)|supported by|coordinated? with|(?:initiatives?|efforts|publication|decisions|member states) (?:of|by)|organi[sz]ed by|developed (?:by|with)|through)\s+([^;:.]{3,220})"
)  # of a text in small letters, in which it is found several times faster than whatever the case
BODY = re.compile(
    r"\b(?!\w+ (?:Convention|Programme|Protocol|Strategy))(?:[A-Z]{2,}[a-z]?[A-Z0-9-]*[A-Z0-9]|[A-Z]+\d[A-Za-z]+|AU|EU|INTERPOL|G5 Sahel|[A-Z][a-z]+ [Pp]rocess)\b"
)
# bodies that the Council also calls by their name
CALLED = {
    "United Nations Office on Drugs and Crime": "UNODC",
    "Office of the United Nations High Commissioner for Human Rights": "OHCHR",
    "Office of the High Commissioner for Human Rights": "OHCHR",
    "United Nations Mine Action Service": "UNMAS",
    "International Criminal Police Organization": "INTERPOL",
    "International Conference on the Great Lakes Region": "ICGLR",
    "Economic Community of West African States": "ECOWAS",
    "Global Counterterrorism Forum": "GCTF",
    "Global Counter-Terrorism Forum": "GCTF",
    "Kimberley process": "Kimberley Process",
    "Community of Portuguese-speaking Countries": "CPLP",
    "Group of Five for the Sahel": "G5 Sahel",
    "Southern African Development Community": "SADC",
    "Economic Community of Central African States": "ECCAS",
    "Intergovernmental Authority on Development": "IGAD",
    "Financial Action Task Force": "FATF",
    "World Customs Organization": "WCO",
    "International Maritime Organization": "IMO",
    "International Organization for Migration": "IOM",
    "African Union": "AU",
    "European Union": "EU",
}
NAMES = re.compile("|".join(map(re.escape, CALLED)))

# bodies that the Council calls by an acronym alone: organizations of States, entities of the United Nations, known forces
# and groups. A list of what is no partner (armed groups, subjects, plans, places) would never be complete.
KNOWN = frozenset(CALLED.values()) | frozenset(
    [
        "ACIRC", "AFRIPOL", "ASEAN", "ASEANAPOL", "ATALANTA", "AUSSOM", "CARICOM", "CEMAC", "CGPCS", "CMF", "CTED", "CTITF",
        "DPKO", "DPO", "EAC", "ESCWA", "EUROPOL", "FAO", "FC-G5S", "ICAO", "ICC", "ILO", "IPU", "ISAF", "KFOR", "LCBC",
        "MNJTF", "NATO", "OAS", "OAU", "ODC", "ODIHR", "OECD", "OIC", "OSCE", "SCO", "WACI", "WFP", "WHO",
    ]
)  # fmt: skip
# entities and missions of the United Nations and the European Union say in their acronym whose they are
OURS = re.compile(r"(?:UN|MINU|MONU|ONU|BINU|BONU|MINUS|EU)[A-Z]{2,}")
# a body whose name the text gives with its acronym: "the Contact Group on Piracy off the Coast of … (CGPCS)"
DEFINED = re.compile(
    r"\b(?:Office|Organi[sz]ation|Union|Community|Commission|Conference|Council|Committee|Group|Forum|Fund|Agency|Authority|Service|Centre|Center|Board|Bank|"
    r"Court|Mission|Force|Operation|Team|Task Force|Coalition|Network|League|Initiative)\b"
    r"(?:\s+(?:[A-Z][\w’'-]*|of|the|for|in|on|off|and|to|against)){0,12}\s*\([“\"]?(?:the )?([A-Z][\w-]+)[”\"]?\)"
)
# an acronym that the text gives to an agreement or a plan, not to a body
INSTRUMENT = re.compile(
    r"\b(?:Agreement|Accord|Plan|Strategy|Framework|Convention|Protocol|Policy|Roadmap|Reform|Programme|Standards|Guidelines|Practices)\b[^();]{0,160}\([“\"]?(?:the )?([A-Z][\w-]+)[”\"]?\)"
)


def named(document: Document, crime: CrimeReading, mission: MissionName | None = None) -> tuple[str, ...]:
    """Partners by their acronym, in the order of the text; the mission itself is none of its partners."""
    found: dict[str, None] = {}
    named_in = [
        p
        for p in document.paragraphs
        if (about := crime.paragraphs.get(p.index)) and about.organized_crime and p.kind is not ParagraphKind.ANNEX
    ]
    bodies = [
        body
        for p in named_in
        for match in WITH.finditer(lexicon.small_letters(p.text))
        for body in BODY.findall(NAMES.sub(lambda name: CALLED[name[0]], p.text[match.start(1) : match.end(1)]))
    ]
    if not bodies:
        return ()
    # only now is the whole text looked through for what it calls a body
    holders = [p.text for p in document.paragraphs if "(" in p.text]
    instruments = {acronym for text in holders for acronym in INSTRUMENT.findall(text)}
    defined = {acronym for text in holders for acronym in DEFINED.findall(text)} - instruments
    for body in bodies:
        # "UNODC-WCO" are two
        for name in (body,) if body in KNOWN or body in defined else body.split("-"):
            if _is_body(name, defined, instruments) and not (mission and name == mission.acronym):
                found[name] = None
    return tuple(found)


def _is_body(name: str, defined: set[str], instruments: set[str]) -> bool:
    """Whether a name is that of a body: a known one, one that the text defines, or one of the United Nations."""
    if name in KNOWN or name in defined or name.lower().endswith(" process"):
        return True
    return OURS.fullmatch(name) is not None and name not in instruments
