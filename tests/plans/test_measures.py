"""What an option achieves is counted from its assignments; what is not known counts neither way."""

from datetime import date

from capacities.lead_times import Period
from plans.measures import measure
from plans.values import Assignment, Need, NeedKind, Resource, ResourceKind, Situation, Task

MONEY, NETWORKS = (Need(NeedKind.EXPERTISE, name, name) for name in ("money", "networks"))
WATCH = Need(NeedKind.PARTNER, "monitor", "civil-society monitor")
HIGH = Task(1, "2 (a)", 1, frozenset({"gold"}), (MONEY, NETWORKS, WATCH))
LOW = Task(2, "5", 2, frozenset({"gangs"}), (NETWORKS, WATCH))
BARE = Task(3, "9", 3, frozenset(), ())
TEAM = Resource(ResourceKind.CAPACITY, 1, "Team", frozenset({"money", "networks"}), people=4, begins=date(2031, 1, 1))
MONITOR = Resource(ResourceKind.PARTNER, 1, "[partner 1]", frozenset({"monitor"}), frozenset({"gold"}))
PERIOD = Period(date(2031, 1, 1), date(2031, 12, 31))
SITUATION = Situation((HIGH, LOW, BARE), (TEAM, MONITOR), PERIOD, date(2031, 1, 1), date(2031, 7, 2), {})


def at(task, resource, begins, people=0, ends=date(2031, 12, 31)):
    return Assignment(task.id, resource.key, begins, ends, people)


def test_needs_are_met_from_the_first_day_of_the_earliest_and_gaps_are_the_rest():
    plan = [
        at(HIGH, TEAM, date(2031, 8, 1), 2),
        at(HIGH, MONITOR, date(2031, 2, 1)),
        at(LOW, MONITOR, date(2031, 2, 1)),
    ]
    told = measure(SITUATION, plan)
    assert (told.met, told.total, told.by_half) == (3, 5, 1)
    assert told.first_task == (3, 3) and told.complete_on == date(2031, 8, 1)
    assert [(row.task.label, row.need.name) for row in told.gaps] == [("5", "networks"), ("5", "monitor")]
    assert told.without_needs == (BARE,)


def test_a_partner_that_is_about_other_crimes_meets_nothing():
    assert measure(SITUATION, [at(LOW, MONITOR, date(2031, 2, 1))]).met == 0


def test_people_are_the_most_on_one_day_and_what_rests_on_one_alone_is_counted():
    plan = [at(HIGH, TEAM, date(2031, 2, 1), 2, date(2031, 3, 1)), at(LOW, TEAM, date(2031, 3, 1), 1)]
    told = measure(SITUATION, plan)
    assert told.people == 3
    assert told.single == ((TEAM.key, 3),)


def test_an_option_without_assignments_has_gaps_only_and_no_day():
    told = measure(SITUATION, [])
    assert (told.met, len(told.gaps), told.complete_on, told.people, told.single) == (0, 5, None, 0, ())
