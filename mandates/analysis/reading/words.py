"""Rejoins what line ends and PDFs broke: hyphenated words, and words with a blank inside ("prio rity").

Cautious on purpose: a blank goes only where the parts make a word that stands elsewhere in the text or in the list of
common words beside this module, and all parts but one are no words by themselves.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

AROUND = ".,;:!?()[]“”\"‘’'"
SOFT_BREAK = "\ufffe"  # PDFium's sign for a hyphen at the end of a line, real or not
HYPHENS = "-\xad" + SOFT_BREAK
SOFT_END = re.compile(rf"(?<={SOFT_BREAK})")
LAST_WORD = re.compile(r"[^\W\d_]+$")
WORD_START = re.compile(r"[^\W\d_]+")
# parts that keep their hyphen when a line ends after them
PARTS = """
    all anti arms civil co confidence counter cross de decision early end ex fact far full gender good half hard high
    human ill in inter law life long low medium mid mine multi near new non off on one out peace policy poorly post
    power pre private pro quasi re rule self semi short small so socio sub third three time trans troop two under vice
    war well
"""
PREFIXES = frozenset(PARTS.split())
ALONE = frozenset("aio")  # letters that are words
LONGEST = 60  # letters of a word that is looked at
SHORTEST = 4  # letters of a word that is put together
OFTEN = 3  # times that letters stand in a text to be a word of it


@cache
def common() -> frozenset[str]:
    """Some 2,600 words that are common in texts of the Council, and no fragments."""
    return frozenset((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())


def put_together(lines: list[str], vocabulary: Callable[[], set[str]]) -> str:
    """The lines of one paragraph as one text; a hyphen at a line's end stays or goes as the words of the text tell.

    ``vocabulary`` gives the words of the whole text; it is asked only where a line ends with a hyphen.

    >>> put_together(["the imple-", "mentation by the Secretary-", "General"], lambda: {"implementation"})
    'the implementation by the Secretary-General'
    """
    parts = [part for line in lines for part in (SOFT_END.split(line) if SOFT_BREAK in line else (line,)) if part]
    out = []
    for part, following in pairwise(parts):
        if part.endswith(" -") and following[0].islower():
            out.append(f"{part[:-2]}-")
        elif part[-1] == SOFT_BREAK or (part[-1] in HYPHENS and part[-2:-1].isalpha()):
            body = part.rstrip(HYPHENS)
            soft = part[-1] in (SOFT_BREAK, "\xad")
            out.append(f"{body}-" if _hyphen_stays(body, following.lstrip(), soft, vocabulary()) else body)
        else:
            out.append(f"{part} ")
    return "".join([*out, *parts[-1:]])


def _hyphen_stays(head: str, tail: str, soft: bool, vocabulary: set[str]) -> bool:
    first = LAST_WORD.search(head[-LONGEST:])
    second = WORD_START.match(tail)
    if not first or not second:
        return not soft or tail[:1].isdigit() or tail[:1].isupper()
    a, b = first[0].lower(), second[0].lower()
    if second[0][0].isupper() or f"{a}-{b}" in vocabulary:
        return True
    if a + b in vocabulary or a + b in common():
        return False
    return a in PREFIXES or (a in common() and b in common()) or head[: -len(a)].endswith("-")


def vocabulary(text: str) -> set[str]:
    """The words of a text in lower case, hyphenated ones both whole and in parts."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", text)} | {
        word.lower() for word in re.findall(r"[^\W\d_]{4,}", text)
    }


def mend(texts: list[str]) -> list[str]:
    """The texts with broken words rejoined."""
    tokens = " ".join(texts).split(" ")
    counts = Counter(tokens)
    known = common()
    # what stands in the list needs no look
    bare = {token: token.strip(AROUND) for token in counts if token not in known}
    # small letters that are no word that is known, so that they may be a part of one
    strange = {
        token
        for token, word in bare.items()
        if word.islower() and word not in known and word.isalpha() and word not in ALONE
        if counts[token] < OFTEN or len(token) < 3
    }
    if not strange:
        return texts
    whole = set(map(str.lower, bare.values()))
    repairs: dict[str, str] = {}
    padded = ["", "", *tokens, "", ""]
    for i in [i for i, token in enumerate(tokens) if token in strange]:
        near = padded[i : i + 5]
        words = [token.strip(AROUND) for token in near]
        a, b, c, d, e = words
        made = f"{a}{b}{c} {b}{c}{d} {c}{d}{e} {b}{c} {c}{d}".lower().split()  # all that _repair may put together
        if not (known.isdisjoint(made) and whole.isdisjoint(made)):
            _repair(near, words, counts, whole, repairs)
    if not repairs:
        return texts
    pattern = re.compile(
        rf"(?<!\w)(?<!’)(?<!')(?<!-)(?:{'|'.join(map(re.escape, sorted(repairs, key=len, reverse=True)))})(?!\w)(?!’)(?!')"
    )
    return [
        pattern.sub(lambda m: repairs[m[0]], text) if any(broken in text for broken in repairs) else text
        for text in texts
    ]


def _repair(near: list[str], words: list[str], counts: Counter, whole: set[str], repairs: dict[str, str]) -> None:
    """Put the third of five tokens together with its neighbours, three parts before two, where that makes a word.

    ``words`` are the tokens without the marks around them; a token that lies beyond the text is empty.
    """
    known = common()
    for begin, end in ((1, 4), (0, 3), (2, 5), (1, 3), (2, 4)):
        parts = words[begin:end]
        joined = "".join(parts)
        if (lower := joined.lower()) not in known and (lower not in whole or len(lower) <= SHORTEST):
            continue
        if any(part[-1:] in AROUND for part in near[begin : end - 1]):
            continue  # a mark between them
        if not joined.isalpha() or not joined[1:].islower() or not all(parts):
            continue
        if len(joined) < SHORTEST and not any(len(p) == 1 and p not in ALONE for p in parts):
            continue
        odd = sum(p.lower() not in known and (len(p) < 3 or counts[p] < OFTEN) for p in parts)
        if odd >= len(parts) - 1:
            repairs[" ".join(parts)] = joined
            return
