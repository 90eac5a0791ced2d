"""Web pages: HTML as a browser shows or saves it, and as word processors write it ("save as web page").

Paragraphs are told by the block elements, the numbers of ordered lists are counted as a browser counts them, and what
a reader does not see (scripts, hidden parts, navigation, notes, deleted text) is left out.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from mandates.analysis.reading import cleaning, joining, look, markup
from mandates.analysis.reading.lines import DASH, MARK, Line
from mandates.analysis.reading.numbering import written
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

MAX_TOKENS = 400_000  # tags and texts: some two seconds of reading, twenty for each word of a long mandate
MAX_LINES = 100_000
LONGEST_HEADING = 200
LONGEST_BOLD = 100  # characters of a line that is a heading only by its bold or italic letters
LARGEST = 10_000  # number that a list may begin with

EMPTY = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
VOID = frozenset(EMPTY.split())
SET_APART = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre section summary table
    tbody td tfoot th thead tr ul xmp
"""
BLOCKS = frozenset(SET_APART.split())
LISTS = frozenset(("ol", "ul", "menu", "dir"))
NOTE_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?$")
LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:([^;]{0,120})")
COMPOSED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s")
QUOTED = re.compile(r"[\"']([^\"']{0,9})[\"']")

FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "disc": "•", "circle": "•", "square": "•", "none": "",
}  # fmt: skip
# what a page or a part of one may begin with
ELEMENTS = VOID | BLOCKS | look.UNSEEN | look.STANDING_OUT | {"head", "font", "span", "a", "sup", "sub", "small", "big"}
BLANKS = re.compile(r"[ \t\n\r\f]+")
NEWLINES = re.compile(r"(?:\r\n|[\n\r])(?P<blank>[ \t]*(?:\r\n|[\n\r]))*")
# blanks, and references to blanks, at the start of a text: its place is that of its first letter
LEAD = re.compile(r"(?:\s|&(?:nbsp|ensp|emsp|thinsp|shy|#160|#xa0|#32|#9);?)*", re.I)


def read(source: str) -> CleanText:
    """The clean text of a page. ``Block.source`` counts characters in the source. Raises Unreadable("too_long")."""
    lines = _Page(source).lines
    soft = sum(line.soft for line in lines)
    if soft * 2 > len(lines):  # set with line ends, like a plain text
        return cleaning.clean([line.line for line in lines], "html")
    return cleaning.clean(_paragraphs(lines), "html", set_apart=True)


@dataclass(slots=True)
class _Broken:
    """A line, and whether only a line break stands between it and the one before."""

    line: Line
    soft: bool


def _paragraphs(lines: list[_Broken]) -> list[Line]:
    """Lines that a break within a paragraph set apart put together again."""
    out: list[Line] = []
    opening = joining.opening([line.line for line in lines])
    for index, broken in enumerate(lines):
        line = broken.line
        front = opening is not None and index <= opening
        if broken.soft and out and line.hint is out[-1].hint and _goes_on(out[-1].text, line.text, front):
            out[-1].text += f" {line.text}"
        else:
            out.append(line)
    return out


def _goes_on(before: str, text: str, front: bool) -> bool:
    if MARK.match(text) or before.endswith(joining.ENDED) or joining.ALONE.match(before):
        return False
    if front or before.endswith(","):
        return text[0].islower() or joining.GOES_ON.search(before[-joining.END :]) is not None
    return True


@dataclass(slots=True)
class Count:
    """A list that is open: the format of its marks, and the number that its next item bears."""

    format: str
    next: int = 1
    item: int | None = None  # the open item's place in the stack of elements


