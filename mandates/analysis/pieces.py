"""Blocks → pieces: several paragraphs or items that stand on one line are taken apart, the opening formula is cut off.

A number within a line opens a paragraph where an operative verb follows it, or where it is the next in order after the end
of a clause: "…; 9. Calls upon all States …; 10. Further to that aim, calls upon …".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mandates.analysis import markers, tags
from mandates.analysis.values import Block
from mandates.analysis.verbs import ADVERBS, OPERATIVE_VERB, VERBS

OPENING = re.compile(r"[“\"']?The Security Council[,:]?[”\"']?\s*", re.I)

# Each pattern begins with a sign that is rare in a text, so that a line without one is passed over quickly.
# a number in the middle of a line, and one whose stop was lost: "; 13 Urges"
STOP_INSIDE = re.compile(r"\.\]?\s*(?=[A-Z“\"\[])")
BEFORE_STOP = re.compile(r"([^\s\d(])\s+(\[?(\d{1,3})\s?(?:bis|ter|quater|quinquies|alt)?\s?)$")
STOPLESS_INSIDE = re.compile(rf";\s+(\d{{1,3}})\s+(?=(?:(?:{ADVERBS}),?\s+)*(?:{VERBS})\b)")
# scans give "l. Decides" for "1. Decides"
MISREAD_ONE = re.compile(rf"l\s?\.\s+(?=[A-Z])|I\s?\.\s*(?=(?:(?:{ADVERBS}),?\s+)*(?:{VERBS})\b)")
LONGEST_MARK = 20  # characters before a number's stop that are looked at
LARGEST_GAP = 3  # numbers that may be lost before one within a line is taken for something else

# an item in the middle of a line: after a colon or semicolon, or after "; and"
GLUED_ITEM = re.compile(r"[:;]\s+(?:(?:and|or)\s+)?(?=\((?:[a-z]{1,2}|[ivx]{2,5})\)\s)")
# one that is the next in order, whatever stands before it: "(a) To call upon … 1973 (b) To renew"
ITEM_INSIDE = re.compile(r"\(([a-z]|[ivx]{2,4})\)\s+(?=(\w+))")
CITED = re.compile(r"(?:paragraphs?|items?|\band|\bor|\bto|\bunder|\()\s?(?:\d{1,3}\s?)?$")
CITED_TOO = re.compile(
    r"\([a-z]{1,4}\),? (?:and |or )?$"
)  # one in a row of those cited: "subparagraphs (b), (c) and (d)"
# a further dash item on the line of one before it
GLUED_DASH = re.compile(r"[,;]\s+(?=[–—•]\s+[a-z])")
# a whole text on one line: a preambular participle or the first operative verb after a comma
GLUED_PREAMBLE = re.compile(
    rf",\s+(?!United)(?=(?:[A-Z][a-z]+(?:ing|ed)\b|(?:Deeply|Gravely|Fully|Also|Further|Mindful|Conscious|Aware|Desirous|Alarmed)\b|(?:{VERBS})\b|1\. |l\. [A-Z]|\(a\) (?:{VERBS})\b))"
)


def pieces(blocks: list[Block]) -> Iterator[Block]:
    """The blocks of a resolution from its opening on, one paragraph, item or heading each.

    A tag that stands alone is put in front of the paragraph below it.
    """
    drafted = any(tags.within(block.text, 0) for block in blocks)
    waiting: Block | None = None
    for piece in _apart(blocks, drafted):
        if not drafted:
            yield piece
            continue
        tag = tags.read(piece.text)
        if waiting:
            if tag:
                yield waiting
            else:
                piece = replace(waiting, text=f"{waiting.text} {piece.text}")
            waiting = None
        if tag and tag.end() == len(piece.text):
            waiting = piece
        else:
            yield piece
    if waiting:
        yield waiting


def _apart(blocks: list[Block], drafted: bool) -> Iterator[Block]:
    """The blocks, those that hold several paragraphs or items taken apart; ``drafted``: some bear a negotiator's tag."""
    unnumbered = not any(b.text.startswith(("1.", "[1")) or (drafted and _is_tagged(b.text)) for b in blocks)
    lettered = any(b.text.startswith("k.") for b in blocks)
    reached = 0
    for position, block in enumerate(blocks):
        text = block.text
        cut = OPENING.match(text) if position == 0 else None
        begin = cut.end() if cut else 0
        first = markers.NUMBER.match(text, begin)
        if first:
            reached = int(first[1])
        places = {
            m.end() for pattern in _glued(text, begin, bool(cut) or unnumbered) for m in pattern.finditer(text, begin)
        }
        if "(" in text:
            places.update(_next_items(text, begin))
        stopless = set()
        for place, number, stop in _numbers(text, begin, reached):
            places.add(place)
            reached = number
            if not stop:
                stopless.add(place)
        for tag in tags.within(text, begin) if drafted else ():
            places.difference_update(range(tag.start() + 1, tag.end()))  # "OP 2." is one mark, not a number after "OP"
            places.add(tag.start())
            if tags.is_operative(tag):
                reached = int(tag["number"])
        if (not places or places == {0}) and not begin:
            yield block if reached or lettered else _with_one(block)
            continue
        for start, end in zip([begin, *sorted(places)], [*sorted(places), len(text)], strict=True):
            if piece := text[start:end].strip():
                part = replace(block, text=piece, start=block.start + start, source=block.source + start)
                yield _with_stop(part) if start in stopless else part if lettered else _with_one(part)


