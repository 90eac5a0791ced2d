"""A comparison as a page of plain text: the sentences, then every change, what matters most first."""

from collections.abc import Iterable, Iterator

from mandates.analysis import taxonomy, wording
from mandates.analysis.compare import acronym
from mandates.analysis.reporting import comparison_sentences as sentences
from mandates.analysis.reporting.lines import wrap
from mandates.analysis.values import (
    Change,
    Comparison,
    CrimeChange,
    CrimeFate,
    Document,
    Link,
    Movement,
    RunKind,
    Span,
    UnitChange,
)

CHECK = "Machine-assisted: check against the texts. Which words are stronger or weaker is judged on a scale of our own."
MOST_DIFFERENCES = 8  # shown of one change
LONGEST_RUN = 30  # words shown of one run
FIRST_WORDS = 24  # words that tell which paragraph was dropped or is new
ARROW = "→"


def as_text(comparison: Comparison, older_file: str = "", newer_file: str = "", width: int = 100) -> str:
    """The page, lines of at most ``width`` characters, each ended by a newline."""
    mission = acronym(comparison.newer_mission) if comparison.newer_mission else ""
    names = f"{_name(comparison.older, older_file)} {ARROW} {_name(comparison.newer, newer_file)}"
    parts = [
        wrap(" · ".join(name for name in (mission, names) if name), width),
        "\n".join(
            wrap(said, width)
            for said in (
                sentences.tasks(comparison),
                sentences.crime(comparison),
                sentences.paragraphs(comparison),
                CHECK,
            )
            if said
        ),
        *_crime(comparison, width),
        *_changes("TASKS", comparison.tasks, width),
        *_changes("OTHER PARAGRAPHS", comparison.paragraphs, width),
    ]
    return "\n\n".join(parts) + "\n"


def _name(document: Document, file: str) -> str:
    return wording.resolution(document.symbol) if document.symbol else file or "a text without symbol"


# --- organized crime --------------------------------------------------------------------------------------------

CRIME_HEADS = {
    CrimeFate.LOST: "ORGANIZED CRIME LOST",
    CrimeFate.PARTLY_LOST: "ORGANIZED CRIME PARTLY LOST",
    CrimeFate.GAINED: "ORGANIZED CRIME NEW",
    CrimeFate.KEPT: "ORGANIZED CRIME KEPT",
}


def _crime(comparison: Comparison, width: int) -> Iterator[str]:
    mission = acronym(comparison.older_mission) if comparison.older_mission else ""
    for fate, head in CRIME_HEADS.items():
        found = [c for c in comparison.crime if c.fate is fate]
        if found:
            yield "\n".join([head, *(line for c in found for line in _crime_lines(c, mission, width))])


def _crime_lines(change: CrimeChange, mission: str, width: int) -> Iterator[str]:
    where, said = _where(change), []
    match change.fate:
        case CrimeFate.LOST:
            said.append(_types(change.lost))
            said.append("no longer named there" if change.newer else "nothing corresponds to it")
        case CrimeFate.PARTLY_LOST:
            said.append(f"lost: {_types(change.lost)}" if change.lost else "some of its words are lost")
            said.append(f"kept: {_types(change.kept)}")
        case CrimeFate.GAINED:
            said.append(_types(change.gained))
            said.append("" if change.older else "nothing corresponds in the older text")
        case CrimeFate.KEPT:
            said.append(_types(change.kept))
    if change.elsewhere:
        said.append("moved to a paragraph that is otherwise not its counterpart")
    if change.renewed:
        said.append("not repeated, in force by reference")
    if change.mission_dropped:
        said.append(f"{mission or 'the mission'} is no longer named in it")
    yield wrap("; ".join(s for s in said if s), width, f"  {where}  ")
    words = change.newer_words if change.fate is CrimeFate.GAINED else change.older_words
    if words and change.fate is not CrimeFate.KEPT:
        yield wrap(_quoted(words), width, f"    {'+' if change.fate is CrimeFate.GAINED else '−'} ")


def _where(change: CrimeChange) -> str:
    if change.fate is CrimeFate.GAINED:
        return f"{change.newer.label} (was {change.older.label})" if change.older else change.newer.label
    return f"{change.older.label} {ARROW} {change.newer.label}" if change.newer else change.older.label


