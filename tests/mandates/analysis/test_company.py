import pytest

from mandates.analysis import company, pipeline
from mandates.analysis.values import Context
from tests.mandates.analysis.conftest import clean_text

TEXT = """
    The Security Council,
    Recalling its previous resolutions,
    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall{chapeau} be the following:
    (a) {task};
    (b) To protect civilians, in consultation with local communities;
    2. {paragraph};
    3. Decides to remain seized of the matter.
"""
PLAIN = {
    "chapeau": "",
    "task": "To combat drug trafficking",
    "paragraph": "Calls upon all parties to keep the ceasefire",
}


@pytest.fixture
def review():
    def make(**changes):
        text = TEXT.format(**{**PLAIN, **changes})
        return pipeline.judge(pipeline.parse(clean_text(text)), Context())

    return make


def kinds(made):
    return [p.kind.name for p in company.find(made)]


def test_partners_of_another_task_are_none_on_crime(review):
    assert kinds(review()) == []


def test_the_task_and_its_chapeau_name_partners(review):
    assert kinds(review(task="To combat drug trafficking in cooperation with UNODC")) == ["united_nations"]
    assert kinds(review(chapeau=", in consultation with the Government,")) == ["national"]


def test_the_mission_is_none_of_its_own_partners(review):
    made = review(paragraph="Encourages coordination between UNMIKA and UNODC against the smuggling of gold")
    assert [p.span.text for p in company.find(made)] == ["UNODC"]


def test_whoever_is_told_the_same_together_with_the_mission_is_a_partner(review):
    made = review(paragraph="Calls upon the Government of Karesia and UNMIKA to act against criminal networks")
    assert kinds(made) == ["national"]


def test_whoever_is_told_to_act_in_coordination_with_the_mission_is_a_partner(review):
    acts = "Calls upon the authorities of Karesia, in coordination with UNMIKA, to dismantle criminal networks"
    assert kinds(review(paragraph=acts)) == ["national"]
    helped = "Calls upon the authorities of Karesia, with the support of UNMIKA, to dismantle criminal networks"
    assert kinds(review(paragraph=helped)) == []


def test_a_text_that_asks_the_mission_nothing_on_crime_has_no_partners_on_it(review):
    made = review(task="To support elections, in cooperation with UNODC")
    assert kinds(made) == []


def test_communities_are_those_of_what_the_mission_is_told_and_on_crime_only_where_it_is_named(review):
    made = review(paragraph="Calls upon civil society to take part in the talks")
    assert [s.text for s in company.communities(made)] == ["communities"]
    assert not company.communities_on_crime(made)
    assert company.communities_on_crime(review(task="To combat gangs, including through community engagement"))
