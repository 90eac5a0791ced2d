import pytest

from mandates.analysis import asked, pipeline
from mandates.analysis.values import Context
from tests.mandates.analysis.conftest import clean_text

LISTED = """
    The Security Council,
    Recalling its previous resolutions,
    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:
    (a) {task};
    (b) To observe the ceasefire along the river;
    2. {paragraph};
    3. Decides to remain seized of the matter.
"""
PLAIN = {"task": "To support elections in every province", "paragraph": "Calls upon all parties to keep the ceasefire"}


@pytest.fixture
def review():
    def make(**changes):
        text = LISTED.format(**{**PLAIN, **changes})
        return pipeline.judge(pipeline.parse(clean_text(text)), Context())

    return make


def verbs(made):
    return [(asked.verb(made, p).span.text, asked.verb(made, p).strength) for p in asked.find(made)]


def test_a_task_and_a_paragraph_beside_the_list_are_places_in_the_order_of_the_text(review):
    made = review(task="To combat drug trafficking", paragraph="Encourages UNMIKA to watch the smuggling of gold")
    places = asked.find(made)
    assert [(p.label, p.task is not None) for p in places] == [("1 (a)", True), ("2", False)]
    assert [made.document.paragraphs[i].label for i in places[0].around] == ["1"]
    assert verbs(made) == [("Decides", 5), ("Encourages", 2)]


def test_what_is_asked_of_others_or_only_recalled_is_no_place(review):
    assert asked.find(review(paragraph="Calls upon all States to act against criminal networks")) == ()
    assert asked.find(review(paragraph="Recalls the links between criminal networks and armed groups")) == ()


def test_a_clause_must_name_both_the_mission_and_the_crime(review):
    concern = "Expresses its concern over arms trafficking, and requests UNMIKA to visit the camps"
    assert asked.find(review(paragraph=concern)) == ()
    asks = "Expresses its concern over the camps, and requests UNMIKA to report on arms trafficking"
    assert verbs(review(paragraph=asks)) == [("requests", 4)]


def test_the_mission_may_be_called_it(review):
    asks = "Requests UNMIKA to help the courts, and encourages it to act against criminal networks"
    assert verbs(review(paragraph=asks)) == [("encourages", 2)]


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("Reiterates its request that UNMIKA help the police against criminal networks", 4),
        ("Encourages UNMIKA to help the police against criminal networks", 2),
        ("Calls upon UNMIKA to help the police against criminal networks", 3),
    ],
)
def test_a_call_that_is_repeated_is_as_strong_as_the_call(review, words, strength):
    assert [s for _, s in verbs(review(paragraph=words))] == [strength]


def test_a_verb_that_the_scale_does_not_know_is_not_weak(review):
    made = review(task="To combat drug trafficking")
    [place] = asked.find(made)
    assert asked.verb(made, place).strength > 2
    assert asked._strength("entrusts") == asked.UNKNOWN


def test_a_crime_in_the_name_of_a_body_asks_nothing(review):
    name = "To help the National Commission against Illicit Traffic of Small Arms to keep its books"
    assert asked.find(review(task=name)) == ()


@pytest.mark.parametrize(
    ("task", "against"),
    [
        ("To combat drug trafficking", True),
        ("To help the courts with the detention, investigation and prosecution of members of criminal networks", True),
        (
            (
                "To coordinate what donors give to schools, roads, hospitals, clean water and the return of displaced persons, "
                "as well as for counter-narcotics"
            ),
            False,
        ),
    ],
)
def test_an_effort_against_crime_is_told_from_aid_that_is_also_for_it(review, task, against):
    made = review(task=task)
    assert [asked.acts_against(made, place) for place in asked.find(made)] == [against]
