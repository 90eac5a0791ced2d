import doctest

import pytest

from mandates.analysis import compare, pipeline, predecessor, priority
from mandates.analysis.comparing import movement, words
from mandates.analysis.reporting import comparison_sentences
from mandates.analysis.values import Change, Context
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

EXTENSION = """\
The Security Council,
Recalling its resolution 9001 (2030) on the mandate of UNMINA,
1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA) as set out in resolution 9001 (2030) until 30 June 2032;
2. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize(
    "module", [compare, movement, words, predecessor, comparison_sentences], ids=lambda m: m.__name__
)
def test_the_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


def test_every_unit_has_one_counterpart_or_none(compared):
    made = compared(NAMBIRA, changed(("(b) Political process\n", "(b) Talks\n"), ("by day and by night", "at night")))
    changes = [*made.tasks, *made.paragraphs]
    assert len([c for c in changes if c.older]) == len({c.older.paragraph for c in changes if c.older})
    assert len([c for c in changes if c.newer]) == len({c.newer.paragraph for c in changes if c.newer})
    assert len(made.tasks) == 11 and len(made.paragraphs) == 9


def test_changes_stand_in_the_order_of_the_newer_text_and_what_is_dropped_where_it_stood(compared):
    made = compared(
        NAMBIRA, changed(("To host the monthly meetings of the lake council", "To teach weavers bookkeeping"))
    )
    labels = [(c.older or c.newer).label for c in made.tasks]
    assert labels == ["2 (a)", "2 (a) (i)", "2 (a) (ii)", "2 (b)", "2 (b) (i)", "2 (b) (ii)", "2 (b) (ii)", "2 (c)", "2 (c) (i)", "2 (c) (ii)", "3 (a)", "3 (b)"]  # fmt: skip
    assert [c.change for c in made.tasks if (c.older or c.newer).label == "2 (b) (ii)"] == [Change.DROPPED, Change.NEW]


def test_a_reference_that_follows_the_new_numbers_is_no_change(compared):
    shifted = changed(
        ("1. Decides", "1. Welcomes the new ferry;\n2. Decides"), ("2. Decides that", "3. Decides that"),
        ("3. Further", "4. Further"), ("4. Requests", "5. Requests"), ("paragraph 3 above", "paragraph 4 above"),
        ("5. Calls", "6. Calls"), ("6. Decides", "7. Decides"),
    )  # fmt: skip
    (found,) = [c for c in compared(NAMBIRA, shifted).paragraphs if c.newer and c.newer.label == "5"]
    assert (found.older.label, found.change) == ("4", Change.KEPT)


def test_a_reference_to_another_paragraph_is_a_change(compared):
    made = compared(NAMBIRA, changed(("paragraph 3 above", "paragraph 2 above")))
    (found,) = [c for c in made.paragraphs if c.newer and c.newer.label == "4"]
    assert found.change is Change.REWORDED


def test_tasks_renewed_by_reference_are_not_dropped(compared):
    made = compared(NAMBIRA, EXTENSION)
    assert made.renewed == "resolution 9001 (2030)"
    assert {c.change for c in made.tasks} == {Change.RENEWED}


def test_tasks_of_an_older_text_that_a_list_replaces_are_dropped(compared):
    made = compared(NAMBIRA, changed(("(b) To count and mark the cattle of displaced herders;\n", "")))
    assert [c.change for c in made.tasks if c.older and c.older.label == "3 (b)"] == [Change.DROPPED]


def test_the_same_mission_is_compared_where_a_text_has_several(clean):
    two = changed(
        (
            "6. Decides",
            "6. Decides that the mandate of the United Nations Office in Karesia (UNOKAR) shall include the following tasks:\n(a) To tend wells;\n(b) To mend roofs;\n7. Decides",
        )
    )
    blocks = [priority.rank(pipeline.parse(clean(text)), Context()) for text in (two, NAMBIRA)]
    older, newer = compare.same_mission(*blocks)
    assert (compare.acronym(older), compare.acronym(newer)) == ("UNMINA", "UNMINA")
    older, newer = compare.same_mission(blocks[0], blocks[0], "unokar")
    assert (compare.acronym(older), compare.acronym(newer)) == ("UNOKAR", "UNOKAR")


def test_texts_without_tasks_or_missions_are_compared(compared):
    made = compared(
        "The Security Council,\nRecalling its statement,\n1. Urges calm;", "The Security Council,\n1. Urges calm;"
    )
    assert made.tasks == ()
    assert [c.change for c in made.paragraphs] == [Change.DROPPED, Change.KEPT]
