"""Coverage by worked examples and by what must hold of any: unknown is never zero, every answer says its reason."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capacities import catalogue, coverage
from capacities.coverage import Need, Offer, Period, Verdict
from capacities.judging import BEST_FIRST

TODAY = date(2031, 3, 1)
MANDATE = Period(date(2031, 1, 1), date(2031, 12, 31))  # half over on 2 July 2031
MONEY = Need("financial_forensics", "financial forensics", ("illicit finance",))
AREA = {"sg": "Sango", "fr": "French"}
CATEGORIES = catalogue.held().categories
TEAM = Offer(
    1,
    "money team",
    "specialized_team",
    frozenset({"financial_forensics"}),
    authorized=8,
    deployed=8,
    pledged=0,
    languages=frozenset({"fr"}),
)


def answered(offers, need=MONEY, *, period=MANDATE, languages=AREA, today=TODAY):
    covered = coverage.cover([need], offers, period=period, today=today, categories=CATEGORIES, languages=languages)
    return covered.rows[0]


def told(**changes):
    row = answered([replace(TEAM, **changes)])
    return row.verdict, row.sentence


def test_needs_are_the_expertise_of_the_crime_types_each_named_once_with_all_that_take_it():
    held = catalogue.held()
    found = coverage.needs(["gangs", "extortion", "gangs"], held.profiles, held.labels)
    assert [need.expertise for need in found[:2]] == ["intelligence", "network_analysis"]
    assert found[0].crime_types == ("gangs", "extortion")
    assert len({need.expertise for need in found}) == len(found)


def test_a_crime_type_without_a_profile_is_refused_by_name():
    with pytest.raises(coverage.UnknownCrimeType, match="jaywalking"):
        coverage.needs(["jaywalking"], catalogue.held().profiles, {})


@pytest.mark.parametrize(
    ("changes", "verdict", "sentence"),
    [
        ({}, Verdict.COVERED, "Money team: 8 deployed of 8 authorized."),
        ({"authorized": None}, Verdict.COVERED, "Money team: 8 deployed; how many are authorized is not known."),
        ({"deployed": 3}, Verdict.PARTLY, "Money team: 3 deployed of 8 authorized."),
        (
            {"available_until": date(2031, 9, 30)},
            Verdict.PARTLY,
            "Money team: 8 deployed, until 30 September 2031: the mandate goes on until 31 December 2031.",
        ),
        (
            {"cleared_until": date(2031, 2, 28)},
            Verdict.GAP,
            "Money team: 8 deployed; their clearance expired on 28 February 2031.",
        ),
        (
            {"deployed": 0, "pledged": 4, "cleared_until": date(2031, 2, 28)},
            Verdict.GAP,
            "Money team: 4 pledged; their clearance expired on 28 February 2031.",
        ),
        (
            {"cleared_until": TODAY},
            Verdict.PARTLY,
            "Money team: 8 deployed; their clearance ends on 1 March 2031, before the mandate does on 31 December 2031.",
        ),
        (
            {"deployed": 3, "cleared_until": date(2031, 6, 30)},
            Verdict.PARTLY,
            "Money team: 3 deployed of 8 authorized; their clearance ends on 30 June 2031, before the mandate does on "
            "31 December 2031.",
        ),
        (
            {
                "deployed": 0,
                "pledged": 5,
                "available_from": date(2031, 5, 1),
                "cleared_until": date(2031, 6, 30),
            },
            Verdict.PARTLY,
            "Money team: 5 pledged, to arrive on 1 May 2031, before the mandate is half over on 2 July 2031; their "
            "clearance ends on 30 June 2031, before the mandate does on 31 December 2031.",
        ),
        ({"cleared_until": date(2031, 12, 31)}, Verdict.COVERED, "Money team: 8 deployed of 8 authorized."),
        (
            {"deployed": 0, "cleared_until": date(2031, 2, 28)},
            Verdict.GAP,
            "Money team: 8 authorized, none deployed and none pledged.",
        ),
        ({"available_until": date(2031, 2, 1)}, Verdict.GAP, "Money team: available until 1 February 2031 only."),
        (
            {"languages": frozenset({"pt"})},
            Verdict.LANGUAGE_GAP,
            "Money team: 8 deployed; none is recorded as speaking Sango or French.",
        ),
        (
            {"languages": frozenset()},
            Verdict.NOT_KNOWN,
            "Money team: 8 deployed; whether they speak Sango or French is not recorded.",
        ),
        (
            {"deployed": 0, "pledged": 5},
            Verdict.NOT_KNOWN,
            "Money team: 5 pledged, with no day of arrival; no lead time is published.",
        ),
        (
            {"deployed": 0, "pledged": 5, "available_from": date(2031, 5, 1)},
            Verdict.PARTLY,
            "Money team: 5 pledged, to arrive on 1 May 2031, before the mandate is half over on 2 July 2031.",
        ),
        (
            {"deployed": 0, "pledged": 5, "available_from": date(2031, 8, 1)},
            Verdict.LATE,
            "Money team: 5 pledged, to arrive on 1 August 2031: the mandate is half over on 2 July 2031.",
        ),
        (
            {"deployed": 0, "pledged": 5, "available_from": date(2032, 2, 1)},
            Verdict.GAP,
            "Money team: to come on 1 February 2032, after the mandate has ended on 31 December 2031.",
        ),
        (
            {"category": "individual_police", "deployed": 0, "pledged": 5},
            Verdict.PARTLY,
            "Money team: 5 pledged, to be expected about 1 June 2031 if nominated today (3 months on average), before "
            "the mandate is half over on 2 July 2031.",
        ),
        (
            {"category": "seconded_post", "deployed": 0, "pledged": 5},
            Verdict.LATE,
            "Money team: 5 pledged, to be expected between 1 September 2031 and 1 December 2031 if nominated today "
            "(6 to 9 months on average): the mandate is half over on 2 July 2031.",
        ),
        ({"deployed": 0}, Verdict.GAP, "Money team: 8 authorized, none deployed and none pledged."),
        (
            {"category": "seconded_post", "deployed": 0},
            Verdict.GAP,
            "Money team: 8 authorized, none deployed and none pledged; somebody nominated today would come between "
            "1 September 2031 and 1 December 2031, after the mandate is half over on 2 July 2031.",
        ),
        (
            {"deployed": None, "pledged": None},
            Verdict.NOT_KNOWN,
            "Money team: 8 authorized; how many are deployed and how many are pledged are not known.",
        ),
        (
            {"deployed": 0, "pledged": None},
            Verdict.NOT_KNOWN,
            "Money team: 8 authorized, none deployed; how many are pledged is not known.",
        ),
        (
            {"authorized": None, "deployed": None, "pledged": None},
            Verdict.NOT_KNOWN,
            "Money team: no numbers recorded.",
        ),
    ],
)
def test_a_worked_example_has_its_verdict_and_says_why(changes, verdict, sentence):
    assert told(**changes) == (verdict, sentence)


def test_where_the_end_of_the_mandate_is_not_known_a_clearance_that_holds_today_is_not_faulted():
    offer = replace(TEAM, cleared_until=date(2031, 4, 1))
    assert answered([offer], period=Period(date(2031, 1, 1), None)).verdict is Verdict.COVERED


def test_a_lead_time_that_straddles_the_half_of_the_mandate_is_partly_and_says_perhaps():
    offer = replace(TEAM, category="seconded_post", deployed=0, pledged=2)
    row = answered([offer], period=Period(date(2031, 1, 1), date(2032, 2, 28)), today=date(2031, 1, 1))
    assert row.verdict is Verdict.PARTLY
    assert "perhaps not before the mandate is half over on 31 July 2031" in row.sentence


def test_without_the_days_of_the_mandate_an_arrival_cannot_be_judged():
    offer = replace(TEAM, deployed=0, pledged=2, available_from=date(2031, 4, 1))
    row = answered([offer], period=Period(None, date(2031, 12, 31)))
    assert (row.verdict, row.sentence.endswith("when the mandate is half over is not known.")) == (
        Verdict.NOT_KNOWN,
        True,
    )


def test_a_mission_with_nothing_recorded_is_not_known_and_one_whose_capacities_do_something_else_has_a_gap():
    assert answered([]).verdict is Verdict.NOT_KNOWN
    other = replace(TEAM, expertise=frozenset({"crime_scene"}))
    row = answered([other, replace(other, id=2)])
    assert (row.verdict, row.cells) == (Verdict.GAP, ())
    assert row.sentence == "None of the 2 capacities recorded for the mission has financial forensics."


def test_a_capacity_whose_expertise_nobody_recorded_may_cover_anything():
    row = answered([replace(TEAM, expertise=frozenset())])
    assert row.verdict is Verdict.NOT_KNOWN
    assert row.sentence == (
        "No capacity recorded names financial forensics. The expertise of one capacity is not recorded."
    )


def test_local_languages_are_offered_by_whoever_speaks_one():
    need = Need("languages", "local languages", ("gangs",))
    assert answered([TEAM], need).verdict is Verdict.COVERED
    assert answered([replace(TEAM, languages=frozenset({"pt"}))], need).verdict is Verdict.GAP


NUMBERS = st.none() | st.integers(0, 5)
DAYS = st.none() | st.dates(date(2030, 1, 1), date(2033, 1, 1))
OFFERS = st.builds(
    Offer,
    id=st.integers(1, 99),
    title=st.sampled_from(["team", "unit"]),
    category=st.sampled_from(sorted(CATEGORIES)),
    expertise=st.frozensets(st.sampled_from(["financial_forensics", "crime_scene", "languages"])),
    authorized=NUMBERS,
    deployed=NUMBERS,
    pledged=NUMBERS,
    available_from=DAYS,
    available_until=DAYS,
    languages=st.frozensets(st.sampled_from(["fr", "sg", "pt"])),
    cleared_until=DAYS,
)
PERIODS = st.builds(Period, DAYS, DAYS)


@given(st.lists(OFFERS, max_size=5), PERIODS)
def test_every_row_has_the_best_verdict_of_its_cells_and_a_whole_sentence(offers, period):
    row = answered(offers, period=period)
    assert (
        row.sentence.endswith(".") and ".." not in row.sentence and "None " not in row.sentence.replace("None of", "")
    )
    if row.cells and row.verdict is not Verdict.NOT_KNOWN:
        assert row.verdict is min((c.verdict for c in row.cells), key=BEST_FIRST.index)
    for cell in row.cells:
        assert cell.sentence.startswith(cell.offer.title.capitalize()) and cell.sentence.endswith(".")


@given(st.permutations([TEAM, replace(TEAM, id=2, deployed=None), replace(TEAM, id=3, deployed=0, pledged=2)]))
def test_the_order_of_capacities_does_not_matter(offers):
    assert answered(offers).verdict is Verdict.COVERED


@given(OFFERS, PERIODS)
def test_where_no_number_is_known_nothing_is_covered_late_or_missing_but_for_its_days(offer, period):
    row = answered(
        [replace(offer, authorized=None, deployed=None, pledged=None, expertise=frozenset({MONEY.expertise}))]
    )
    past = offer.available_until and offer.available_until < TODAY
    after = offer.available_from and offer.available_from > MANDATE.ends
    assert row.verdict is (Verdict.GAP if past or after else Verdict.NOT_KNOWN)


@given(st.lists(OFFERS, max_size=4), OFFERS, PERIODS)
def test_a_further_capacity_never_makes_a_covered_need_worse(offers, further, period):
    before = answered(offers, period=period)
    if before.verdict is Verdict.COVERED:
        assert answered([*offers, further], period=period).verdict is Verdict.COVERED
