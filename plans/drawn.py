"""An option as a drawing in a table: for each task who is at it, on a line of days; and which of its needs nobody meets."""

from collections.abc import Mapping
from dataclasses import dataclass

from language.said import say
from plans.gantt import Bar, Line
from plans.loaded import Loaded
from plans.measures import Met
from plans.models import Assignment, PlanTask
from plans.naming import named
from plans.values import Situation, Task, given


@dataclass(frozen=True, slots=True)
class Row:
    """One assignment: who, its bar, the needs that it meets, what stands against it."""

    assignment: Assignment
    who: str
    bar: Bar | None
    meets: tuple[str, ...]
    conflicts: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One task with its row, its assignments and its needs."""

    task: Task
    kept: PlanTask
    rows: tuple[Row, ...]
    needs: tuple[Met, ...]

    @property
    def met(self) -> int:
        return sum(need.since is not None for need in self.needs)

    @property
    def gaps(self) -> list[str]:
        return [say(need.need.label) for need in self.needs if need.since is None]


@dataclass(frozen=True, slots=True)
class Drawn:
    line: Line
    lanes: tuple[Lane, ...]
    half: float | None


def drawn(situation: Situation, one: Loaded, kept: Mapping[int, PlanTask]) -> Drawn:
    """Lay out an option's assignments on the days of its plan; ``kept`` are the rows of its tasks, by id."""
    line = Line(situation.period.begins, situation.period.ends)
    resources = {resource.key: resource for resource in situation.resources}
    lanes = []
    for task in situation.tasks:
        rows = []
        for row in (row for row in one.rows if row.task_id == task.id):
            resource = resources.get(row.resource)
            meets = given(task, resource, situation.languages) if resource else ()
            rows.append(
                Row(
                    row,
                    one.titles[row.resource],
                    line.bar(row.begins, row.ends),
                    tuple(say(need.label) for need in sorted(meets)),
                    tuple(one.conflicts_of(row)),
                    named(row.why, one.names),
                )
            )
        lanes.append(Lane(task, kept[task.id], tuple(rows), one.measures.of(task)))
    return Drawn(line, tuple(lanes), line.at(situation.half) if situation.half else None)
