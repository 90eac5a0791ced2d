"""Bodies that a text names as partners where it speaks of organized crime: "in coordination with UNODC"."""

import re

from mandates.analysis.values import CrimeReading, Document, MissionName, ParagraphKind

# what puts a body beside the one that acts, up to the end of the clause
WITH = re.compile(
    r"\b(?:in (?:close )?(?:coordination|cooperation|consultation|collaboration|conjunction|partnership) with|with (?:the )?(?:support|assistance|help|participation|expertise) of|"
    r"together with|working with|(?:relevant )?partners,? (?:including|such as|in particular)|supported by|coordinated? with|initiatives? (?:of|by)|organi[sz]ed by|developed (?:by|with)|through)\s+([^;:.]{3,220})",
    re.I,
)
BODY = re.compile(
    r"\b(?!\w+ (?:Convention|Programme|Protocol|Strategy))(?:[A-Z]{2,}[a-z]?[A-Z0-9-]*[A-Z0-9]|[A-Z]+\d[A-Za-z]+|INTERPOL|Kimberley Process)\b"
)
# acronyms that are no partner: what is done, where, or instruments
NOT_A_PARTNER = re.compile(
    r"^(?:UN|SSR|DDR|DDRR|SALW|CVR|HRDDP|CAR|DRC|SRSG|MDSF|FARDC|PNC|HNP|FGS|FMS|RES|PRST|S|IDPs?|NGOs?|IED|IEDs|OP|PP|SGBV|SG|XI+|I+|IV|VI+)$"
)


def named(document: Document, crime: CrimeReading, mission: MissionName | None = None) -> tuple[str, ...]:
    """Partners by their acronym, in the order of the text; the mission itself is none of its partners."""
    found: list[str] = []
    for p in document.paragraphs:
        about = crime.paragraphs.get(p.index)
        if not about or not about.organized_crime or p.kind is ParagraphKind.ANNEX:
            continue
        for match in WITH.finditer(p.text):
            for body in BODY.findall(match[1]):
                if not NOT_A_PARTNER.match(body) and not (mission and body == mission.acronym) and body not in found:
                    found.append(body)
    return tuple(found)
