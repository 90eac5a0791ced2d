"""What each task is about, not only crime: the codes of mandates/data/areas.toml, grouped into areas for people.

The codes are those of the TAMM dataset, so that the reading can be measured against human coders. A mandate is read
where the mission is told something (``told``); the data say which codes look further.
"""

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick

from mandates.analysis import lexicon
from mandates.analysis.told import OTHERS, told_to
from mandates.analysis.values import Document, MissionName, Paragraph, ParagraphKind, TaskReading

SOURCE = Path(__file__).resolve().parent.parent / "data" / "areas.toml"
CLAUSE_ENDS = re.compile(r"[.;:]")
REACH = 120  # characters of a clause that "..." stands for at most
NEAR = 25  # characters on either side of a match in which words may say that it is something else
LEAD_IN = 80  # characters of a chapeau that are read together with each of its items
CHAPTER_VII = "ch7"
PARTS_SOUGHT = 3  # parts of a pattern whose beginnings must stand somewhere in a text before it is tried

CLASS = re.compile(r"<(\w+)>")
SPECIAL = re.compile(r"-s-| \?|[*?(\\]")  # where the letters of a pattern are no longer settled
# letters small, all that is no letter or figure a space, so that a word is found behind a space alone
FOLDED = bytes(ord(chr(n).lower()) if chr(n).isalnum() else ord(" ") for n in range(256))


@dataclass(frozen=True)
class Code:
    """One kind of task. ``within`` is the code that it is a part of, if any; ``where`` says which paragraphs are looked at."""

    name: str
    area: str
    label: str
    definition: str
    within: str
    where: str
    never: re.Pattern | None
    unless: re.Pattern | None


@dataclass(frozen=True, eq=False)
class Part:
    """Words of a pattern up to the next "...", and the numbers of the stems that they may begin with."""

    words: re.Pattern
    stems: frozenset[int]


@dataclass(frozen=True)
class Pattern:
    """One way of giving a task: the code it shows, and the parts of its words."""

    code: Code
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Finder:
    """Patterns, and the beginnings of words (stems) that say which of them are worth trying.

    ``stems`` gives for each stem its length and number; ``begun`` says for each stem which patterns have which of their
    parts begun by it, and ``shorter`` which patterns lack which parts: numbers with a bit for each pattern and part.
    """

    patterns: tuple[Pattern, ...]
    stems: ahocorasick.Automaton
    begun: tuple[int, ...]
    shorter: int


@dataclass(frozen=True)
class Areas:
    """All codes in the order of the file and the areas with their labels.

    ``told`` finds the codes in what a mission is told, ``elsewhere`` those alone that are looked for in other paragraphs.
    """

    codes: dict[str, Code]
    areas: dict[str, str]
    told: Finder
    elsewhere: Finder


@cache
def load() -> Areas:
    """The codes; read and compiled at the first call."""
    with SOURCE.open("rb") as file:
        raw = tomllib.load(file)
    codes = {name: _code(name, entry) for name, entry in raw["codes"].items()}
    written = [
        (codes[name], CLASS.sub(lambda match: f"({'|'.join(raw['words'][match[1]])})", pattern))
        for name, entry in raw["codes"].items()
        for pattern in entry["patterns"]
    ]
    wide = [(code, pattern) for code, pattern in written if code.where != "mission"]
    return Areas(codes, dict(raw["areas"]), _finder(written), _finder(wide))


def group(code: str) -> str:
    """The area that a code belongs to: ``police_monitor`` → ``security_sector``. KeyError for an unknown code."""
    return load().codes[code].area


def label(area: str) -> str:
    """An area's name for people."""
    return load().areas[area]


def of_text(text: str) -> tuple[str, ...]:
    """The codes that one task's or paragraph's words show, with those that these are a part of, in the file's order."""
    found = {whole for name in _shown(text, 0, load().told) for whole in _whole(name)}
    return tuple(name for name in load().codes if name in found)


def of_item(document: Document, p: Paragraph, nearest: bool = False) -> Mapping[str, int]:
    """The codes that a task shows by itself → where in its text words for each end; ``nearest``: the first such place.

    The end of the chapeau above an item is read with it. Codes that the ones shown are a part of are not added.
    """
    before = _lead_in(document, p)
    shown = _shown(before + p.text, len(before), load().told, nearest)
    return {name: end - len(before) for name, end in shown.items()}


