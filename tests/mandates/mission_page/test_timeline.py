"""A mission's mandates over the years: each text at its day and place, lines by the texts' own words alone."""

from datetime import date

import pytest

from mandates.analysis.values import Position
from mandates.mission_page import facts, timeline
from mandates.models import Adoption
from tests.mandates import adopted_rows as adopted
from tests.mandates.adopted_rows import resolution

pytestmark = pytest.mark.django_db
TODAY = date(2018, 7, 1)
WITHIN = {"position": "within_main_task", "best_containing_rank": 2, "best_main_task_rank": None}
TOP = {"position": "main_task", "best_main_task_rank": 3, "main_tasks": 7, "flagged": "no", "flag_reason": ""}


@pytest.fixture
def mission(db):
    return adopted.mission(established=date(2014, 3, 1))


def drawn(person, mission) -> timeline.Timeline:
    held = facts.of(mission.acronym, person)
    return timeline.of(held.mission, held.adopted, TODAY)


def test_each_text_is_a_mark_at_its_day_on_the_lane_of_its_place_with_its_rank(owner, stranger, mission):
    first = resolution(owner, 2201, 2015, mission=mission, **TOP)
    resolution(owner, 2260, 2016, mission=mission, **WITHIN)
    Adoption.objects.create(mandate=first, date=date(2015, 1, 1))
    line = drawn(stranger, mission)
    one, two = line.marks
    assert (one.label, two.label, one.text.day, two.text.day) == ("3 of 7", "2 of 3", date(2015, 1, 1), None)
    lanes = {lane.y: lane.position for lane in line.lanes}
    assert (lanes[one.y], lanes[two.y]) == (Position.MAIN_TASK, Position.WITHIN_MAIN_TASK)
    years = {tick.text: tick.at for tick in line.years}
    assert (
        one.x < years["2015"] < two.x and abs(two.x - years["2016"]) < 3
    )  # the middle of a year of which no day is known


def test_years_without_a_text_are_shaded_and_never_bridged(owner, stranger, mission):
    resolution(owner, 2201, 2015, mission=mission, **TOP)
    resolution(owner, 2340, 2017, mission=mission, **TOP)
    line = drawn(stranger, mission)
    assert [year for _, _, year in line.shaded] == [2014, 2016, 2018]
    assert [mark.end for mark in line.marks] == [None, None]


def test_a_line_runs_on_as_far_as_the_texts_own_term_or_to_the_next_text(owner, stranger, mission):
    resolution(owner, 2201, 2015, mission=mission, runs_until=date(2016, 12, 31), **TOP)
    resolution(owner, 2260, 2016, mission=mission, runs_until=date(2018, 1, 31), **TOP)
    one, two = drawn(stranger, mission).marks
    assert one.end == two.x
    tick = {t.text: t.at for t in drawn(stranger, mission).years}
    assert tick["2017"] < two.end < tick["2018"]


def test_a_text_that_keeps_earlier_tasks_has_a_lane_of_its_own_and_gives_no_answer(owner, stranger, mission):
    resolution(owner, 2201, 2015, mission=mission, **TOP)
    resolution(owner, 2260, 2016, mission=mission, kind="extension", renews="resolution 2201 (2015)", main_tasks=0)
    line = drawn(stranger, mission)
    assert line.marks[1].y == line.lanes[-1].y
    assert line.latest.version.mandate.symbol == "S/RES/2201 (2015)"


def test_the_answer_is_taken_from_the_last_text_with_a_task_list(owner, stranger, mission):
    resolution(owner, 2201, 2015, mission=mission, **TOP)
    resolution(owner, 2300, 2016, mission=mission, main_tasks=0)  # as one that ends a mission
    assert drawn(stranger, mission).latest.cell.rank == 3
    assert drawn(stranger, adopted.mission("UNVOID")).latest is None


@pytest.mark.parametrize("change", [{"draft": True}, {"kind": "sanctions"}])
def test_drafts_and_texts_that_give_no_mandate_are_no_marks(owner, mission, change):
    resolution(owner, 2201, 2015, mission=mission, **{**TOP, **change})
    assert drawn(owner, mission).marks == ()


def test_a_mission_of_many_decades_begins_where_something_is_held_or_the_last_years_begin(owner, stranger):
    old = adopted.mission("UNOLD", established=date(1948, 5, 29))
    years = [int(tick.text) for tick in drawn(stranger, old).years]
    assert years[0] == 2018 + 1 - timeline.YEARS and years[-1] == 2018


def test_a_mission_that_is_yet_to_begin_or_ended_long_ago_is_drawn_all_the_same(stranger):
    coming = adopted.mission("UNCOMING", established=date(2029, 1, 1), mandate_ends=date(2012, 1, 1))
    line = drawn(stranger, coming)
    assert line.ends is None and [tick.text for tick in line.years] == ["2018"]


def test_the_drawing_of_a_mission_that_is_closed_ends_with_it_and_has_no_today(owner, stranger):
    closed = adopted.mission(established=date(2014, 3, 1), status="closed", closed=date(2016, 6, 30))
    resolution(owner, 2201, 2015, mission=closed, **TOP)
    line = drawn(stranger, closed)
    assert ([tick.text for tick in line.years], line.today) == (["2014", "2015", "2016"], None)
