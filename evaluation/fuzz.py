"""Bad input: mutated real texts go through the whole engine, and what must hold for any bytes is checked on each.

A text is read or refused with a sentence; nothing else may happen. What is read keeps every letter outside page furniture,
and every place that a step gives lies inside the text and holds the words that it names. ``bin/evaluate --fuzz N`` runs it.
"""

import contextlib
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation import corpus as texts
from evaluation import damage
from mandates.analysis import pieces, pipeline, read, report
from mandates.analysis.reading import furniture, text
from mandates.analysis.values import CleanText, Context, Document, Hint, Review
from mandates.analysis.verbs import OPERATIVE_VERB

NO_WORD = re.compile(r"[\W\d_]+")
NO_LETTER = re.compile(r"[\W_]+")
ORNAMENT = re.compile(r"^[*_=-]{2,}.{0,8}?[*_=-]{2,}|[*_=-]{2,}")
TELLS = re.compile(rf"\d+\.\s*{OPERATIVE_VERB.pattern}")  # notes may be left out, numbered paragraphs may not
BEFORE_OPENING = re.compile(r"(?=The Security Council,)")
BEFORE_NUMBER = re.compile(r"(?=\b\d{1,3}\.)")
LONG_LINE = 40  # letters from which a line of the source must be found again; shorter ones may recur
FORMULA = 30  # letters of the opening formula, which is no paragraph
MISREAD = 3  # letters that may be read as others: "l." for "1."
SIZES = (60_000, 360_000)  # characters of the two texts whose times are compared
SLOWER = 12  # how many times as long the larger text, six times the size, may take


def broken(data: bytes, name: str) -> list[str]:
    """What does not hold for these bytes; nothing where all is well. Never a word of the text."""
    try:
        clean = read.read(data, name)
    except read.Unreadable as refusal:
        return [] if refusal.code and str(refusal).endswith(".") else ["refused without a code or a sentence"]
    except Exception:
        return [f"read: {_place()}"]
    try:
        review = pipeline.review(clean, Context())
        report.as_dict(review)
        report.as_text(review, name, 100)
    except Exception:
        return [f"engine: {_place()}"]
    return [*_read_whole(clean, data), *_taken_apart_whole(clean, review.document), *_in_place(clean, review)]


def _place() -> str:
    """The exception and where it came from, without its message, which may hold words of the text."""
    kind, _, trace = sys.exc_info()
    last = traceback.extract_tb(trace)[-1]
    return f"{kind.__name__} in {Path(last.filename).name}, line {last.lineno}"


# --- what must hold ---------------------------------------------------------------------------------------------


def _read_whole(clean: CleanText, data: bytes) -> Iterator[str]:
    """Every line of a plain text that is no page furniture stands in what was read."""
    if clean.media != "text":
        return
    kept = _words(clean.text)
    notes = False
    for line in text.lines(text.decode(data)):
        notes = notes or bool(furniture.FOOTNOTES.fullmatch(line.text))
        if notes and not TELLS.match(line.text):
            continue
        for part in BEFORE_OPENING.split(line.text):  # furniture may stand on the line on which the text opens
            wanted = _words(ORNAMENT.sub("", part))
            if len(wanted) >= LONG_LINE and wanted not in kept and not _furniture(part.strip()):
                yield f"read: a line of {len(wanted)} letters is lost"


def _words(text: str) -> str:
    """Letters alone: the signs of notes are digits, and go with the notes."""
    return NO_WORD.sub("", text.lower())


def _furniture(line: str) -> bool:
    known = (furniture.FURNITURE, furniture.NOTE, furniture.FOOT)
    return any(pattern.fullmatch(line) for pattern in known) or furniture.WITHIN.search(line) is not None


def _taken_apart_whole(clean: CleanText, document: Document) -> Iterator[str]:
    """The paragraphs hold every letter of the text from its opening on, in order."""
    opening = next(
        (i for i, b in enumerate(clean.blocks) if b.hint is not Hint.HEADING and pieces.OPENING.match(b.text)), None
    )
    blocks = clean.blocks[opening:] if opening is not None else [b for b in clean.blocks if b.hint is not Hint.FRONT]
    said = [letters(unit) for block in blocks for unit in BEFORE_NUMBER.split(block.text)]
    held = Counter("".join(letters(f"{p.marker}{p.text}") for p in document.paragraphs))
    lost = Counter("".join(dict.fromkeys(said))) - held  # what stands there twice may be read once
    if sum(lost.values()) > FORMULA:
        yield f"structure: {sum(lost.values())} letters are lost"
    if sum((held - Counter("".join(said))).values()) > MISREAD:
        yield "structure: letters stand twice"


