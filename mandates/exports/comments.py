"""The comments table of a draft: a row for each accepted finding and each change that is objected to. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mandates.analysis import wording
from mandates.exports import said

TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])|\s+\Z")  # a word or a sign, with the blank before it
ALIKE = 0.5  # share of common words from which a proposed text is an edit of the paragraph, not a text of its own
ISLAND = 2  # fewer common words between two changes are shown as changed: nobody reads a lone "of"
LONG = 1500  # words from which on common ones are left out of the search, which would be slow
NEW = "new"
LAST = 10**9  # the place of what the text lacks
OBJECTION = "change"
ADVICE = "To be worded."


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the proposed text; ``kind`` is same, in or out."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A comment. ``changes`` lead from ``draft`` to ``proposed``; where that is no edit of it, there are none.

    ``worded`` says whether a person wrote ``proposed``: until then it is the advice of the rule. ``seen`` names the
    wording that this row shows, for whoever changes it.
    """

    fingerprint: str
    code: str
    message: str
    paragraph: str
    also: str
    draft: str
    proposed: str
    reason: str
    worded: bool
    by: str
    at: str
    seen: str
    changes: tuple[Change, ...]
    agreed: tuple[tuple[str, str, str], ...]  # where, when and how agreed, words


def rows(data: Mapping, proposals: Mapping[str, Mapping], objections: Sequence[Mapping] = ()) -> list[Row]:
    """The rows for ``review_data``, in the order of the text.

    ``proposals`` are the newest proposed texts by fingerprint ({id, text, reason, by, at}), ``objections`` the changes from an
    older text that are objected to: {fingerprint, older, newer, symbol, reason}, the units as serializers.comparison has them.
    """
    places = {paragraph["anchor"]: paragraph for paragraph in data["paragraphs"] if paragraph["anchor"]}
    made = [
        (_place(finding, places), _row(finding, places, proposals.get(finding["fingerprint"])))
        for finding in data["findings"]
        if said.verdict(finding) == "accept"
    ]
    made += [
        (
            change["newer"]["paragraph"] if change["newer"] else LAST,
            _objection(change, proposals.get(change["fingerprint"])),
        )
        for change in objections
    ]
    return [row for _, row in sorted(made, key=lambda pair: pair[0])]


def _place(finding: Mapping, places: Mapping[str, Mapping]) -> int:
    """Where a finding stands in the text; what the text lacks comes last."""
    return places[finding["spans"][0]["anchor"]]["index"] if _quoted(finding, places) else LAST


def _quoted(finding: Mapping, places: Mapping[str, Mapping]) -> bool:
    return bool(finding["spans"]) and finding["spans"][0]["anchor"] in places


def _row(finding: Mapping, places: Mapping[str, Mapping], proposal: Mapping | None) -> Row:
    labels = list(dict.fromkeys(span["label"] for span in finding["spans"]))
    draft = said.text(places[finding["spans"][0]["anchor"]]) if _quoted(finding, places) else ""
    proposed = proposal["text"] if proposal else finding["remedy"]
    worded = proposed != finding["remedy"]
    return Row(
        fingerprint=finding["fingerprint"],
        code=finding["code"],
        message=finding["message"],
        paragraph=wording.unbroken(labels[0]) if labels else NEW,
        also=wording.unbroken(wording.join(labels[1:])),
        draft=draft,
        proposed=proposed,
        reason=proposal["reason"]
        if proposal
        else finding["decision"]["reason"] or f"{finding['message']} {finding['why']}",
        worded=worded,
        by=proposal["by"] if proposal else "",
        at=said.moment(proposal["at"]) if proposal else "",
        seen=str(proposal["id"]) if proposal else "",
        changes=changes(draft, proposed) if worded and draft else (),
        agreed=tuple((said.cited(p), said.agreed(p), p["text"]) for p in said.precedents(finding)),
    )


def _objection(change: Mapping, proposal: Mapping | None) -> Row:
    """A change that is objected to: what is proposed is the older text, until somebody words it otherwise."""
    older, newer = change["older"], change["newer"]
    draft, proposed = newer["text"] if newer else "", proposal["text"] if proposal else older["text"] if older else ""
    where = f"{change['symbol']}, {older['label']}" if older else change["symbol"]
    return Row(
        fingerprint=change["fingerprint"],
        code=OBJECTION,
        message=f"A change from {where} that is objected to." if older else f"Not in {where}, and objected to.",
        paragraph=wording.unbroken(newer["label"]) if newer else NEW,
        also="",
        draft=draft,
        proposed=proposed,
        reason=proposal["reason"] if proposal else change["reason"],
        worded=bool(proposed),
        by=proposal["by"] if proposal else "",
        at=said.moment(proposal["at"]) if proposal else "",
        seen=str(proposal["id"]) if proposal else "",
        changes=changes(draft, proposed) if draft and proposed else (),
        agreed=((wording.unbroken(where), "the older text", older["text"]),) if older else (),
    )


def changes(draft: str, proposed: str) -> tuple[Change, ...]:
    """What leads from a paragraph to the proposed text; nothing where that is a text of its own.

    What is the same or out joins to the draft, what is the same or in to the proposed text: a comma counts here, which
    the comparison of whole texts passes over.

    >>> [(c.kind, c.text) for c in changes("To help the police of Karesia;", "To help the courts of Karesia;")]
    [('same', 'To help the'), ('out', ' police'), ('in', ' courts'), ('same', ' of Karesia;')]
    """
    older, newer = TOKEN.findall(draft), TOKEN.findall(proposed)
    matcher = SequenceMatcher(None, older, newer, autojunk=len(older) + len(newer) > LONG)
    if matcher.ratio() < ALIKE:
        return ()
    found: list[Change] = []
    for kind, i, i_end, j, j_end in _joined(matcher.get_opcodes()):
        old, new = "".join(older[i:i_end]), "".join(newer[j:j_end])
        pieces = [("same", old)] if kind == "equal" else [("out", old), ("in", new)]
        found += [Change(name, text) for name, text in pieces if text]
    return tuple(found)


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Sequence[Opcode]) -> list[Opcode]:
    """Equal stretches and changes by turns; a few equal words between two changes belong to them."""
    found: list[Opcode] = []
    for number, (tag, i, i_end, j, j_end) in enumerate(opcodes):
        island = tag == "equal" and i_end - i < ISLAND and 0 < number < len(opcodes) - 1
        kind = "equal" if tag == "equal" and not island else "replace"
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1], i_end, found[-1][3], j_end)
        else:
            found.append((kind, i, i_end, j, j_end))
    return found
