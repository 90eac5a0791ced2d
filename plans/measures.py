"""What an option would achieve: which needs are met and from when, by how many people, and what hangs on a single one. Pure.

All options of a plan are measured by the same needs, whatever their approach draws on, so that they can be laid side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plans.values import Assignment, Need, ResourceKind, Situation, Task, given

Key = tuple[ResourceKind, int]


@dataclass(frozen=True, slots=True)
class Met:
    """One need of one task: by whom, the first day of the earliest and the last day of the latest; None where by nobody."""

    task: Task
    need: Need
    by: tuple[Key, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """``rows`` in the order of the tasks and their needs. ``without_needs``: tasks of which the catalogue does not say what
    they take; they count neither as covered nor as not. ``people`` is the most at one time."""

    rows: tuple[Met, ...]
    without_needs: tuple[Task, ...]
    people: int
    half: date | None

    @property
    def total(self) -> int:
        return len(self.rows)

    @property
    def met(self) -> int:
        return sum(row.since is not None for row in self.rows)

    @property
    def gaps(self) -> tuple[Met, ...]:
        return tuple(row for row in self.rows if row.since is None)

    @property
    def by_half(self) -> int | None:
        """Needs met by the day on which the mandate is half over; None where that day is not known."""
        return None if self.half is None else sum(row.since is not None and row.since <= self.half for row in self.rows)

    @property
    def complete_on(self) -> date | None:
        """The day from which on everything that the option meets is met; None where it meets nothing."""
        return max((row.since for row in self.rows if row.since), default=None)

    @property
    def first_task(self) -> tuple[int, int] | None:
        """Needs met and needs in all of the highest-placed task that has any."""
        own = [row for row in self.rows if row.task == self.rows[0].task]
        return (sum(row.since is not None for row in own), len(own)) if own else None

    @property
    def single(self) -> tuple[tuple[Key, int], ...]:
        """Resources on which alone needs rest, with how many, most first."""
        alone: dict[Key, int] = {}
        for row in self.rows:
            if len(row.by) == 1:
                alone[row.by[0]] = alone.get(row.by[0], 0) + 1
        return tuple(sorted(alone.items(), key=lambda pair: (-pair[1], pair[0])))

    def of(self, task: Task) -> tuple[Met, ...]:
        return tuple(row for row in self.rows if row.task == task)


def measure(situation: Situation, assignments: Sequence[Assignment]) -> Measures:
    """Measure an option. Assignments of what is not in the situation, or outside the plan's days, count for nothing; see
    conflicts.py."""
    resources = {resource.key: resource for resource in situation.resources}
    known = [one for one in assignments if one.resource in resources and within(one, situation)]
    rows = []
    for task in situation.tasks:
        own = [(one, given(task, resources[one.resource], situation.languages)) for one in known if one.task == task.id]
        for need in task.needs:
            giving = [one for one, gives in own if need in gives]
            by = tuple(dict.fromkeys(one.resource for one in giving))
            since = min((one.begins for one in giving), default=None)
            rows.append(Met(task, need, by, since, max((one.ends for one in giving), default=None)))
    without = tuple(task for task in situation.tasks if not task.needs)
    return Measures(tuple(rows), without, most_at_once(known), situation.half)


def within(one: Assignment, situation: Situation) -> bool:
    """Whether some day of an assignment is one of the plan's."""
    begins, ends = situation.period.begins, situation.period.ends
    return not (ends and one.begins > ends) and not (begins and one.ends < begins)


def most_at_once(assignments: Sequence[Assignment]) -> int:
    """The most people who are assigned on one day. Somebody who is booked twice counts twice, as the conflict says."""
    days = {one.begins for one in assignments}
    return max((sum(o.people for o in assignments if o.begins <= day <= o.ends) for day in days), default=0)
