"""docs/evaluation.md says what the recorded result says, and the summary can say no."""

import copy

import pytest

from evaluation import page, result
from evaluation.__main__ import SECTIONS


@pytest.fixture(scope="module")
def recorded():
    return result.load()


def test_the_committed_page_is_that_of_the_recorded_result(recorded):
    assert page.DOCUMENT.read_text(encoding="utf-8") == page.text(recorded), "run bin/evaluate --write"


def test_every_section_is_recorded_and_says_where_it_fails(recorded):
    assert set(recorded) == set(SECTIONS) == set(page.TITLES) == set(page.WEAK)


def test_a_goal_that_is_missed_is_called_missed(recorded):
    worse = copy.deepcopy(recorded)
    worse["tamm"]["first"]["f1"] = 0.5
    worse["registry"]["sequences"]["same"] -= 1
    worse["references"]["negatives"]["found"].append({"symbol": "S/RES/9999 (2031)", "paragraph": "3"})
    before = [goal.kept for goal in page.goals(recorded)]
    after = [goal.kept for goal in page.goals(worse)]
    assert before.count(True) - after.count(True) == 3
    assert page.text(worse).count("| **no** |") == after.count(False)


def test_a_result_that_has_changed_is_told_value_by_value():
    old, new = {"a": {"right": 3, "of": [1, 2]}}, {"a": {"right": 4, "of": [1, 2], "misses": [{"x": 1}]}}
    assert result.changes(old, old) == []
    assert result.changes(old, new) == ['a.misses[{"x": 1}]: not there → listed', "a.right: 3 → 4"]
