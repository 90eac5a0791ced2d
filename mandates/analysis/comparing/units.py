"""A text as a row of units to compare: every preambular and operative paragraph and item, each with its own words."""

from dataclasses import dataclass

from mandates.analysis.comparing import words
from mandates.analysis.values import Address, Addressee, MissionReading, Paragraph, ParagraphKind, Reading, Unit


@dataclass(frozen=True, slots=True)
class Side:
    """One unit of one of the two texts, with what the comparison needs to know of its surroundings.

    ``parent`` is the index of the unit that holds it, ``address`` that of its numbered paragraph, whose words are
    ``opening`` (a task's chapeau); both are empty for preambular paragraphs. ``opens_list``: it is a chapeau itself.
    """

    unit: Unit
    kind: ParagraphKind
    words: words.Words
    parent: int | None
    opening: str
    address: Address | None
    opens_list: bool


def of(reading: Reading, mission: MissionReading | None) -> tuple[Side, ...]:
    """Every unit of a text in document order; ``mission`` is the one whose tasks count as tasks."""
    tasks = {t.paragraph: t for t in mission.tasks} if mission else {}
    addresses = {a.paragraph: a for a in reading.tasks.addresses}
    openers = {t.paragraph for t in mission.task_lists} if mission else set()
    place: dict[int, int] = {}
    root: Paragraph | None = None
    sides: list[Side] = []
    for p in reading.document.paragraphs:
        if p.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            continue
        if p.depth == 0:
            root = p
        operative = root if p.kind is ParagraphKind.OPERATIVE else None
        place[p.index] = len(sides)
        sides.append(
            Side(
                unit=Unit(p.index, p.label, p.text, tasks.get(p.index)),
                kind=p.kind,
                words=words.of(p.text),
                parent=place.get(p.parent),
                opening=operative.text if operative else "",
                address=addresses.get(operative.index) if operative else None,
                opens_list=p.index in openers,
            )
        )
    return tuple(sides)


def same_addressee(older: Side, newer: Side) -> bool:
    """Whether what is asked in one unit may be what is asked in the other; where nobody in particular is asked, it may."""
    asked = [set(side.address.addressees) - {Addressee.OTHER} for side in (older, newer) if side.address]
    return len(asked) < 2 or not all(asked) or bool(asked[0] & asked[1])
