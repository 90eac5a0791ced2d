from mandates.analysis.values import Change, Movement
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

PROTECTION = """(a) Protection of civilians
(i) To protect civilians threatened with violence in the river provinces;
(ii) To patrol the fords and market roads by day and by night;
"""
PROCESS = """(b) Political process
(i) To lend its good offices to the talks between the authorities of Nambira and the movements of the north;
(ii) To host the monthly meetings of the lake council;
"""
HERDERS = "(b) To count and mark the cattle of displaced herders;\n"


def moved(comparison, label: str):
    """Change, movement and whether it only went along, by the label in the newer text."""
    (found,) = [c for c in (*comparison.tasks, *comparison.paragraphs) if c.newer and c.newer.label == label]
    return found.change, found.movement, found.along


def test_a_main_task_that_changed_places_is_promoted_and_the_other_demoted(compared):
    swapped = changed(
        (PROTECTION + PROCESS, PROCESS.replace("(b)", "(a)") + PROTECTION.replace("(a) Prot", "(b) Prot"))
    )
    made = compared(NAMBIRA, swapped)
    assert moved(made, "2 (a)") == (Change.KEPT, Movement.PROMOTED, False)
    assert moved(made, "2 (b)") == (Change.KEPT, Movement.DEMOTED, False)
    assert moved(made, "2 (b) (i)") == (Change.KEPT, Movement.DEMOTED, True)
    assert moved(made, "2 (c)") == (Change.KEPT, Movement.NONE, False)


def test_the_places_are_said_in_words(compared):
    swapped = changed(
        (PROTECTION + PROCESS, PROCESS.replace("(b)", "(a)") + PROTECTION.replace("(a) Prot", "(b) Prot"))
    )
    (found,) = [c for c in compared(NAMBIRA, swapped).tasks if c.newer and c.newer.label == "2 (a)"]
    assert found.place == "the 2nd of 5 main tasks (priority tasks) → the 1st of 5 main tasks (priority tasks)"


def test_a_new_main_task_alone_demotes_none_of_the_others(compared):
    newer = changed(
        ("(a) Protection", "(a) To guard the lighthouse of the southern coast;\n(b) Protection"),
        ("(b) Political", "(c) Political"),
        ("(c) Rule", "(d) Rule"),
    )
    made = compared(NAMBIRA, newer)
    assert moved(made, "2 (b)") == (Change.KEPT, Movement.NONE, False)
    assert moved(made, "3 (a)") == (Change.KEPT, Movement.NONE, False)


def test_a_main_task_put_before_all_others_demotes_none_of_them(compared):
    third = """(c) Rule of law
(i) To help the courts of Nambira to sit again in every province;
(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;
"""
    newer = changed(
        (
            PROTECTION + PROCESS + third,
            third.replace("(c) Rule", "(a) Rule")
            + PROTECTION.replace("(a) Prot", "(b) Prot")
            + PROCESS.replace("(b) Pol", "(c) Pol"),
        )
    )
    made = compared(NAMBIRA, newer)
    assert moved(made, "2 (a)") == (Change.KEPT, Movement.PROMOTED, False)
    assert {moved(made, label)[1] for label in ("2 (b)", "2 (c)", "3 (a)")} == {Movement.NONE}


def test_a_better_tier_promotes_and_a_worse_one_demotes(compared):
    newer = changed((HERDERS, ""), ("3. Further", "(d) To count and mark the cattle of displaced herders;\n3. Further"))
    assert moved(compared(NAMBIRA, newer), "2 (d)")[1] is Movement.PROMOTED
    assert moved(compared(newer, NAMBIRA), "3 (b)")[1] is Movement.DEMOTED


def test_a_list_without_a_tier_is_the_rest_beside_priority_tasks_and_the_mandate_where_it_stands_alone(compared):
    unnamed = changed(("the following additional tasks:", "the following tasks:"))
    assert moved(compared(unnamed, NAMBIRA), "3 (a)")[1] is Movement.NONE
    alone = changed(
        ("the following priority tasks:", "the following tasks:"),
        ("the following additional tasks:", "the following tasks:"),
    )
    assert moved(compared(alone, NAMBIRA), "3 (a)")[1] is Movement.DEMOTED


def test_a_sub_task_that_becomes_a_main_task_is_promoted(compared):
    lake = "(ii) To host the monthly meetings of the lake council;\n"
    newer = changed((lake, ""), ("3. Further", "(d) To host the monthly meetings of the lake council;\n3. Further"))
    assert moved(compared(NAMBIRA, newer), "2 (d)")[1] is Movement.PROMOTED
    assert moved(compared(newer, NAMBIRA), "2 (b) (ii)")[1] is Movement.DEMOTED


def test_a_task_that_leaves_the_list_is_demoted(compared):
    newer = changed(
        (HERDERS, ""),
        ("4. Requests", "4. Requests UNMINA to count and mark the cattle of displaced herders;\n5. Requests"),
        ("5. Calls", "6. Calls"),
        ("6. Decides", "7. Decides"),
    )
    made = compared(NAMBIRA, newer)
    assert moved(made, "4")[1] is Movement.DEMOTED
    assert "4" in {c.newer.label for c in made.tasks if c.newer}  # shown among the tasks: it was one


def test_a_task_divided_under_its_own_heading_keeps_its_place(compared):
    older = changed(
        (
            PROCESS,
            "(b) Political process\nTo lend its good offices to the talks between the authorities of Nambira and the movements of the north;\n",
        )
    )
    assert moved(compared(older, NAMBIRA), "2 (b) (i)")[1] is Movement.NONE


def test_a_preambular_paragraph_that_becomes_operative_is_promoted(compared):
    festival = "the harvest festival that the movements of the north held together with the coastal towns"
    newer = changed((f"Welcoming {festival},\n", ""), ("6. Decides", f"6. Welcomes {festival};\n7. Decides"))
    assert moved(compared(NAMBIRA, newer), "6")[1] is Movement.PROMOTED
    assert moved(compared(newer, NAMBIRA), "PP3")[1] is Movement.DEMOTED
