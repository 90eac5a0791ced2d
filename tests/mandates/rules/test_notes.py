"""A note is a finding that carries its being one wherever it is shown."""

from dataclasses import replace

from mandates import rules
from mandates.analysis import report
from mandates.rules import documentation
from tests.mandates.rules.test_fingerprints import FIRST


def test_a_finding_of_a_rule_that_is_a_note_says_so_in_values_and_text(review, monkeypatch):
    for finding in report.as_dict(review(FIRST))["findings"]:
        assert finding["note"] is rules.by_code(finding["code"]).note
    monkeypatch.setattr(rules, "ALL", tuple(replace(rule, note=True) for rule in rules.ALL))
    made = review(FIRST)
    assert {f["note"] for f in report.as_dict(made)["findings"]} == {True}
    assert "OC104 outside-the-task-list (high, note)" in report.as_text(made)


def test_the_page_of_a_rule_that_is_a_note_says_so():
    rule = replace(rules.by_code("OC203"), note=True)
    assert "what it says is a note" in " ".join(documentation.page(rule).split())
    assert "| low | stable, note |" in documentation.index((rule,))