def for_mission(document: Document, tasks: TaskReading, mission: MissionName | None) -> Mapping[str, tuple[int, ...]]:
    """What one text tells one mission to do: code → indexes of the paragraphs that show it, in the file's order.

    ``mission`` is the name as in ``tasks.missions``; None where the text names none. What the Council only recalls and
    what it asks of others is left out, save for the codes whose data say otherwise.
    """
    areas = load()
    told = told_to(document, tasks, mission)
    others = _told_to_others(document, tasks)
    shown: dict[str, set[int]] = {}
    for p in document.paragraphs:
        if p.index in told:
            found = list(of_item(document, p))
        elif p.kind in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            found = [name for name in _shown(p.text, 0, areas.elsewhere) if _looks_at(areas.codes[name], p, others)]
        else:
            continue
        for name in found:
            shown.setdefault(name, set()).add(p.index)
    for name in list(shown):
        for whole in _whole(name):
            shown[whole] = shown.get(whole, set()) | shown[name]
    if (acting := _chapter_vii(document, tasks, told)) is not None:
        shown[CHAPTER_VII] = {acting}
    return {name: tuple(sorted(shown[name])) for name in areas.codes if name in shown}


def _chapter_vii(document: Document, tasks: TaskReading, told: Set[int]) -> int | None:
    """Where the Council acts under Chapter VII for the mission, not only against others or for one exemption."""
    place = tasks.chapter_vii
    if place is None or place in told or document.paragraphs[place].kind is ParagraphKind.PREAMBULAR:
        return place
    words = document.paragraphs[place].text
    governs_what_follows = (
        words.find("Chapter VII") > len(words) / 2
    )  # a second preamble, not the paragraph's own opening
    return place if governs_what_follows and max(told, default=0) > place else None


def _looks_at(code: Code, p: Paragraph, others: frozenset[str]) -> bool:
    """Whether a code is looked for in a paragraph that does not tell the mission anything."""
    if code.where == "text":
        return p.kind is ParagraphKind.PREAMBULAR or p.number not in others
    return p.kind is ParagraphKind.OPERATIVE


def _told_to_others(document: Document, tasks: TaskReading) -> frozenset[str]:
    """Numbers of the operative paragraphs that speak to parties, authorities or States alone."""
    return frozenset(document.paragraphs[a.paragraph].number for a in tasks.addresses if set(a.addressees) <= OTHERS)


def _lead_in(document: Document, p: Paragraph) -> str:
    """The end of the chapeau under which an item stands: "to assist the Government in"."""
    if p.parent is None:
        return ""
    return re.split(r"[,;:]", document.paragraphs[p.parent].text[-LEAD_IN:].rstrip(" :;,–-"))[-1] + " "


def _whole(name: str) -> Iterator[str]:
    """The code, and those that it is a part of."""
    while name:
        yield name
        name = load().codes[name].within


# --- words ------------------------------------------------------------------------------------------------------


def _shown(text: str, since: int, finder: Finder, nearest: bool = False) -> dict[str, int]:
    """The codes whose patterns match → where a match ends; one that ends before ``since`` is none.

    It is the first match of the first pattern that has one, or with ``nearest`` the one that ends first.
    """
    places: dict[int, list[int]] = {}
    for end, (length, stem) in finder.stems.iter(_folded(text)):
        places.setdefault(stem, []).append(end - length)
    spans: dict[Part, list[tuple[int, int]]] = {}
    found: dict[str, int] = {}
    for pattern in _worth_trying(places, finder):
        name = pattern.code.name
        if name in found and not nearest:
            continue
        for part in pattern.parts:
            if part not in spans:
                spans[part] = _spans(part, text, places)
            if not spans[part]:
                break
        else:
            end = _first_end(pattern, text, since, [spans[part] for part in pattern.parts])
            if end and end < found.get(name, end + 1):
                found[name] = end
    return found


def _folded(text: str) -> str:
    """The text in small letters between two spaces, every letter in its place, all that is no letter or figure a space."""
    return f" {text.encode('latin-1', 'replace').translate(FOLDED).decode('latin-1')} "


def _worth_trying(stems: Iterable[int], finder: Finder) -> Iterator[Pattern]:
    """The patterns each of whose parts may begin with one of the stems."""
    begun = finder.shorter
    for stem in stems:
        begun |= finder.begun[stem]
    count = len(finder.patterns)
    patterns = begun & begun >> count & begun >> 2 * count & (1 << count) - 1
    while patterns:
        lowest = patterns & -patterns
        patterns ^= lowest
        yield finder.patterns[lowest.bit_length() - 1]


def _spans(part: Part, text: str, places: Mapping[int, list[int]]) -> list[tuple[int, int]]:
    """Where the words of a part stand, in order."""
    spans = []
    for stem in part.stems & places.keys():
        for start in places[stem]:
            if match := part.words.match(text, start):
                spans.append(match.span())
    spans.sort()
    return spans


