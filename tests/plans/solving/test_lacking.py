"""Why a need stays uncovered, a case for each reason, read as a planner reads it."""

from datetime import date

import pytest

from plans import solving
from tests.plans.solving.situations import (
    AREA,
    ENDS,
    FIU,
    LOCAL,
    MIXED,
    MONEY,
    SANCTIONS,
    SPEECH,
    capacity,
    partner,
    proposed,
    regime,
    settled,
    situation,
    task,
)  # fmt: skip

MARCH, APRIL = date(2027, 3, 9), date(2027, 4, 1)
ONE = "One capacity has financial forensics. It"
ENTANGLED, ENDED = "It is assessed as highly entangled.", "Its engagement has ended."


def money(number: int = 1, title: str = "money team", **changes):
    return capacity(number, title, MONEY, **changes)


def why(resources, need=MONEY, **changes) -> str:
    (one,) = proposed([task(1, need)], resources, **changes).uncovered
    return one.why


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bar": "Its State has withdrawn it."}, "is not proposed: money team (its State has withdrawn it)."),
        ({"begins": None}, "has no day of arrival that is known: money team."),
        (
            {"begins": date(2028, 2, 3)},
            "comes after the plan's last day, 31 December 2027: money team (3 February 2028).",
        ),
        ({"begins": APRIL, "ends": MARCH}, "is no longer there when it could begin: money team (until 9 March 2027)."),
        (
            {"begins": APRIL, "cleared_until": MARCH},
            "has a clearance that ends before it could begin: money team (until 9 March 2027).",
        ),
        (
            {"languages": frozenset({"en"})},
            "speaks none of the languages of the area (French, Sango), as recorded: money team.",
        ),
        ({"people": None}, "is not proposed, because how many people it has is not known: money team."),
        ({"people": 0}, "has no people, as recorded: money team."),
    ],
)
def test_one_that_has_it_and_cannot_be_proposed(changes, said):
    assert why([money(**changes)], languages=AREA) == f"{ONE} {said}"


def test_one_that_has_left_when_the_plan_is_made():
    assert (
        why([money(ends=MARCH)], today=APRIL)
        == f"{ONE} is no longer there when it could begin: money team (until 9 March 2027)."
    )


def test_an_end_that_nobody_knows():
    said = "is not proposed, because neither its last day nor the plan's is known: money team."
    assert why([money()], ends=None) == f"{ONE} {said}"
    found = solving.propose(situation([task(1, MONEY)], [money(ends=ENDS)], ends=None), [], MIXED)
    assert found.chosen[0].assignment.ends == ENDS


def test_nobody_who_has_it():
    assert why([capacity(1, "interpreters", SPEECH)]) == "No capacity recorded has financial forensics."


def test_those_of_whom_no_expertise_is_recorded_are_told_too():
    assert why([capacity(1, "patrols")]) == (
        "No capacity recorded has financial forensics. The expertise of one capacity is not recorded: patrols."
    )
    assert why([money(begins=None), capacity(2, "patrols"), capacity(3, "staff")]) == (
        f"{ONE} has no day of arrival that is known: money team. "
        "The expertise of 2 capacities is not recorded: patrols and staff."
    )


def test_several_reasons_each_with_how_many_and_which():
    resources = [
        money(1, "money team", begins=date(2028, 2, 3)),
        money(2, "crime unit", begins=date(2028, 3, 1)),
        money(3, "analysts", begins=None),
        money(4, "auditors", people=None),
        money(5, "inspectors", people=None),
    ]
    assert why(resources) == (
        "5 capacities have financial forensics. One has no day of arrival that is known: analysts. "
        "2 come after the plan's last day, 31 December 2027: money team (3 February 2028) and crime unit (1 March 2028). "
        "2 are not proposed, because how many people they have is not known: auditors and inspectors."
    )


def test_taken_by_tasks_that_stand_higher_and_by_what_is_fixed():
    team, unit = money(people=2), money(2, "crime unit")
    tasks = [task(number, MONEY) for number in (1, 2, 3, 4)]
    found = proposed(tasks, [team, unit], [settled(3, team)])
    assert [one.task for one in found.uncovered] == [4]
    taken = {one.assignment.resource: f"OP{one.assignment.task}" for one in found.chosen}
    assert found.uncovered[0].why == (
        "2 capacities have financial forensics. 2 are taken by tasks that stand higher: "
        f"money team ({taken[team.key]}; fixed: OP3) and crime unit ({taken[unit.key]})."
    )


def test_taken_by_what_is_fixed_alone():
    team = money(people=2)
    found = proposed([task(1, MONEY), task(3, MONEY)], [team], [settled(3, team, people=2)])
    assert [one.why for one in found.uncovered] == [
        f"{ONE} has nobody left beside fixed assignments: money team (OP3)."
    ]


def test_partners_that_are_entangled_or_with_whom_an_engagement_has_ended():
    kind = "of the kind “financial intelligence unit”"
    assert why([partner(3, bar=ENTANGLED)], FIU) == (
        f"One partner {kind} is recorded against a crime of this task. "
        "It is not proposed: [partner 3] (it is assessed as highly entangled)."
    )
    assert why([partner(3, bar=ENTANGLED), partner(4, bar=ENDED)], FIU) == (
        f"2 partners {kind} are recorded against a crime of this task. "
        "2 are not proposed: [partner 3] (it is assessed as highly entangled) and [partner 4] (its engagement has ended)."
    )


def test_partners_and_regimes_that_are_about_other_crimes():
    none = "No partner of the kind “financial intelligence unit” is recorded against a crime of this task."
    assert why([], FIU) == none
    assert why([partner(3, crimes="piracy"), partner(4, crimes="")], FIU) == (
        f"{none} 2 are recorded against other crimes, or against none: [partner 3] and [partner 4]."
    )
    none = "No sanctions regime is recorded that names a crime of this task."
    assert why([], SANCTIONS) == none
    assert why([regime(1, "Karesia", "piracy")], SANCTIONS) == (
        f"{none} One is recorded that names others, or none: sanctions regime on Karesia."
    )


def test_what_the_approach_does_not_draw_on():
    resources = [money(), regime(1, "Karesia")]
    assert (
        why(resources, draws=LOCAL) == "The approach “aligned with local efforts” does not draw on financial forensics."
    )
    found = proposed([task(1, SANCTIONS)], resources, draws=LOCAL)
    assert found.uncovered[0].about == ()


def test_a_need_met_by_what_is_fixed_is_covered_whatever_the_approach_draws_on():
    team = money()
    assert proposed([task(1, MONEY)], [team], [settled(1, team)], draws=LOCAL).uncovered == ()


def test_the_sentences_say_whom_they_are_about():
    partners = [partner(3, bar=ENTANGLED, restricted=True), partner(4, need=SANCTIONS)]
    assert proposed([task(1, FIU)], partners).uncovered[0].about == (partners[0].key,)


def test_where_the_time_ran_out_nothing_is_said_to_be_impossible():
    tasks = [task(number, MONEY) for number in (1, 2)]
    found = solving.propose(situation(tasks, [money()]), [], MIXED, seconds=0)
    assert found.note
    assert all("higher" in one.why or "ran out" in one.why for one in found.uncovered)
