"""The solver against the enumeration of every plan, on hundreds of small cases: the same worth at every level."""

from collections import Counter
from datetime import timedelta

import pytest

from plans import solving
from plans.solving import Aim
from plans.values import Assignment, ResourceKind
from tests.plans.solving import enumeration
from tests.plans.solving.enumeration import Case


def proposed(case: Case) -> list[Assignment]:
    return [choice.assignment for choice in solving.propose(case.situation, case.fixed, case.draws).chosen]


def reached(case: Case, levels) -> tuple[int, ...]:
    """The levels as enumeration.worth counts them: less is better."""
    by_task = {level.task: -level.value for level in levels if level.aim is Aim.NEEDS}
    others = {level.aim: level.value for level in levels if level.task is None}
    last = (others[Aim.DAYS], others[Aim.PEOPLE], others[Aim.LANGUAGES], others[Aim.ASSIGNMENTS], -others[Aim.LENGTH])
    return *(by_task[task.id] for task in enumeration.in_order(case.situation)), *last


@pytest.mark.parametrize("first", range(0, 500, 100))
def test_no_plan_is_better_than_what_is_proposed(first):
    seen = Counter()
    for seed in range(first, first + 100):
        case = enumeration.case(seed)
        best = enumeration.best(case)
        if best is None:
            continue
        found = solving.propose(case.situation, case.fixed, case.draws)
        assert found.proven
        assert enumeration.worth(case, [choice.assignment for choice in found.chosen]) == best, f"case {seed}"
        assert reached(case, found.levels) == best, f"case {seed}"
        seen["compared"] += 1
        seen["chosen"] += bool(found.chosen)
        seen["several"] += len(found.chosen) > 1
        seen["beside fixed"] += bool(found.chosen and case.fixed)
        seen["around fixed"] += any("what is fixed takes" in one.why for one in found.chosen)
        seen["taken"] += any("taken by tasks that stand higher" in one.why for one in found.uncovered)
        seen["not recorded"] += any("not recorded" in one.why for one in found.chosen)
        seen["whole"] += any("as a whole" in one.why for one in found.chosen)
        seen["ends sooner"] += any(", its last day" in one.why for one in found.chosen)
    assert seen["compared"] >= 95
    assert min(seen.values()) >= 3, seen  # what the cases are to be about comes up


@pytest.mark.parametrize("seed", range(100))
def test_nobody_is_in_two_places_on_any_day(seed):
    case = enumeration.case(seed)
    chosen = proposed(case)
    for resource in case.situation.resources:
        own = [one for one in chosen if one.resource == resource.key]
        if resource.kind is not ResourceKind.CAPACITY or not own:
            continue
        count = 1 if resource.whole else resource.people
        for one in own:
            for number in range((one.ends - one.begins).days + 1):
                day = one.begins + timedelta(days=number)
                assert enumeration.taken(resource, day, [*own, *case.fixed]) <= count
