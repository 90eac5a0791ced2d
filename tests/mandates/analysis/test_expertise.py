import pytest

from mandates.analysis import expertise, pipeline
from mandates.analysis.values import Context
from tests.mandates.analysis.conftest import clean_text

TEXT = """
    The Security Council,
    Recalling the use of specialized police teams,
    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:
    (a) To combat drug trafficking{on_crime};
    (b) To observe the ceasefire along the river{elsewhere};
    2. Decides to remain seized of the matter.
"""


def first(on_crime="", elsewhere=""):
    text = TEXT.format(on_crime=on_crime, elsewhere=elsewhere)
    span = expertise.first(pipeline.judge(pipeline.parse(clean_text(text)), Context()))
    return span and span.text


def test_the_preamble_gives_nobody_any_capacity():
    assert first() is None


@pytest.mark.parametrize(
    "words",
    [
        "specialized police team",
        "criminal intelligence",
        "financial investigations",
        "anti-drug component",
        "police experts",
    ],
)
def test_some_words_name_such_a_capacity_wherever_they_stand(words):
    assert first(elsewhere=f", and to deploy {words}") == words


@pytest.mark.parametrize("words", ["experts", "forensic", "intelligence", "joint analysis"])
def test_others_only_where_organized_crime_is_named(words):
    assert first(on_crime=f" with {words} of its own") == words
    assert first(elsewhere=f" with {words} of its own") is None


@pytest.mark.parametrize("words", ["the Panel of Experts", "gender experts", "child protection experts"])
def test_experts_for_something_else_are_none(words):
    assert first(on_crime=f" with {words}") is None