class _Page:
    """Goes through a page once; ``lines`` holds what it shows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.xml = source[:200].lstrip("\ufeff \t\r\n").startswith("<?xml")
        self.lines: list[_Broken] = []
        self.stack: list[tuple[str, look.Look]] = []
        self.look = look.Look()
        self.open: Counter[str] = Counter()
        self.lists: list[Count] = []
        self.paragraph: int | None = None  # the open <p>'s place in the stack
        self.parts: list[str] = []
        self.at: int | None = None
        self.plain = False  # whether the line holds a letter that does not stand out
        self.headed = False  # whether the line stands in a heading element
        self.breaks = 0
        self.block = True
        self.mark = ""  # in front of the next line
        self.mark_at: int | None = None  # its place, where it is typed and not counted
        self._go()

    def _go(self) -> None:
        for count, token in enumerate(markup.tokens(self.source)):
            if count > MAX_TOKENS:
                raise _too_long()
            if isinstance(token, markup.Text):
                if self.look.seen:
                    self._text(token)
            elif isinstance(token, markup.Start):
                self._start(token)
            else:
                self._end(token.name)
        self._boundary()
        self._typed_mark()

    # --- elements

    def _start(self, tag: markup.Start) -> None:
        name = tag.name
        if name == "br" and self.look.seen:
            self._break()
        if name in BLOCKS:
            if self.paragraph is not None:
                self._close(self.paragraph)
            self._boundary()
        if name == "li":
            self._item(tag)
        if name in VOID or (tag.closed and (self.xml or ":" in name)):
            return
        if name in LISTS:
            style = FORMATS.get(tag.attributes.get("type", ""), "decimal" if name == "ol" else "•")
            self.lists.append(Count(_list_style(tag, style), _integer(tag.attributes.get("start"), 1)))
        if name == "p":
            self.paragraph = len(self.stack)
        if name == "q" and self.look.seen:
            self._shown("“", None)
        self.stack.append((name, self.look))
        self.open[name] += 1
        self._see(look.within(self.look, tag))

    def _end(self, name: str) -> None:
        if name in BLOCKS or name == "br":
            self._boundary() if name != "br" else self._break()
        if self.open[name]:
            place = len(self.stack) - 1
            while self.stack[place][0] != name:
                place -= 1
            self._close(place)

    def _close(self, place: int) -> None:
        """Close every element from this place of the stack on."""
        while len(self.stack) > place:
            name, before = self.stack.pop()
            self._see(before)
            self.open[name] -= 1
            if name in LISTS:
                self.lists.pop()
            elif name == "p":
                self.paragraph = None
            elif name == "li" and self.mark_at is None:
                self.mark = ""
            elif name == "q" and self.look.seen:
                self._shown("”", None)
        if self.lists and self.lists[-1].item is not None and self.lists[-1].item >= place:
            self.lists[-1].item = None

    def _see(self, shown: look.Look) -> None:
        if shown.beside is not self.look.beside:
            self.parts.append(" ")
        self.look = shown

    def _item(self, tag: markup.Start) -> None:
        """An item of a list begins: the one before it ends, and its number is counted."""
        counted = self.lists[-1] if self.lists else Count("•")
        if counted.item is not None:
            self._close(counted.item)
        if not self.look.seen or not look.within(self.look, tag).seen:
            counted.item = len(self.stack)
            return
        number = _integer(tag.attributes.get("value"), counted.next)
        counted.next = number + 1
        counted.item = len(self.stack)
        form = _list_style(tag, FORMATS.get(tag.attributes.get("type", ""), counted.format))
        self._typed_mark()
        self.mark = form if not form or DASH.match(f"{form} x") else _as_cited(written(number, form), form)
        self.mark_at = None

    # --- text

    def _text(self, token: markup.Text) -> None:
        text = markup.resolve(token.raw)
        if self.look.raised and NOTE_SIGN.match(text.strip()):
            return
        if self.look.symbols and len(sign := text.strip()) == 1 and not sign.isdigit():
            text = text.replace(sign, "•")
        if not self.look.keeps_lines:
            self._shown(text, token)
            return
        begin = 0
        for match in NEWLINES.finditer(token.raw):
            self._shown(markup.resolve(token.raw[begin : match.start()]), replace(token, at=token.at + begin))
            self._break()
            if match["blank"] is not None:
                self._break()
            begin = match.end()
        self._shown(markup.resolve(token.raw[begin:]), replace(token, at=token.at + begin))

    def _shown(self, text: str, token: markup.Text | None) -> None:
        if text.strip():
            if self.at is None and token:
                self.at = LEAD.match(self.source, token.at).end()
            self.plain = self.plain or (not self.look.stands_out and any(map(str.isalpha, text)))
            self.headed = self.headed or self.look.heading
        self.parts.append(text)

    def _break(self) -> None:
        self._finish()
        self.breaks += 1

    def _boundary(self) -> None:
        self._finish()
        self.block = True

    def _finish(self) -> None:
        """The line that was being put together is complete."""
        raw = "".join(self.parts)
        self.parts = []
        if not raw.strip():
            return
        raw = raw.expandtabs() if self.look.keeps_lines else BLANKS.sub(" ", raw)
        text = raw.strip()
        left = len(raw) - len(raw.lstrip()) if self.look.keeps_lines or raw[:1] == "\xa0" else 0
        at, self.at = self.at if self.at is not None else self._last(), None
        plain, self.plain, headed, self.headed = self.plain, False, self.headed, False
        alone = MARK.match(f"{text} X")
        if alone and alone.end() >= len(text):  # a mark in a cell or span of its own
            self._typed_mark()
            self.mark, self.mark_at = text, at
            return
        if self.mark and self.mark_at is None and (MARK.match(text) or COMPOSED.match(text)):
            self.mark = ""  # a page that types its marks hides the counted ones, in a style sheet of its own
        if self.mark:
            text, at = f"{self.mark} {text}", self.mark_at if self.mark_at is not None else at
            self.mark, self.mark_at = "", None
        self._add(text, at, left, _hint(text, headed, not plain))

    def _typed_mark(self) -> None:
        """A typed mark that no text follows stays as a line; a counted one is what a browser alone shows."""
        if self.mark and self.mark_at is not None:
            self._add(self.mark, self.mark_at, 0, Hint.NONE)
        self.mark, self.mark_at = "", None

    def _add(self, text: str, at: int, left: int, hint: Hint) -> None:
        if len(self.lines) >= MAX_LINES:
            raise _too_long()
        line = Line(text, at, left=left, right=left + len(text), blank=self.block or self.breaks > 1, hint=hint)
        self.lines.append(_Broken(line, not line.blank))
        self.block, self.breaks = False, 0

    def _last(self) -> int:
        return self.lines[-1].line.source if self.lines else 0


def _too_long() -> Unreadable:
    return Unreadable("too_long", "The page holds far more than a draft: send the draft alone.")


def _list_style(tag: markup.Start, otherwise: str) -> str:
    """The format of an element's marks: a name that ``numbering.written`` knows, a dash or bullet, or nothing."""
    match = LIST_STYLE.search(tag.attributes.get("style", "")) if tag.attributes else None
    if not match:
        return otherwise
    if quoted := QUOTED.search(match[1]):
        sign = quoted[1].strip()
        return sign if DASH.match(f"{sign} x") else "•"
    for word in match[1].lower().split():
        if word in FORMATS and len(word) > 1:
            return FORMATS[word]
    return otherwise


def _as_cited(number: str, form: str) -> str:
    """A counted mark as the Council cites it: "(a)", "(ii)", where a list knows only that it has small letters."""
    return f"({number})" if form.startswith("lower") else f"{number}."


def _integer(text: str | None, otherwise: int) -> int:
    digits = text.strip() if text else ""
    return min(int(digits), LARGEST) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise


def _hint(text: str, headed: bool, stands_out: bool) -> Hint:
    """A heading by its element, or by bold or italic letters from the first to the last."""
    if MARK.match(text) or joining.ALONE.match(text) or len(text) > LONGEST_HEADING:
        return Hint.NONE
    if headed:
        return Hint.HEADING
    bold = stands_out and len(text) <= LONGEST_BOLD and text[0].isupper() and text[-1] not in ",;."
    return Hint.HEADING if bold and not joining.OPENING.match(text) else Hint.NONE