def _is_tagged(text: str) -> bool:
    """Whether a block bears the tag of an operative paragraph."""
    tag = tags.read(text)
    return tag is not None and tags.is_operative(tag)


def _numbers(text: str, begin: int, reached: int) -> Iterator[tuple[int, int, bool]]:
    """Where within a line a numbered paragraph begins, its number, and whether the number has its stop."""
    found = []
    for stop in STOP_INSIDE.finditer(text, begin + 1) if text.find(".", begin + 1, len(text) - 1) > 0 else ():
        at = stop.start()
        if (text[at - 1].isdigit() or text[at - 1] in "srte ") and (
            head := BEFORE_STOP.search(text, max(begin, at - LONGEST_MARK), at)
        ):
            found.append((head.start(2), int(head[3]), head[1], stop.end()))
    if text.find(";", begin, len(text) - 1) >= 0:
        found += [(m.start(1), int(m[1]), "", 0) for m in STOPLESS_INSIDE.finditer(text, begin)]
        found.sort()
    for place, number, before, end in found:
        following = number == reached + 1
        if not before:
            opens = following
        else:
            skipping = before == ";" and reached < number <= reached + 1 + LARGEST_GAP
            opens = skipping or (following and before in ";.") or OPERATIVE_VERB.match(text, end)
        if opens:
            yield place, number, bool(before)
            reached = number


def _next_items(text: str, begin: int) -> Iterator[int]:
    """Where within a line the items (b), (c) … or (ii), (iii) … begin that follow one on the same line."""
    opened = markers.read(text[begin : begin + 6]) if text.startswith("(", begin) else None
    due = {style: ordinal + 1 for style, ordinal in opened.readings} if opened else {}
    if not due and "(a)" not in text and "(i)" not in text:
        return
    for match in ITEM_INSIDE.finditer(text, begin + 1):
        at = match.start()
        readings = markers.read(match[0]).readings if text[at - 1] == " " else ()
        style, ordinal = next(((s, n) for s, n in readings if n == due.get(s, 1)), (None, 0))
        if style is None or (ordinal == 1 and (due or text[at - 2] not in ":;,")):
            continue
        if CITED_TOO.search(text, max(at - 12, 0), at):
            continue
        parted = text[at - 2] in ",;" or text.endswith((", or ", ", and ", "; or ", "; and "), begin, at)
        joined = ordinal > 2 and text.endswith((" and ", " or "), begin, at)
        starts = match[2][0].isupper() or match[2] == "to"
        if (ordinal > 1 and (parted or joined)) or (starts and not CITED.search(text, max(at - 24, 0), at)):
            yield at
        elif ordinal > 1 or text[at - 2] != ":":
            continue
        due = {style: ordinal + 1}


def _glued(text: str, begin: int, loose: bool) -> Iterator[re.Pattern]:
    """The patterns by which a line may hold more than one piece; most lines rule most of them out at a glance."""
    if " (" in text:
        yield GLUED_ITEM
    if loose:
        yield GLUED_PREAMBLE
    if markers.is_dash(text[:1]):
        yield GLUED_DASH


def _with_one(block: Block) -> Block:
    match = MISREAD_ONE.match(block.text) if block.text[0] in "lI" else None
    return replace(block, text=f"1. {block.text[match.end() :]}") if match else block


def _with_stop(block: Block) -> Block:
    match = re.match(r"(\d{1,3})\s+(?=[A-Z])", block.text)
    return replace(block, text=f"{match[1]}. {block.text[match.end() :]}") if match else block
