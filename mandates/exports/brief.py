"""What a two-page brief of a review says, chosen once for Word and PDF. Pure: ``review_data`` → Brief.

What there is no room for is counted, never dropped silently. ``LIMITS`` are rules of shortening, from generous to strict:
``fitting`` takes the first whose brief keeps to two pages.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from mandates.analysis import wording
from mandates.exports import brief_ladder, said
from mandates.exports.values import Brief, Deviation, Finding, Precedent, Quote

PAGES = 2
SEVERITIES = ("high", "medium", "low")
FIRST = {"accept": 0, "": 1, "defer": 2}  # accepted findings come first, deferred ones last
CLIPPED = "What ends in … is shortened here and stands whole in the full review."
BLANKS = re.compile(r"[ \t\n]+")  # never those that keep a citation together
SENTENCES = re.compile(r"(?<=[.]) +(?=[A-Z])")
SENTENCE = 700  # characters of the headline and what else a review says of itself: more than the engine writes


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of everything that a brief holds; texts are counted in characters."""

    rungs: int
    title: int
    findings: int
    quotes: int
    why: int
    remedy: int
    reason: int
    deviations: int
    changes: int
    precedents: int
    words: int


LIMITS = (
    Limits(rungs=20, title=110, findings=5, quotes=2, why=400, remedy=400, reason=400, deviations=4, changes=5, precedents=4, words=420),
    Limits(rungs=16, title=80, findings=5, quotes=1, why=240, remedy=300, reason=240, deviations=3, changes=4, precedents=3, words=300),
    Limits(rungs=12, title=60, findings=4, quotes=1, why=0, remedy=240, reason=160, deviations=2, changes=3, precedents=2, words=240),
    Limits(rungs=8, title=60, findings=3, quotes=0, why=0, remedy=160, reason=120, deviations=2, changes=2, precedents=2, words=160),
    Limits(rungs=5, title=60, findings=2, quotes=0, why=0, remedy=0, reason=90, deviations=1, changes=2, precedents=1, words=120),
)  # fmt: skip


def fitting(data: Mapping, pages: Callable[[Brief], int]) -> Brief:
    """The fullest brief of ``review_data`` that keeps to two pages, as ``pages`` counts them. The review must be there."""
    for limits in LIMITS[:-1]:
        if pages(brief := build(data, limits)) <= PAGES:
            return brief
    return build(data, LIMITS[-1])


def build(data: Mapping, limits: Limits) -> Brief:
    """The brief of ``review_data`` within these limits."""
    review, clip = data["review"], _Clip()
    findings = [f for f in data["findings"] if not f.get("note")]
    dismissed = [f for f in findings if said.verdict(f) == "dismiss"]
    ranked = sorted((f for f in findings if said.verdict(f) in FIRST), key=_importance)
    agreed = _agreed(ranked)
    before = review.get("predecessor")
    brief = Brief(
        title=said.name(data),
        meta=_meta(data),
        verdict=review["verdict"],
        headline=clip(review["headline"], SENTENCE),
        contrast=clip(f"{review['contrast']} {review['brackets']}", SENTENCE),
        warning=clip(review["warning"], SENTENCE),
        means=clip(f"{review.get('means', '')} {_other_missions(review)}", SENTENCE),
        ladder=brief_ladder.build(data, limits.rungs, limits.title, clip),
        findings=tuple(_finding(f, limits, clip) for f in ranked[: limits.findings]),
        findings_more=_more(len(ranked[limits.findings :]), "finding"),
        deviations=tuple(_deviation(f, limits, clip) for f in dismissed[: limits.deviations]),
        deviations_more=_more(len(dismissed[limits.deviations :]), "justified deviation"),
        predecessor=wording.resolution(before["symbol"] or "the text before") if before else "",
        changes=_changes(before, limits, clip) if before else (),
        precedents=tuple(_precedent(p, limits, clip) for p in agreed[: limits.precedents]),
        precedents_more=_more(len(agreed[limits.precedents :]), "precedent"),
        caveat=said.CAVEAT,
        made_with=said.made_with(data),
        note="",
    )
    return replace(brief, note=CLIPPED) if clip.used else brief


