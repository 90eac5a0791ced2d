"""What is searched of a text: its rows → the columns of its Passage rows.

It takes rows and gives dicts, so that a review just recorded and a migration over what was recorded before say the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from language.said import say
from mandates import counting, symbols
from mandates.analysis import wording
from mandates.analysis.values import ParagraphKind
from mandates.searching.words import normal

SEARCHED = {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.ANNEX}
SEVERITIES = {"high": 0, "medium": 1, "low": 2}
PLACE = re.compile(r"(inside )?the (?:only main task|(\d+)\w\w of (\d+) main tasks)")  # as _standing writes it
MANY = 100  # findings of one severity: more than a text has rules


def of(version, review, paragraphs: Sequence, tasks: Iterable, findings: Iterable) -> list[dict]:
    """All of one version, whose mandate, mission and adoption it reads: the text by its names, then what stands in it.

    A heading is not searched: it has no place of its own that a link could lead to.
    """
    mandate = version.mandate
    shared = {"version_id": version.pk, "year": _year(version)}
    whole = shared | {"mission_name": review.mission_name}
    types = {p.index: p.crime_types for p in paragraphs}
    found = [
        whole
        | {"kind": "texts", "order": 0, "searchable": _names(mandate, review)}
        | {"crime_types": _listed(name for names in types.values() for name in names)}
    ]
    standing = _standing(tasks)
    for p in paragraphs:
        if p.kind not in SEARCHED or not (searchable := normal(p.text)):
            continue
        mission_name, stands = standing.get(p.index, (review.mission_name, ""))
        found.append(
            shared
            | {"kind": "tasks" if p.index in standing else "paragraphs", "order": p.index, "paragraph": p.index}
            | {"mission_name": mission_name, "stands": stands, "searchable": searchable}
            | {"crime_types": _listed(p.crime_types)}
        )
    for f in findings:
        quoted = (name for span in f.spans for name in types.get(span["paragraph"], ()))
        found.append(
            whole
            | {"kind": "findings", "order": SEVERITIES[f.severity] * MANY + f.order, "fingerprint": f.fingerprint}
            | {"crime_types": _listed(quoted), "searchable": normal(f"{f.code} {f.name} {f.message}")}
        )
    return found


def place_said(stands: str) -> str:
    """Where a task stands, as it is kept, in the language of the reader."""
    found = PLACE.fullmatch(stands)
    if not found:
        return stands
    place = counting.among_main_tasks(int(found[2] or 1), int(found[3] or 1))
    return say("inside {place}", place=place) if found[1] else place


def _names(mandate, review) -> str:
    """By what a whole text is found: its symbol, also as people say it, its title, and its mission."""
    symbol = mandate.symbol
    number = symbols.number(symbol)
    said = f"resolution {number} {symbols.year(symbol)}" if number else ""  # in English: kept to be searched
    mission = f"{mandate.mission.acronym} {mandate.mission.name}" if mandate.mission else review.mission_name
    return normal(f"{symbol} {said} {mandate.title} {mission}")


def _year(version) -> int:
    """In which a text was adopted; of a draft, in which it came in."""
    mandate = version.mandate
    if mandate.draft:
        return version.submitted_at.year
    if year := symbols.year(mandate.symbol):
        return year
    adoption = getattr(mandate, "adoption", None)
    return adoption.date.year if adoption and adoption.date else version.submitted_at.year


def _standing(tasks: Iterable) -> dict[int, tuple[str, str]]:
    """By the index of its paragraph, whose task an item is and where it stands among the main tasks of that mission, in English."""
    tasks = list(tasks)
    main = Counter(task.mission_name for task in tasks if task.level == 1)
    found = {}
    for task in tasks:
        total = max(main[task.mission_name], task.rank)
        place = wording.place(task.rank, total, "main task")  # in English: kept on the row, see place_said
        inside = f"inside {place}"  # in English: as above
        found.setdefault(task.paragraph, (task.mission_name, place if task.level == 1 else inside))
    return found


def _listed(names: Iterable[str]) -> str:
    names = dict.fromkeys(names)
    return f" {' '.join(names)} " if names else ""
