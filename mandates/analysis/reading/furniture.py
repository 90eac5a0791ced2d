"""Takes page furniture out: running headers and footers, document and job numbers, barcodes, page numbers.

Only lines that are furniture as a whole go. The first symbol and the date of issue in front of the text stay, since the
structure step tells from them which text this is.
"""

import re

from mandates.analysis.reading.lines import Line

SYMBOL = r"S/(?:RES/\d{1,4} ?\(\d{4}\)|PRST/\d{4}/\d+|\d{4}/\d{1,4}(?:/Rev\.\d)?)\*{0,3}"
JOB = r"\d{2}-\d{5}\*{0,3}"  # 13-31417: the number under which the document was typed
BARCODE = r"\*\s?\d{5,}[A-Z]?\s?\*"
OF_PAGES = r"\d{1,3}/\d{1,3}"

KEPT_ONCE = re.compile(rf"(?:United Nations\s+)?(?:{SYMBOL})|(?:Security Council\s+)?Distr\.? ?:? ?(?:General|Limited)\b.*", re.I)
FURNITURE = re.compile(
    rf"""
      (?:(?:United\ Nations|Security\ Council)\s+)? {SYMBOL} (?:\s+(?:English\s+)?Page\s+\d+)?
    | {SYMBOL} \s+ {SYMBOL}
    | (?:(?:United\ Nations|Security\ Council)\s+)? (?:Provisional|S|Distr\.?\ ?:?\ ?(?:General|Limited|GENERAL)\b .{{0,80}})
    | (?:United\ Nations|UN)(?:\s+Security\ Council)? | Security\ Council
    | (?:{JOB}|\d{{7,8}}) \ ?(?:\([EF]\))? (?:\s+\d{{6}}|\s+{BARCODE}|\s?[`.]+)* (?:\s+{OF_PAGES}|\s+\d{{1,3}})? \s* (?:/\.\.\.)?
    | (?:{OF_PAGES}|\d{{1,3}}) \s+ {JOB} (?:\ ?\(E\))?
    | {BARCODE} (?:\s+{JOB}.*)?
    | {OF_PAGES} | -?\ ?\d{{1,3}}\ ?-? | (?:English\s+)? Page\s+\d{{1,3}}(?:\ (?:of|/)\ \d{{1,3}})? | English
    | /\.\.\. | [-_=*`.~]{{3,}}
    | \*{{1,3}}\s?(?:Re-?issued|Second\ reissue)\ for\ technical\ reasons.{{0,60}} | Please\ recycle.{{0,20}} | Original:\ \w+
    """,
    re.X,
)
# furniture that shows a page turn, not only an ornament
TURNS_PAGE = re.compile(rf"{SYMBOL}|{JOB}|{OF_PAGES}$|Page\s+\d|/\.\.\.$|\d{{1,3}}$")
FOOTNOTES = re.compile(r"(?:Foot)?notes:?$", re.I)
FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|\*+)[\])]?\.?\s*\S")
BEGINS = ("S/", "S", "U", "D", "P", "E", "O", "*", "/", "-", "_", "=", "`", ".", "~")
LONGEST = 120  # characters of a line that may be furniture


def strip(lines: list[Line], opening: int | None) -> list[Line]:
    """The lines without furniture; the line after a page turn is marked so, and pages are counted where none are known.

    ``opening`` is the index of the line that opens the text proper ("The Security Council,"); None where none was found.
    """
    kept: list[Line] = []
    front = opening or 0
    turned = False
    held: set[str] = set()
    count_pages = bool(lines) and lines[0].page is None
    page = 1
    blank = False
    for index, line in enumerate(lines):
        blank = blank or line.blank
        text = line.text
        if len(text) <= LONGEST and (text[0] in BEGINS or text[0].isdigit()) and FURNITURE.fullmatch(text):
            if index < front and KEPT_ONCE.fullmatch(text) and text not in held:
                held.add(text)
                kept.append(line)
                continue
            turned = turned or bool(TURNS_PAGE.match(text)) or (bool(kept) and kept[-1].page != line.page)
            continue
        if FOOTNOTES.fullmatch(text) and index > front and _only_notes(lines[index + 1 :]):
            break
        line.blank = blank
        line.turn = index > front and (turned or line.turn)
        if count_pages:
            page += line.turn
            line.page = page
        blank = turned = False
        kept.append(line)
    if count_pages and page == 1:
        for line in kept:
            line.page = None
    return kept


def _only_notes(rest: list[Line]) -> bool:
    """Whether what follows the word "Footnotes" is notes to the end: each line marked, or carrying on from one that is."""
    return bool(rest) and FOOTNOTE.match(rest[0].text) is not None and sum(bool(FOOTNOTE.match(x.text)) for x in rest) * 3 >= len(rest)
