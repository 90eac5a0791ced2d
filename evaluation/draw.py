"""A random draw of resolutions to be read and labelled by hand: ``python -m evaluation.draw --corpus DIR``.

Prints the seed and the symbols in drawn order. The years 2013 and 2015 are left out: they are labelled whole elsewhere.
No text is opened, so that nothing in it can decide whether it is drawn.

``evaluation/labels/drawn.csv`` holds the labels of the draw that the defaults make.
"""

import argparse
import random
import sys
from collections.abc import Iterable
from pathlib import Path

from evaluation import corpus as texts
from evaluation.corpus import Text

SEED = 20261124
COUNT = 260
AFTER_2000 = 90
SOURCES = ("long-line", "page-layout")
LABELLED_ELSEWHERE = (2013, 2015)


def draw(found: Iterable[Text], seed: int, count: int, after_2000: int) -> list[Text]:
    """``count`` texts without replacement, of which at least ``after_2000`` adopted after 2000, in drawn order.

    The whole pool is shuffled and taken from the top; where too few recent texts stand there, the first recent ones
    below take the places of the last older ones. Raises ValueError where the pool cannot give what is asked.
    """
    if not 0 <= after_2000 <= count:
        raise ValueError(f"{after_2000} after 2000 cannot be drawn among {count}.")
    pool = sorted((text for text in found if _drawable(text)), key=lambda text: (text.number, text.year))
    random.Random(seed).shuffle(pool)
    recent = [text for text in pool if text.year > 2000][:after_2000]
    if len(pool) < count or len(recent) < after_2000:
        raise ValueError(f"The folder holds {len(pool)} texts to draw from, too few or too few of them after 2000.")
    assured = set(recent)
    others = [text for text in pool if text not in assured][: count - after_2000]
    chosen = assured.union(others)
    return [text for text in pool if text in chosen]


def _drawable(text: Text) -> bool:
    return text.source in SOURCES and text.year not in LABELLED_ELSEWHERE


def main(arguments: list[str] | None = None) -> int:
    """0; 2 where the folder is missing or holds too little."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.draw", description=__doc__.split("\n\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--after-2000", type=int, default=AFTER_2000)
    options = parser.parse_args(arguments)
    try:
        drawn = draw(texts.texts(options.corpus), options.seed, options.count, options.after_2000)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"seed {options.seed}")
    for text in drawn:
        print(text.symbol)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
