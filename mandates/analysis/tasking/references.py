"""Tasks by reference: the document that holds the tasks which a text renews without repeating them."""

import re

from mandates.analysis import kinds
from mandates.analysis.values import Document, MissionName

REFERENCE = re.compile(
    r"\b(?:as (?:set out|set forth|contained|defined|stipulated|described|outlined|specified|provided|established|mandated|authori[sz]ed)|set out|set forth|"
    r"contained|laid down|laid out|under|pursuant to|in accordance with|established by|given in|by)\b"
    r"[^.;]{0,80}?\b(?:its )?resolutions?\s+(\d{1,4}\s?\(\d{4}\))"
)
CITED = re.compile(r"\b(\d{1,4})\s?\((\d{4})\)")
IN_PARTICULAR = re.compile(r"\b(?:in particular|including|notably|especially)\b", re.I)


def find(document: Document, mission: MissionName | None) -> str | None:
    """Where the tasks stand that a text without a list renews: named beside the extension, else the earliest that is recalled."""
    if mission is None:
        return None
    extension = [p for p in document.numbered() if kinds.extends(p.text, mission)]
    for p in extension:
        if match := REFERENCE.search(p.text):
            return "resolution " + re.sub(r"\s*\(", " (", match[1])
    if extension:
        for p in document.preambular()[:3]:
            if p.text.startswith(("Recalling", "Reaffirming", "Having considered")) and "resolution" in p.text:
                after = IN_PARTICULAR.search(p.text)
                cited = CITED.findall(p.text, after.end() if after else 0) or CITED.findall(p.text)
                if cited:
                    number, year = min(cited, key=lambda pair: int(pair[0]))
                    return f"resolution {number} ({year})"
    return None
