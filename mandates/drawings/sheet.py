"""How a text is laid out beside its findings: blocks of a paragraph with findings and what follows up to the next. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PARTICIPLE = re.compile(r"(?:\w+ly\s+)?\w*")  # "Strongly condemning", "Recalling"
FOLDED = 3  # this many paragraphs in a row without a mark fold to one line


@dataclass(slots=True)
class Piece:
    """A heading, a paragraph, or a run of unmarked paragraphs that folds."""

    kind: str  # heading, paragraph, fold
    paragraphs: list[Mapping]

    @property
    def paragraph(self) -> Mapping:
        return self.paragraphs[0]

    @property
    def span(self) -> str:
        """PP1 to PP16; what stands in an annex has no label."""
        first, last = self.paragraphs[0]["label"], self.paragraphs[-1]["label"]
        return f"{first} to {last}" if first else "Annex"


@dataclass(slots=True)
class Block:
    """A paragraph with the findings that rest on it, and what follows. The first block may have no paragraph."""

    paragraph: Mapping | None = None
    findings: list[Mapping] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)


def build(paragraphs: Sequence[Mapping], findings: Sequence[Mapping], tasks: Sequence[Mapping]) -> list[Block]:
    """The blocks of a review (dicts as in ``serializers.review_data``), in the order of the text.

    A finding stands beside the first paragraph that it quotes; one that quotes nothing stands before the text.
    """
    places = {task["anchor"]: task for task in tasks}
    beside: dict[str, list[Mapping]] = {}
    for finding in findings:
        anchor = finding["spans"][0]["anchor"] if finding["spans"] else ""
        beside.setdefault(anchor, []).append(finding)
    blocks = [Block(findings=beside.pop("", []))]
    for paragraph in paragraphs:
        shown = _prepared(paragraph, places.get(paragraph["anchor"]))
        if paragraph["kind"] == "heading":
            blocks[-1].rest.append(Piece("heading", [shown]))
        elif paragraph["anchor"] in beside:
            blocks.append(Block(shown, beside.pop(paragraph["anchor"])))
        else:
            blocks[-1].rest.append(Piece("paragraph", [shown]))
    for block in blocks:
        block.rest = _folded(block.rest)
    return blocks


def _prepared(paragraph: Mapping, task: Mapping | None) -> dict:
    """A paragraph with its lead verb cut off for italics, its place among the tasks, and whether anything is marked."""
    lines = [[dict(segment) for segment in line] for line in paragraph["lines"]]
    verb = paragraph["lead_verb"]
    if paragraph["kind"] == "preambular" and lines and lines[0]:
        verb = PARTICIPLE.match(lines[0][0]["text"])[0]
    if verb and lines and lines[0] and lines[0][0]["text"].startswith(verb) and not lines[0][0]["mark"]:
        lines[0][0]["text"] = lines[0][0]["text"][len(verb) :]
    else:
        verb = ""
    marked = any(segment["mark"] == "crime" or segment["finding"] for line in lines for segment in line)
    return {**paragraph, "lines": lines, "verb": verb, "marked": marked, "task": task, "headed": len(lines) > 1}


def _folded(pieces: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    run: list[Mapping] = []

    def close() -> None:
        if len(run) >= FOLDED:
            out.append(Piece("fold", list(run)))
        else:
            out.extend(Piece("paragraph", [p]) for p in run)
        run.clear()

    for piece in pieces:
        if piece.kind == "paragraph" and not piece.paragraph["marked"]:
            if run and run[-1]["kind"] != piece.paragraph["kind"]:
                close()  # a fold does not run on from the preamble into the operative part, or into an annex
            run.append(piece.paragraph)
        else:
            close()
            out.append(piece)
    close()
    return out
