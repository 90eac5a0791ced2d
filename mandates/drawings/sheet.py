"""How a text is laid out beside its findings: blocks of a paragraph with findings and what follows up to the next. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from language.said import say, say_many
from mandates import counting
from mandates.analysis import wording
from mandates.drawings.changes import Entry
from mandates.drawings.shown import EVERYTHING, Shown
from mandates.drawings.since import NOTHING, START, Since

PARTICIPLE = re.compile(r"(?:\w+ly\s+)?\w*")  # "Strongly condemning", "Recalling"
FOLDED = 3  # this many paragraphs in a row without a mark fold to one line


@dataclass(slots=True)
class Piece:
    """A heading, a paragraph, a run of paragraphs that folds, findings that fold, or what the text before this one had here."""

    kind: str  # heading, paragraph, fold, findings, lost
    paragraphs: list[Mapping] = field(default_factory=list)
    findings: list[Mapping] = field(default_factory=list)
    entry: Entry | None = None
    note: str = ""

    @property
    def paragraph(self) -> Mapping:
        return self.paragraphs[0]

    @property
    def span(self) -> str:
        """PP1 to PP16; what stands in an annex has no label."""
        first, last = self.paragraphs[0]["label"], self.paragraphs[-1]["label"]
        return _from_to(first, last) if first else say("Annex")

    @property
    def said(self) -> str:
        """What a fold holds: 16 paragraphs, nothing marked."""
        findings = sum(p["findings_shown"] for p in self.paragraphs)
        held = say_many("{number} paragraph", "{number} paragraphs", len(self.paragraphs))
        if findings:
            found = say_many("{number} finding", "{number} findings", findings)
            held = say("{paragraphs} with {findings}", paragraphs=held, findings=found)
        return f"{held}, {self.note}"


@dataclass(slots=True)
class Block:
    """A paragraph with the findings that rest on it, and what follows. The first block may have no paragraph."""

    paragraph: Mapping | None = None
    findings: list[Mapping] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the outline: a heading with the paragraphs under it, and how many of them are on organized crime.

    ``quoted``: the title is the text's own, not the name of a part.
    """

    title: str
    anchor: str
    span: str
    crime: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The laid out text. ``hidden`` are the fingerprints of findings that are not asked for, ``open`` of those that stand open."""

    blocks: list[Block]
    paragraphs: list[Mapping]
    hidden: frozenset[str]
    open: frozenset[str]
    outline: list[Section]


def build(
    paragraphs: Sequence[Mapping],
    findings: Sequence[Mapping],
    tasks: Sequence[Mapping],
    shown: Shown = EVERYTHING,
    since: Since = NOTHING,
) -> Sheet:
    """The sheet of a review (dicts as in ``serializers.review_data``), in the order of the text.

    A finding stands beside the first paragraph that it quotes, of those that stand open where there is one; one that
    quotes nothing stands before the text, and where it speaks of words that stood here says where (``stood``).
    """
    places = {task["anchor"]: task for task in tasks}
    of = sum(task["level"] == 1 for task in tasks), sum(task["leaf_index"] is not None for task in tasks)
    prepared = [_prepared(p, places.get(p["anchor"]), of, since.words.get(p["index"], "")) for p in paragraphs]
    reading = say("the reading of {label}")  # asked for once: a long text has hundreds of paragraphs
    for p in prepared:
        p["reading"] = reading.format(label=p["cited"])
    headings = iter(range(1, len(prepared) + 1))
    for p in prepared:
        p["fits"] = p["kind"] == "heading" or shown.paragraph(p)
        if p["kind"] == "heading":
            p["anchor"] = f"h{next(headings)}"
    anchors = {p["anchor"] for p in prepared if p["fits"]}
    findings = [{**f, "stood": there} if (there := since.stood.get(f["fingerprint"])) else f for f in findings]
    hidden = frozenset(f["fingerprint"] for f in findings if not shown.finding(f))
    beside = _beside(findings, anchors)
    blocks = [_before_the_text(beside.pop("", []), shown, since)]
    for p in prepared:
        found = beside.pop(p["anchor"], [])
        if p["kind"] == "heading":
            blocks[-1].rest.append(Piece("heading", [p]))
        elif found and p["fits"]:
            blocks.append(Block(p, found))
        else:
            p["findings"] = found
            p["findings_shown"] = sum(f["fingerprint"] not in hidden for f in found)
            blocks[-1].rest.append(Piece("paragraph", [p]))
        blocks[-1].rest += _lost(since, p["index"])
    stand = {f["fingerprint"] for block in blocks for f in block.findings} - hidden
    for block in blocks:
        block.rest = _folded(block.rest, shown)
    return Sheet(blocks, prepared, hidden, frozenset(stand), _outline(prepared))


def _before_the_text(findings: Sequence[Mapping], shown: Shown, since: Since) -> Block:
    """The first block: findings that quote nothing, and what stood before all else in the text before this one."""
    aside = [f for f in findings if not shown.unplaced(f)]
    folded = [Piece("findings", findings=aside)] if aside else []
    return Block(findings=[f for f in findings if shown.unplaced(f)], rest=folded + _lost(since, START))


def _beside(findings: Sequence[Mapping], anchors: set[str]) -> dict[str, list[Mapping]]:
    """The findings by the anchor of the paragraph beside which they stand, "" for none."""
    beside: dict[str, list[Mapping]] = {}
    for finding in findings:
        quoted = [span["anchor"] for span in finding["spans"]]
        beside.setdefault(next((a for a in quoted if a in anchors), next(iter(quoted), "")), []).append(finding)
    return beside


def _lost(since: Since, after: int) -> list[Piece]:
    return [Piece("lost", entry=entry) for entry in since.lost.get(after, ())]


def _outline(prepared: Iterable[Mapping]) -> list[Section]:
    """The headings with what stands under each; a text without headings has its preamble and its operative part."""
    groups: list[tuple[str, str, list[Mapping], bool]] = []
    for p in prepared:
        if p["kind"] == "heading":
            groups.append(("".join(s["text"] for line in p["lines"] for s in line), p["anchor"], [], True))
        elif not groups or (
            groups[-1][2]
            and "preambular" in {p["kind"], groups[-1][2][-1]["kind"]}
            and groups[-1][2][-1]["kind"] != p["kind"]
        ):
            part = say("Preamble") if p["kind"] == "preambular" else say("Operative part")
            groups.append((part, p["anchor"], [p], False))
        else:
            groups[-1][2].append(p)
    return [
        Section(title, anchor, _span(held), sum(_on_crime(p) for p in held), quoted)
        for title, anchor, held, quoted in groups
        if held
    ]


def _span(paragraphs: Sequence[Mapping]) -> str:
    """1 to 16, by whole numbers."""
    labels = [p["label"].split(" (")[0] for p in (paragraphs[0], paragraphs[-1]) if p["label"]]
    return _from_to(labels[0], labels[-1]) if labels else ""


def _from_to(first: str, last: str) -> str:
    return first if first == last else say("{first} to {last}", first=first, last=last)


def _on_crime(paragraph: Mapping) -> bool:
    return any(segment["mark"] == "crime" for line in paragraph["lines"] for segment in line)


def _prepared(paragraph: Mapping, task: Mapping | None, of: tuple[int, int], change: str) -> dict:
    """A paragraph with its lead verb cut off for italics, its place among the tasks, what changed, and whether anything is marked.

    ``of`` counts main and individual tasks. What stands in every paragraph is written here, once: a template would take
    half of the page's time for it.
    """
    lines = [[dict(segment) for segment in line] for line in paragraph["lines"]]
    verb = paragraph["lead_verb"]
    if paragraph["kind"] == "preambular" and lines and lines[0]:
        verb = PARTICIPLE.match(lines[0][0]["text"])[0]
    if verb and lines and lines[0] and lines[0][0]["text"].startswith(verb) and not lines[0][0]["mark"]:
        lines[0][0]["text"] = lines[0][0]["text"][len(verb) :]
    else:
        verb = ""
    marked = any(segment["mark"] == "crime" or segment["finding"] for line in lines for segment in line)
    told = {"lines": lines, "verb": verb, "marked": marked, "task": task, "change": change}
    written = {
        "classes": " ".join(["para", f"d{paragraph['depth']}", *(["bracketed"] if paragraph.get("bracketed") else [])]),
        "cited": wording.unbroken(paragraph["label"]),
        "nth": str(paragraph["index"]),
        "places": _places(task, *of) if task else [],
        "headed": bool(task) and len(lines) > 1,
    }
    return {**paragraph, **told, **written, "findings": [], "findings_shown": 0}


def _places(task: Mapping, mains: int, leaves: int) -> list[str]:
    """What stands under a label: 3rd of 7, task 9 of 31."""
    own = task["leaf_index"] and (task["level"] > 1 or task["leaf_index"] != task["rank"])
    place = counting.ordinal(task["rank"])
    main = [say("{place} of {total}", place=place, total=mains)] if task["level"] == 1 else []
    return main + ([say("task {number} of {total}", number=task["leaf_index"], total=leaves)] if own else [])


def _folded(pieces: list[Piece], shown: Shown) -> list[Piece]:
    """The pieces with each run that nobody asked for as one: of unmarked paragraphs, or of those that do not fit."""
    out: list[Piece] = []
    run: list[Mapping] = []

    def close() -> None:
        if len(run) >= (1 if shown.narrows_text else FOLDED):
            out.append(Piece("fold", list(run), note=shown.folded))
        else:
            out.extend(Piece("paragraph", [p]) for p in run)
        run.clear()

    for piece in pieces:
        if piece.kind == "paragraph" and not (
            piece.paragraph["fits"] if shown.narrows_text else piece.paragraph["marked"]
        ):
            if run and run[-1]["kind"] != piece.paragraph["kind"]:
                close()  # a fold does not run on from the preamble into the operative part, or into an annex
            run.append(piece.paragraph)
        else:
            close()
            out.append(piece)
    close()
    return out
