"""The tasks in which organized crime stands, best place first: what the headline and the rules both speak of."""

from mandates.analysis import taxonomy
from mandates.analysis.values import Addressee, MissionReading, Position, Role, Task


def named(reading: MissionReading) -> tuple[Task, ...]:
    """Tasks whose own words name organized crime, best place first.

    A main task whose subject it is comes before all others, then the rank of the main task decides, then whether it is
    the item's subject or a clause, then the order of the text. An item that only holds such an item is left out.
    """
    types = taxonomy.load()
    own = [t for t in reading.tasks if t.role is not Role.NONE and any(map(types.organized_crime, t.crime_types))]
    return tuple(sorted(own, key=lambda t: (not is_main(t), t.rank, t.role is not Role.SUBJECT)))


def is_main(task: Task) -> bool:
    """Whether organized crime is the subject of this main task."""
    return task.level == 1 and task.role is Role.SUBJECT


def outside_lists(reading: MissionReading) -> tuple[str, ...]:
    """Labels of the paragraphs that ask the mission to act on organized crime, and whose request is no listed task.

    Those outside the lists; where there is none but no task names it, those whose opening words do.
    """
    asking = [o for o in reading.oc_operative if Addressee.MISSION in o.addressees]
    outside = [o for o in asking if not o.in_task_list]
    if not outside and reading.position is Position.MISSION_PARAGRAPH_OUTSIDE_LIST:
        outside = asking
    return tuple(o.label for o in outside)


def mission_name(reading: MissionReading) -> str:
    """The mission's acronym, its name where it has none, "" where the text names no mission."""
    return (reading.mission.acronym or reading.mission.name) if reading.mission else ""
