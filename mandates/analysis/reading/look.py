"""How a page's elements show the text in them: seen or not, as a heading, in bold, line by line.

Told from the element and its own attributes; style sheets are not read.
"""

import re
from dataclasses import dataclass, replace

from mandates.analysis.reading.markup import Start

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
STANDING_OUT = frozenset(("b", "strong", "i", "em", "u", "cite", "var"))
KEEPING_LINES = frozenset(("pre", "listing", "xmp"))
NOT_SHOWN = """
    script style template noscript title nav aside footer iframe noembed noframes textarea select datalist button svg
    math video audio canvas object map del s strike rp rt
"""
UNSEEN = frozenset(NOT_SHOWN.split())
ROLES = """
    navigation search contentinfo complementary dialog alertdialog menu menubar doc-toc doc-footnote doc-endnote
    doc-endnotes doc-noteref
"""
UNSEEN_ROLES = frozenset(ROLES.split())
# what word processors set apart from the text: running feet, notes, and the comments beside it
UNSEEN_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all"
    r"|text-decoration[a-z-]{0,9}\s{0,9}:[^;]{0,60}line-through"
    r"|mso-element\s{0,9}:\s{0,9}(?:footer|footnote|endnote|comment)"
)
NOTE = re.compile(
    r"(?:body_)?(?:_?ftn|_?edn|sdfootnote|sdendnote|fn|footnote|endnote|cite_note)[-_:]?(?:ref)?\d{1,3}(?:sym|anc)?$"
)
NOTE_CLASSES = frozenset(("footnote", "endnote", "sdfootnote", "sdendnote", "msofootnotetext", "msoendnotetext"))
STANDING_OUT_STYLE = re.compile(
    r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)|font-style\s{0,9}:\s{0,9}(?:italic|oblique)"
    r"|text-decoration[a-z-]{0,9}\s{0,9}:[^;]{0,60}underline"
)
PLAIN_STYLE = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:normal|400)|font-style\s{0,9}:\s{0,9}normal")
BESIDE_STYLE = re.compile(
    r"float\s{0,9}:\s{0,9}(?:left|right)|display\s{0,9}:\s{0,9}(?:block|inline-block|flex|table-cell|list-item)"
)
KEEPING_STYLE = re.compile(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)")
SYMBOLS = re.compile(r"font-family\s{0,9}:\s{0,9}[\"']?(?:symbol|wingdings)|mso-list\s{0,9}:\s{0,9}ignore")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown at a place of the page; an element changes it for what stands in it."""

    seen: bool = True
    heading: bool = False
    stands_out: bool = False
    keeps_lines: bool = False
    raised: bool = False  # a sign of a note, perhaps
    symbols: bool = False  # in a font of bullets
    beside: bool = False  # set beside other text, with a gap between them


def within(look: Look, tag: Start) -> Look:
    """How text in this element is shown, given how it is around it."""
    name, attributes = tag.name, tag.attributes
    if not look.seen:
        return look
    style = attributes.get("style", "").lower() if attributes else ""
    if _unseen(name, attributes, style):
        return replace(look, seen=False)
    changes = {}
    if name in HEADINGS:
        changes["heading"] = True
    if name in STANDING_OUT:
        changes["stands_out"] = True
    if name in KEEPING_LINES:
        changes["keeps_lines"] = True
    if name == "sup":
        changes["raised"] = True
    if style:
        if STANDING_OUT_STYLE.search(style):
            changes["stands_out"] = True
        elif PLAIN_STYLE.search(style):
            changes["stands_out"] = False
        if KEEPING_STYLE.search(style):
            changes["keeps_lines"] = True
        if "vertical-align" in style and "super" in style:
            changes["raised"] = True
        if SYMBOLS.search(style):
            changes["symbols"] = True
        if BESIDE_STYLE.search(style):
            changes["beside"] = True
    if name == "font" and attributes.get("face", "").lower().startswith(("symbol", "wingdings")):
        changes["symbols"] = True
    return replace(look, **changes) if changes else look


def _unseen(name: str, attributes: dict[str, str], style: str) -> bool:
    """Whether an element is not shown, or is none of the text: navigation, running feet, notes, what was deleted."""
    if name in UNSEEN:
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("role", "").lower() in UNSEEN_ROLES:
        return True
    if style and UNSEEN_STYLE.search(style):
        return True
    if name == "a" and NOTE.match(attributes.get("href", "").rpartition("#")[2].lower()):
        return True
    if name == "div" and attributes.get("title") == "footer":  # LibreOffice's running foot
        return True
    if name not in ("div", "li", "p", "section"):
        return False
    if not NOTE_CLASSES.isdisjoint(attributes.get("class", "").lower().split()):
        return True
    return NOTE.match(attributes.get("id", "").lower()) is not None
