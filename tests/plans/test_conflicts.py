"""Each conflict has its sentence with names and days; what cannot happen comes first."""

from dataclasses import replace
from datetime import date

from plans.conflicts import Kind, conflicts, stretches
from plans.measures import measure
from tests.plans.test_measures import HIGH, LOW, MONITOR, SITUATION, TEAM, at

YEAR = date(2031, 1, 1)


def told(plan, *resources, **changes):
    situation = replace(SITUATION, resources=resources or SITUATION.resources, **changes)
    return [(c.kind, c.sentence) for c in conflicts(situation, plan)]


def test_a_plan_that_can_be_kept_has_no_conflict():
    assert told([at(HIGH, TEAM, YEAR, 2), at(LOW, TEAM, YEAR, 2), at(HIGH, MONITOR, YEAR)]) == []


def test_more_people_than_there_are_is_double_booking_on_the_days_on_which_it_is_so():
    plan = [at(HIGH, TEAM, YEAR, 3, date(2031, 6, 30)), at(LOW, TEAM, date(2031, 6, 1), 2)]
    assert told(plan) == [
        (Kind.DOUBLE, "Team: 5 planned at 2 (a) and 5 from 1 June 2031 to 30 June 2031, and 4 there.")
    ]


def test_a_whole_unit_goes_to_one_task_at_a_time_and_may_go_to_another_after_it():
    unit = replace(TEAM, whole=True)
    first = at(HIGH, unit, YEAR, 4, date(2031, 6, 30))
    assert told([first, at(LOW, unit, date(2031, 6, 30), 4)], unit) == [
        (Kind.DOUBLE, "Team: planned for 2 (a) and 5 on 30 June 2031, and goes to one task at a time.")
    ]
    assert told([first, at(LOW, unit, date(2031, 7, 1), 4)], unit) == []


def test_a_whole_unit_is_booked_twice_though_nobody_recorded_how_many_people_it_has():
    unit = replace(TEAM, whole=True, people=None)
    first = at(HIGH, unit, YEAR, 0, date(2031, 6, 30))
    assert [kind for kind, _ in told([first, at(LOW, unit, date(2031, 6, 30), 0)], unit)] == [Kind.DOUBLE]
    assert told([first, at(LOW, unit, date(2031, 7, 1), 0)], unit) == []


def test_people_whose_number_is_not_known_are_doubted_on_days_of_two_assignments_alone():
    some = replace(TEAM, people=None)
    first = at(HIGH, some, YEAR, 1, date(2031, 6, 30))
    assert [kind for kind, _ in told([first, at(LOW, some, date(2031, 6, 30), 1)], some)] == [Kind.UNKNOWN]
    assert told([first, at(LOW, some, date(2031, 7, 1), 1)], some) == []


def test_who_is_not_there_yet_leaves_early_or_comes_after_half_of_the_time_is_told():
    team = replace(TEAM, begins=date(2031, 8, 1), ends=date(2031, 11, 30))
    kinds = [kind for kind, _ in told([at(HIGH, team, date(2031, 7, 15), 1)], team)]
    assert kinds == [Kind.EARLY, Kind.LATE, Kind.LEAVES]


def test_a_clearance_that_ends_before_the_assignment_stops_it():
    team = replace(TEAM, cleared_until=date(2031, 3, 31))
    (found,) = conflicts(replace(SITUATION, resources=(team,)), [at(HIGH, team, YEAR, 1)])
    assert found.stops and found.sentence == ("Team: planned until 31 December 2031, cleared until 31 March 2031.")


def test_languages_are_told_where_nobody_speaks_them_and_where_it_is_not_recorded():
    spoken = {"fr": "French", "sg": "Sango"}
    plan = [at(HIGH, TEAM, YEAR, 1)]
    assert told(plan, languages=spoken) == [(Kind.UNKNOWN, "Team: whether they speak French or Sango is not recorded.")]
    other = replace(TEAM, languages=frozenset({"en"}))
    assert told(plan, other, languages=spoken) == [
        (Kind.LANGUAGE, "Team: none is recorded as speaking French or Sango.")
    ]


def test_partners_that_ended_are_entangled_or_restricted_are_told():
    ended = replace(MONITOR, bar="Its engagement has ended.", restricted=True)
    kinds = [kind for kind, _ in told([at(HIGH, ended, YEAR)], ended)]
    assert kinds == [Kind.BARRED, Kind.RESTRICTED]


def test_what_is_archived_or_meets_nothing_is_told():
    assert told([at(HIGH, TEAM, YEAR, 1)], MONITOR) == [
        (Kind.GONE, "What is assigned to 2 (a) is archived, or no longer the mission's to assign.")
    ]
    assert told([at(LOW, MONITOR, YEAR)]) == [
        (Kind.IDLE, "[partner 1]: meets none of the needs of 5, as far as is recorded.")
    ]


def test_unknown_numbers_and_days_are_told_as_not_known_never_as_wrong():
    team = replace(TEAM, people=None, begins=None)
    found = conflicts(replace(SITUATION, resources=(team,)), [at(HIGH, team, YEAR, 1), at(LOW, team, YEAR, 1)])
    assert {c.kind for c in found} == {Kind.UNKNOWN} and not any(c.stops for c in found)


def test_days_are_cut_where_something_begins_or_ends():
    one, two = at(HIGH, TEAM, YEAR, 1, date(2031, 1, 10)), at(LOW, TEAM, date(2031, 1, 5), 1, date(2031, 1, 20))
    assert [(a.day, b.day, len(there)) for a, b, there in stretches([one, two])] == [(1, 4, 1), (5, 10, 2), (11, 20, 1)]


def test_what_lies_outside_the_days_of_the_plan_is_told_and_counts_nowhere():
    late = at(HIGH, MONITOR, date(2050, 1, 1), ends=date(2050, 2, 1))
    kinds = [kind for kind, _ in told([late], half=None)]
    assert kinds == [Kind.OUTSIDE]
    assert measure(SITUATION, [late]).met == 0
