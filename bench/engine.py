"""What the engine costs: step by step on a short and a long text, and a second's worth of real ones.

``python -m bench.engine [--corpus DIR] [--spacy]``. Without DIR the texts are made from the specimen drafts, which is said.
Medians of several runs in one process; figures of one run are for comparing with each other.
"""

import argparse
import re
import statistics
import time
import tomllib
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from mandates.analysis import crime, lexicon, pipeline, read, structure, tasks
from mandates.analysis.values import Context, Reading

ROOT = Path(__file__).resolve().parent.parent
BUDGETS = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text())
RUNS = 7


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Milliseconds."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def made_of_specimens(words: int) -> bytes:
    """A text of at least so many words: the operative paragraphs of the first specimen again and again, numbered on."""
    text = (ROOT / "mandates" / "data" / "specimens" / "specimen-1.txt").read_text()
    head, body = text.split("\n1. ", 1)
    paragraphs = re.split(r"\n(?=\d+\. )", "1. " + body)
    made, number, held = [head], 0, len(head.split())
    while held < words:
        for paragraph in paragraphs:
            number += 1
            made.append(re.sub(r"^\d+\.", f"{number}.", paragraph))
            held += len(paragraph.split())
            if held >= words:
                break
    return "\n".join(made).encode()


def by_step(name: str, data: bytes, filename: str) -> tuple[float, float]:
    """Print what each step costs; returns milliseconds for all, and mebibytes at the most."""
    clean = read.read(data, filename)
    document = structure.parse(clean)
    reading = Reading(document, tasks.read(document), crime.find(document))
    print(f"\n{name}: {len(clean.text.split()):,} words, {len(document.numbered())} operative paragraphs")
    steps = {
        "read": lambda: read.read(data, filename),
        "structure": lambda: structure.parse(clean),
        "tasks": lambda: tasks.read(document),
        "crime": lambda: crime.find(document),
        "priority and rules": lambda: pipeline.judge(reading, Context()),
    }
    for step, work in steps.items():
        print(f"  {step:<20}{median(work):8.2f} ms")
    whole = median(lambda: pipeline.review(read.read(data, filename)))
    tracemalloc.start()
    pipeline.review(read.read(data, filename))
    most = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    print(f"  {'all':<20}{whole:8.2f} ms, {most:.1f} MiB at the most")
    return whole, most


def said(figure: float, budget: float, unit: str, more_is_better: bool = False) -> str:
    kept = figure >= budget if more_is_better else figure <= budget
    return f"{figure:,.1f} {unit}, budget {budget:,} {unit}: {'kept' if kept else 'NOT KEPT'}"


def corpus(folder: Path) -> None:
    """Texts a second over every resolution of the folder, whole and structure alone."""
    held = [(path.read_bytes(), path.name) for path in sorted((folder / "resolutions").glob("*.txt"))]
    start = time.perf_counter()
    cleaned, refused = [], 0
    for data, name in held:
        try:
            clean = read.read(data, name)
        except read.Unreadable:
            refused += 1
            continue
        cleaned.append(clean)
        pipeline.review(clean)
    whole = len(cleaned) / (time.perf_counter() - start)
    start = time.perf_counter()
    for clean in cleaned:
        structure.parse(clean)
    alone = len(cleaned) / (time.perf_counter() - start)
    print(f"\n{len(cleaned):,} real resolutions, {refused} refused, on one core")
    print("  whole     ", said(whole, BUDGETS["corpus"]["texts_per_second"], "texts/s", True))
    print("  structure ", said(alone, BUDGETS["corpus"]["structure_texts_per_second"], "texts/s", True))


def beside_spacy(data: bytes, filename: str) -> None:
    """For information: spaCy's blank tokenizer and phrase matcher with the lexicon's plain terms over the same text."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    plain = [
        term.replace("-s-", "z").replace("*", "")
        for crime_type in lexicon.load().types.values()
        for term in crime_type.entries
        if not set("()?|") & set(term)
    ]
    matcher.add("crime", [nlp.make_doc(term) for term in plain])
    text = read.read(data, filename).text
    document = structure.parse(read.read(data, filename))
    print("\nThe same text, words on crime alone")
    print(
        f"  spaCy {spacy.__version__}, tokenizer and matcher{median(lambda: matcher(nlp.make_doc(text))):8.2f} ms, {len(plain)} terms"
    )
    print(
        f"  this engine's crime step         {median(lambda: crime.find(document)):8.2f} ms, with types, spans and roles"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    arguments.add_argument("--corpus", type=Path, help="a folder of real texts, laid out as docs/method.md's examples")
    arguments.add_argument("--spacy", action="store_true", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    long = made_of_specimens(BUDGETS["long"]["words"]), "made.txt"
    print(
        "Texts made of the specimen drafts."
        if not options.corpus
        else "Texts made of the specimen drafts, then real ones."
    )
    short_ms, _ = by_step("Short", made_of_specimens(BUDGETS["short"]["words"]), "made.txt")
    long_ms, long_mib = by_step("Long", *long)
    if options.corpus:
        real = options.corpus / "paragraphs" / "S-RES-2709-2023.json"
        if real.exists():
            long = real.read_bytes(), real.name
            long_ms, long_mib = by_step("Long, a real one", *long)
    print("\nBudgets")
    print("  short     ", said(short_ms, BUDGETS["short"]["milliseconds"], "ms"))
    print("  long      ", said(long_ms, BUDGETS["long"]["milliseconds"], "ms"))
    print("  long      ", said(long_mib, BUDGETS["long"]["mebibytes"], "MiB"))
    if options.corpus:
        corpus(options.corpus)
    if options.spacy:
        beside_spacy(*long)


if __name__ == "__main__":
    main()
