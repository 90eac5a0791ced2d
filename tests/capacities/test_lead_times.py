"""Days of arrival from published averages, and the half of a mandate."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capacities import lead_times
from capacities.catalogue import held
from capacities.lead_times import Arrival, Period


def test_somebody_on_a_seconded_post_comes_six_to_nine_months_later():
    time = held().categories["seconded_post"].lead_time
    assert lead_times.after(date(2031, 1, 15), time) == Arrival(date(2031, 7, 15), date(2031, 10, 15))


def test_where_no_lead_time_is_published_nothing_is_worked_out():
    assert lead_times.after(date(2031, 1, 15), held().categories["specialized_team"].lead_time) is None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2031, 8, 31), 6, date(2032, 2, 29)),
        (date(2030, 8, 31), 6, date(2031, 2, 28)),
        (date(2031, 12, 1), 1, date(2032, 1, 1)),
    ],
)
def test_a_day_that_a_month_lacks_is_its_last(day, months, later):
    assert lead_times.months_later(day, months) == later


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_later_months_are_never_earlier(day, months):
    assert day <= lead_times.months_later(day, months) <= lead_times.months_later(day, months + 1)


def test_a_mandate_is_half_over_in_its_middle_and_nobody_knows_when_where_an_end_is_unknown():
    assert Period(date(2031, 1, 1), date(2031, 1, 31)).half == date(2031, 1, 16)
    assert Period(None, date(2031, 1, 31)).half is Period(date(2031, 1, 1), None).half is None


def test_an_arrival_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="before the earliest"):
        Arrival(date(2031, 2, 1), date(2031, 1, 1))
