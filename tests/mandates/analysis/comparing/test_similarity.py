import pytest

from mandates.analysis import pipeline
from mandates.analysis.comparing import similarity, units
from tests.mandates.analysis.conftest import clean_text


def sides(*paragraphs: str):
    return units.of(pipeline.parse(clean_text("\n".join(["The Security Council,", *paragraphs]))), None)


OLDER = sides(
    "Recalling the need to repair the lighthouse,",
    "Recalling the need to respect the harvest festival,",
    "Recalling the need to count herons,",
)


def test_the_same_words_are_one_and_no_words_in_common_are_no_candidates():
    made = similarity.Similarity(OLDER, sides("Recalling the need to repair the lighthouse,", "Noting quiet seas,"), ())
    assert made.of(0, 0) == pytest.approx(1)
    assert (0, 1) not in made.common


def test_a_rare_word_in_common_says_more_than_a_formula():
    newer = sides("Welcoming that the lighthouse was painted,", "Recalling the need to buy boats,")
    made = similarity.Similarity(OLDER, newer, ())
    assert made.weights["lighthouse"] > made.weights["recalling"]
    assert made.weight(["lighthouse"]) > made.weight(["the", "need"]) / 2


def test_order_counts():
    newer = sides("Recalling the need to repair the lighthouse,", "Recalling lighthouse the repair to the need,")
    made = similarity.Similarity(OLDER, newer, ())
    assert made.of(0, 1) < made.of(0, 0)


def test_candidates_are_few_however_many_units_share_a_word():
    many = [f"Noting the heron colony on island number {number} and its keeper," for number in range(60)]
    made = similarity.Similarity(sides(*many), sides(*many), ())
    assert len(made.common) <= 2 * similarity.CANDIDATES * len(many)
    assert all((n, n) in made.common for n in range(len(many)))


def test_settled_units_get_no_candidates_of_their_own():
    newer = sides("Recalling the need to repair the lighthouse,")
    free, settled = similarity.Similarity(OLDER, newer, ()), similarity.Similarity(OLDER, newer, {0})
    assert set(settled.common) <= set(free.common)
