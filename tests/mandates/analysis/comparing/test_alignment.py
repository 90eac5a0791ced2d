from mandates.analysis.values import Change, Link
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed


def became(comparison, label: str):
    """Where a unit of the older text went: (label in the newer text, change, link), one for each."""
    changes = (*comparison.tasks, *comparison.paragraphs)
    return [
        (c.newer.label if c.newer else None, c.change, c.link) for c in changes if c.older and c.older.label == label
    ]


def came(comparison, label: str):
    """Where a unit of the newer text came from."""
    changes = (*comparison.tasks, *comparison.paragraphs)
    return [
        (c.older.label if c.older else None, c.change, c.link) for c in changes if c.newer and c.newer.label == label
    ]


def test_the_same_text_is_kept_throughout(compared):
    made = compared(NAMBIRA, NAMBIRA)
    assert {c.change for c in (*made.tasks, *made.paragraphs)} == {Change.KEPT}
    assert all(c.older.label == c.newer.label for c in (*made.tasks, *made.paragraphs))


def test_a_task_is_found_where_it_moved_to(compared):
    herders = "(b) To count and mark the cattle of displaced herders;\n"
    made = compared(
        NAMBIRA,
        changed(
            (herders, ""), ("(ii) To host", "(ii) To count and mark the cattle of displaced herders;\n(iii) To host")
        ),
    )
    assert became(made, "3 (b)") == [
        ("2 (b) (ii)", Change.STRENGTHENED, Link.ONE_TO_ONE)
    ]  # no longer as conditions permit
    assert became(made, "2 (b) (ii)") == [("2 (b) (iii)", Change.KEPT, Link.ONE_TO_ONE)]


def test_a_reworded_task_keeps_its_counterpart(compared):
    made = compared(
        NAMBIRA,
        changed(
            (
                "To patrol the fords and market roads by day and by night",
                "To patrol all market roads and fords after dusk",
            )
        ),
    )
    assert became(made, "2 (a) (ii)") == [("2 (a) (ii)", Change.REWORDED, Link.ONE_TO_ONE)]


def test_what_has_nothing_in_common_is_dropped_and_new(compared):
    made = compared(
        NAMBIRA,
        changed(("To repair the bridges that the flood of last spring swept away", "To teach weavers bookkeeping")),
    )
    assert became(made, "3 (a)") == [(None, Change.DROPPED, Link.ONE_TO_ONE)]
    assert came(made, "3 (a)") == [(None, Change.NEW, Link.ONE_TO_ONE)]


def test_a_preambular_paragraph_is_found_again_among_the_operative_ones(compared):
    festival = "Welcoming the harvest festival that the movements of the north held together with the coastal towns,\n"
    made = compared(
        NAMBIRA,
        changed(
            (festival, ""),
            (
                "6. Decides",
                "6. Welcomes the harvest festival that the movements of the north held together with the coastal towns;\n7. Decides",
            ),
        ),
    )
    assert became(made, "PP3") == [("6", Change.REWORDED, Link.ONE_TO_ONE)]
    assert became(made, "6") == [("7", Change.KEPT, Link.ONE_TO_ONE)]


def test_an_item_that_was_divided_is_matched_with_its_main_part_and_its_heading(compared):
    older = changed(
        (
            "(b) Political process\n(i) To lend its good offices to the talks between the authorities of Nambira and the movements of the north;\n(ii) To host the monthly meetings of the lake council;",
            "(b) Political process\nTo lend its good offices to the talks between the authorities of Nambira and the movements of the north;",
        )
    )
    made = compared(older, NAMBIRA)
    assert came(made, "2 (b) (i)") == [("2 (b)", Change.REWORDED, Link.ONE_TO_ONE)]
    assert came(made, "2 (b)") == [("2 (b)", Change.REWORDED, Link.SPLIT)]
    assert came(made, "2 (b) (ii)") == [(None, Change.NEW, Link.ONE_TO_ONE)]


def test_a_paragraph_that_was_joined_to_another_is_merged(compared):
    festival = "Welcoming the harvest festival that the movements of the north held together with the coastal towns,\n"
    made = compared(
        NAMBIRA,
        changed(
            (festival, ""),
            (
                "at the smuggling of gold through Kestrel Gorge,",
                "at the smuggling of gold through Kestrel Gorge, and welcoming the harvest festival that the movements of the north held together with the coastal towns,",
            ),
        ),
    )
    one, other = became(made, "PP2"), became(made, "PP3")
    assert [one[0][0], other[0][0]] == ["PP2", "PP2"]
    assert {one[0][2], other[0][2]} == {Link.ONE_TO_ONE, Link.MERGED}


def test_items_of_a_list_that_stayed_are_matched_more_readily(compared):
    new = "To mount mobile patrols on market roads"
    made = compared(NAMBIRA, changed(("To patrol the fords and market roads by day and by night", new)))
    assert came(made, "2 (a) (ii)")[0][0] == "2 (a) (ii)"


def test_a_task_is_no_heir_of_what_was_asked_of_others(compared):
    older = changed(
        (
            "6. Decides",
            "6. Calls upon the authorities of Nambira to repair the lighthouses of the southern coast without delay;\n7. Decides",
        )
    )
    newer = changed(
        ("(b) To count", "(b) To repair the lighthouses of the southern coast without delay;\n(c) To count")
    )
    made = compared(older, newer)
    assert came(made, "3 (b)") == [(None, Change.NEW, Link.ONE_TO_ONE)]
    assert became(made, "6") == [(None, Change.DROPPED, Link.ONE_TO_ONE)]


def test_headings_of_few_words_are_not_matched_by_one_of_them(compared):
    made = compared(NAMBIRA, changed(("(b) Political process", "(b) Peace process of the lake towns")))
    assert came(made, "2 (b)")[0][0] == "2 (b)"  # by the items that it holds
    made = compared(
        NAMBIRA,
        changed(
            ("(a) Protection of civilians\n", "(a) Protection of wetlands\n"),
            ("To protect civilians threatened with violence in the river provinces", "To plant reeds"),
            ("To patrol the fords and market roads by day and by night", "To fence ponds"),
        ),
    )
    assert came(made, "2 (a)") == [(None, Change.NEW, Link.ONE_TO_ONE)]


def test_an_item_of_a_paragraph_that_was_dropped_is_not_matched_more_readily(compared):
    items = "6. Urges the movements of the north:\n(a) to hold elections in every valley of the northern district after the monsoon;\n(b) to tend wells;\n7. Decides"
    older = changed(("6. Decides", items))
    newer = changed(
        (
            "Welcoming the harvest festival",
            "Noting the announced elections in the coastal district and on the islands after the harvest,\nWelcoming the harvest festival",
        )
    )
    assert became(compared(older, newer), "6 (a)") == [(None, Change.DROPPED, Link.ONE_TO_ONE)]


def test_a_group_of_tasks_does_not_become_the_paragraph_that_opens_another_list(compared):
    older = changed(
        (
            "3. Further decides that the mandate of UNMINA shall include, as conditions permit, the following additional tasks:\n(a) To repair",
            "(d) Roads and herds\n(i) To repair",
        ),
        ("(b) To count", "(ii) To count"),
        ("4. Requests", "3. Requests"),
        ("5. Calls", "4. Calls"),
        ("6. Decides", "5. Decides"),
    )
    made = compared(older, NAMBIRA)
    assert became(made, "2 (d)") == [(None, Change.DROPPED, Link.ONE_TO_ONE)]
    assert came(made, "3") == [(None, Change.NEW, Link.ONE_TO_ONE)]
    assert came(made, "3 (a)")[0][0] == "2 (d) (i)"
