"""What the engine costs: step by step on a short and a long text, then over every real one (bench.texts).

``python -m bench.engine [--corpus DIR] [--spacy]``. Without DIR the texts are made from the specimen drafts, which is said.
Medians of several runs in one process, in processor time; figures of one run are for comparing with each other.
"""

import argparse
import re
import statistics
import time
import tomllib
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from bench import texts
from mandates.analysis import crime, pipeline, read, structure, tasks
from mandates.analysis.values import Context, Reading

ROOT = Path(__file__).resolve().parent.parent
BUDGETS = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text())
RUNS = 7


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Milliseconds."""
    work()
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
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
        short_ms = texts.slowest(options.corpus, BUDGETS["short"]["words"], median) or short_ms
    print("\nBudgets")
    print("  short     ", said(short_ms, BUDGETS["short"]["milliseconds"], "ms"))
    print("  long      ", said(long_ms, BUDGETS["long"]["milliseconds"], "ms"))
    print("  long      ", said(long_mib, BUDGETS["long"]["mebibytes"], "MiB"))
    if options.corpus:
        texts.run(options.corpus, BUDGETS["corpus"], said, options.spacy)
    elif options.spacy:
        print("\nThe long text")
        texts.beside_spacy([read.read(*long)])


if __name__ == "__main__":
    main()
