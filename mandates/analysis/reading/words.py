"""Rejoins what line ends and PDFs broke: hyphenated words, and words with a blank inside ("prio rity").

Cautious on purpose: a blank goes only where the parts make a word that stands elsewhere in the text or in the list of
common words beside this module, and all parts but one are no words by themselves.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

AROUND = ".,;:!?()[]“”\"‘’'"
SOFT_BREAK = "\ufffe"  # PDFium's sign for a hyphen at the end of a line, real or not
HYPHENS = "-\xad" + SOFT_BREAK
LAST_WORD = re.compile(r"[^\W\d_]+$")
WORD_START = re.compile(r"[^\W\d_]+")
# parts that keep their hyphen when a line ends after them
PARTS = """
    all anti arms civil co confidence counter cross de decision early end ex fact far full gender good half hard high
    human ill in inter law life long low medium mid mine multi near new non off on one out peace policy poorly post power
    pre private pro quasi re rule self semi short small so socio sub third three time trans troop two under vice war well
"""
PREFIXES = frozenset(PARTS.split())
ALONE = frozenset("aio")  # letters that are words
SHORTEST = 4  # letters of a word that is put together


@cache
def common() -> frozenset[str]:
    """Some 2,600 words that are common in texts of the Council, and no fragments."""
    return frozenset((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())


def dehyphenate(head: str, tail: str, vocabulary: set[str]) -> str:
    """Two parts of a line break put together, where the first ends with a hyphen or the PDF's own soft one.

    >>> dehyphenate("the imple-", "mentation", {"implementation"}), dehyphenate("Secretary-", "General", set())
    ('the implementation', 'Secretary-General')
    """
    body = head.rstrip(HYPHENS)
    soft = head[-1] in (SOFT_BREAK, "\xad")
    first = LAST_WORD.search(body)
    second = WORD_START.match(tail)
    if not first or not second:
        return f"{body}-{tail}" if not soft or tail[:1].isdigit() or tail[:1].isupper() else f"{body}{tail}"
    a, b = first[0], second[0]
    joined = (a + b).lower()
    if b[0].isupper() or f"{a}-{b}".lower() in vocabulary:
        return f"{body}-{tail}"
    if joined in vocabulary or joined in common():
        return f"{body}{tail}"
    known = common()
    if (
        a.lower() in PREFIXES
        or (a.lower() in known and b.lower() in known)
        or body[first.start() - 1 : first.start()] == "-"
    ):
        return f"{body}-{tail}"
    return f"{body}{tail}"


def mend_soft_breaks(text: str, vocabulary: set[str]) -> str:
    """A text in which PDFium has put the two sides of line ends together with its sign for a hyphen."""
    done, *tails = text.split(SOFT_BREAK)
    for tail in tails:
        done = dehyphenate(done + SOFT_BREAK, tail.lstrip(), vocabulary)
    return done


def vocabulary(text: str) -> set[str]:
    """The words of a text in lower case, hyphenated ones both whole and in parts."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", text)} | {
        word.lower() for word in re.findall(r"[^\W\d_]{4,}", text)
    }


def mend(texts: list[str]) -> list[str]:
    """The texts with broken words rejoined."""
    tokens = [bare for text in texts for bare in text.split(" ")]
    counts = Counter(tokens)
    words = {token: token if token.isalpha() else token.strip(AROUND) for token in counts}
    known = common()
    strange = {
        token
        for token, word in words.items()
        if word not in known
        and (len(word) < 3 or counts[token] < 3)
        and word.islower()
        and word.isalpha()
        and word not in ALONE
    }
    if not strange:
        return texts
    whole = {word.lower() for word in words.values() if len(word) > SHORTEST} | known
    repairs: dict[str, str] = {}
    for i, token in enumerate(tokens):
        if token in strange:
            _repair(tokens[max(i - 2, 0) : i + 3], min(i, 2), words, counts, whole, repairs)
    if not repairs:
        return texts
    pattern = re.compile(
        r"(?<![\w’'\-])(?:" + "|".join(re.escape(k) for k in sorted(repairs, key=len, reverse=True)) + r")(?![\w’'])"
    )
    return [pattern.sub(lambda m: repairs[m[0]], text) for text in texts]


def _repair(
    near: list[str], i: int, words: dict[str, str], counts: Counter, whole: set[str], repairs: dict[str, str]
) -> None:
    """Put token i together with its neighbours, three parts before two, where that makes a word."""
    for begin, end in ((i - 1, i + 2), (i - 2, i + 1), (i, i + 3), (i - 1, i + 1), (i, i + 2)):
        if begin < 0 or end > len(near):
            continue
        parts = [words[token] for token in near[begin:end]]
        joined = "".join(parts)
        if joined.lower() not in whole or any(p[-1:] in AROUND for p in near[begin : end - 1]):
            continue
        if not joined.isalpha() or not joined[1:].islower() or not all(parts):
            continue
        if len(joined) < SHORTEST and not any(len(p) == 1 and p not in ALONE for p in parts):
            continue
        odd = sum(p.lower() not in common() and (len(p) < 3 or counts[p] < 3) for p in parts)
        if odd >= len(parts) - 1:
            repairs[" ".join(parts)] = joined
            return
