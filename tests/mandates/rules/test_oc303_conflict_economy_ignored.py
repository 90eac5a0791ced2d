import doctest

from mandates.rules import oc303_conflict_economy_ignored

RENEWAL = """    The Security Council,

    Recalling its resolution 3050 (2031),

    Gravely concerned that the smuggling of gold finances the armed groups in the north of Karesia,

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in paragraph 1 of
    resolution 3050 (2031) until 30 June 2033;

    2. Decides to remain seized of the matter.
"""
HELD = """    The Security Council,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support elections in every province;

    2. Decides to remain seized of the matter.
"""


def codes(made):
    return {f.code for f in made.findings}


def test_it_is_not_asked_while_the_tasks_are_not_held(review):
    assert "OC303" not in codes(review(RENEWAL))


def test_the_tasks_in_force_are_said_to_leave_the_market_out(review):
    made = review(RENEWAL, {"S/RES/3050 (2031)": HELD})
    [finding] = [f for f in made.findings if f.code == "OC303"]
    assert "nor any of the 2 individual tasks in force (resolution 3050 (2031))" in finding.message


def test_a_text_that_only_adds_tasks_to_a_mandate_is_not_asked(review):
    added = RENEWAL.replace(
        "1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in paragraph 1 of\n"
        "    resolution 3050 (2031) until 30 June 2033;",
        "1. Authorizes the United Nations Mission in Karesia (UNMIKA) to carry out the following additional tasks:\n\n"
        "    (a) To support the regional force with transport;\n\n    (b) To share information with it;",
    )
    made = review(added)
    assert made.reading.tasks
    assert "OC303" not in codes(made)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(oc303_conflict_economy_ignored) == (0, 1)
