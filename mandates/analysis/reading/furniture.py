"""Takes page furniture out: running headers and footers, document and job numbers, barcodes, page numbers.

Only lines that are furniture as a whole go. The first symbol and the date of issue in front of the text stay, since the
structure step tells from them which text this is.
"""

import re
from collections import Counter
from dataclasses import replace

from mandates.analysis.reading.lines import NUMBER, Line
from mandates.analysis.verbs import OPERATIVE_VERB

SYMBOL = r"S/(?:RES/\d{1,4}\s?\(\d{4}\)|PRST/\d{4}/\d+|\d{4}/\d{1,4}(?:/Rev\.\d)?)\*{0,3}"
JOB = r"\d{2}-\d{5}\*{0,3}"  # 13-31417: the number under which the document was typed
BARCODE = r"\*\s?\d{5,}[A-Z]?\s?\*(?:\d*\*)?"
OF_PAGES = r"\d{1,3}/\d{1,3}"

KEPT_ONCE = re.compile(
    rf"(?:United Nations\s+|Security Council\s+)?({SYMBOL}|Distr\.? ?:? ?(?:General|Limited)\b.*\d.*)(?:\s+Page \d+)?",
    re.I,
)
FURNITURE = re.compile(
    rf"""
      (?:(?:United\ Nations|Security\ Council)\s+)? {SYMBOL} \)? (?:\s+(?:English\s+)?Page\s+\d+)?
    | {SYMBOL} \s+ {SYMBOL}
    | (?:(?:United\ Nations|Security\ Council)\s+)?
      (?:Provisional|S|Distr\.?\ ?:?\ ?(?:General|Limited|GENERAL)\b .{{0,80}})
    | (?i:(?:United\ Nations|UN)(?:\s+Security\ Council)?|Security\ Council)
    | (?:{JOB}|\d{{7,8}}) \ ?(?:\([EF]\)?)? (?:\s+\d{{6}}|\s+{BARCODE}|\s?[`.]+)*
      (?:\s+{OF_PAGES}|\s+\d{{1,3}})? \s* (?:/\.\.\.)?
    | (?:{OF_PAGES}|\d{{1,3}}) \s+ {JOB} (?:\ ?\(E\))?
    | {BARCODE} (?:\s+{JOB}.*)?
    | {OF_PAGES} | -?\ ?\d{{1,3}}\ ?-? | (?:English\s+)? Page\s+\d{{1,3}}(?:\ (?:of|/)\ \d{{1,3}})? | English
    | {SYMBOL}\s+English(?:\s+\d{{1,2}})? | \*{{1,3}}
    | /\.\.\. | [-_=*`.~]{{3,}}
    | (?:_+\s+)?\*{{1,3}}\s?(?:Re-?issued|Second\ reissue)\ for\ technical\ reasons.{{0,60}}
    | Please\ recycle.{{0,20}} | Original:\ \w+
    """,
    re.X,
)
# furniture that ended up within a line of text
WITHIN = re.compile(
    rf"(?:^|\s){OF_PAGES}\s+{JOB}(?:\s+|$)|(?:^|\s){JOB}\s+{OF_PAGES}(?:\s+|$)"
    rf"|S/RES/\d{{1,4}}\.?\s?\(\d{{4}}\)\s+(?:English\s+)?Page\s+\d{{1,3}}\s*|(?<=[;,])S/RES/\d{{1,4}}\s?\(\d{{4}}\)$"
)
JOB_NUMBER = re.compile(r"\d\d-\d{5}")
WIDE_GAP = re.compile(r"\s\s+")
# furniture that shows a page turn, not only an ornament
TURNS_PAGE = re.compile(rf"{SYMBOL}|{JOB}|{OF_PAGES}$|Page\s+\d|/\.\.\.$|\d{{1,3}}$")
# a footnote at the foot of a page: its number and a document or series, to the end of the line
CITES = (
    r"(?:See\b|Ibid\b|Resolution \d+/\d+|[SA]/\d+/\d+|Official Records|General Assembly resolution|"
    r"United Nations, Treaty Series)"
)
NOTE = re.compile(rf"(?:_{{3,}}\s+)?\d{{1,2}}\s+{CITES}.{{0,160}}\.$")
NOTE_SIGN = re.compile(rf"(?:^|[\s.])(\d{{1,2}})\s+(?={CITES})")
# any other note, known by its place: the last line of a page, its sign in the text above
FOOT = re.compile(r"(?:_{3,}\s+)?(\d{1,2})\s+(?!\w+s\b)[A-Z].{10,200}\.")
REACH = 60  # lines of a page
FOOTNOTES = re.compile(r"(?:Foot)?notes:?$", re.I)
FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|\*+)[\])]?\.?\s*\S")
BEGINS = ("S/", "S", "U", "D", "P", "E", "O", "*", "/", "-", "_", "=", "`", ".", "~")
FEWEST_PAGES = 3  # on which a line stands before it counts as running
LONGEST = 120  # characters of a line that may be furniture


