"""docs/rules says what the rules say: the pages are made from them and may not be older."""

from pathlib import Path

import pytest

from mandates import rules
from mandates.rules import documentation

PAGES = Path(rules.__file__).resolve().parents[2] / "docs" / "rules"


def test_the_committed_pages_are_those_of_the_rules():
    made = documentation.files(rules.ALL)
    committed = {file.name: file.read_text(encoding="utf-8") for file in PAGES.glob("*.md")}
    assert sorted(committed) == sorted(made)
    stale = [name for name in made if made[name] != committed[name]]
    assert not stale, f"run manage.py explain --write: {stale}"


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_a_page_holds_all_that_a_reader_needs(rule):
    page = " ".join(documentation.page(rule).replace("\n> ", " ").split())
    for words in (rule.code, rule.name, rule.title, rule.question, rule.rationale, rule.remedy, rule.severity_reason):
        assert " ".join(words.split()) in page
    for example in (*rule.flags, *rule.passes):
        assert example.shows in page
        assert example.message in page
        assert " ".join(example.text.split()) in page
    for example in rule.flags:
        for field in example.register.expertise:
            assert field.sentence in page
        for regime in example.register.regimes:
            assert regime.name in page
    for real in (rule.fires_on, rule.silent_on):
        assert real.symbol in page
        assert real.fact in page
    for source in rule.sources:
        assert source.url in page


def test_the_index_and_the_listing_name_every_rule():
    index, listing = documentation.index(rules.ALL), documentation.listing(rules.ALL)
    for rule in rules.ALL:
        assert f"[{rule.code}]({documentation.filename(rule)})" in index
        assert rule.question in listing
    assert len(listing.splitlines()) == len(rules.ALL)
