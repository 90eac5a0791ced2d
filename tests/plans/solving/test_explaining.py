"""Why somebody is proposed, read as a planner reads it."""

from datetime import date

from tests.plans.solving.situations import (
    AREA,
    FIU,
    MONEY,
    NETWORKS,
    SANCTIONS,
    capacity,
    partner,
    proposed,
    regime,
    settled,
    task,
)  # fmt: skip

JUNE = date(2027, 6, 30)
TEAM = capacity(1, "money team", MONEY)


def why(resources, *needs, number=1, **changes) -> list[str]:
    found = proposed([task(1, *(needs or [MONEY])), task(2)], resources, **changes)
    return [one.why for one in found.chosen if one.assignment.task == number]


def test_the_only_one_that_would_do():
    assert why([TEAM]) == ["Chosen for financial forensics, from 1 January 2027; no other capacity recorded would do."]


def test_the_first_of_several_that_would_do_counting_those_that_cannot_come():
    others = [capacity(2, "A", MONEY, NETWORKS, begins=date(2027, 3, 9)), capacity(3, "B", MONEY, begins=None)]
    assert why([TEAM, *others], MONEY, NETWORKS) == [
        "Chosen for financial forensics, from 1 January 2027; "
        "of 3 capacities that would do, none that is free could begin sooner.",
        "Chosen for analysis of illegal networks, from 9 March 2027; no other capacity recorded would do.",
    ]


def test_its_last_day_and_the_end_of_its_clearance():
    began = "Chosen for financial forensics, from 1 January 2027 to 30 June 2027"
    assert why([capacity(1, "A", MONEY, ends=JUNE)]) == [f"{began}, its last day; no other capacity recorded would do."]
    assert why([capacity(1, "A", MONEY, cleared_until=JUNE)]) == [
        f"{began}, when its clearance ends; no other capacity recorded would do."
    ]


def test_when_what_is_fixed_takes_its_people():
    fixed = [settled(2, TEAM, date(2027, 3, 10))]
    assert why([TEAM], fixed=fixed) == [
        "Chosen for financial forensics, from 1 January 2027 to 9 March 2027, when what is fixed takes its people; "
        "no other capacity recorded would do."
    ]


def test_a_whole_unit_says_how_many_people_it_takes_or_that_this_is_not_known():
    began = (
        "Chosen for financial forensics, from 1 January 2027; no other capacity recorded would do; it goes as a whole, "
    )
    assert why([capacity(1, "A", MONEY, people=140, whole=True)]) == [f"{began}140 people."]
    assert why([capacity(1, "A", MONEY, people=None, whole=True)]) == [
        f"{began}and how many people it has is not known."
    ]


def test_languages_that_are_not_recorded_are_told_where_those_of_the_area_are_known():
    told = "; whether it speaks French or Sango is not recorded."
    assert why([TEAM], languages=AREA)[0].endswith(told)
    assert not why([capacity(1, "A", MONEY, languages=frozenset({"fr"}))], languages=AREA)[0].endswith(told)


def test_partners_and_sanctions_regimes():
    found = why([partner(3), partner(4), regime(1, "Karesia")], FIU, SANCTIONS)
    assert found == [
        "Chosen as financial intelligence unit, from 1 January 2027; "
        "of 2 partners that would do, none that is free could begin sooner.",
        "Chosen for sanctions criteria that name the crime, from 1 January 2027; "
        "no other sanctions regime recorded would do.",
    ]


def test_the_sentence_says_whom_it_counts():
    partners = [partner(3), partner(4, restricted=True), partner(5, crimes="piracy")]
    (one,) = proposed([task(1, FIU)], partners).chosen
    assert one.about == (partners[0].key, partners[1].key)
