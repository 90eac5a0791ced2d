"""The shape of a mandate: how a mission's tasks are spread over the areas of mandates/data/areas.toml.

The areas come from codes of which none is about organized crime. Whoever has read crime adds it as an area of its own:
``shape(document, tasks, mission, {"Organized crime": crime_places(crime)})``.
"""

from collections import Counter
from collections.abc import Mapping

from mandates.analysis import areas
from mandates.analysis.values import (
    AreaShare,
    CrimeReading,
    Document,
    MissionName,
    MissionTasks,
    Task,
    TaskReading,
)

COOPERATION = "cooperation"  # with whom a task is done; what it is about only where it shows nothing else
NO_AREA = ""
NO_AREA_LABEL = "None of these areas"

Places = Mapping[int, int]  # index of a paragraph → where in its text the first words on something end


def shape(
    document: Document, tasks: TaskReading, mission: MissionName | None, beside: Mapping[str, Places] | None = None
) -> tuple[AreaShare, ...]:
    """The areas that the tasks in a mission's lists show, in the order of the data, and what shows none at the end.

    A main task shows what it or any of its items shows. A task's primary area is the one whose words come first in it; an item
    that shows nothing has that of the item above it. ``beside`` adds areas that the codes lack: label → places.
    """
    block = next((b for b in tasks.missions if b.mission == mission), None)
    if block is None or not block.tasks:
        return ()
    beside = beside or {}
    own = [_places(document, task, beside) for task in block.tasks]
    primary = _primaries(block, own)
    shown = _shown(block, own, primary)
    leaves = Counter(primary[number] for number, task in enumerate(block.tasks) if task.leaf)
    names = {**areas.load().areas, **{label: label for label in beside}, NO_AREA: NO_AREA_LABEL}
    shares = []
    for area, label in names.items():
        about = [task for number, task in enumerate(block.tasks) if area in shown[number]]
        if about:
            shares.append(
                AreaShare(
                    area=area,
                    label=label,
                    main_tasks=sum(task.level == 1 for task in about),
                    leaf_tasks=sum(task.leaf for task in about),
                    share=leaves[area] / leaves.total(),
                    paragraphs=tuple(task.label for task in about),
                )
            )
    return tuple(shares)


def crime_places(crime: CrimeReading) -> Places:
    """Where organized crime is first named in each paragraph, to be laid beside the areas."""
    return {
        index: min(mention.span.end for mention in found.mentions)
        for index, found in crime.paragraphs.items()
        if found.organized_crime and found.mentions
    }


def _places(document: Document, task: Task, beside: Mapping[str, Places]) -> dict[str, int]:
    """The areas that a task's own words show → where the first words for each end. What is laid beside comes first."""
    places = {label: where[task.paragraph] for label, where in beside.items() if task.paragraph in where}
    for code, place in areas.of_item(document, document.paragraphs[task.paragraph], nearest=True).items():
        area = areas.group(code)
        places[area] = min(place, places.get(area, place))
    return places


def _primaries(block: MissionTasks, own: list[dict[str, int]]) -> list[str]:
    """The primary area of every task, in their order; items stand behind the item that holds them."""
    primaries: list[str] = []
    for task, places in zip(block.tasks, own, strict=True):
        about = [area for area in places if area != COOPERATION] or list(places)
        above = primaries[task.parent] if task.parent is not None else NO_AREA
        primaries.append(min(about, key=places.__getitem__) if about else above)
    return primaries


def _shown(block: MissionTasks, own: list[dict[str, int]], primary: list[str]) -> list[set[str]]:
    """The areas that every task shows: itself, through the item above it where it shows none, or through any item below."""
    shown = [set(places) or {area} for places, area in zip(own, primary, strict=True)]
    for number in reversed(range(len(shown))):
        parent = block.tasks[number].parent
        if parent is not None:
            shown[parent] |= shown[number]
    return [about - {NO_AREA} or {NO_AREA} for about in shown]
