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

# acronyms that are no partner: what is done, where, or instruments
NOT_A_PARTNER = re.compile(
    r"^(?:UN|SSR|DDR|DDRR|SALW|CVR|HRDDP|CAR|DRC|SRSG|MDSF|FARDC|PNC|HNP|FGS|FMS|RES|PRST|S|IDPs?|NGOs?|IED|IEDs|OP|PP|SGBV|SG|XI+|I+|IV|VI+)$"
)


# an acronym that the text gives to an agreement or a plan, not to a body
INSTRUMENT = re.compile(
    r"\b(?:Agreement|Accord|Plan|Strategy|Framework|Convention|Protocol|Policy|Roadmap|Reform|Programme)\b[^();]{0,160}\([“\"]?(?:the )?([A-Z][\w-]+)[”\"]?\)"
)


def named(document: Document, crime: CrimeReading, mission: MissionName | None = None) -> tuple[str, ...]:
    """Partners by their acronym, in the order of the text; the mission itself is none of its partners."""
    found: list[str] = []
    named_in = [
        p
        for p in document.paragraphs
        if (about := crime.paragraphs.get(p.index)) and about.organized_crime and p.kind is not ParagraphKind.ANNEX
    ]
    # the whole text is looked through for instruments only where a partner may be named
    holders = [p.text for p in document.paragraphs if "(" in p.text] if named_in else ()
    instruments = {acronym for text in holders for acronym in INSTRUMENT.findall(text)}
    for p in named_in:
        for match in WITH.finditer(lexicon.small_letters(p.text)):
            words = NAMES.sub(lambda name: CALLED[name[0]], p.text[match.start(1) : match.end(1)])
            for body in BODY.findall(words):
                if (
                    body not in instruments
                    and not NOT_A_PARTNER.match(body)
                    and not (mission and body == mission.acronym)
                    and body not in found
                ):
                    found.append(body)
    return tuple(found)
