"""Akoma Ntoso, the XML of parliaments and, in its form AKN4UN, of the United Nations (OASIS LegalDocML 1.0 and drafts).

Elements are told by their local names, so that every version of the namespace is read. Other XML is refused.
"""

import re
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from mandates.analysis.reading import cleaning, joining
from mandates.analysis.reading.lines import MARK, NUMBER, Line
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")

NOT_SHOWN = "meta authorialNote noteRef noteref toc del remark omissis componentRef documentRef"
UNSEEN = frozenset(NOT_SHOWN.split())
FRONT = frozenset(("preface", "coverPage"))
HEADINGS = frozenset(("heading", "subheading", "crossHeading", "crossheading"))
LISTS = frozenset(("ul", "ol"))
ATTACHED = frozenset(("attachments", "attachment", "annexes", "annex", "components"))
# elements that stand within a line; every other element sets what it holds apart
WITHIN_A_LINE = """
    a abbr affectedDocument amount argument b change concept courtType date decoration def del docAuthority
    docCommittee docDate docIntroducer docJurisdiction docketNumber docNumber docProponent docPurpose docStage
    docStatus docTitle docType embeddedText entity event extractText fillIn i img inline ins judge lawyer legislature
    location marker mmod mod mref neutralCitation noteRef noteref num object omissis opinion organization outcome
    party person placeholder process quantity quotedText recordedTime ref relatedDocument remark rmod role rref
    session shortTitle signature span sub sup term time tocItem u vote
"""
INLINE = frozenset(WITHIN_A_LINE.split())
BREAKS = frozenset(("br", "eol", "eop", "tab"))
POINTS = frozenset(("point", "indent", "item", "subparagraph", "subpoint", "list", "alinea", "li", "sublist"))
UNNUMBERED = frozenset(("recital", "citation", "formula"))
BARE = re.compile(r"\d{1,3}(?: ?(?:bis|ter|quater|quinquies))?|[a-z]{1,5}")
ANNEX = re.compile(r"(?:annex|appendix|enclosure)\b", re.I)
BLANKS = re.compile(r"[ \t\n\r]+")


def read(source: str) -> CleanText:
    """The clean text of an Akoma Ntoso document. ``Block.source`` counts characters in the source.

    Raises Unreadable: damaged, external_entity.
    """
    target = _Document(source)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    target.expat = parser.parser
    # text is handed on at once, so that its place is known
    parser.parser.buffer_text = False
    try:
        # the declaration is blanked out, since blanks may stand before it; places stay
        parser.feed(DECLARATION.sub(lambda match: " " * len(match[0]), source, count=1))
        parser.close()
    except DefusedXmlException:
        raise Unreadable(
            "external_entity", "The XML declares entities, which no text needs: save it without them and send it again."
        ) from None
    except (ParseError, ValueError):
        raise Unreadable(
            "damaged", "The XML is damaged and cannot be opened: save it anew and send it again."
        ) from None
    return cleaning.clean(target.lines, "akn", set_apart=True)


class _Document:
    """What the parser calls for every tag and text, in order; ``lines`` holds the text."""

    def __init__(self, source: str) -> None:
        self.lines: list[Line] = []
        self.expat = None
        self.bytes = source.encode("utf-8")
        self.byte = self.character = 0  # the place reached, in both counts
        self.stack: list[str] = []
        self.unseen = 0  # elements around that are not shown
        self.front = 0
        self.headings = 0
        self.parts: list[str] = []
        self.at: int | None = None
        self.num: list[str] | None = None  # text of the <num> that is open
        self.mark = ""
        self.mark_at: int | None = None  # its place, where it is written in the text
        self.attached = False  # an annex has begun and no text of it been seen
        self.items: list[int] = []  # of each <ul> and <ol> that is open, the items so far

    # --- what the parser calls

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self.stack.append(name)
        if self.unseen or name in UNSEEN:
            self.unseen += 1
            return
        if name in BREAKS:
            self.parts.append(" ")
        elif name not in INLINE:
            self._finish()
        if name in FRONT:
            self.front += 1
        elif name in HEADINGS:
            self.headings += 1
        elif name in ATTACHED:
            self.attached = True
        elif name == "num":
            self._finish()
            self._loose_mark()
            self.num = []
        elif name in LISTS:
            self.items.append(0)
        elif name == "li" and self.items:
            self.items[-1] += 1
            counted = f"{self.items[-1]}." if self.stack[-2] == "ol" else "•"
            self._set_mark(attributes.get("value") or counted, None)

    def data(self, text: str) -> None:
        if self.unseen:
            return
        if self.at is None and text.strip():
            self.at = self._place() + len(text) - len(text.lstrip())
        (self.parts if self.num is None else self.num).append(text)

    def end(self, tag: str) -> None:
        name = self.stack.pop()
        if self.unseen:
            self.unseen -= 1
            return
        if name == "num":
            self._set_mark("".join(self.num or []), self.at if self.at is not None else self._place())
            self.num, self.at = None, None
            return
        if name not in INLINE and name not in BREAKS:
            self._finish()
        if name in FRONT:
            self.front -= 1
        elif name in HEADINGS:
            self.headings -= 1
        elif name in LISTS:
            self.items.pop()
        elif name == "li" and self.mark_at is None:
            self.mark = ""

    def close(self) -> None:
        self._finish()
        self._loose_mark()

    # --- lines

    def _set_mark(self, text: str, at: int | None) -> None:
        """A number in front of the text that follows; that of a recital is none that the Council gives."""
        shown = BLANKS.sub(" ", text).strip()
        around = self.stack[-1] if self.stack else ""
        if not shown or any(name in UNNUMBERED for name in self.stack[-2:]):
            return
        if BARE.fullmatch(shown):
            shown = f"({shown})" if around in POINTS or shown.isalpha() else f"{shown}."
        self.mark, self.mark_at = shown, at

    def _finish(self) -> None:
        """The line that was being put together is complete."""
        text = BLANKS.sub(" ", "".join(self.parts)).strip()
        self.parts = []
        if not text:
            return
        at, self.at = self.at if self.at is not None else self._place(), None
        if self.attached:
            self.attached = False
            if not ANNEX.match(text) and not ANNEX.match(self.mark):
                self.lines.append(_line("Annex", at, Hint.HEADING))
        if self.mark and not self.headings and not MARK.match(f"{self.mark} X"):
            self._loose_mark()
        if self.mark:
            text, at = f"{self.mark} {text}", self.mark_at if self.mark_at is not None else at
            self.mark = ""
        self.lines.append(_line(text, at, self._hint(text)))

    def _loose_mark(self) -> None:
        """A number that no text follows, or that is none of a paragraph ("Part One"), stands as a heading."""
        if self.mark and self.mark_at is not None:
            hint = Hint.NONE if MARK.match(f"{self.mark} X") else Hint.HEADING
            self.lines.append(_line(self.mark, self.mark_at, hint))
        self.mark = ""

    def _hint(self, text: str) -> Hint:
        if self.front and not joining.OPENING.match(text):
            return Hint.FRONT
        return Hint.HEADING if self.headings and not NUMBER.match(text) and not joining.ALONE.match(text) else Hint.NONE

    def _place(self) -> int:
        """The place that the parser has reached, in characters; it only ever goes forward."""
        reached = self.expat.CurrentByteIndex
        if reached > self.byte:
            self.character += len(self.bytes[self.byte : reached].decode("utf-8", "ignore"))
            self.byte = reached
        return self.character


def _line(text: str, at: int, hint: Hint) -> Line:
    return Line(text, at, right=len(text), hint=hint)
