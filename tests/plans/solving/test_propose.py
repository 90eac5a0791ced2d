"""How a proposal is asked for: empty cases, progress, stopping, time that runs out, what it costs to be there unused."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bench.plans import made
from capacities.lead_times import Period
from plans import solving
from plans.solving import Aim, Stopped
from tests.plans.solving.situations import (
    BEGINS,
    ENDS,
    FIU,
    MIXED,
    MONEY,
    capacity,
    proposed,
    settled,
    situation,
    task,
)

TEAM = capacity(1, "money team", MONEY)


def test_without_tasks_there_is_nothing_to_propose():
    found = proposed([], [TEAM])
    assert (found.chosen, found.uncovered) == ((), ())
    assert all(level.value == 0 for level in found.levels)


def test_a_task_of_which_nothing_is_known_is_neither_served_nor_uncovered():
    found = proposed([task(1)], [TEAM])
    assert (found.chosen, found.uncovered) == ((), ())


def test_without_anything_to_assign_every_need_is_uncovered():
    found = proposed([task(1, MONEY, FIU)], [])
    assert [(one.task, one.need) for one in found.uncovered] == [(1, MONEY), (1, FIU)]


def test_after_the_last_day_of_the_plan_nothing_is_proposed():
    found = proposed([task(1, MONEY)], [TEAM], today=date(2028, 3, 1))
    assert found.chosen == ()
    assert found.uncovered[0].why == "The plan's last day, 31 December 2027, is past: nothing can be assigned any more."


def test_on_the_last_day_somebody_can_still_be_assigned():
    (one,) = proposed([task(1, MONEY)], [TEAM], today=ENDS).chosen
    assert (one.assignment.begins, one.assignment.ends) == (ENDS, ENDS)


def test_a_plan_begins_today_where_its_first_day_is_past_or_not_known():
    today = BEGINS + timedelta(days=40)
    assert proposed([task(1, MONEY)], [TEAM], today=today).chosen[0].assignment.begins == today
    without = replace(situation([task(1, MONEY)], [TEAM], today=today), period=Period(None, ENDS))
    assert solving.propose(without, [], MIXED).chosen[0].assignment.begins == today


def test_fixed_assignments_of_what_is_not_in_the_situation_count_for_nothing_and_keep_their_people():
    gone = capacity(9, "archived", MONEY)
    found = proposed([task(1, MONEY)], [TEAM], [settled(1, gone), settled(77, TEAM)])
    assert found.chosen == ()
    assert found.uncovered[0].why == (
        "One capacity has financial forensics. It has nobody left beside fixed assignments: money team (another task)."
    )


def test_steps_are_told_in_order_up_to_the_last():
    steps = []
    solving.propose(*case(), MIXED, step=lambda aim, done, total: steps.append((aim, done, total)))
    aims, done, totals = zip(*steps, strict=True)
    assert list(done) == list(range(1, totals[0] + 1))
    assert set(aims) == {aim.value for aim in Aim}


def case():
    return made(1, 12, 12, 5)


@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_it_stops_when_told_to_between_steps_and_while_it_searches(after):
    asked = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > after

    with pytest.raises(Stopped):
        solving.propose(*case(), MIXED, stop=stop)
    assert len(asked) == after + 1


def test_when_the_time_runs_out_the_best_so_far_stands_and_says_so():
    found = solving.propose(*made(0), MIXED, seconds=0)
    assert not found.proven
    assert found.note == "The time for the search ran out: a proposal that meets more needs may exist."
    assert len(found.chosen) > 100
    better = solving.propose(*made(0), MIXED, seconds=60)
    assert better.proven
    assert better.note == ""
    assert needs(better) > needs(found)


def needs(found: solving.Proposal) -> list[int]:
    return [level.value for level in found.levels if level.aim is Aim.NEEDS]


def test_the_answer_is_the_same_in_every_process():
    code = "from bench.plans import made; from plans import approaches, solving\n"
    code += "print(solving.propose(*made(3, 12, 10, 5), approaches.held()['mixed']))"
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_the_solver_is_loaded_by_the_first_proposal_alone():
    code = "import sys, plans.solving; print('ortools' in sys.modules, 'django' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
