"""What changed between two texts, in sentences to be read aloud: tasks, then organized-crime language, then the other paragraphs."""

from collections import Counter
from collections.abc import Iterable

from mandates.analysis import wording
from mandates.analysis.comparing import fingerprints
from mandates.analysis.values import Change, Comparison, CrimeChange, CrimeFate, Link, Movement, Unit, UnitChange

ORDER = (Change.KEPT, Change.RENEWED, Change.REWORDED, Change.STRENGTHENED, Change.WEAKENED, Change.DROPPED)
FATES = {
    CrimeFate.LOST: "lost in",
    CrimeFate.PARTLY_LOST: "partly lost in",
    CrimeFate.KEPT: "kept in",
    CrimeFate.GAINED: "new in",
}

COUNTED = {
    **{str(fate): str(fate) for fate in CrimeFate},
    str(CrimeFate.GAINED): "new",
    str(Movement.PROMOTED): "promoted",
    str(Movement.DEMOTED): "demoted",
}


def answer(comparison: Comparison) -> str:
    """The whole comparison in one sentence with numbers: first what became of organized crime, then of the tasks."""
    said = [_crime_counted(comparison), _tasks_counted(comparison)]
    if not any(fingerprints.is_change(c) for c in (*comparison.tasks, *comparison.paragraphs)):
        said.insert(0, "nothing differs but spelling, hyphens and numbers of paragraphs")
    return f"{wording.capital('; '.join(said))}."


def _crime_counted(comparison: Comparison) -> str:
    """In how many paragraphs of either text organized-crime language was lost, kept, gained, promoted and demoted."""
    if not comparison.crime:
        return "neither text names organized crime"
    places: dict[str, set] = {str(fate): set() for fate in CrimeFate}
    for change in comparison.crime:
        unit = change.newer if change.fate is CrimeFate.GAINED else change.older
        places[str(change.fate)].add(unit.paragraph)
    kept = {c.newer.paragraph for c in comparison.crime if c.newer and c.fate is not CrimeFate.LOST}
    for movement in (Movement.PROMOTED, Movement.DEMOTED):
        places[str(movement)] = {
            c.newer.paragraph
            for c in (*comparison.tasks, *comparison.paragraphs)
            if c.movement is movement and c.newer.paragraph in kept
        }
    said = [f"{COUNTED[name]} in {len(found)}" for name, found in places.items() if found]
    first = len(next(found for found in places.values() if found))
    said[0] += " paragraph" if first == 1 else " paragraphs"
    return f"organized-crime language is {wording.join(said)}"


def _tasks_counted(comparison: Comparison) -> str:
    if comparison.renewed:
        return f"the tasks of {comparison.renewed} are renewed by reference"
    one = [c for c in comparison.tasks if c.link is Link.ONE_TO_ONE]
    older = [c for c in one if c.older and c.older.task and c.older.task.leaf]
    new = sum(c.older is None and c.newer.task.leaf for c in one)
    if not older:
        return f"{_are(new, 'task')} new" if new else "neither text lists tasks for the mission"
    moved = Counter(c.movement for c in one if c.movement and not c.along)
    beside = [(new, "new"), *((moved[m], str(m)) for m in (Movement.PROMOTED, Movement.DEMOTED))]
    said = [f"{number} {what}" for number, what in beside if number]
    if said:
        number, rest = said[0].split(" ", 1)
        said[0] = f"{number} {'is' if number == '1' else 'are'} {rest}"
    return "; ".join(
        [f"of {wording.count(len(older), 'task')} {_counted(older)}", *([wording.join(said)] if said else [])]
    )


def summary(comparison: Comparison) -> str:
    """The whole comparison in a few sentences."""
    return " ".join(s for s in (tasks(comparison), crime(comparison), paragraphs(comparison)) if s)


def tasks(comparison: Comparison) -> str:
    """How many individual tasks of the older text were kept, reworded and so on, how many are new, and which main tasks moved."""
    if not comparison.tasks:
        renewed = f"; the newer one renews those of {comparison.renewed}" if comparison.renewed else ""
        return f"Neither text lists tasks for the mission{renewed}."
    if comparison.renewed:
        return f"The newer text lists no tasks of its own and renews those of {comparison.renewed}: nothing is dropped by that."
    one = [c for c in comparison.tasks if c.link is Link.ONE_TO_ONE]
    older = [c for c in one if c.older and c.older.task and c.older.task.leaf]
    new = [c for c in one if c.older is None and c.newer.task.leaf]
    if not older:
        said = f"The older text lists no tasks for the mission; {_are(len(new), 'task')} new."
    else:
        said = f"Of {wording.count(len(older), 'task')} {_counted(older)}; {_are(len(new), 'task')} new."
    return f"{said} {_moved(one)}".rstrip()


def paragraphs(comparison: Comparison) -> str:
    """The same of everything else in the two texts."""
    one = [c for c in comparison.paragraphs if c.link is Link.ONE_TO_ONE]
    older = [c for c in one if c.older]
    new = len(one) - len(older)
    if not older:
        return ""
    noun = "other paragraph or item" if len(older) == 1 else "other paragraphs and items"
    return f"Of {len(older)} {noun} {_counted(older)}; {_are(new)} new."


def crime(comparison: Comparison) -> str:
    """Where organized-crime language was lost, kept and gained; what is lost is named by the older label, the rest by the newer."""
    if not comparison.crime:
        return "Neither text names organized crime."
    said = []
    for fate, words in FATES.items():
        found = [c for c in comparison.crime if c.fate is fate]
        if found:
            said.append(f"{words} {wording.join(list(dict.fromkeys(_place(c) for c in found)))}")
    return f"Organized crime: {'; '.join(said)}."


def _place(change: CrimeChange) -> str:
    """The label by which a reader finds the words."""
    if change.fate is CrimeFate.LOST or not change.newer:
        return change.older.label
    if change.fate is CrimeFate.PARTLY_LOST:
        return f"{change.older.label} (now {change.newer.label})"
    return change.newer.label


def _counted(changes: Iterable[UnitChange]) -> str:
    """
    >>> _counted([UnitChange(None, None, Change.KEPT), UnitChange(None, None, Change.DROPPED)])
    '1 is kept and 1 dropped'
    """
    counts = Counter(c.change for c in changes)
    said = [f"{counts[change]} {change}" for change in ORDER if counts[change]]
    number, rest = said[0].split(" ", 1)
    return wording.join([f"{number} {'is' if number == '1' else 'are'} {rest}", *said[1:]])


def _are(number: int, noun: str = "") -> str:
    """
    >>> _are(1, "task"), _are(3, "task"), _are(0, "task"), _are(0)
    ('1 task is', '3 tasks are', 'no task is', 'none is')
    """
    if number == 0:
        return f"no {noun} is" if noun else "none is"
    return f"{wording.count(number, noun) if noun else number} {'is' if number == 1 else 'are'}"


def _moved(changes: list[UnitChange]) -> str:
    """The tasks whose place changed by itself, not with their main task."""
    said = []
    for movement in (Movement.PROMOTED, Movement.DEMOTED):
        moved = [c for c in changes if c.movement is movement and not c.along]
        if moved:
            names = wording.join([f"{_label(c.older)} (now {_label(c.newer)})" for c in moved])
            said.append(f"{movement.capitalize()}: {names}.")
    return " ".join(said)


def _label(unit: Unit | None) -> str:
    return unit.label if unit else "nothing"
