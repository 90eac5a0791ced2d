"""The ladder of a brief: the page's own, with what there is no room for counted. Pure."""

from collections.abc import Callable, Mapping, Sequence

from mandates.analysis import taxonomy, wording
from mandates.drawings import ladder
from mandates.exports.values import Cell, Group, Ladder, Outside, Rung

HERE = 300  # characters for the places of organized crime in words

Clip = Callable[[str, int], str]


def build(data: Mapping, rungs: int, title: int, clip: Clip) -> Ladder | None:
    """The ladder with at most ``rungs`` main tasks: those on organized crime, then the first; titles up to ``title``.

    A text that renews the tasks of another shows those; None where there are none at all.
    """
    review = data["review"]
    drawn, heading = ladder.build(data["tasks"], review["top"]), "Priority ladder"
    if drawn is None and review["in_force"]:
        source = wording.resolution(review["in_force"]["symbol"])
        heading = f"Priority ladder of {source}, whose tasks this text renews"
        drawn = ladder.of_block(review["in_force"], review["top"])
    if drawn is None:
        return None
    every = [rung for group in drawn.groups for rung in group.rungs]
    kept = {rung.task["rank"] for rung in sorted(every, key=lambda r: (not _has(r), r.task["rank"]))[:rungs]}
    groups = [
        Group(
            wording.unbroken(group.title), tuple(_rung(r, title, clip) for r in group.rungs if r.task["rank"] in kept)
        )
        for group in drawn.groups
    ]
    outside = ladder.outside(review)
    return Ladder(
        heading=wording.unbroken(heading),
        top=review["top"],
        of=drawn.of,
        groups=tuple(group for group in groups if group.rungs),
        outside=tuple(_outside(p, title, clip) for p in outside[:rungs]),
        strip=tuple(Cell(c.strip_x, c.strip_width, c.role, r.within_top, r.lower) for c, r in drawn.cells),
        here=clip("; ".join(drawn.here), HERE) or "none of them on organized crime",
        more=_left_out([rung for rung in every if rung.task["rank"] not in kept], len(outside) - len(outside[:rungs])),
    )


def _rung(rung: ladder.Rung, title: int, clip: Clip) -> Rung:
    task = rung.task
    return Rung(
        rank=task["rank"],
        label=wording.unbroken(task["label"]),
        title=clip(task["title"], title),
        tasks=task["leaves"],
        cells=tuple(Cell(c.x, c.width, c.role, rung.within_top, rung.lower) for c in rung.cells),
        said=clip(wording.capital(rung.said), HERE),
        has=_has(rung),
        last_of_top=rung.last_of_top,
    )


def _has(rung: ladder.Rung) -> bool:
    return rung.task["role"] != "none" or any(cell.role for cell in rung.cells)


def _outside(paragraph: Mapping, title: int, clip: Clip) -> Outside:
    types = ", ".join(taxonomy.said(name) for name in paragraph["crime_types"])
    return Outside(wording.unbroken(paragraph["label"]), clip(types, title))


def _left_out(rungs: Sequence[ladder.Rung], outside: int) -> str:
    said = []
    if rungs:
        crime = sum(_has(rung) for rung in rungs)
        said.append(f"{wording.count(len(rungs), 'main task')} ({crime or 'none'} on organized crime)")
    if outside:
        said.append(f"{wording.count(outside, 'paragraph')} outside the list")
    return f"and {wording.join(said)} more in the full review" if said else ""
