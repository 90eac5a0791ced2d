"""The crimes on which a mission is to act, and the texts that lay its tasks down."""

from textwrap import dedent

from mandates.analysis import pipeline, read, tasked
from mandates.analysis.values import Context
from tests.mandates import drafts


def parse(text: str):
    return pipeline.parse(read.read(dedent(text).encode(), "draft.txt"))


def test_each_crime_type_has_the_labels_that_name_it():
    review = pipeline.judge(parse(drafts.NAMBIRA), Context())
    assert tasked.crime_types(review) == {"organized_crime": ["2 (c) (ii)"], "natural_resources": ["2 (c) (ii)"]}
    assert tasked.where(review) == "paragraph 2 (c) (ii)"


def test_tasks_in_force_that_a_text_renews_count_with_the_resolution_that_holds_them():
    held = {"S/RES/3101 (2030)": parse(drafts.HELD)}
    review = pipeline.judge(parse(drafts.RENEWAL), Context(held=held))
    assert set(tasked.crime_types(review)) == {"organized_crime", "natural_resources"}
    assert tasked.where(review) == "paragraph 2 (c) (ii) of resolution 3101 (2030)"
    assert tasked.are_known(review)


def test_a_place_says_whether_it_is_a_task_of_a_list_and_in_which_text_it_stands():
    held = {"S/RES/3101 (2030)": parse(drafts.HELD)}
    [place] = tasked.find(pipeline.judge(parse(drafts.RENEWAL), Context(held=held)))
    assert (place.label, place.symbol, place.listed) == ("2 (c) (ii)", "S/RES/3101 (2030)", True)


def test_without_the_text_that_it_renews_its_tasks_are_not_known():
    review = pipeline.judge(parse(drafts.RENEWAL), Context())
    assert tasked.crime_types(review) == {}
    assert not tasked.are_known(review)


def test_a_bare_extension_lays_nothing_down():
    assert tasked.lays_down(pipeline.judge(parse(drafts.NAMBIRA), Context()))
    assert not tasked.lays_down(pipeline.judge(parse(drafts.RENEWAL), Context()))
