import doctest

import pytest

from mandates.analysis import wording
from mandates.analysis.reporting import sentences
from mandates.analysis.values import Addressee, FlagReason, Kind, Tier


@pytest.mark.parametrize("module", [wording, sentences], ids=lambda m: m.__name__)
def test_the_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


def test_every_value_has_its_words():
    assert set(wording.TIERS) == set(Tier)
    assert set(wording.ADDRESSEES) == set(Addressee)
    assert set(wording.KINDS) == set(Kind)


def test_nobody_in_particular_is_named_only_where_nobody_else_is():
    assert wording.addressees([Addressee.OTHER]) == "nobody in particular"
    assert wording.addressees([Addressee.OTHER, Addressee.HOST_STATE, Addressee.HOST_STATE]) == "the host State"


def test_a_reason_names_the_number_of_the_policy():
    assert wording.reason(FlagReason.BEYOND_N, 5) == "beyond the top 5"
    assert wording.reason(FlagReason.ABSENT, 5) == "absent"


def test_what_is_cited_is_not_broken():
    assert wording.unbroken("in 38 (a) (iii) of 2423 (2018)").count("\N{NO-BREAK SPACE}") == 3
