"""The tags by which negotiators call the paragraphs of a draft: PP1, (PP5 bis), [OP7.], OP 2 alt.

A tag stands in front of its paragraph or on a line of its own above it. Unlike a plain number it says of itself what it
opens: PP a preambular paragraph, OP an operative one. Words about a paragraph ("OP1 and OP2 should go together") open none.
"""

import re

# what tells a paragraph set in after another, or offered in its place, from that other: "bis", "alt", "bis alt", "alt 2"
SUFFIX = r"(?:bis|ter|quater|quinquies|alt)(?: ?(?:bis|ter|alt|\d{1,2}\b))?"
_NAME = rf"(?:new )?(?P<part>[PO]\.?P)[ .-]{{0,2}}(?P<number>\d{{1,3}})(?:[ .]{{0,2}}(?P<suffix>{SUFFIX})\b)?(?: ?[(\[]new[)\]])?"
# behind a stop or bracket anything may follow, else only the first word of a paragraph; its plain number may stand there too
_END = (
    r"(?:\s?[.:)\]]{1,3}(?=[\sA-Z“\"'\[(]|$)|(?=\s?[–—|/-]\s|\s+(?:[^\sa-z]|[a-z]{3,}(?:ing|ed|s)\b)|\s*$))"
    r"\s*(?:[–—|/-]\s+)?(?:(?P=number)\.\s+(?=\D))?"
)
TAG = re.compile(rf"[\[(]{{0,2}}(?i:{_NAME}){_END}")
# a further one on the line of a paragraph, after its end: "…, PP2 Noting …", "…; (OP2) Requests …"
FURTHER = re.compile(r"(?:(?<=[,;.:”\]])|(?<=[,;] and))\s+(?=[\[(]{0,2}(?:(?:NEW|New|new) )?[PO]\.?P[ .-]{0,2}\d)")
NUMBER = re.compile(r"[\[\d.\]]+")  # a plain number, beside which the tag is set too: "3. (OP3) Requests"
OPENS = "[(PpOoNn"  # the signs with which a tag begins


def read(text: str, begin: int = 0) -> re.Match | None:
    """The tag at a place of a text, with the blanks behind it."""
    return TAG.match(text, begin) if text[begin : begin + 1] in OPENS else None


def is_operative(tag: re.Match) -> bool:
    """Whether a tag opens an operative paragraph, not a preambular one."""
    return tag["part"][0] in "Oo"


def suffix(tag: re.Match | str | None) -> str:
    """What a tag or number says beside its figure, in one form.

    >>> suffix(read("[OP 2Alt2. Requests")), suffix("bis"), suffix(None)
    ('alt 2', 'bis', '')
    """
    words = tag["suffix"] if isinstance(tag, re.Match) else tag
    return " ".join(re.findall(r"bis|ter|quater|quinquies|alt|\d+", words.lower())) if words else ""


def within(text: str, begin: int) -> list[re.Match]:
    """The tags on a line of text, from ``begin`` on: at its start, and further ones behind the end of a paragraph."""
    places = [begin] if text[begin : begin + 1] in OPENS else []
    if "OP" in text or "PP" in text or ".P" in text:  # few lines: a quick look before the slow one
        places += [m.end() for m in FURTHER.finditer(text, begin) if not NUMBER.fullmatch(text, begin, m.start())]
    return [tag for place in places if (tag := read(text, place))]