def _in_place(clean: CleanText, review: Review) -> Iterator[str]:
    at = 0
    for block in clean.blocks:
        if block.start != at or clean.text[at : at + len(block.text)] != block.text:
            yield "read: a block is not where it says"
            break
        at += len(block.text) + 1
    paragraphs = review.document.paragraphs
    if any(not 0 <= p.start < len(clean.text) for p in paragraphs):
        yield "structure: a paragraph begins outside the text"
    if any(p.parent is not None and not 0 <= p.parent < p.index for p in paragraphs):
        yield "structure: an item stands before what holds it"
    spans = [m.span for c in review.crime.paragraphs.values() for m in c.mentions]
    spans += [*review.crime.terrorism, *(span for finding in review.findings for span in finding.spans)]
    if any(paragraphs[s.paragraph].text[s.start : s.end] != s.text or s.start < 0 for s in spans):
        yield "words do not stand where their place says"


def letters(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return NO_LETTER.sub("", text.lower())


# --- many texts -------------------------------------------------------------------------------------------------


def samples(corpus: Path, count: int, seed: int) -> Iterator[tuple[str, str, bytes]]:
    """``count`` mutated texts as (file name, what was done to it, bytes); the same for the same seed."""
    chance = random.Random(seed)
    paths = [found.path for found in texts.texts(corpus) if found.source != "draft"]
    for _ in range(count):
        path = chance.choice(paths)
        done, data = damage.mutate(chance, path.read_bytes())
        yield path.name, done, data


def run(corpus: Path, count: int, seed: int) -> int:
    """Print what breaks, with what reproduces it; 0 where nothing does and no step is slower than linear, else 1."""
    print(f"{count:,} mutated texts, seed {seed}")
    failures: Counter[str] = Counter()
    refused = 0
    for number, (name, done, data) in enumerate(samples(corpus, count, seed)):
        for problem in broken(data, name):
            failures[problem] += 1
            if failures[problem] == 1:
                print(f"  number {number}, {name}, {done}: {problem}")
        refused += is_refused(data, name)
    print(f"  {sum(failures.values())} broken, {refused:,} refused with a sentence")
    slow = list(slower_than_linear())
    for line in slow:
        print(f"  {line}")
    return int(bool(failures or slow))


def is_refused(data: bytes, name: str) -> bool:
    """Whether the reader refuses these bytes."""
    try:
        read.read(data, name)
    except read.Unreadable:
        return True
    return False


# --- time -------------------------------------------------------------------------------------------------------

# what grows without end in one paragraph, one line or one text
GROWING = {
    "one line": "Decides that the mandate of the Mission shall include the following tasks: (a) to combat trafficking in arms, drugs and gold; ",
    "one word": "a",
    "one list": "\n(a) To support the authorities in combating organized crime;",
    "paragraphs": "\n{n}. Requests the Secretary-General to report on trafficking in persons;",
    "deeper and deeper": "\n(a) To assist:\n(i) In particular:\na. By:\n– Helping:",
    "brackets": "[(",
    "marks": "\n–",
    "blanks": " \t",
    "numbers": "1. 2. 3. ",
    "names": "the United Nations Multidimensional Stabilization Mission in Veldana (UNVEL), ",
    "goods": "trafficking in arms, drugs, gold, timber, charcoal, persons, migrants, ",
    "dates": "until 15 March 2031, ",
    "capitals": "Priority Tasks Of The Mission ",
}


def slower_than_linear() -> Iterator[str]:
    """What takes more than its share of time when a text grows to six times its size."""
    for name, unit in GROWING.items():
        small, large = (_seconds(_grown(unit, size)) for size in SIZES)
        if large > SLOWER * max(small, 0.01):
            yield f"slower than linear on {name}: {small:.2f} s, at six times the size {large:.2f} s"


def _grown(unit: str, size: int) -> bytes:
    head = "The Security Council,\nRecalling its earlier resolutions,\n1. Decides to establish the Mission, including:"
    units = (unit.replace("{n}", str(n)) for n in range(2, 2 + size // len(unit)))
    return (head + "".join(units) + "\n").encode()


def _seconds(data: bytes) -> float:
    start = time.process_time()
    with contextlib.suppress(read.Unreadable):
        pipeline.review(read.read(data, "grown.txt"))
    return time.process_time() - start
