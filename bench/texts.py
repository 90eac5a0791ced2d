"""The engine over every resolution of a folder on one core: texts a second, memory as it goes on, and spaCy beside it."""

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mandates.analysis import lexicon, pipeline, read, structure
from mandates.analysis.values import CleanText

PAGE = 4096  # bytes in which the system counts a process's memory
NEAR = 50  # words more or less than a length
PARTS = 4  # stretches of the run after which memory is looked at


def run(folder: Path, budgets: dict, said: Callable[..., str], spacy: bool) -> None:
    """Print the figures beside their budgets; ``said`` words a figure."""
    held = [(path.read_bytes(), path.name) for path in sorted((folder / "resolutions").glob("*.txt"))]
    seconds, memory = _whole(held)
    cleaned = [clean for data, name in held if (clean := _clean(data, name))]
    print(f"\n{len(cleaned):,} real resolutions, {len(held) - len(cleaned)} refused, on one core")
    whole = len(cleaned) / seconds
    print("  whole       ", said(whole, budgets["texts_per_second"], "texts/s", True))
    alone = len(cleaned) / _seconds(lambda: [structure.parse(clean) for clean in cleaned])
    print("  structure   ", said(alone, budgets["structure_texts_per_second"], "texts/s", True))
    growth = max(memory[1:]) - memory[0]
    marks = ", ".join(f"{mark:,.0f}" for mark in memory)
    print(f"  memory       {marks} MiB after each {len(held) // PARTS} texts")
    print("  growth      ", said(growth, budgets["growth_mebibytes"], "MiB"))
    if spacy:
        beside = beside_spacy(cleaned)
        print("  beside spaCy", said(whole / beside, budgets["spacy_ratio"], "times as many texts", True))


def slowest(folder: Path, words: int, median: Callable[[Callable[[], object]], float]) -> float | None:
    """Milliseconds of the slowest real resolution of about so many words, all of which are printed; None without any."""
    near = range(words - NEAR, words + NEAR + 1)
    held = [(path.read_bytes(), path.name) for path in sorted((folder / "resolutions").glob("*.txt"))]
    short = [(data, name) for data, name in held if len(data.split()) in near]
    taken = sorted(median(lambda data=data, name=name: pipeline.review(read.read(data, name))) for data, name in short)
    if not taken:
        return None
    middle = taken[len(taken) // 2]
    print(f"\n{len(taken)} real resolutions of {near[0]:,} to {near[-1]:,} words")
    print(f"  all                 {middle:8.2f} ms in the middle, {taken[-1]:.2f} ms at the most")
    return taken[-1]


def _whole(held: Sequence[tuple[bytes, str]]) -> tuple[float, list[float]]:
    """Every text from bytes to review, none kept: the seconds that it took, and MiB in use along the way."""
    memory: list[float] = []
    seconds = 0.0
    size = len(held) // PARTS
    for part in range(PARTS):
        start = time.process_time()
        for data, name in held[part * size : (part + 1) * size if part < PARTS - 1 else None]:
            if clean := _clean(data, name):
                pipeline.review(clean)
        seconds += time.process_time() - start
        gc.collect()
        memory.append(_mebibytes())
    return seconds, memory


def _clean(data: bytes, name: str) -> CleanText | None:
    """None for what the reader refuses."""
    try:
        return read.read(data, name)
    except read.Unreadable:
        return None


def _mebibytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def beside_spacy(cleaned: Sequence[CleanText]) -> float:
    """Texts a second of spaCy's blank tokenizer and phrase matcher with the lexicon's plain terms; prints them."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = max(len(clean.text) for clean in cleaned) + 1
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    plain = [
        term.written.replace("-s-", "z").replace("*", "")
        for term in lexicon.load().find_types.terms
        if not term.is_sign and not set("()?|") & set(term.written)
    ]
    matcher.add("crime", [nlp.make_doc(term) for term in plain])
    rate = len(cleaned) / _seconds(lambda: [matcher(nlp.make_doc(clean.text)) for clean in cleaned])
    print(
        f"  spaCy {spacy.__version__}: blank tokenizer and matcher with {len(plain)} terms {rate:,.1f} texts/s, no reading, no structure"
    )
    return rate
