"""(b) The engine on raw text against the registry's paragraphs, where both hold the same resolution.

Compared up to the paragraph that ends the resolution, without headings and annexes: the operative numbers in order, the
text of every numbered paragraph with all its items and of every preambular one, and each item's mark and text. Spaces,
case, dashes, quotation marks and -ise/-ize make no difference. What the registry itself has wrong is kept by symbol and
paragraph, with the cause in words, in ``labels/registry_errors.csv``; such a paragraph is counted apart, not as agreement.
"""

import csv
import json
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from evaluation import corpus as texts
from evaluation.corpus import Text
from mandates.analysis.markers import is_dash
from mandates.analysis.values import Document, ParagraphKind

FIRST_YEAR = 1992
ERRORS = Path(__file__).parent / "labels" / "registry_errors.csv"

NUMBER = re.compile(r"(\d{1,3})\s?\.?$")
OPENING = re.compile(r"[“\"']?The Security Council[,:]?[”\"']?\s*", re.I)
ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure|Attachment)\b", re.I)
ENDS = re.compile(r"\bremain (?:actively )?sei[sz]ed\b", re.I)
NO_LETTER = re.compile(r"[\W_]+")
LEFT_OUT = ("footer", "footnote", "separator", "heading", "title", "frontmatter")
BEGINS = 24  # letters by which an item is told from others with the same mark


@dataclass
class Numbered:
    """A numbered paragraph as one side has it: the text before its items, and each item's (mark, text)."""

    number: str
    text: str
    items: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Text without a mark goes on with the item, or the paragraph, before it."""
        if self.items:
            held, before = self.items[-1]
            self.items[-1] = held, f"{before} {text}"
        else:
            self.text += f" {text}"

    @property
    def whole(self) -> str:
        return plain(" ".join([self.text, *(f"{mark} {text}" for mark, text in self.items)]))


@dataclass
class Side:
    preamble: list[str] = field(default_factory=list)
    numbered: list[Numbered] = field(default_factory=list)

    @property
    def numbers(self) -> list[str]:
        return [paragraph.number for paragraph in self.numbered]


def plain(text: str) -> str:
    """Letters and digits alone, in lower case, -ise as -ize.

    >>> plain("Organised crime –  “prio rity”") == plain("organized crime - 'priority'")
    True
    """
    return NO_LETTER.sub("", text.lower()).replace("is", "iz")


def mark(printed: str) -> str:
    """A mark as printed, without what tells nothing: "(a)." and "(a)" are one, and so are all dashes and bullets."""
    printed = printed.strip()
    if is_dash(printed) or printed in "×*":
        return "–"
    return printed if re.fullmatch(r"[a-z]{1,4}\.", printed) else printed.rstrip(".")


def ours(document: Document) -> Side:
    """A document as read from raw text."""
    side = Side()
    for paragraph in document.paragraphs:
        numbered = paragraph.kind is ParagraphKind.OPERATIVE and document.numbers_paragraphs
        if paragraph.kind in (ParagraphKind.HEADING, ParagraphKind.ANNEX):
            continue
        if not numbered and not side.numbered:
            side.preamble.append(paragraph.text)
        elif not numbered:  # a preamble of its own before a part of the operative paragraphs
            side.numbered[-1].add(paragraph.text)
        elif paragraph.depth == 0:
            side.numbered.append(Numbered(paragraph.number, paragraph.text))
        else:
            side.numbered[-1].items.append((mark(paragraph.marker), paragraph.text))
    return side


def theirs(records: list[dict]) -> Side:
    """The registry's own paragraphs: its prefixes are taken, its types are not, save for headings and footers."""
    side = Side()
    opened = not any(OPENING.match(record["text"].strip()) for record in records)
    for record in records:
        if record.get("language") not in (None, "english"):
            continue
        text, prefix = record["text"].strip(), (record.get("prefix") or "").strip()
        if not opened:
            opened = bool(match := OPENING.match(text))
            if not opened or not text[match.end() :]:
                continue
            text = text[match.end() :]
        if _ends(side, record, prefix, text):
            break
        if record["type"] in LEFT_OUT or text.startswith("<!--") or not plain(text):
            continue
        number = NUMBER.match(prefix)
        if number and int(number[1]) == len(side.numbered) + 1:
            side.numbered.append(Numbered(number[1], text))
        elif not side.numbered and prefix and side.preamble:
            side.preamble[-1] += f" {prefix} {text}"
        elif not side.numbered:
            side.preamble.append(text)
        elif prefix:
            side.numbered[-1].items.append((mark(prefix), text))
        else:
            side.numbered[-1].add(text)
    return side


def _ends(side: Side, record: dict, prefix: str, text: str) -> bool:
    """Whether a record stands after the resolution: an annex opens, or the paragraph before ended it."""
    if ANNEX.match(text) and len(text) < 100:
        return True
    if not side.numbered:
        return False
    last = side.numbered[-1]
    closed = ENDS.search(last.text) is not None and last.text.rstrip(' ”"').endswith(".")
    number = NUMBER.match(prefix)
    return closed and not (number and int(number[1]) == len(side.numbered) + 1)


def errors() -> dict[tuple[str, str], str]:
    """The registry's known errors: (symbol, paragraph) → cause. Paragraph is "12", "12 (a)", "PP3" or "numbers"."""
    if not ERRORS.exists():
        return {}
    with ERRORS.open(newline="", encoding="utf-8") as file:
        return {(row["symbol"], row["paragraph"]): row["cause"] for row in csv.DictReader(file)}


