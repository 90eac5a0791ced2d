"""What a mandate's tasks are about, as bars: areas by how many individual tasks they have, organized crime always among them."""

from collections.abc import Mapping, Sequence

from language.marks import marked

ORGANIZED_CRIME = marked("Organized crime")  # the engine's own area, as pipeline names it


def build(areas: Sequence[Mapping], leaf_tasks: int) -> list[dict]:
    """A row for each area, most tasks first, what shows none of them last; ``percent`` is its part of ``leaf_tasks``.

    ``areas`` as in ``serializers.recorded.AreaSerializer``. Organized crime has a row even where no task is about it.
    """
    if not leaf_tasks:
        return []
    rows = [_row(area["label"], area["leaf_tasks"], leaf_tasks, bool(area["area"])) for area in areas]
    if not any(row["crime"] for row in rows):
        rows.append(_row(ORGANIZED_CRIME, 0, leaf_tasks, True))
    return sorted(rows, key=lambda row: (not row["known"], -row["tasks"], row["label"]))


def _row(label: str, tasks: int, of: int, known: bool) -> dict:
    crime = label == ORGANIZED_CRIME
    return {"label": label, "tasks": tasks, "percent": round(100 * tasks / of), "known": known, "crime": crime}
