"""Where the parts of a resolution begin and end: the operative part, quotations with numbers of their own, what is annexed."""

import re

from mandates.analysis.markers import Mark, Style
from mandates.analysis.values import Block, Hint
from mandates.analysis.verbs import OPERATIVE_VERB, PRESENT_VERB

ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)\b(?:\s+[IVX\dA-Z]{1,4})?\s*(?:[:.–—-].*)?$", re.I)
# what an editor sets after a resolution: "Adopted unanimously at the 1820th meeting"
ADOPTION = re.compile(r"[\[(]?Adopted\b.{0,40}? at the \d{1,4}(?:st|nd|rd|th) me", re.I)
# in a text without numbers the operative part opens with a verb in the present, known or not: "Decides", "Entrusts"
ANY_VERB = re.compile(r"(?:(?:[A-Z][a-z]+ly|Hereby) )?(?!(?:Whereas|This)\b)[A-Za-z][a-z]+[^\Wsu]s\b")
# the words that open preambular paragraphs: "Recalling", "Deeply concerned"
PARTICIPLE = re.compile(r"(?:(?:[A-Z][a-z]+ly|Also|Further|Once again|Again) )?[A-Za-z][a-z]+(?:ing|ed)\b")
CLOSED_QUOTE = re.compile(r"[”\"][;.,]?$")
LONGEST_QUOTE = 60  # pieces over which a quotation is followed
SHORTEST = 80  # characters of a paragraph without a verb known as such
LONGEST_TITLE = 80  # characters of the title of an annex


def begins_at(parts: list[Block], marks: list[Mark | None]) -> int:
    """Where the operative part begins: at paragraph 1; where its number was lost, or the text has none, at the first verb."""
    verb = unknown = None
    for place, (piece, mark) in enumerate(zip(parts, marks, strict=True)):
        if mark and mark.readings[0][0] is Style.PREAMBULAR:
            verb = unknown = None
        elif mark and mark.readings[0][0] is Style.NUMBER:
            if mark.readings[0][1] == 1:
                return place
            if mark.tagged or OPERATIVE_VERB.match(piece.text, mark.end):
                return place if verb is None else verb
        elif verb is not None:
            if ends_before(piece, mark):
                break
        elif piece.hint is not Hint.HEADING:
            text = piece.text[mark.end :] if mark and mark.readings[0] == (Style.LETTER, 1) else piece.text
            if PRESENT_VERB.match(text) and not PARTICIPLE.match(text):
                verb = place
            elif unknown is None and (ANY_VERB.match(text) or _stops(text)):
                unknown = place
    found = verb if verb is not None else unknown
    return len(parts) if found is None else found


def _stops(text: str) -> bool:
    """Whether a paragraph ends with a full stop, as no preambular one does."""
    return text.endswith(".") and len(text) > SHORTEST and text[0].isupper() and not PARTICIPLE.match(text)


def ends_before(piece: Block, mark: Mark | None) -> bool:
    """Whether the resolution proper ends before this piece: an annex opens, or the editor says how it was adopted."""
    first = piece.text[0]
    if first == "A" and ADOPTION.match(piece.text):
        return True
    return mark is None and first in "AE" and len(piece.text) < LONGEST_TITLE and ANNEX.match(piece.text) is not None


def quoted(parts: list[Block]) -> set[int]:
    """The places within a quotation that runs over several pieces, as of another resolution with numbers of its own."""
    found: set[int] = set()
    for place, piece in enumerate(parts):
        if piece.text[0] not in '“"' or place in found or not place or CLOSED_QUOTE.search(piece.text):
            continue
        if parts[place - 1].text.endswith((":", "reads", "follows")):
            for end in range(place + 1, min(place + LONGEST_QUOTE, len(parts))):
                if CLOSED_QUOTE.search(parts[end].text):
                    found.update(range(place + 1, end + 1))
                    break
    return found