def pairs(corpus: Path) -> list[tuple[Text, Text]]:
    """Raw text and registry file of every resolution since FIRST_YEAR that is held as both."""
    raw: dict[str, Text] = {}
    both = []
    for text in texts.texts(corpus):
        if text.year < FIRST_YEAR:
            continue
        if text.source == "registry" and text.symbol in raw:
            both.append((raw[text.symbol], text))
        elif text.source in ("long-line", "page-layout"):
            raw[text.symbol] = text
    return both


def measure(corpus: Path) -> dict:
    """Agreement in numbers, paragraphs, preambular paragraphs and items; what disagrees, by symbol and paragraph."""
    known = errors()
    counts = {name: [0, 0] for name in ("sequences", "paragraphs", "preambular", "labels", "item_texts")}
    disagreements: list[dict] = []
    used: set[tuple[str, str]] = set()

    def compare(name: str, symbol: str, paragraph: str, same: bool, said: str) -> None:
        key = (symbol, paragraph)
        if not same and key in known:
            used.add(key)
            return
        counts[name][0] += same
        counts[name][1] += 1
        if not same:
            disagreements.append({"what": name, "symbol": symbol, "paragraph": paragraph, "said": said})

    both = pairs(corpus)
    for raw, registry in both:
        reading = texts.reading(raw.path)
        if reading is None:
            compare("sequences", raw.symbol, "numbers", False, "the raw text is refused")
            continue
        a, b = ours(reading.document), theirs(json.loads(registry.path.read_text(encoding="utf-8")))
        compare("sequences", raw.symbol, "numbers", a.numbers == b.numbers, _numbers(a, b))
        _preamble(raw.symbol, a, b, compare)
        held = {paragraph.number: paragraph for paragraph in a.numbered}
        for paragraph in b.numbered:
            if mine := held.get(paragraph.number):
                same = mine.whole == paragraph.whole
                compare("paragraphs", raw.symbol, paragraph.number, same, _difference(mine.whole, paragraph.whole))
                _items(raw.symbol, mine, paragraph, compare)
    return {
        "texts": len(both),
        **{name: {"same": same, "of": of} for name, (same, of) in counts.items()},
        "registry_errors": [{"symbol": s, "paragraph": p, "cause": known[s, p]} for s, p in sorted(used)],
        "errors_without_disagreement": sorted(f"{s}, {p}" for s, p in known.keys() - used),
        "disagreements": disagreements,
    }


def _preamble(symbol: str, a: Side, b: Side, compare) -> None:
    mine, other = [plain(p) for p in a.preamble], [plain(p) for p in b.preamble]
    for tag, i, _, j, end in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        for at in range(j, end):
            near = mine[i + at - j] if i + at - j < len(mine) else ""
            compare("preambular", symbol, f"PP{at + 1}", tag == "equal", _difference(near, other[at]))


def _items(symbol: str, a: Numbered, b: Numbered, compare) -> None:
    mine = [(mark, plain(text)) for mark, text in a.items]
    other = [(mark, plain(text)) for mark, text in b.items]
    keys = [[(mark, text[:BEGINS]) for mark, text in side] for side in (mine, other)]
    for tag, i, _, j, end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        for at in range(j, end):
            label = f"{b.number} {other[at][0]} [{at + 1}]"
            compare("labels", symbol, label, tag == "equal", f"{len(mine)} items read, {len(other)} in the registry")
            if tag == "equal":
                same = mine[i + at - j][1] == other[at][1]
                compare("item_texts", symbol, label, same, _difference(mine[i + at - j][1], other[at][1]))


def _numbers(a: Side, b: Side) -> str:
    return f"read to {a.numbers[-1] if a.numbers else 'none'}, registry to {b.numbers[-1] if b.numbers else 'none'}"


def _difference(mine: str, other: str) -> str:
    """How two texts differ, in figures: the letters that only one side has, and where the first stands."""
    blocks = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    first = blocks[0].size if blocks[0].a == blocks[0].b == 0 else 0
    return (
        f"{len(mine) - shared} letters only read, {len(other) - shared} only in the registry, first at letter {first}"
    )


def lines(result: dict) -> list[str]:
    """For a person: each share, the registry's errors, and what disagrees otherwise."""
    out = [f"{result['texts']} resolutions since {FIRST_YEAR} held as raw text and in the registry."]
    names = {
        "sequences": "same sequence of operative numbers", "paragraphs": "numbered paragraphs, items included, with the same text",
        "preambular": "preambular paragraphs with the same text", "labels": "items with the same mark at the same place",
        "item_texts": "such items with the same text",
    }  # fmt: skip
    for name, said in names.items():
        same, of = result[name]["same"], result[name]["of"]
        out.append(f"  {said}: {same} of {of}" + (f" ({same / of:.2%})" if of else ""))
    out.append(f"  {len(result['registry_errors'])} errors of the registry, left out above:")
    out += [f"    {e['symbol']}, {e['paragraph']}: {e['cause']}" for e in result["registry_errors"]]
    out += [f"  recorded as an error, but agrees: {name}" for name in result["errors_without_disagreement"]]
    out.append(f"  {len(result['disagreements'])} disagreements otherwise:")
    out += [f"    {d['what']}: {d['symbol']}, {d['paragraph']}: {d['said']}" for d in result["disagreements"]]
    return out
