"""The linter is linted: every rule is registered, whole, and unlike every other."""

import doctest
import re
from dataclasses import fields
from pathlib import Path

import pytest

from mandates import rules
from mandates.rules import local_partners, needs
from mandates.rules.base import Family, Rule

FOLDER = Path(rules.__file__).parent
ORIGINALS = ("https://undocs.org/S/RES/", "https://unu.edu/")
FAMILIES = {str(n): family for n, family in enumerate(Family, 1)}
# codes of rules that once were; none may come back with another meaning
RETIRED: set[str] = set()

each_rule = pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)


def test_codes_are_in_order_unique_and_never_used_again():
    codes = [rule.code for rule in rules.ALL]
    assert codes == sorted(set(codes))
    assert not RETIRED & set(codes)


def test_every_file_of_a_rule_is_registered_and_named_after_it():
    expected = {f"{r.code}_{r.name}".lower().replace("-", "_") for r in rules.ALL}
    assert {file.stem for file in FOLDER.glob("oc*.py")} == expected


@each_rule
def test_every_field_is_filled(rule: Rule):
    for field in fields(rule):
        value = getattr(rule, field.name)
        assert value or field.name == "note", field.name
        if isinstance(value, str):
            assert value == value.strip(), field.name
    for real in (rule.fires_on, rule.silent_on):
        assert re.fullmatch(r"S/RES/\d+ \(\d{4}\)", real.symbol)
        assert real.where
        assert real.fact.endswith(".")


@each_rule
def test_a_code_tells_its_family_and_its_name_is_words_with_hyphens(rule: Rule):
    assert re.fullmatch(r"OC\d{3}", rule.code)
    assert rule.family is FAMILIES[rule.code[2]]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@each_rule
def test_a_rule_has_at_least_two_examples_of_each_kind_and_they_differ(rule: Rule):
    assert len(rule.flags) >= 2
    assert len(rule.passes) >= 2
    drafts = [(e.text, e.policy) for e in (*rule.flags, *rule.passes)]
    assert len(set(drafts)) == len(drafts)
    assert all(e.shows and e.message for e in rule.flags)
    assert all(e.shows and not e.message for e in rule.passes)


@each_rule
def test_sources_are_originals_with_a_paragraph_or_a_date(rule: Rule):
    for source in rule.sources:
        assert source.url.startswith(ORIGINALS)
        assert re.search(r"paragraph \d+$|\d{1,2} [A-Z][a-z]+ \d{4}$", source.citation)


@each_rule
def test_severity_is_the_one_whose_reason_is_given(rule: Rule):
    assert rule.severity_reason.lower().startswith(f"{rule.severity}:")


@each_rule
def test_sentences_end_and_questions_ask(rule: Rule):
    assert rule.question.endswith("?")
    assert rule.question.count("?") == 1
    assert not rule.title.endswith(".")
    assert rule.rationale.endswith(".")
    assert rule.remedy.rstrip("”").endswith(".")


def test_no_two_rules_ask_or_say_the_same():
    for field in ("name", "title", "question", "remedy", "rationale"):
        values = [getattr(rule, field) for rule in rules.ALL]
        assert len(set(values)) == len(values), field


def test_a_rule_is_found_by_its_code_in_any_case():
    assert rules.by_code(" oc202") is rules.ALL[5]
    with pytest.raises(KeyError):
        rules.by_code("OC999")


@each_rule
def test_a_remedy_names_no_country_and_no_mission_that_only_the_examples_know(rule: Rule):
    assert not re.search(r"\b(?:Karesia|UNMIKA)\b", rule.remedy)


def test_the_examples_in_the_docstrings_hold():
    for module in (needs, local_partners):
        assert doctest.testmod(module).failed == 0
