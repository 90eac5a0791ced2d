"""Which paragraphs ask for a report or measure progress, and what those cover."""

import doctest

import pytest

from mandates.analysis import follow_up, pipeline
from mandates.analysis.values import Context

HEAD = """The Security Council,
Recalling its previous resolutions on the situation in Karesia,
1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:
(a) To combat drug trafficking;
(b) To monitor and report on the ceasefire, with benchmarks for the transition of the army;
"""


@pytest.fixture
def review(clean):
    def make(*paragraphs):
        numbered = "".join(f"{number}. {text};\n" for number, text in enumerate(paragraphs, 2))
        return pipeline.judge(pipeline.parse(clean(HEAD + numbered)), Context())

    return make


@pytest.mark.parametrize(
    ("paragraph", "whole"),
    [
        ("Requests the Secretary-General to report to the Council every ninety days", True),
        ("Requests the Secretary-General to keep the Council informed of the implementation of this resolution", True),
        ("Requests UNMIKA to update the Security Council on developments in Karesia", True),
        ("Requests the Secretary-General to include progress in the work of UNMIKA in his reports", True),
        ("Requests the Secretary-General to draw up a plan and report on its use", False),
        ("Requests the Secretary-General to apply the zero-tolerance policy and keep the Council informed", False),
        ("Thanks the Secretary-General, and requests that he report without delay any failure to comply", False),
    ],
)
def test_a_request_for_a_report_is_on_the_work_as_a_whole_or_on_a_side_of_it(review, paragraph, whole):
    assert [(r.label, r.whole) for r in follow_up.reports(review(paragraph))] == [("2", whole)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Welcomes the report of the Secretary-General to the Council",
        "Requests the Panel of Experts to report to the Council on arms",
        "Requests Velmora to report to the Council on what its forces did",
        "Urges the parties to inform each other",
        "Endorses what the Secretary-General recommends in his report",
    ],
)
def test_what_is_received_and_what_others_write_is_no_request(review, paragraph):
    assert follow_up.reports(review(paragraph)) == ()


def test_the_items_of_a_request_are_parts_of_it(review):
    made = review(
        "Requests the Secretary-General to report to the Council, including:\n(a) on elections;\n(b) on the implementation of the mandate"
    )
    assert [(r.label, r.whole) for r in follow_up.reports(made)] == [("2", True)]


@pytest.mark.parametrize(
    ("on", "covers"),
    [
        ("on elections", False),
        ("on drug trafficking", True),
        ("on what was done under paragraph 1 above", True),
        ("on paragraphs 1 to 3", True),
        ("on paragraph 1 (a)", True),
        ("on paragraph 1 (b)", False),
        ("on paragraph 1 of resolution 2999 (2030)", False),
        ("on paragraph 1 of this resolution", True),
        ("on paragraph 2", False),
        ("on:\n(a) elections;\n(b) seizures, routes and those who live from the smuggling of gold", True),
    ],
)
def test_a_report_covers_crime_by_its_name_or_by_the_paragraph_that_holds_the_task(review, on, covers):
    made = review(f"Requests the Secretary-General to report to the Council {on}")
    [report] = follow_up.reports(made)
    assert follow_up.names_crime(made, report) is covers


def test_a_plan_of_which_the_task_is_a_part_may_stand_for_it(review):
    measured = "Requests the Secretary-General to set benchmarks for UNMIKA in line with the {} for Karesia"
    part = "Requests UNMIKA to help with the Harvest Plan, including against drug trafficking"
    for plan, covers in (("Harvest Plan", True), ("Harbour Plan", False)):
        made = review(measured.format(plan), part)
        [measure] = follow_up.measures(made)
        assert follow_up.names_crime(made, measure) is covers


def test_what_stands_before_the_request_is_its_reason(review):
    made = review(
        "Decides to act in line with paragraph 1 above and in all aspects of the mandate of UNMIKA, and requests the Secretary-General to report to the Council on elections"
    )
    [report] = follow_up.reports(made)
    assert not follow_up.names_crime(made, report)
    assert not follow_up.covers_all(made, report, whole_mandate=True)


@pytest.mark.parametrize(
    ("on", "of_all", "of_the_mandate"),
    [
        ("the implementation of the mandate of UNMIKA", False, True),
        ("all elements of UNMIKA’s mandate", True, True),
        ("each of its tasks", True, True),
        ("the return of displaced persons", False, False),
    ],
)
def test_words_for_the_whole_mandate_cover_every_task_where_they_say_so(review, on, of_all, of_the_mandate):
    made = review(f"Requests the Secretary-General to report to the Council on {on}")
    [report] = follow_up.reports(made)
    assert follow_up.covers_all(made, report, whole_mandate=False) is of_all
    assert follow_up.covers_all(made, report, whole_mandate=True) is of_the_mandate


def test_what_stands_in_another_resolution_is_told_elsewhere(review):
    made = review(
        "Requests the Secretary-General to report to the Council, including on the elements set out in paragraph 58 of resolution 2999 (2030)"
    )
    [report] = follow_up.reports(made)
    assert follow_up.is_told_elsewhere(made, report)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Requests the Secretary-General to set benchmarks for UNMIKA", "benchmarks"),
        ("Looks forward to an exit strategy", "exit strategy"),
        ("Requests UNMIKA to prepare a Transition Plan for the transfer of its tasks", "a Transition Plan"),
        ("Decides that a strategic review shall look at the mandate", "strategic review"),
        ("Asks for the mission goals and end state", "end state"),
    ],
)
def test_what_measures_the_mission_or_its_end_is_found(review, paragraph, words):
    [measure] = follow_up.measures(review(paragraph))
    assert (measure.label, measure.words.text) == ("2", words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Urges the authorities to meet the benchmarks for the lifting of the arms embargo",
        "Welcomes a performance policy with clear benchmarks for troops of UNMIKA",
        "Requests UNMIKA to use early-warning indicators",
        "Calls for a plan of security sector reform with benchmarks",
        "Notes the benchmarks of the bank for the harvest",
        "Welcomes the Karesian-led Transition Plan and the tasks that it sets the army",
    ],
)
def test_what_measures_something_else_is_not(review, paragraph):
    assert follow_up.measures(review(paragraph)) == ()


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(follow_up) == (0, 1)
