"""The drawing of the ladder: where each rung, line and word stands on the scale of individual tasks."""

from itertools import pairwise

import pytest

from mandates.analysis.values import Role, Tier
from mandates.drawings import ladder


def tasks(*rungs: str, tier: Tier = Tier.PRIORITY, lists: dict[int, tuple[str, Tier]] | None = None) -> list[dict]:
    """A rung is a word with one letter for each individual task: o own task, c clause, . neither."""
    found, column = [], 0
    for rank, leaves in enumerate(rungs, 1):
        label, its_tier = (lists or {}).get(rank, ("7", tier))
        told = {
            "rank": rank,
            "tier": its_tier,
            "list_label": label,
            "label": f"{label} ({rank})",
            "leaves": len(leaves),
        }
        roles = [{"o": Role.SUBJECT, "c": Role.CLAUSE, ".": Role.NONE}[letter] for letter in leaves]
        best = next((role for role in roles if role is not Role.NONE), Role.NONE)
        single = len(leaves) == 1
        column += single
        found.append({**told, "level": 1, "leaf_index": column if single else None, "role": best})
        for role in roles if not single else ():
            column += 1
            found.append({**told, "level": 2, "leaf_index": column, "role": role})
    return found


def rungs(drawn: ladder.Ladder) -> list[ladder.Rung]:
    return [rung for group in drawn.groups for rung in group.rungs]


def test_each_rung_begins_where_the_last_one_ended_and_the_last_ends_the_scale():
    drawn = ladder.build(tasks("...", ".", "....", ".."), top=3)
    cells = [cell for rung in rungs(drawn) for cell in rung.cells]
    assert drawn.of == len(cells) == 10
    assert cells[0].x == 0
    for one, following in pairwise(cells):
        assert one.x + one.width < following.x < one.x + one.width + ladder.GAP * 1.1
    assert cells[-1].x + cells[-1].width == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("of", [1, 2, 60, 400])
def test_cells_are_wider_than_their_gaps_however_many_there_are(of):
    cells = [cell for cell, _ in ladder.build(tasks("." * of), top=3).cells]
    assert all(cell.width > 100 / of / 2 for cell in cells)
    assert cells[-1].x + cells[-1].width == pytest.approx(100, abs=0.05)


def test_the_top_ends_after_the_last_main_task_of_the_top_and_not_after_the_last_of_all():
    assert [rung.last_of_top for rung in rungs(ladder.build(tasks(*"....."), top=3))] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert not any(rung.last_of_top for rung in rungs(ladder.build(tasks(*"..."), top=3)))


def test_the_words_that_the_top_ends_stand_where_its_boxes_leave_more_room():
    few = rungs(ladder.build(tasks(".", ".", ".", "." * 9), top=3))
    most = rungs(ladder.build(tasks("." * 5, "." * 4, "..", "."), top=3))
    assert [rungs[2].room_before for rungs in (few, most)] == [False, True]


def test_a_task_of_a_lower_tier_is_never_within_the_top():
    drawn = ladder.build(tasks("..", "..", lists={1: ("7", Tier.PRIORITY), 2: ("8", Tier.OTHER)}), top=3)
    assert [(rung.within_top, rung.lower) for rung in rungs(drawn)] == [(True, False), (False, True)]
    assert [group.title for group in drawn.groups] == ["Priority tasks, paragraph 7", "Other tasks, paragraph 8"]


def test_a_line_drops_from_each_crime_task_through_every_rung_below_to_the_strip():
    drawn = ladder.build(tasks("..", ".c", "..", lists={3: ("8", Tier.OTHER)}), top=3)
    first, second, third = rungs(drawn)
    clause = second.cells[1]
    assert (clause.role, clause.column) == ("clause", 4)
    assert first.lines == ()
    assert second.lines == ((clause.middle, True),)
    assert third.lines == ((clause.middle, False),)
    assert [group.lines for group in drawn.groups] == [(), (clause.middle,)]
    assert drawn.lines == (clause.middle,)


