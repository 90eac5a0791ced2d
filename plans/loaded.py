"""An option as it is shown: its assignments as values, what they achieve, what is in conflict, and the names to show.

One load for page, API and documents, so that all say the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from plans import conflicts, measures, values
from plans.models import Assignment, Option, Plan
from plans.naming import named, of_regime
from plans.values import ResourceKind, Situation


@dataclass(frozen=True, slots=True)
class Loaded:
    """One option as one person may see it. ``titles`` are what people read for each resource; ``names`` partners' by number."""

    option: Option
    rows: tuple[Assignment, ...]
    measures: measures.Measures
    conflicts: tuple[conflicts.Conflict, ...]
    titles: Mapping[tuple[ResourceKind, int], str]
    names: Mapping[int, str]

    def conflicts_of(self, row: Assignment) -> list[str]:
        """The sentences about one assignment, with the names of partners."""
        return [named(one.sentence, self.names) for one in self.conflicts if row.pk in one.assignments]

    @property
    def stopped(self) -> int:
        """Assignments that cannot be as planned; one can have several conflicts, and one conflict be about several."""
        return len({number for one in self.conflicts if one.stops for number in one.assignments})

    @property
    def stops(self) -> int:
        return sum(one.stops for one in self.conflicts)


def options(plan: Plan, situation: Situation, user, *, token: bool = False, document: bool = False) -> list[Loaded]:
    """All options of a plan; two queries. With ``document`` nothing of restricted partners is in it, whoever asks."""
    return options_of_all([plan], {plan.pk: situation}, user, token=token, document=document)[plan.pk]


def options_of_all(
    plans: Sequence[Plan], situations: Mapping[int, Situation], user, *, token: bool = False, document: bool = False
) -> dict[int, list[Loaded]]:
    """The options of several plans by the plan's number, in as many queries as those of one where ``options`` are loaded."""
    seen = Assignment.objects.filter(option__plan__in=plans).visible_to(user, token=token)
    seen = seen.without_restricted() if document else seen
    rows: dict[int, list[Assignment]] = {}
    for row in seen.select_related("task", "capacity", "partner", "regime"):
        rows.setdefault(row.option_id, []).append(row)
    return {
        plan.pk: [_loaded(option, rows.get(option.pk, []), situations[plan.pk]) for option in plan.options.all()]
        for plan in plans
    }


def assignments(rows: Iterable[Assignment] | QuerySet) -> tuple[values.Assignment, ...]:
    """Rows as values."""
    return tuple(
        values.Assignment(row.task_id, row.resource, row.begins, row.ends, row.people, row.fixed, row.pk)
        for row in rows
    )


def titles(rows: Iterable[Assignment]) -> dict[tuple[ResourceKind, int], str]:
    """What people read for each resource that is assigned."""
    return {row.resource: title(row) for row in rows}


def title(row: Assignment) -> str:
    if row.capacity_id:
        return row.capacity.title
    return row.partner.name if row.partner_id else of_regime(row.regime.name)


def _loaded(option: Option, rows: list[Assignment], situation: Situation) -> Loaded:
    made = assignments(rows)
    names = {row.partner_id: row.partner.name for row in rows if row.partner_id}
    found = conflicts.conflicts(situation, made)
    return Loaded(option, tuple(rows), measures.measure(situation, made), found, titles(rows), names)