def _first_end(pattern: Pattern, text: str, since: int, spans: list[list[tuple[int, int]]]) -> int | None:
    """Where the pattern's first match ends; None where there is none."""
    for start, end in spans[0]:
        end = _end(text, since, spans, 1, end)
        if end and not _is_something_else(pattern.code, text, start, end):
            return end
    return None


def _end(text: str, since: int, spans: list[list[tuple[int, int]]], part: int, here: int) -> int | None:
    """Where a match ends that has come as far as ``here``: each further part stands in the same clause, and near."""
    if part == len(spans):
        return here if here > since else None
    for start, end in spans[part]:
        if start < here:
            continue
        if start > here + REACH or CLAUSE_ENDS.search(text, here, start):
            break
        if last := _end(text, since, spans, part + 1, end):
            return last
    return None


def _is_something_else(code: Code, text: str, start: int, end: int) -> bool:
    return bool(
        (code.never and code.never.search(text, max(0, start - NEAR), end + NEAR))
        or (code.unless and code.unless.search(text, start, end))
    )


# --- compiling --------------------------------------------------------------------------------------------------


def _code(name: str, entry: dict) -> Code:
    return Code(
        name=name,
        area=entry["area"],
        label=entry["label"],
        definition=entry["definition"],
        within=entry.get("within", ""),
        where=entry.get("where", "mission"),
        never=_any(entry.get("never", ())),
        unless=_any(entry.get("unless", ())),
    )


def _any(terms: Sequence[str]) -> re.Pattern | None:
    """One pattern for any of the terms, None where there are none."""
    return re.compile(rf"\b(?:{'|'.join(map(lexicon.pattern, terms))})\b", re.I) if terms else None


def _finder(written: Sequence[tuple[Code, str]]) -> Finder:
    numbers: dict[str, int] = {}
    parts: dict[str, Part] = {}
    patterns: list[Pattern] = []
    for code, pattern in written:
        for words in (texts := pattern.split(" ... ")):
            if words not in parts:
                stems = frozenset(numbers.setdefault(stem, len(numbers)) for stem in _first_words(words))
                parts[words] = Part(re.compile(rf"\b(?:{lexicon.pattern(words)})\b", re.I), stems)
        patterns.append(Pattern(code, tuple(parts[words] for words in texts)))
    begun = [0] * len(numbers)
    shorter = 0
    for number, pattern in enumerate(patterns):
        for place in range(PARTS_SOUGHT):
            bit = 1 << place * len(patterns) + number
            if place >= len(pattern.parts):
                shorter |= bit
                continue
            for stem in pattern.parts[place].stems:
                begun[stem] |= bit
    automaton = ahocorasick.Automaton()
    for stem, number in numbers.items():
        automaton.add_word(" " + stem, (len(stem), number))
    automaton.make_automaton()
    return Finder(tuple(patterns), automaton, tuple(begun), shorter)


def _first_words(part: str) -> set[str]:
    """The letters with which a match of one part of a pattern must begin, lower case, as far as the pattern settles them.

    A space at the end stands for the end of a word, whatever follows it in the text.
    """
    return {beginning.lower() for beginning in _beginnings(part, grouped=False)}


def _beginnings(part: str, grouped: bool) -> Iterator[str]:
    """Every beginning of what a part may match, up to its first wild sign or the next bracket behind the first."""
    sign = SPECIAL.search(part)
    if not sign:
        yield part + " "
        return
    before, after = part[: sign.start()], part[sign.end() :]
    if sign[0] in ("-s-", " ?"):
        letters = ("s", "z") if sign[0] == "-s-" else ("", " ")
        yield from (before + letter + more for letter in letters for more in _beginnings(after, grouped))
    elif sign[0] == "(" and not (grouped and before):
        alternatives, rest = _bracket(after)
        if rest.startswith("?"):
            yield from (before + more for more in _beginnings(rest[1:].lstrip(), grouped=False))
            rest = rest[1:]
        yield from (before + more for each in alternatives for more in _beginnings(each + rest, grouped=True))
    else:
        yield before


def _bracket(text: str) -> tuple[list[str], str]:
    """The alternatives of a bracket that has just opened, and what stands behind it."""
    depth = 1
    cuts = [-1]
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if (letter == "|" and depth == 1) or depth == 0:
            cuts.append(place)
        if depth == 0:
            break
    return [text[start + 1 : end] for start, end in itertools.pairwise(cuts)], text[cuts[-1] + 1 :]
