"""Each aim before the next: the case is made so that the later aim would have it otherwise."""

from datetime import date

from plans.solving import Aim
from tests.plans.solving.situations import (
    AREA,
    BEGINS,
    ENDS,
    FIU,
    LOCAL,
    MONEY,
    NETWORKS,
    SPEECH,
    capacity,
    partner,
    proposed,
    settled,
    task,
    value,
    who,
)  # fmt: skip

JUNE = date(2027, 6, 1)


def test_the_only_expert_goes_to_the_task_that_stands_higher():
    found = proposed([task(2, MONEY), task(1, MONEY)], [capacity(1, "money team", MONEY)])
    assert who(found) == [(1, 1)]
    assert [(one.task, one.need) for one in found.uncovered] == [(2, MONEY)]


def test_one_need_of_a_higher_task_counts_more_than_two_of_a_lower():
    both = capacity(1, "analysts", MONEY, NETWORKS)
    found = proposed([task(1, MONEY), task(2, MONEY, NETWORKS)], [both])
    assert who(found) == [(1, 1)]


def test_a_higher_task_gives_way_where_somebody_else_serves_it_too_even_later():
    versatile, late = capacity(1, "analysts", MONEY, NETWORKS), capacity(2, "money team", MONEY, begins=JUNE)
    found = proposed([task(1, MONEY), task(2, NETWORKS)], [versatile, late])
    assert who(found) == [(1, 2), (2, 1)]


def test_an_earlier_day_counts_more_than_fewer_people():
    both, early = capacity(1, "analysts", MONEY, NETWORKS, begins=JUNE), capacity(2, "money team", MONEY)
    found = proposed([task(1, MONEY, NETWORKS)], [both, early])
    assert who(found) == [(1, 1), (1, 2)]
    assert value(found, Aim.DAYS) == (JUNE - BEGINS).days


def test_an_earlier_day_counts_more_than_recorded_languages():
    silent, speaking = capacity(1, "A", MONEY), capacity(2, "B", MONEY, begins=JUNE, languages=frozenset({"fr"}))
    assert who(proposed([task(1, MONEY)], [silent, speaking], languages=AREA)) == [(1, 1)]


def test_one_person_is_taken_rather_than_a_unit_of_a_hundred_and_forty():
    unit, one = capacity(1, "formed unit", MONEY, people=140, whole=True), capacity(2, "officer", MONEY)
    assert who(proposed([task(1, MONEY)], [unit, one])) == [(1, 2)]


def test_fewer_people_count_more_than_recorded_languages():
    both = capacity(1, "A", MONEY, NETWORKS)
    speaking = [capacity(n, "B", need, languages=frozenset({"sg"})) for n, need in ((2, MONEY), (3, NETWORKS))]
    found = proposed([task(1, MONEY, NETWORKS)], [both, *speaking], languages=AREA)
    assert who(found) == [(1, 1)]
    assert value(found, Aim.LANGUAGES) == 1


def test_recorded_languages_count_more_than_fewer_assignments():
    silent = capacity(1, "A", MONEY, NETWORKS, people=2, whole=True)
    speaking = [capacity(n, "B", need, languages=frozenset({"sg"})) for n, need in ((2, MONEY), (3, NETWORKS))]
    assert who(proposed([task(1, MONEY, NETWORKS)], [silent, *speaking], languages=AREA)) == [(1, 2), (1, 3)]


def test_languages_decide_nothing_where_those_of_the_area_are_not_known():
    foreign = capacity(1, "A", MONEY, languages=frozenset({"en"}))
    found = proposed([task(1, MONEY)], [foreign])
    assert who(found) == [(1, 1)]
    assert value(found, Aim.LANGUAGES) == 0


def test_what_its_people_speak_meets_the_need_of_local_languages():
    found = proposed([task(1, SPEECH)], [capacity(1, "A", MONEY, languages=frozenset({"sg"}))], languages=AREA)
    assert who(found) == [(1, 1)]


def test_among_equals_the_one_that_stays_longest_is_taken():
    short = [capacity(number, "A", MONEY, ends=JUNE) for number in range(1, 8)]
    assert who(proposed([task(1, MONEY)], [*short, capacity(8, "B", MONEY)])) == [(1, 8)]


def test_a_partner_serves_any_number_of_tasks_and_two_are_not_taken_where_one_does():
    found = proposed([task(1, FIU), task(2, FIU)], [partner(1), partner(2)])
    assert sorted(number for number, _ in who(found)) == [1, 2]


def test_an_approach_sets_out_for_its_own_needs_alone_and_counts_what_comes_along():
    both = capacity(1, "A", MONEY, SPEECH)
    found = proposed([task(1, MONEY, SPEECH), task(2, MONEY)], [both, capacity(2, "B", MONEY)], draws=LOCAL)
    assert who(found) == [(1, 1)]
    assert found.chosen[0].meets == (MONEY, SPEECH)
    assert [(one.task, one.need) for one in found.uncovered] == [(2, MONEY)]
    assert value(found, Aim.NEEDS, 1) == 1


def test_three_people_serve_three_tasks_at_the_same_time_and_a_whole_team_one():
    tasks = [task(number, MONEY) for number in (1, 2, 3, 4)]
    assert [number for number, _ in who(proposed(tasks, [capacity(1, "A", MONEY, people=3)]))] == [1, 2, 3]
    assert who(proposed(tasks, [capacity(1, "A", MONEY, people=3, whole=True)])) == [(1, 1)]


def test_before_and_after_a_fixed_assignment_others_find_their_place():
    team = capacity(1, "money team", MONEY)
    fixed = settled(3, team, date(2027, 4, 1), date(2027, 6, 30))
    found = proposed([task(1, MONEY), task(2, MONEY), task(3, MONEY)], [team], [fixed])
    days = {one.assignment.task: (one.assignment.begins, one.assignment.ends) for one in found.chosen}
    assert sorted(days) == [1, 2]
    assert sorted(days.values()) == [(BEGINS, date(2027, 3, 31)), (date(2027, 7, 1), ENDS)]


def test_what_is_fixed_from_a_later_day_is_brought_forward_by_somebody_who_is_free_sooner():
    team, other = capacity(1, "money team", MONEY), capacity(2, "analysts", MONEY)
    found = proposed([task(1, MONEY)], [team, other], [settled(1, team, JUNE)])
    assert value(found, Aim.DAYS) == 0
    assert len(found.chosen) == 1


def test_what_is_fixed_from_the_first_day_leaves_nothing_to_propose():
    team = capacity(1, "money team", MONEY)
    found = proposed([task(1, MONEY)], [team, capacity(2, "analysts", MONEY)], [settled(1, team)])
    assert (found.chosen, found.uncovered) == ((), ())
    assert value(found, Aim.NEEDS, 1) == 1
    assert value(found, Aim.PEOPLE) == 0
