import pytest

from mandates.analysis import conflict_economy, pipeline
from mandates.analysis.values import Context
from tests.mandates.analysis.conftest import clean_text

TEXT = """
    The Security Council,
    {preamble},
    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with the following tasks:
    (a) {task};
    (b) To observe the ceasefire along the river;
    2. Decides to remain seized of the matter.
"""
GOLD = "Concerned that the smuggling of gold finances the armed groups"


def review(preamble=GOLD, task="To support elections"):
    return pipeline.judge(pipeline.parse(clean_text(TEXT.format(preamble=preamble, task=task))), Context())


@pytest.mark.parametrize(
    ("words", "market"),
    [
        (GOLD, "natural_resources"),
        ("Noting that the proceeds of drug trafficking sustain the insurgents", "drug_trafficking"),
        ("Condemning trafficking in persons as a source of income for the militias", "human_trafficking"),
        ("Recognizing that illegal logging is one of the factors fuelling the conflict", "natural_resources"),
    ],
)
def test_market_payment_and_who_is_paid_make_a_conflict_economy(words, market):
    made = review(words)
    [paid] = conflict_economy.find(made)
    assert paid.market == market
    for span in paid.words:
        assert made.document.paragraphs[span.paragraph].text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "words",
    [
        "Condemning the smuggling of gold and the attacks of armed groups",
        "Condemning armed groups; concerned also that the smuggling of gold deprives the State of income",
        "Welcoming the trust fund for victims of trafficking in persons by armed groups",
        "Concerned that criminal networks finance the armed groups",
        "Noting that donors finance the reintegration of armed groups",
    ],
)
def test_without_one_of_them_in_the_same_clause_there_is_none(words):
    assert list(conflict_economy.find(review(words))) == []


@pytest.mark.parametrize(
    ("task", "answers"),
    [
        ("To support elections", False),
        ("To combat drug trafficking", False),
        ("To combat the smuggling of gold", True),
        ("To support the inspection of mines and the traceability of minerals", True),
        ("To combat organized crime", True),
    ],
)
def test_a_task_on_the_market_or_on_organized_crime_as_a_whole_answers_it(task, answers):
    made = review(task=task)
    assert conflict_economy.answered(made, {p.market for p in conflict_economy.find(made)}) is answers