def _meta(data: Mapping) -> str:
    review, mandate = data["review"], data["mandate"]
    symbol = mandate["symbol"] if mandate["symbol"] != mandate["title"] else ""
    counts = wording.paragraph_counts(review["kind"], review["preambular_count"], review["operative_count"] or 0)
    return " · ".join(
        filter(None, (said.status(data), wording.unbroken(symbol), wording.KINDS[review["kind"]], counts))
    )


def _other_missions(review: Mapping) -> str:
    others = [block["mission"] or "a mission without a name" for block in review["missions"][1:]]
    return f"The text also gives tasks to {wording.join(others)}: see the full review." if others else ""


def _importance(finding: Mapping) -> tuple[int, int]:
    return FIRST[said.verdict(finding)], SEVERITIES.index(finding["severity"])


def _finding(finding: Mapping, limits: Limits, clip: "_Clip") -> Finding:
    quotes: dict[str, str] = {}
    for span in finding["spans"]:
        quotes.setdefault(span["label"], span["text"])  # the first words of each paragraph
    return Finding(
        severity=finding["severity"],
        code=finding["code"],
        message=clip(wording.unbroken(finding["message"]), SENTENCE),
        quotes=tuple(
            Quote(wording.unbroken(label), clip(words, limits.title))
            for label, words in list(quotes.items())[: limits.quotes]
        ),
        why=clip(finding["why"], limits.why) if limits.why else "",
        remedy=clip(finding["remedy"], limits.remedy) if limits.remedy else "",
        decision=clip(_decision(finding), limits.reason),
    )


def _decision(finding: Mapping) -> str:
    decision = finding["decision"]
    if not decision:
        return "Undecided."
    reason = f": {_sentence(decision['reason'])}" if decision["reason"] else "."
    return f"{said.decided(finding).capitalize()} by {decision['by']}, {said.moment(decision['at'])}{reason}"


def _deviation(finding: Mapping, limits: Limits, clip: "_Clip") -> Deviation:
    decision = finding["decision"]
    return Deviation(
        finding=clip(f"{finding['code']}: {wording.unbroken(finding['message'])}", limits.reason),
        reason=clip(_sentence(decision["reason"]), limits.reason),
        by=f"{decision['by']}, {said.moment(decision['at'])}",
    )


def _changes(before: Mapping, limits: Limits, clip: "_Clip") -> tuple[str, ...]:
    """What became of the text before, one sentence a line: the comparison's answer, then organized crime, then the rest.

    The summary counts the tasks first, which the answer has done already.
    """
    lines = SENTENCES.split(before["summary"].strip())
    if before.get("answer"):
        lines = [before["answer"], *sorted(lines[1:], key=lambda line: not line.startswith("Organized crime"))]
    kept = lines if len(lines) <= limits.changes else lines[: limits.changes - 1]
    more = _more(len(lines) - len(kept), "sentence")
    return (*(clip(wording.unbroken(line), limits.words) for line in kept), *filter(None, [more]))


def _agreed(findings: Sequence[Mapping]) -> list[Mapping]:
    """The agreed language beside these findings, each piece once; the best of every finding before the second best."""
    beside = [said.precedents(finding) for finding in findings]
    turns = [pieces[n] for n in range(max(map(len, beside), default=0)) for pieces in beside if n < len(pieces)]
    found: dict[tuple[str, str], Mapping] = {}
    for piece in turns:
        found.setdefault((piece["symbol"], piece["label"]), piece)
    return list(found.values())


def _precedent(piece: Mapping, limits: Limits, clip: "_Clip") -> Precedent:
    return Precedent(
        said.cited(piece),
        clip(said.agreed(piece), limits.reason),
        clip(piece["text"].replace("\n", ": ", 1), limits.words),
    )


class _Clip:
    """Shortens to so many characters, at a word, and remembers that it did."""

    def __init__(self) -> None:
        self.used = False

    def __call__(self, text: str, most: int) -> str:
        text = BLANKS.sub(" ", text).strip()
        if len(text) <= most:
            return text
        self.used = True
        return f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


def _more(number: int, noun: str) -> str:
    return f"and {number} more {noun}{'' if number == 1 else 's'} in the full review" if number else ""


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
