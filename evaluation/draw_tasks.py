"""Random draws of texts on missions, to be read and labelled by hand: ``python -m evaluation.draw_tasks WHAT --corpus DIR``.

``renewals``    texts since 1990 that extend, renew, establish or authorize a mission or force by their words
``mandates``    the same texts since 1999 that also hold a lettered list, so that there is something to compare
``paragraphs``  numbered operative paragraphs of all texts since 1990, as (symbol, number)

Only words and numbers decide what is drawn, never a result of the reader. The labels of the draws that the defaults
make are ``labels/by_reference.csv``, ``labels/mandates.csv`` and ``labels/addressees.csv``.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation import corpus as texts
from evaluation.corpus import Text

SEED = 20261125
COUNTS = {"renewals": 130, "mandates": 40, "paragraphs": 160}
SOURCES = ("long-line", "page-layout")
SINCE = 1990
LISTS_SINCE = 1999

FIRST = re.compile(r"^1\s?\.", re.M)
ANNEX = re.compile(r"^Annex", re.M)
RENEWS = re.compile(
    r"\b(?:extend|renew|establish|authori[sz]e)\w*\b[^.;]{0,100}?\b(?:mandate|[Ff]orce|[Mm]ission|[Oo]peration)\b"
)
NAMES_A_MISSION = re.compile(
    r"\b(?:UN|MINU|MONU|ONU|BINU|AMI)[A-Z]{2,}|\b(?:Mission|Force|Operation|Office) (?:in|of|for)\b"
)
LETTERED = re.compile(r"^\(a\)", re.M)


def operative(words: str) -> str:
    """What stands from paragraph 1 to the first annex; the whole text where no line begins with 1."""
    first = FIRST.search(words)
    return ANNEX.split(words[first.start() :] if first else words)[0]


def renews(part: str) -> bool:
    """Whether an operative part extends, renews, establishes or authorizes a mission or force, by its words."""
    return bool(RENEWS.search(part) and NAMES_A_MISSION.search(part))


def pool(found: Iterable[Text], what: str) -> list[tuple[str, str]]:
    """(symbol, paragraph number) of everything that may be drawn; the number is empty where whole texts are."""
    made = []
    for text in found:
        if text.source not in SOURCES or text.year < SINCE or not (clean := texts.clean(text.path)):
            continue
        if what == "paragraphs":
            made += [(text.symbol, p.number) for p in texts.reading(text.path).document.numbered()]
            continue
        part = operative(clean.text)
        if renews(part) and (what == "renewals" or (text.year >= LISTS_SINCE and LETTERED.search(part))):
            made.append((text.symbol, ""))
    return made


def draw(pooled: Sequence[tuple[str, str]], seed: int, count: int) -> list[tuple[str, str]]:
    """The first ``count`` of the shuffled pool, in drawn order."""
    shuffled = sorted(pooled)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]


def main(arguments: list[str] | None = None) -> int:
    """0; 2 where the folder holds too little."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.draw_tasks", description=__doc__.split("\n\n")[0], epilog=__doc__.split("\n\n")[1]
    )
    parser.add_argument("what", choices=tuple(COUNTS))
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int)
    options = parser.parse_args(arguments)
    count = options.count or COUNTS[options.what]
    pooled = pool(texts.texts(options.corpus), options.what)
    if len(pooled) < count:
        print(f"The folder holds {len(pooled)} to draw {options.what} from, {count} are asked for.", file=sys.stderr)
        return 2
    print(f"seed {options.seed}, {count} of {len(pooled)}")
    for symbol, number in draw(pooled, options.seed, count):
        print(f"{symbol} {number}".rstrip())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
