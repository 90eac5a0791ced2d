"""From a format's lines to the clean text: furniture out, paragraphs together, words mended, places kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from mandates.analysis.reading import furniture, joining, words
from mandates.analysis.reading.lines import NUMBER, Line, mark_of, opens_operative
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import Block, CleanText, Hint

LOOSE_HYPHEN = re.compile(r"(?<=[a-z]) -(?=[a-z])")  # "decision -making", as PDFs give it
LOOSE_POSSESSIVE = re.compile(r"(?<=\w) (?=[’']s\b)")  # "Somalia ’s"
# a number whose stop was lost: set off by a wide gap, or before a verb in the present
STOPLESS = re.compile(r"(\d{1,3})(?:\s{2,}(?=[A-Z])|\s+(?=(?:[A-Z][a-z]+(?:ly)? )?[A-Z]?[a-z]+s\b))")
# control codes and halves of surrogate pairs, which no database takes as text
NO_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1b\ud800-\udfff]")
WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u00ad\ufffe\ufeff\u200b\u200e\u200f"))
OTHER_DASHES = ("\u00ad", "-", "‒", "—")
# a heading that ended up on the line of the paragraph before it: behind its last semicolon
GLUED_HEADING = re.compile(r"\s+(?=[A-Z][^;:.,]{0,70}$)")
# the openings of preambular paragraphs that stand on one line, each after the comma that ends the one before
PARTICIPLES = (
    "Acknowledging|Acting|Affirming|Alarmed|Appalled|Appreciating|Bearing in mind|Calling|Cognizant|Commending|"
    "Concerned|Condemning|Conscious|Considering|Convinced|Deploring|Determined|Determining|Disturbed|Emphasi[sz]ing|"
    "Encouraged|Encouraging|Expressing|Gratified|Having|Mindful|Noting|Paying|Reaffirming|Recalling|Recogni[sz]ing|Regretting|"
    "Reiterating|Remaining|Resolved|Stressing|Supporting|Taking|Underlining|Underscoring|Urging|Welcoming"
)
PREAMBULAR = re.compile(
    rf",\s+(?=(?:{PARTICIPLES})\b|"
    rf"(?:Further|Also|Deeply|Gravely|Strongly|Once again|Again|Seriously|Greatly|Fully)\s+(?i:{PARTICIPLES})\b)"
)
GLUED_OPENING = re.compile(r"(?<=\s)The Security Council,(?=\s*$|\s+[A-Z])|(?<=\d)The Security Council,")
MAX_CHARACTERS = 2_000_000  # some 600 pages; the longest real resolution, annexes and all, holds 300,000
FULL_LINE = 160  # characters from which a line may hold several preambular paragraphs
ORNAMENTS = "*_-="
ORNAMENT = re.compile(r"[*_\-=]{2,}\s+(?:[IVX]{1,5}\s+[*_\-=]{2,}\s+)?(?=\S)")


def clean(lines: list[Line], media: str, pages: int | None = None, set_apart: bool = False) -> CleanText:
    """Clean the lines of a text whose paragraphs may be wrapped and cut by page turns.

    ``set_apart``: the format sets paragraphs apart itself, so that they are joined only where they are wrapped lines.
    """
    _check_length(line.text for line in lines)
    opening = joining.opening(lines)
    if opening is None:
        lines = _set_opening_apart(lines)
        opening = joining.opening(lines)
    kept = furniture.strip(lines, opening)
    if not kept:
        return CleanText("", (), media, pages)
    _restore_stops(kept)
    kept = _set_preamble_apart(_set_headings_apart(kept))
    pieces = joining.join(kept, joining.opening(kept), joining.measure(kept, set_apart))
    vocabulary = cache(lambda: words.vocabulary("\n".join(line.text for line in kept)))
    paragraphs = []
    for piece in pieces:
        text = words.put_together([line.text for line in piece.lines], vocabulary)
        hint = Hint.FRONT if piece.front else piece.first.hint
        paragraphs.append((tidy(text), piece.first.source, piece.first.page, hint))
    return assemble(paragraphs, media, pages)


def assemble(paragraphs: list[tuple[str, int, int | None, Hint]], media: str, pages: int | None = None) -> CleanText:
    """A CleanText of paragraphs given as (text, source, page, hint): words mended, empty ones left out."""
    _check_length(text for text, *_ in paragraphs)
    texts = words.mend([text for text, *_ in paragraphs])
    blocks: list[Block] = []
    at = 0
    for text, (_, source, page, hint) in zip(texts, paragraphs, strict=True):
        if not text:
            continue
        blocks.append(Block(text, at, source, page, hint))
        at += len(text) + 1
    return CleanText("\n".join(block.text for block in blocks), tuple(blocks), media, pages)


def _check_length(texts: Iterable[str]) -> None:
    if sum(map(len, texts)) > MAX_CHARACTERS:
        raise Unreadable("too_long", "The file holds far more text than a draft: send the draft alone.")


def tidy(text: str) -> str:
    """One blank between words and after the mark; soft hyphens, what has no width and what is no character gone."""
    printable = text.isprintable()  # as no blank is but the plain one, nor anything without width
    if not printable and NO_CHARACTER.search(text):
        text = NO_CHARACTER.sub("", text)
    text = text.strip() if printable and "  " not in text else " ".join(text.split())
    if " -" in text:
        text = LOOSE_HYPHEN.sub("-", text)
    if " ’s" in text or " 's" in text:
        text = LOOSE_POSSESSIVE.sub("", text)
    if match := mark_of(text):
        mark, rest = match[0].strip(), text[match.end() :].strip()
        if mark in OTHER_DASHES:
            mark = "–"
        elif mark == "\uf0b7":  # Word's bullet in its Symbol font
            mark = "•"
        elif mark.endswith(".)"):
            mark = f"{mark[:-2]})"
        elif mark.endswith(")") and "(" not in mark:
            mark = f"({mark}"
        text = f"{mark} {rest}".strip()
    return text if printable else text.translate(WITHOUT_WIDTH)


def _restore_stops(lines: list[Line]) -> None:
    """A paragraph number that lost its stop gets it back where it is the next in order: "4        Requests"."""
    number = 0
    for line in lines:
        if line.text[0] in ORNAMENTS and (match := ORNAMENT.match(line.text)):
            line.text, line.source = line.text[match.end() :], line.source + match.end()
        if line.text[:1].isalpha() and line.text[0] != "O":
            continue  # most lines: no number begins so
        if match := NUMBER.match(line.text):
            number = int(match[1])
        elif (match := STOPLESS.match(line.text)) and int(match[1]) == number + 1:
            number += 1
            line.text = f"{match[1]}. {line.text[match.end() :]}"


def _set_headings_apart(lines: list[Line]) -> list[Line]:
    """A heading at the end of the line before a numbered paragraph gets its own line."""
    out: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        mark = line.text.rfind(";") + 1
        match = GLUED_HEADING.match(line.text, mark) if 0 < mark < len(line.text) else None
        if not match or following is None or not opens_operative(following.text):
            out.append(line)
            continue
        at = match.end()
        out.append(replace(line, text=line.text[: match.start()]))
        out.append(Line(line.text[at:], line.source + at, line.page, line.left, line.right, hint=Hint.HEADING))
    return out


def _set_opening_apart(lines: list[Line]) -> list[Line]:
    """Where no line begins with "The Security Council,": the first line that holds it is divided there."""
    for index, line in enumerate(lines):
        if match := GLUED_OPENING.search(line.text):
            at = match.start()
            halves = [
                replace(line, text=line.text[:at].rstrip()),
                replace(line, text=line.text[at:], source=line.source + at),
            ]
            return [*lines[:index], *halves, *lines[index + 1 :]]
    return lines


def _set_preamble_apart(lines: list[Line]) -> list[Line]:
    """Preambular paragraphs that stand together on one line get a line each; nothing changes from paragraph 1 on."""
    out: list[Line] = []
    for index, line in enumerate(lines):
        if opens_operative(line.text):
            return out + lines[index:]
        begin = 0
        places = (
            PREAMBULAR.finditer(line.text) if len(line.text) > FULL_LINE or joining.OPENING.match(line.text) else ()
        )
        for match in places:
            out.append(replace(line, text=line.text[begin : match.start() + 1], source=line.source + begin))
            begin = match.end()
        out.append(replace(line, text=line.text[begin:], source=line.source + begin) if begin else line)
    return out
