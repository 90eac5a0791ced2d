"""The tokens of the stylesheet, read from it, and how well their colours stand apart. Pure.

Contrast is computed as WCAG 2.2 defines it (relative luminance and contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
TWO = re.compile(r"light-dark\((#\w{3,6}),\s*(#\w{3,6})\)")
SAME = re.compile(r"var\(--([\w-]+)\)")

TEXT, LARGE, PART = 7.0, 4.5, 3.0  # AAA for text, AA for words in a coloured cell, 1.4.11 for edges and marks
# What stands on what, and the least that it needs.
PAIRS = (
    ("ink", "paper", TEXT),
    ("ink", "paper-2", TEXT),
    ("ink-2", "paper", TEXT),
    ("ink-2", "paper-2", LARGE),
    ("paper", "ink", TEXT),
    ("link", "paper", TEXT),
    ("link", "paper-2", TEXT),
    ("crime", "paper", TEXT),
    ("ink", "crime-wash", TEXT),
    ("crime", "crime-wash", LARGE),
    *((f"on-{name}", f"pos-{name}", LARGE) for name in ("main", "within", "outside", "others", "preamble", "absent")),
    ("rule-2", "paper", PART),
    ("rule-2", "paper-2", PART),
    ("focus", "paper", PART),
    ("pos-within", "paper", PART),
)


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another: what it needs, and what it has in either theme."""

    on: Colour
    under: Colour
    least: float
    light: float
    dark: float

    @property
    def holds(self) -> bool:
        return min(self.light, self.dark) >= self.least


@dataclass(frozen=True, slots=True)
class Tokens:
    """``sizes`` and ``spaces``: name → what the stylesheet says."""

    colours: Mapping[str, Colour]
    sizes: Mapping[str, str]
    spaces: Mapping[str, str]

    @property
    def pairs(self) -> list[Pair]:
        return [pair(self.colours[on], self.colours[under], least) for on, under, least in PAIRS]


def read(stylesheet: str) -> Tokens:
    """The tokens of the first ``:root``. A colour that is another one by name is that one's."""
    root = stylesheet.partition(":root {")[2].partition("\n}")[0]
    held = dict(TOKEN.findall(root))
    colours: dict[str, Colour] = {}
    for name, value in held.items():
        if found := TWO.fullmatch(value):
            colours[name] = Colour(name, *found.groups())
        elif (same := SAME.fullmatch(value)) and same[1] in colours:
            colours[name] = Colour(name, colours[same[1]].light, colours[same[1]].dark)
    sizes, spaces = ({n: v for n, v in held.items() if n.startswith(start)} for start in ("t-", "s-"))
    return Tokens(colours, sizes, spaces)


def pair(on: Colour, under: Colour, least: float) -> Pair:
    return Pair(on, under, least, contrast(on.light, under.light), contrast(on.dark, under.dark))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), rounded down to a tenth."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return int((lighter + 0.05) / (darker + 0.05) * 10) / 10


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (_linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
