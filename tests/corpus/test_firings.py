"""A rule says of itself whether it is a note, and the real mandates agree."""

import pytest

from evaluation import firings
from mandates import rules


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_a_rule_that_speaks_on_more_than_half_of_the_mandates_that_it_is_asked_of_is_a_note(corpus, rule):
    made = firings.reviews(corpus)
    asked, spoke = firings.asked(rule, made), {f.symbol for f in firings.firings(rule, made)}
    assert rule.note is (len(spoke) > firings.NOTE * len(asked)), f"it speaks on {len(spoke)} of {len(asked)}"


def test_every_finding_quotes_its_text_or_says_what_was_searched(corpus):
    for symbol, review in firings.reviews(corpus).items():
        for finding in review.findings:
            assert finding.spans or finding.searched, (symbol, finding.code)
