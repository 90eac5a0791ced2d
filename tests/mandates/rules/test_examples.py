"""A rule's examples are its tests: each goes through the whole pipeline, from bytes to finding."""

import pytest

from mandates import rules
from mandates.analysis.values import Flagged

FLAGGING = {"OC101", "OC102", "OC103", "OC104", "OC201", "OC202"}
FLAGS = [pytest.param(r, e, id=f"{r.code}-{n}") for r in rules.ALL for n, e in enumerate(r.flags)]
PASSES = [pytest.param(r, e, id=f"{r.code}-{n}") for r in rules.ALL for n, e in enumerate(r.passes)]


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_the_rule_says_of_a_flagged_example_what_its_page_promises(review, rule, example):
    made = review(example.text, example.held, example.policy, example.earlier, example.register)
    [finding] = [f for f in made.findings if f.code == rule.code]
    assert finding.message == example.message
    assert tuple(span.text for span in finding.spans) == example.quotes
    assert finding.spans or finding.searched
    assert (finding.why, finding.remedy, finding.name) == (rule.rationale, rule.remedy, rule.name)
    assert all(source.url in finding.source for source in rule.sources)


@pytest.mark.parametrize(("rule", "example"), PASSES)
def test_the_rule_is_silent_on_a_passed_example(review, rule, example):
    made = review(example.text, example.held, example.policy, example.earlier, example.register)
    assert rule.code not in {f.code for f in made.findings}


@pytest.mark.parametrize(("rule", "example"), FLAGS + PASSES)
def test_a_flagged_text_has_exactly_one_flagging_finding_and_any_other_none(review, rule, example):
    made = review(example.text, example.held, example.policy, example.earlier, example.register)
    codes = [f.code for f in made.findings if f.code in FLAGGING]
    assert len(codes) == (made.flagged is Flagged.YES)


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_every_span_quotes_what_stands_at_its_place(review, rule, example):
    made = review(example.text, example.held, example.policy, example.earlier, example.register)
    for finding in made.findings:
        for span in finding.spans:
            assert made.document.paragraphs[span.paragraph].text[span.start : span.end] == span.text