def strip(lines: list[Line], opening: int | None) -> list[Line]:
    """The lines without furniture; a line after a page turn is marked so; pages are counted where none are known.

    ``opening`` is the index of the line that opens the text proper ("The Security Council,"), None where there is none.
    """
    kept: list[Line] = []
    front = opening or 0
    turned = False
    held: set[str] = set()
    signs: set[str] = set()  # of the notes found
    running = _running(lines)
    count_pages = bool(lines) and lines[0].page is None
    page = 1
    blank = False
    for index, line in enumerate(lines):
        blank = blank or line.blank
        text = line.text
        if len(text) > LONGEST and ("  " in text or not text.isprintable()):  # other white space is not printable
            text = WIDE_GAP.sub(" ", text)
        if len(text) <= LONGEST and (text[0] in BEGINS or text[0].isdigit()) and FURNITURE.fullmatch(text):
            if index < front and (match := KEPT_ONCE.fullmatch(text)) and match[1] not in held:
                held.add(match[1])
                kept.append(replace(line, text=match[1], source=line.source + match.start(1), page=line.page or page))
                continue
            turned = turned or bool(TURNS_PAGE.match(text)) or (bool(kept) and kept[-1].page != line.page)
            continue
        if text in running and (index > front or text in held):
            turned = True
            continue
        if text in running:
            held.add(text)
        if index > front and (text[0].isdigit() or text[0] == "_"):
            if NOTE.fullmatch(text):
                signs.update(NOTE_SIGN.findall(text))
                continue
            if (match := FOOT.fullmatch(text)) and _ends_page(lines, index) and _signed(lines, index, match[1]):
                signs.add(match[1])
                continue
        if text[0] in "FfNn" and FOOTNOTES.fullmatch(text) and index > front and _only_notes(lines[index + 1 :]):
            break
        if index > front and "/" in text and _may_hold(text) and WITHIN.search(line.text):
            _cut(line)
        line.blank = blank
        line.turn = index > front and (turned or line.turn)
        if count_pages:
            page += line.turn
            line.page = page
        blank = turned = False
        kept.append(line)
    if signs:
        _cut_signs(kept[front:], signs)
    if count_pages and page == 1:
        for line in kept:
            line.page = None
    return kept


def _may_hold(text: str) -> bool:
    """Whether furniture may stand within a line: a quick look before the slow one."""
    return "Page" in text or ",S/" in text or ";S/" in text or JOB_NUMBER.search(text) is not None


def _ends_page(lines: list[Line], index: int) -> bool:
    if index + 1 == len(lines):
        return True
    following = lines[index + 1]
    return following.page != lines[index].page or (
        len(following.text) <= LONGEST and FURNITURE.fullmatch(following.text) is not None
    )


def _signed(lines: list[Line], index: int, sign: str) -> bool:
    """Whether a note's sign stands in the text of its page."""
    pattern = re.compile(rf"[a-z)](?:[,;.] ?)?{sign}(?=\s|$)")
    return any(pattern.search(line.text) for line in lines[max(0, index - REACH) : index])


def _cut_signs(lines: list[Line], signs: set[str]) -> None:
    """Take the signs of notes out of the text, each where it stands first: "the Charter,1"."""
    for sign in signs:
        pattern = re.compile(rf"(?:(?<=[a-z,;)])|(?<=[a-z],) ){sign}(?=[\s,;.]|$)")
        for line in lines:
            line.text, count = pattern.subn("", line.text, count=1)
            if count:
                break


def _running(lines: list[Line]) -> set[str]:
    """The lines at the head or foot of most pages, where pages are known: "ZERO DRAFT", a file's name."""
    pages: dict[int, list[str]] = {}
    for line in lines:
        if line.page is not None:
            pages.setdefault(line.page, []).append(line.text)
    if len(pages) < FEWEST_PAGES:
        return set()
    seen = Counter(text for texts in pages.values() for text in {*texts[:2], *texts[-2:]} if len(text) <= LONGEST)
    return {text for text, count in seen.items() if count >= FEWEST_PAGES and count * 2 > len(pages)}


def _only_notes(rest: list[Line]) -> bool:
    """Whether what follows the word "Footnotes" is notes to the end: a good part of the lines bears a mark, and none decides."""
    return (
        bool(rest)
        and FOOTNOTE.match(rest[0].text) is not None
        and sum(bool(FOOTNOTE.match(x.text)) for x in rest) * 3 >= len(rest)
        and not any((number := NUMBER.match(x.text)) and OPERATIVE_VERB.match(x.text, number.end() + 1) for x in rest)
    )


def _cut(line: Line) -> None:
    """Take furniture out of the middle of a line."""
    at_start = WITHIN.match(line.text)
    if at_start and at_start.end() < len(line.text):
        line.text, line.source = line.text[at_start.end() :], line.source + at_start.end()
    line.text = WITHIN.sub(" ", line.text).strip() or line.text
