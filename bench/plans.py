"""What it costs to propose a plan: ``python -m bench.plans [--seeds N]``, for each approach, over made-up missions.

Sixty tasks against one to three crime types of the catalogue, fifty capacities, fifteen partners, two sanctions regimes, a
year; some capacities come late, leave early or speak nothing that is spoken there. Seconds of processor time of one run.
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta

from bench import engine
from capacities import catalogue
from capacities.lead_times import Period
from capacities.partner_needs import LABELS as PARTNERS
from plans import approaches, needs, solving
from plans.solving import Aim
from plans.values import Approach, Assignment, Resource, ResourceKind, Situation, Task

TASKS, BUDGET = (engine.BUDGETS["plan"][name] for name in ("tasks", "seconds"))
BEGINS, YEAR = date(2031, 1, 1), timedelta(days=364)
AREA = {"fr": "French", "sg": "Sango"}


def made(seed: int, tasks: int = TASKS, capacities: int = 50, partners: int = 15) -> tuple[Situation, list[Assignment]]:
    """A situation and what is fixed in it, drawn by a seed."""
    draw = random.Random(seed)
    held = catalogue.held()
    types = sorted(held.profiles)
    laid = []
    for place in range(1, tasks + 1):
        against = draw.sample(types, draw.choice((1, 1, 2, 3)))
        wanted = needs.of(against, held, sanctions=True)
        laid.append(Task(place, f"OP {place}", place, frozenset(against), wanted))
    resources = [
        *(_capacity(draw, number) for number in range(1, capacities + 1)),
        *(_partner(draw, number, types) for number in range(1, partners + 1)),
        *(_regime(draw, number, types) for number in (1, 2)),
    ]
    situation = Situation(tuple(laid), tuple(resources), Period(BEGINS, BEGINS + YEAR), BEGINS, BEGINS + YEAR / 2, AREA)
    return situation, list(_fixed(draw, situation))


def _capacity(draw: random.Random, number: int) -> Resource:
    names = sorted(catalogue.held().labels)
    whole = draw.random() < 0.3
    return Resource(
        ResourceKind.CAPACITY,
        number,
        f"capacity {number}",
        frozenset(draw.sample(names, draw.choice((1, 1, 2, 3)))),
        people=draw.choice((6, 10, 140) if whole else (1, 1, 2, 3, 5)),
        whole=whole,
        begins=BEGINS + timedelta(days=draw.choice((0, 0, 0, draw.randrange(1, 300)))),
        ends=draw.choice((None, None, BEGINS + timedelta(days=draw.randrange(200, 500)))),
        languages=frozenset(draw.choice(((), ("fr",), ("fr", "sg"), ("en",)))),
    )


def _partner(draw: random.Random, number: int, types: list[str]) -> Resource:
    return Resource(
        ResourceKind.PARTNER,
        number,
        f"partner {number}",
        frozenset({draw.choice(sorted(PARTNERS))}),
        crime_types=frozenset(draw.sample(types, 6)),
        begins=BEGINS,
    )


def _regime(draw: random.Random, number: int, types: list[str]) -> Resource:
    about = frozenset(draw.sample(types, 5))
    return Resource(ResourceKind.REGIME, number, f"regime {number}", frozenset({"sanctions"}), about, begins=BEGINS)


def _fixed(draw: random.Random, situation: Situation) -> Iterator[Assignment]:
    """Five settled assignments of one person or a whole unit for a part of the year."""
    for resource in draw.sample([one for one in situation.resources if one.kind is ResourceKind.CAPACITY], 5):
        begins = resource.begins + timedelta(days=draw.randrange(60))
        people = resource.people if resource.whole else 1
        task = draw.choice(situation.tasks).id
        yield Assignment(task, resource.key, begins, begins + timedelta(days=90), people, fixed=True)


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m bench.plans", description=__doc__)
    arguments.add_argument("--seeds", type=int, default=3, help="how many made-up missions")
    solving.propose(*made(0, 5, 5, 5), approaches.held()[Approach.MIXED])  # loads the solver
    longest = 0.0
    for seed in range(arguments.parse_args().seeds):
        situation, fixed = made(seed)
        needed = sum(len(task.needs) for task in situation.tasks)
        print(f"\nMission {seed + 1}: {TASKS} tasks with {needed} needs, {len(situation.resources)} to assign")
        for approach, draws in approaches.held().items():
            start = time.process_time()
            found = solving.propose(situation, fixed, draws)
            spent = time.process_time() - start
            longest = max(longest, spent)
            print(f"  {approach:<18}{spent:6.2f} s, {reached(found)}")
    print(f"\nThe longest took {engine.said(longest, BUDGET, 's')}")


def reached(found: solving.Proposal) -> str:
    """Every level in a line, and which of them are not proven."""
    met = sum(level.value for level in found.levels if level.aim is Aim.NEEDS)
    others = [level for level in found.levels if level.aim not in (Aim.NEEDS, Aim.LOT)]
    told = ", ".join(f"{level.aim.name.lower()} {level.value:,}" for level in others)
    left = sorted({level.aim.name.lower() for level in found.levels if not level.proven})
    return f"needs {met}, {told}; {'NOT proven: ' + ', '.join(left) if left else 'proven'}"


if __name__ == "__main__":
    main()
