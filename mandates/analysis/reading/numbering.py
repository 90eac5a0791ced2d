"""Word's automatic numbers, which are not in a document's text: resolved from numbering.xml and styles.xml.

ECMA-376 part 1: 17.9 (numbering), 17.7 (styles). A paragraph names a list (numId) and a level, itself or through its
style; the list names an abstract one, which says for each level the format and the text around the number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from mandates.analysis.reading.lines import DASH

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off", "none"})
PLACE = re.compile(r"%([1-9])")
BRACKET = re.compile(r"(\w{1,5})\)$")  # a)  1)
DEEPEST = 9
LARGEST = 10_000
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Style:
    """A paragraph style: its name, what it is based on, its list and level, and whether it has an outline level."""

    name: str
    based_on: str = ""
    number: str | None = None
    level: int | None = None
    outline: bool = False


@dataclass(slots=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class List:
    """A list in use: the abstract list that counts for it, its levels, and the starts that it sets anew."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


def is_on(element: Element) -> bool:
    return element.get(f"{W}val", "true") not in OFF


def read_styles(root: Element | None) -> dict[str, Style]:
    """Paragraph styles by id; empty where the document has none."""
    styles: dict[str, Style] = {}
    for element in root.iterfind(f"{W}style") if root is not None else ():
        properties = element.find(f"{W}pPr")
        number, level = _numbered(properties)
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        styles[element.get(f"{W}styleId", "")] = Style(
            _value(element, "name"), _value(element, "basedOn"), number, level,
            outline is not None and outline.get(f"{W}val", "9") != "9",
        )  # fmt: skip
    return styles


def ancestors(style: str, styles: dict[str, Style]) -> Iterator[Style]:
    """A style and those that it is based on, nearest first."""
    seen: set[str] = set()
    while style in styles and style not in seen:
        seen.add(style)
        yield styles[style]
        style = styles[style].based_on


class Numbering:
    """Counts a document's lists; ``next`` is asked once for each paragraph, in document order."""

    def __init__(self, root: Element | None, styles: dict[str, Style]) -> None:
        self.styles = styles
        self.lists: dict[str, List] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def next(self, paragraph: Element) -> str:
        """The number or bullet in front of a paragraph as Word shows it, empty where it has none."""
        number, level = self._list_of(paragraph)
        found = self.lists.get(number or "")
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.abstract, {})
        if level in found.restarts and (number, level) not in self.begun:
            self.begun.add((number, level))
            counts[level] = found.restarts[level]
        else:
            counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for deeper in [d for d in counts if d > level]:
            del counts[deeper]
        return _shown(found, level, counts)

    def _list_of(self, paragraph: Element) -> tuple[str | None, int]:
        properties = paragraph.find(f"{W}pPr")
        number, level = _numbered(properties)
        style = _value(properties, "pStyle") if properties is not None else ""
        for inherited in ancestors(style, self.styles):
            number = inherited.number if number is None else number
            level = inherited.level if level is None else level
        return number, level or 0

    def _load(self, root: Element) -> None:
        abstract: dict[str, Element] = {e.get(f"{W}abstractNumId", ""): e for e in root.iterfind(f"{W}abstractNum")}
        linked = {_value(e, "styleLink"): key for key, e in abstract.items() if e.find(f"{W}styleLink") is not None}
        for element in root.iterfind(f"{W}num"):
            key = _value(element, "abstractNumId")
            if key in abstract and (link := _value(abstract[key], "numStyleLink")):
                key = linked.get(link, key)
            if key not in abstract:
                continue
            found = List(key, _levels(abstract[key]))
            for override in element.iterfind(f"{W}lvlOverride"):
                level = _integer(override.get(f"{W}ilvl"))
                if start := _value(override, "startOverride"):
                    found.restarts[level] = _integer(start, 1)
                found.levels.update(_levels(override))
            self.lists[element.get(f"{W}numId", "")] = found


def _levels(parent: Element) -> dict[int, Level]:
    return {
        _integer(e.get(f"{W}ilvl")): Level(
            _integer(_value(e, "start"), 1), _value(e, "numFmt") or "decimal", _value(e, "lvlText")
        )
        for e in parent.iterfind(f"{W}lvl")
    }


def _numbered(properties: Element | None) -> tuple[str | None, int | None]:
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None, None
    level = _value(found, "ilvl")
    return _value(found, "numId") or None, _integer(level) if level else None


def _value(parent: Element | None, name: str) -> str:
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _integer(text: str | None, default: int = 0) -> int:
    return min(int(text), LARGEST) if text and text.isascii() and text.isdigit() and len(text) < 6 else default


def _shown(found: List, level: int, counts: dict[int, int]) -> str:
    """The level's text with its numbers filled in: "%1." → "12.", "(%2)" → "(b)", a bullet → "–"."""
    shape = found.levels[level]
    if shape.format == "none" or (not shape.text and shape.format != "bullet"):
        return ""
    if shape.format == "bullet":
        return shape.text if DASH.match(f"{shape.text} x") and shape.text != "o" else "–"

    def fill(match: re.Match) -> str:
        place = int(match[1]) - 1
        of = found.levels.get(place, Level())
        return written(counts.get(place, of.start), of.format)

    shown = PLACE.sub(fill, shape.text).strip()
    bracket = BRACKET.fullmatch(shown)
    return f"({bracket[1]})" if bracket else shown


def written(number: int, form: str) -> str:
    """A number in one of Word's formats.

    >>> [written(n, f) for n, f in ((28, "lowerLetter"), (14, "lowerRoman"), (3, "upperLetter"), (7, "decimal"))]
    ['bb', 'xiv', 'C', '7']
    """
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 20) if number > 0 else "0"
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return roman(number).upper() if form == "upperRoman" else roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{suffix}"
    return str(number)


def roman(number: int) -> str:
    """A number in lower-case roman numerals; Arabic ones from 4000 on.

    >>> roman(1994)
    'mcmxciv'
    """
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out
