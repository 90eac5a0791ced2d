"""Partners: each rule has its own question, and two of them never speak of one text."""

import pytest

from mandates import rules

PARTNERS = {"OC501", "OC502"}
EXAMPLES = [pytest.param(e, id=f"{r.code}-{n}") for r in rules.ALL for n, e in enumerate((*r.flags, *r.passes))]
NO_MANDATE = """
    The Security Council,

    Concerned that the smuggling of gold finances armed groups,

    1. Encourages Member States to act against drug trafficking, within existing resources;

    2. Calls upon all States to act against criminal networks in consultation with civil society;
"""


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_partner_and_no_local_partner_are_never_both_said(review, example):
    codes = {f.code for f in review(example.text, example.held, example.policy).findings}
    assert len(codes & PARTNERS) < 2


def test_advice_on_framing_means_and_partners_is_not_asked_of_a_text_that_gives_no_mandate(review):
    assert review(NO_MANDATE).findings == ()
