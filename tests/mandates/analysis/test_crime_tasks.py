"""What a mission is told to do about organized crime, and what only stands beside a request."""

import pytest

from mandates.analysis import crime_tasks, pipeline
from mandates.analysis.values import Context

HEAD = """The Security Council,
Recalling its previous resolutions on the situation in Karesia,
1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:
(a) {first};
(b) To observe the ceasefire along the river;
2. {second};
3. Decides to remain seized of the matter.
"""
MINES, PEACE = "To clear mines", "Calls upon all parties to keep the ceasefire"


@pytest.fixture
def review(clean):
    def make(first=MINES, second=PEACE, held=None):
        text = first if first.startswith("The Security Council") else HEAD.format(first=first, second=second)
        readings = {symbol: pipeline.parse(clean(other)) for symbol, other in (held or {}).items()}
        return pipeline.judge(pipeline.parse(clean(text)), Context(held=readings))

    return make


def tasked(review):
    return [(task.label, task.crime_types) for task in crime_tasks.of(review)]


def test_tasks_and_requests_outside_the_list_are_found_in_the_order_of_the_text(review):
    made = review("To combat drug trafficking", "Requests UNMIKA to watch the smuggling of gold")
    assert tasked(made) == [("1 (a)", ("drug_trafficking",)), ("2", ("natural_resources",))]
    assert [word.text for task in crime_tasks.of(made) for word in task.words][-1] == "smuggling of gold"
    assert crime_tasks.place(made) == "1 (a) and 2"


@pytest.mark.parametrize(
    "second",
    [
        "Expresses concern over arms trafficking and, in this regard, requests UNMIKA to watch the ceasefire",
        "Encourages the Panel, mindful of UNMIKA’s work, to look into the smuggling of gold",
        "Requests UNMIKA to pursue a zero-tolerance policy on misconduct, fraud and trafficking in wildlife",
        "Requests UNMIKA to help the National Commission against Illicit Arms to collect weapons",
        "Urges the authorities of Karesia to combat drug trafficking",
    ],
)
def test_a_reason_a_body_conduct_and_what_others_are_told_are_no_tasks(review, second):
    assert tasked(review(second=second)) == []


@pytest.mark.parametrize(
    "second",
    [
        "Expresses concern over the harvest and requests UNMIKA to help the police against arms trafficking",
        "Requests the Secretary-General to ensure that UNMIKA helps the police against arms trafficking",
        "Welcomes the peace talks, and requests the Special Representative to fight arms trafficking",
    ],
)
def test_what_stands_behind_the_request_is_asked(review, second):
    assert tasked(review(second=second)) == [("2", ("arms_trafficking",))]


def test_the_items_of_a_request_count_each_for_itself(review):
    made = review(second="Requests UNMIKA to work, in particular:\n(a) with farmers;\n(b) against drug trafficking")
    assert tasked(made) == [("2 (b)", ("drug_trafficking",))]


def test_tasks_in_force_are_named_with_their_resolution(review):
    renewal = """The Security Council,
    Recalling its resolution 3050 (2031),
    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in paragraph 1 of resolution 3050 (2031) until 30 June 2033;
    2. Decides to remain seized of the matter.
    """
    made = review(renewal, held={"S/RES/3050 (2031)": HEAD.format(first="To combat gangs", second=PEACE)})
    assert tasked(made) == []
    assert crime_tasks.are_asked(made)
    assert crime_tasks.in_force(made) == ("resolution 3050 (2031)", ("1 (a)",))
    assert crime_tasks.place(made) == "1 (a) of resolution 3050 (2031), renewed here"


def test_a_text_without_any_is_passed_at_a_glance(review):
    made = review()
    assert not crime_tasks.are_asked(made)
    assert crime_tasks.place(made) == ""
