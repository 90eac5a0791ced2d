"""What must hold of every proposal, over made-up missions as bench.plans draws them, smaller."""

import random
from dataclasses import replace

import pytest

from bench.plans import made
from plans import approaches, solving
from plans.solving.candidates import first_day, last_day
from plans.values import Approach
from tests.plans.solving import enumeration
from tests.plans.solving.enumeration import ALL, Case

SEEDS = range(8)
MIXED = approaches.held()[Approach.MIXED]


def case(seed: int) -> Case:
    situation, fixed = made(seed, 8, 9, 5)
    return Case(situation, tuple(fixed), MIXED)


def answer(case: Case) -> solving.Proposal:
    found = solving.propose(case.situation, case.fixed, case.draws)
    assert found.proven
    return found


def chosen(case: Case) -> list:
    return [one.assignment for one in answer(case).chosen]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_what_is_given_does_not_matter(seed):
    one = case(seed)
    draw = random.Random(seed)
    tasks, resources, fixed = list(one.situation.tasks), list(one.situation.resources), list(one.fixed)
    for listed in (tasks, resources, fixed):
        draw.shuffle(listed)
    turned = replace(one.situation, tasks=tuple(tasks), resources=tuple(resources))
    assert answer(Case(turned, tuple(fixed), MIXED)) == answer(one)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_fixed_is_not_proposed_again_and_its_people_stay(seed):
    one = case(seed)
    for assignment in chosen(one):
        assert not assignment.fixed
        for fixed in one.fixed:
            same = (fixed.task, fixed.resource) == (assignment.task, assignment.resource)
            assert not (same and fixed.begins <= assignment.ends and assignment.begins <= fixed.ends)


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_lies_within_the_plan_and_the_days_of_the_resource(seed):
    one = case(seed)
    resources = {resource.key: resource for resource in one.situation.resources}
    for assignment in chosen(one):
        resource = resources[assignment.resource]
        assert max(first_day(one.situation), resource.begins) <= assignment.begins <= assignment.ends
        assert assignment.ends <= last_day(resource, one.situation)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_resource_that_is_not_used_makes_no_difference(seed):
    one = case(seed)
    before = chosen(one)
    used = {assignment.resource for assignment in (*before, *one.fixed)}
    unused = [resource for resource in one.situation.resources if resource.key not in used]
    for left_out in unused:
        rest = tuple(resource for resource in one.situation.resources if resource != left_out)
        assert chosen(replace(one, situation=replace(one.situation, resources=rest))) == before


@pytest.mark.parametrize("seed", range(200, 280))
def test_one_more_resource_never_makes_it_worse(seed):
    one = replace(enumeration.case(seed), draws=ALL)
    fixed = {assignment.resource for assignment in one.fixed}
    for resource in one.situation.resources:
        if resource.key in fixed:
            continue
        rest = tuple(other for other in one.situation.resources if other != resource)
        less = replace(one, situation=replace(one.situation, resources=rest))
        assert enumeration.worth(one, chosen(one)) <= enumeration.worth(less, chosen(less))
