"""What it costs to compare two long texts: ``python -m bench.comparison [--corpus DIR]``.

With DIR the texts are real resolutions glued together, older ones and those that followed them; without, the specimen drafts
again and again, every third paragraph of the newer one reworded. Median of several runs in processor time.
"""

import argparse
from itertools import cycle
from pathlib import Path

from bench import engine
from mandates.analysis import compare, pipeline, priority, read
from mandates.analysis.values import Context, Reading

WORDS, BUDGET = (engine.BUDGETS["comparison"][name] for name in ("words", "milliseconds"))
RUNS = 3
# each with the text that took its place
SERIES = (
    ("2364-2017", "2423-2018"),
    ("2423-2018", "2480-2019"),
    ("2100-2013", "2164-2014"),
    ("2149-2014", "2217-2015"),
)


def glued(folder: Path, side: int) -> bytes:
    """The texts of one side of the series as one: all preambles, then the operative paragraphs numbered on, again and again."""
    documents = []
    for pair in SERIES:
        path = folder / "resolutions" / f"S-RES-{pair[side]}.txt"
        documents.append(parsed(path.read_bytes()).document)
    preamble = [p.text for document in documents for p in document.preambular()]
    operative: list[str] = []
    number, held = 0, sum(len(text.split()) for text in preamble)
    for document in cycle(documents):
        if held >= WORDS:
            break
        for p in document.operative():
            number += p.depth == 0
            operative.append(f"{f'{number}.' if p.depth == 0 else p.marker} {' '.join(p.text.split())}")
            held += len(p.text.split())
    return "\n\n".join(["The Security Council,", *preamble, *operative]).encode()


def reworded(data: bytes) -> bytes:
    """The text with every third line told in other words."""
    lines = data.decode().split("\n")
    return "\n".join(
        line.replace(" to ", " in order to ").replace("support", "assist") if number % 3 == 0 else line
        for number, line in enumerate(lines)
    ).encode()


def parsed(data: bytes) -> Reading:
    return pipeline.parse(read.read(data, "made.txt"))


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m bench.comparison", description=__doc__)
    arguments.add_argument("--corpus", type=Path, help="a folder of real texts")
    folder = arguments.parse_args().corpus
    if folder:
        older, newer = glued(folder, 0), glued(folder, 1)
    else:
        older = engine.made_of_specimens(WORDS)
        newer = reworded(older)
    readings = parsed(older), parsed(newer)
    blocks = [priority.rank(reading, Context()) for reading in readings]
    missions = compare.same_mission(*blocks)
    made = compare.compare(*readings, *missions)
    spent = engine.median(lambda: compare.compare(*readings, *missions), RUNS)
    sizes = " and ".join(f"{len(data.split()):,}" for data in (older, newer))
    print(f"Two texts of {sizes} words, {len(made.tasks) + len(made.paragraphs)} changes")
    print(engine.said(spent, BUDGET, "ms"))


if __name__ == "__main__":
    main()
