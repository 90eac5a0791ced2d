"""The table of missions and years: what was read, what stays in force, what is not held; nothing is bridged by a guess."""

from datetime import date

import pytest

from mandates import positions
from mandates.positions import State
from missions.models import Mission
from tests.mandates import adopted_rows as adopted

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)
WITHIN = {
    "position": "within_main_task",
    "best_containing_rank": 2,
    "flag_reason": "clause or sub-task",
    "main_tasks": 7,
}
TOP = {"position": "main_task", "best_main_task_rank": 1, "flagged": "no", "flag_reason": "", "main_tasks": 2}
BEYOND = {"position": "main_task", "best_main_task_rank": 6, "flag_reason": "beyond N", "main_tasks": 11}


@pytest.fixture
def mission():
    return adopted.mission(established=date(2015, 3, 1))


def table(user, since=2014, until=2020, **more) -> list[positions.Row]:
    return positions.table(user, since, until, today=TODAY, **more)


def states(row) -> list[str]:
    return [str(cell.state) for cell in row.cells]


def test_each_year_shows_what_was_read_with_its_rank(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, **WITHIN)
    adopted.resolution(owner, 2280, 2016, mission=mission, **BEYOND)
    adopted.resolution(owner, 2340, 2017, mission=mission, **TOP)
    adopted.resolution(owner, 2400, 2018, mission=mission, position="others_only")
    row = table(stranger)[0]
    assert [cell.words for cell in row.cells] == ["", "2 of 7", "6 of 11", "1 of 2", "others", "·", "·"]
    assert [cell.within_top for cell in row.cells] == [False, False, False, True, False, False, False]
    assert row.cells[2].said == "resolution 2280 (2016): the 6th of 11 main tasks, not within the top 3"
    assert (row.latest.words, row.latest.year) == ("others", 2018)


def test_a_year_without_a_text_is_not_held_and_never_filled(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, **WITHIN)
    adopted.resolution(owner, 2400, 2018, mission=mission, **WITHIN)
    assert states(table(stranger)[0]) == ["no_mission", "read", "not_held", "not_held", "read", "not_held", "not_held"]


def test_a_renewal_keeps_earlier_tasks_in_force_and_says_whose(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, **WITHIN)
    renewal = adopted.resolution(
        owner, 2280, 2016, mission=mission, kind="extension", renews="resolution 2201 (2015)", main_tasks=0
    )
    cell = table(stranger)[0].cells[2]
    assert (cell.state, cell.mandate) == (State.KEPT, renewal.pk)
    assert cell.said == "resolution 2280 (2016) keeps earlier tasks in force, those of resolution 2201 (2015)"


def test_a_mandate_that_runs_through_a_year_by_its_own_words_is_told_so(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, runs_until=date(2017, 6, 30), **WITHIN)
    row = table(stranger)[0]
    assert states(row)[1:5] == ["read", "kept", "not_held", "not_held"]
    assert (
        row.cells[2].said == "no text of this year is held; resolution 2201 (2015) runs on through it by its own words"
    )


def test_a_term_that_ends_within_the_year_bridges_nothing(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, runs_until=date(2016, 6, 30), **WITHIN)
    assert states(table(stranger)[0])[2] == "not_held"


def test_of_several_texts_of_a_year_the_last_that_lays_down_tasks_is_shown(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, **WITHIN)
    adopted.resolution(owner, 2210, 2015, mission=mission, **TOP)
    adopted.resolution(owner, 2260, 2015, mission=mission, kind="extension", renews="resolution 2210 (2015)")
    cell = table(stranger)[0].cells[1]
    assert (cell.symbol, cell.texts) == ("S/RES/2210 (2015)", 3)


@pytest.mark.parametrize("change", [{"draft": True}, {"kind": "sanctions"}, {"kind": "thematic"}])
def test_drafts_and_texts_that_give_no_mandate_are_left_out(owner, mission, change):
    adopted.resolution(owner, 2201, 2015, mission=mission, **{**WITHIN, **change})
    row = table(owner)[0]
    assert row.latest is None and "read" not in states(row)