def _types(types: Iterable[str]) -> str:
    known = taxonomy.load().types
    return wording.join([known[t].label if t in known else t for t in types])


def _quoted(spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(f"“{' '.join(s.text.split())}”" for s in spans))


# --- tasks and paragraphs ---------------------------------------------------------------------------------------

GROUPS = (
    ("DROPPED", lambda c: c.change is Change.DROPPED),
    ("NEW", lambda c: c.change is Change.NEW),
    ("WEAKENED", lambda c: c.change is Change.WEAKENED),
    ("DEMOTED", lambda c: c.movement is Movement.DEMOTED and not c.along),
    ("STRENGTHENED", lambda c: c.change is Change.STRENGTHENED),
    ("PROMOTED", lambda c: c.movement is Movement.PROMOTED and not c.along),
    ("REWORDED", lambda c: c.change is Change.REWORDED),
    ("RENEWED BY REFERENCE", lambda c: c.change is Change.RENEWED),
)


def _changes(name: str, changes: tuple[UnitChange, ...], width: int) -> Iterator[str]:
    """A block for each group that is not empty; a change is shown in the first group that it belongs to."""
    shown: set[int] = set()
    for head, belongs in GROUPS:
        lines = []
        for number, change in enumerate(changes):
            if number not in shown and belongs(change):
                shown.add(number)
                lines += _lines(change, changes, width)
        if lines:
            yield "\n".join([f"{name} {head}", *lines])


def _lines(change: UnitChange, changes: tuple[UnitChange, ...], width: int) -> Iterator[str]:
    unit = change.older or change.newer
    if change.older is None or change.newer is None:
        yield wrap(_first_words(unit.text), width, f"  {unit.label}  ")
        return
    said = [change.place] if change.movement and not change.along else []
    if change.link is Link.SPLIT:
        said.append("divided: a part of its words")
    if change.link is Link.MERGED:
        said.append("merged: its words stand in what continues another paragraph")
    if change.movement:
        said += _along(change, changes)
        said += [str(change.change)] if change.change is not Change.REWORDED and not change.along else []
    said += change.reasons
    label = f"{change.older.label} {ARROW} {change.newer.label}"
    yield wrap(f"{label}  {'; '.join(said) or _first_words(change.newer.text)}", width, "  ", "    ")
    if change.link is Link.ONE_TO_ONE:
        yield from _differing(change, width)


def _along(change: UnitChange, changes: tuple[UnitChange, ...]) -> list[str]:
    """How many items moved together with a main task."""
    if change.along or not change.newer.task or change.newer.task.level > 1:
        return []
    count = sum(c.along and c.newer.task.rank == change.newer.task.rank for c in changes)
    return [f"with {wording.count(count, 'item')}"] if count else []


def _differing(change: UnitChange, width: int) -> Iterator[str]:
    """What differs: words that went, that came, or that were exchanged for others."""
    said = [*_differences(change)]
    for words in said[:MOST_DIFFERENCES]:
        yield wrap(words, width, "    ", "      ")
    if len(said) > MOST_DIFFERENCES:
        yield f"    … and {wording.count(len(said) - MOST_DIFFERENCES, 'more difference')}"


def _differences(change: UnitChange) -> Iterator[str]:
    gone = ""
    for run in (*change.runs, None):
        if run and run.kind is RunKind.DELETED:
            gone = _clipped(change.older.text[run.older_start : run.older_end])
        elif run and run.kind is RunKind.INSERTED:
            come = _clipped(change.newer.text[run.newer_start : run.newer_end])
            yield f"“{gone}” {ARROW} “{come}”" if gone else f"+ “{come}”"
            gone = ""
        elif gone:
            yield f"− “{gone}”"
            gone = ""


def _clipped(text: str) -> str:
    words = text.split()
    if len(words) <= LONGEST_RUN:
        return " ".join(words)
    half = LONGEST_RUN // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"


def _first_words(text: str) -> str:
    words = text.replace("\n", ": ").split()
    return " ".join(words) if len(words) <= FIRST_WORDS else f"{' '.join(words[:FIRST_WORDS])} …"