def test_the_strip_sets_main_tasks_apart_and_keeps_every_cell_over_its_column():
    drawn = ladder.build(tasks("..", ".."), top=3)
    cells = [cell for cell, _ in drawn.cells]
    assert [cell.begins for cell in cells] == [True, False, True, False]
    assert cells[0].strip_width == cells[0].width
    assert cells[2].strip_width < cells[2].width
    assert all(cell.strip_x + cell.strip_width == pytest.approx(cell.x + cell.width) for cell in cells)


def test_the_place_is_written_under_it_and_ends_that_it_would_cover_are_left_out():
    drawn = ladder.build(tasks("." * 6 + "c" + "." * 19), top=3)
    assert [(mark.text, mark.anchor) for mark in drawn.axis] == [
        ("7th of 26: a clause", "start"),
        ("1", "start"),
        ("26", "end"),
    ]
    at_the_start = ladder.build(tasks("c" + "." * 25), top=3)
    assert [mark.text for mark in at_the_start.axis] == ["1st of 26: a clause", "26"]
    at_the_end = ladder.build(tasks("." * 25 + "o"), top=3)
    assert [(mark.text, mark.anchor) for mark in at_the_end.axis] == [("26th of 26: own task", "end"), ("1", "start")]


def test_no_word_under_the_strip_reaches_another_or_leaves_the_scale():
    for of in (1, 2, 5, 26, 49, 100):
        for column in range(of):
            drawn = ladder.build(tasks("." * column + "c" + "." * (of - column - 1)), top=3)
            marks = drawn.axis
            assert not any(one.touches(other) for one in marks for other in marks if one is not other)
            assert all(mark.reach[0] >= 0 and mark.reach[1] <= 100 for mark in marks)


def test_two_places_far_apart_are_both_on_the_axis_and_close_ones_in_a_sentence():
    apart = ladder.build(tasks("." * 11 + "c" + "." * 33 + "c" + "..."), top=3)
    assert [mark.text for mark in apart.axis if mark.here] == ["12th of 49: a clause", "46th"]
    assert not apart.crowded
    close = ladder.build(tasks(*".....oo...."), top=3)
    assert close.crowded
    assert close.here == ("6th of 11: own task", "7th of 11: own task")
    assert [mark.text for mark in close.axis] == ["1", "11"]


def test_a_text_without_tasks_has_no_ladder_and_one_without_crime_has_no_line():
    assert ladder.build([], top=3) is None
    drawn = ladder.build(tasks("..", "."), top=3)
    assert (drawn.lines, drawn.here, drawn.crowded) == ((), (), False)
    assert {rung.said for rung in rungs(drawn)} == {"none on organized crime"}


def test_what_is_drawn_is_also_said():
    drawn = ladder.build(tasks("..", ".co"), top=3)
    assert rungs(drawn)[1].said == "organized crime in number 4 (a clause) and 5 (own task)"


def test_the_ladder_of_a_recorded_block_is_that_of_its_tasks():
    block = {
        "task_lists": [{"paragraph": "7", "tier": "priority"}, {"paragraph": "70", "tier": "other"}],
        "main_tasks": [
            {
                "label": "7 (a)",
                "rank": 1,
                "tier": "priority",
                "title": "Courts",
                "leaves": 2,
                "organized_crime": "clause",
            },
            {"label": "70 (a)", "rank": 2, "tier": "other", "title": "Gold", "leaves": 1, "organized_crime": "subject"},
        ],
        "oc_leaf_tasks": [{"leaf_index": 2, "role": "clause"}, {"leaf_index": 3, "role": "own_task"}],
    }
    drawn = ladder.of_block(block, top=3)
    assert [group.title for group in drawn.groups] == ["Priority tasks, paragraph 7", "Other tasks, paragraph 70"]
    assert [cell.role for cell, _ in drawn.cells] == ["", "clause", "own"]
    assert ladder.of_block({**block, "main_tasks": [], "oc_leaf_tasks": []}, top=3) is None


def test_only_paragraphs_for_the_mission_that_stand_in_no_list_are_drawn_outside_it():
    paragraphs = [
        {"label": "3", "in_task_list": True, "addressee": ["mission"]},
        {"label": "4", "in_task_list": False, "addressee": ["host_state", "mission"]},
        {"label": "5", "in_task_list": False, "addressee": ["host_state"]},
    ]
    assert [p["label"] for p in ladder.outside({"oc_operative": paragraphs})] == ["4"]
