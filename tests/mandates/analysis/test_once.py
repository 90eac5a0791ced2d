"""What several rules ask of one review is looked for once, and no word of it outlives the review."""

import gc
import weakref

from mandates.analysis import once, pipeline
from mandates.analysis.values import Context


def test_one_review_is_looked_through_once_and_the_next_one_anew(clean):
    text = "The Security Council,\n1. Calls upon all Member States to act together;\n2. Decides to remain seized;"
    one, other = (pipeline.judge(pipeline.parse(clean(text)), Context()) for _ in range(2))
    asked = []

    @once.for_each_review
    def find(review):
        asked.append(review)
        return (review.document.paragraphs[0].text,)

    assert find(one) is find(one)
    assert find(other) == find(one)
    assert [id(review) for review in asked] == [id(one), id(other), id(one)]


def test_what_was_found_goes_with_its_review(clean):
    class Words:
        def __init__(self, review):
            self.texts = [p.text for p in review.document.paragraphs]

    find = once.for_each_review(Words)
    review = pipeline.judge(pipeline.parse(clean("The Security Council,\n1. Notes the harvest;")), Context())
    found = weakref.ref(find(review))
    assert found().texts[-1] == "Notes the harvest;"
    del review
    gc.collect()
    assert found() is None
