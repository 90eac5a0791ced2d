"""Which paragraphs of the predecessor a finding on dropped language speaks of. Pure.

Such a finding quotes nothing of the text: it is known by the words that are gone, and these a comparison tells.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from mandates.analysis.values import ParagraphKind
from mandates.rules import fingerprints
from mandates.rules.base import Hit

CODE = "OC204"


def paragraphs(data: Mapping, older: Mapping[int, Mapping]) -> dict[str, list[int]]:
    """Fingerprint of a finding → indexes of the older paragraphs, from the values of a comparison and its older units by index.

    What is gone is put together as the rule does it, of the preamble exactly. Of an operative passage the values do not
    tell whether a new one to the same addressees takes its place. So where one of several in the same words may be no
    finding, none of them is told: which one a finding means would be a guess.
    """
    gained = {name for passage in data["crime"] for name in passage["crime_types_gained"]}
    preamble, operative = [], []
    for passage in data["crime"]:
        if not passage["older_words"] or not passage["crime_types_lost"]:
            continue
        unit = older[passage["older_paragraph"]]
        if unit["task"] and data["tasks_renewed_by_reference"]:
            continue
        if unit["task"] or unit["kind"] != ParagraphKind.PREAMBULAR:
            operative.append([passage])
        elif _is_surely_gone(passage, gained):
            preamble.append(passage)
    together = [preamble, *operative] if preamble else operative
    words = [_words(passages) for passages in together]
    names = fingerprints.of([(CODE, Hit("", anchor=said)) for said in words])
    same = [fingerprints.normal(said) for said in words]
    often = Counter(same)
    unsure = {said for said, (first, *_) in zip(same, together, strict=True) if not _is_surely_gone(first, gained)}
    return {
        name: [passage["older_paragraph"] for passage in passages]
        for name, said, passages in zip(names, same, together, strict=True)
        if often[said] == 1 or said not in unsure
    }


def _is_surely_gone(passage: Mapping, gained: set[str]) -> bool:
    """Whether it named a crime that no new passage names, to whomever."""
    return not gained.issuperset(passage["crime_types_lost"])


def _words(passages: Iterable[Mapping]) -> str:
    """As ``predecessors.anchor`` writes them."""
    return "\n".join(span["text"] for passage in passages for span in passage["older_words"])
