"""Decisions hang on fingerprints: they outlive a new analysis and new numbers, and differ where the words do."""

import doctest

from mandates.analysis.values import Span
from mandates.rules import fingerprints
from mandates.rules.base import Hit

FIRST = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support elections in every province;

    2. Requests UNMIKA to share with the police of Karesia what it learns about criminal networks;

    3. Decides to remain seized of the matter.
"""
NEXT = (
    FIRST.replace("3. Decides", "4. Decides")
    .replace("2. Requests", "3. Requests")
    .replace("    1. Decides that", "    1. Welcomes the peace talks;\n\n    2. Decides that")
)


def codes(review):
    return {f.code: f.fingerprint for f in review.findings if f.code < "OC2"}  # a rule for each place


def test_it_stays_when_paragraphs_are_renumbered(review):
    first, following = review(FIRST), review(NEXT)
    assert [s.paragraph for f in first.findings for s in f.spans] != [
        s.paragraph for f in following.findings for s in f.spans
    ]
    assert codes(first) == codes(following)
    assert set(codes(first)) == {"OC104"}


def test_it_stays_when_only_case_quotes_and_spacing_change(review):
    assert codes(review(FIRST)) == codes(review(FIRST.replace("criminal networks", "Criminal  Networks")))


def test_it_changes_with_the_words_on_which_the_finding_rests(review):
    assert codes(review(FIRST)) != codes(review(FIRST.replace("criminal networks", "the smuggling of gold")))


def test_it_differs_from_rule_to_rule_and_between_two_findings_of_equal_words():
    hit = Hit("one", (Span(3, 0, 4, "gold"),))
    same = Hit("another", (Span(9, 7, 11, "Gold"),))
    absent = Hit("absent", anchor="")
    made = list(fingerprints.of([("OC1", hit), ("OC1", same), ("OC2", hit), ("OC2", absent)]))
    assert len(set(made)) == 4
    assert made == list(fingerprints.of([("OC1", same), ("OC1", hit), ("OC2", same), ("OC2", absent)]))
    assert all(len(f) == 64 for f in made)


def test_an_absence_keeps_its_fingerprint_however_much_was_searched(review):
    short = FIRST.replace("criminal networks", "the harvest")
    longer = short.replace("4. Decides", "5. Decides").replace("(b) To", "(b) To clear mines;\n\n    (c) To")
    assert codes(review(short)) == codes(review(longer))
    assert set(codes(review(short))) == {"OC101"}


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(fingerprints) == (0, 1)