def test_open_missions_come_first_then_closed_ones_that_are_held_then_unknown_ones(owner, stranger):
    adopted.mission("UNOPEN")
    closed = adopted.mission("UNCLOSED", status="closed", established=date(2012, 1, 1), closed=date(2017, 3, 1))
    adopted.mission("UNEMPTY", status="closed")
    adopted.resolution(owner, 2201, 2015, mission=closed, **WITHIN)
    adopted.resolution(owner, 2202, 2015, mission_name="UNWRITTEN", renews="an earlier resolution")
    assert [(row.mission, row.group) for row in table(stranger)] == [
        ("UNOPEN", "Open missions"),
        ("UNCLOSED", "Closed missions"),
        ("UNWRITTEN", "Not in the register of missions"),
    ]
    closed_row, unknown = table(stranger)[1:]
    assert states(closed_row) == ["not_held", "read", "not_held", "not_held", "no_mission", "no_mission", "no_mission"]
    assert states(unknown).count("no_mission") == 6


def test_an_open_mission_whose_mandate_has_ended_is_told_with_the_date_of_what_is_known(owner, stranger, client):
    adopted.mission(mandate_ends=date(2020, 5, 31))
    assert (table(stranger)[0].ended, table(stranger)[0].as_of) == (date(2020, 5, 31), date(2030, 1, 1))
    Mission.objects.update(mandate_ends=TODAY)
    assert table(stranger)[0].ended is None
    Mission.objects.update(mandate_ends=date(2020, 5, 31))
    client.force_login(stranger)
    page = client.get("/trends/").content.decode()
    assert "UNMINA, whose mandate ended on 31 May 2020 (data as of 1 January 2030)" in page


def test_one_mission_can_be_asked_for_even_where_nothing_of_it_is_held(stranger):
    one = adopted.mission("UNCLOSED", status="closed")
    adopted.mission("UNOPEN")
    assert [row.mission for row in table(stranger, only=one)] == ["UNCLOSED"]


def test_the_page_gives_the_place_in_words_and_colour_and_underlines_what_is_within_the_top(owner, client, stranger):
    there = adopted.mission(established=date(2015, 3, 1))
    mandate = adopted.resolution(owner, 2201, 2015, mission=there, **TOP)
    adopted.resolution(owner, 2280, 2016, mission=there, **WITHIN)
    client.force_login(stranger)
    page = client.get("/trends/?since=2014&until=2018").content.decode()
    assert (
        f'<td class="p-main p-top"><a href="/mandates/{mandate.pk}/">1 of 2<span class="vh">, UNMINA 2015, resolution'
        in page
    )
    assert '<td class="p-within"><a' in page
    assert page.count('<span class="vh">text not held</span>') == 2
    rows = client.get("/api/v1/trends/positions/?since=2014&until=2018").json()["results"]
    assert [(r["year"], r["state"], r["rank"], r["within_top"]) for r in rows] == [
        (2015, "read", 1, True),
        (2016, "read", 2, False),
        (2017, "not_held", None, False),
        (2018, "not_held", None, False),
    ]


@pytest.mark.parametrize(
    "number, runs_until, ends, by",
    [
        (2500, date(2020, 12, 31), date(2020, 12, 31), "S/RES/2500 (2019)"),
        (2500, date(2020, 3, 1), date(2020, 5, 31), "S/RES/2400 (2018)"),  # no longer than the register's day
        (2300, date(2020, 12, 31), date(2020, 5, 31), "S/RES/2400 (2018)"),  # an earlier text
    ],
)
def test_a_later_text_that_is_held_tells_of_the_renewal_that_the_register_does_not_know(
    owner, stranger, number, runs_until, ends, by
):
    there = adopted.mission(mandate_ends=date(2020, 5, 31), mandate_in_force="S/RES/2400 (2018)")
    adopted.resolution(owner, number, 2019, mission=there, runs_until=runs_until, **WITHIN)
    row = table(stranger)[0]
    assert (row.ends, row.by) == (ends, by)
    assert row.ended == (ends if ends < TODAY else None)


def test_the_flag_of_a_row_is_that_of_its_last_text_also_where_that_repeats_no_tasks(owner, stranger, mission):
    adopted.resolution(owner, 2201, 2015, mission=mission, **TOP)
    assert table(stranger)[0].flagged == "no"
    adopted.resolution(owner, 2280, 2016, mission=mission, kind="extension", renews="resolution 2201 (2015)")
    assert [(row.flagged, row.latest.year) for row in table(stranger)] == [("yes", 2015)]
    assert table(stranger, until=2015)[0].flagged == "no"
