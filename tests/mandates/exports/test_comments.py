"""The comments table: accepted findings alone, in the order of the text, with wordings marked as edits where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandates.exports import comments

WORDS = st.lists(st.sampled_from(["To", "help", "the", "police", "of", "Karesia,", "courts;", "gold", "—", "\n"])).map(
    " ".join
)
DRAFT = "To support the police of Karesia against organized criminal networks and the smuggling of gold;"


def proposal(text: str) -> dict:
    return {"id": 7, "text": text, "reason": "As agreed.", "by": "owner", "at": "2030-06-03T10:00:00Z"}


@pytest.mark.django_db
def test_only_accepted_findings_have_a_row_with_the_rules_advice_until_somebody_words_it(data, accepted):
    (row,) = comments.rows(data, {})
    assert (row.fingerprint, row.code, row.paragraph) == (accepted, "OC202", "2\xa0(c)\xa0(ii)")
    assert row.draft.startswith("To support the police of Nambira against organized criminal networks")
    assert row.proposed == data["findings"][0]["remedy"]
    assert row.reason == "Agreed with DPO."  # the decision's own
    assert (row.worded, row.seen, row.changes, row.agreed) == (False, "", (), ())


@pytest.mark.django_db
def test_a_wording_takes_the_place_of_the_advice_and_is_marked_against_the_draft(data, accepted):
    before = comments.rows(data, {})[0].draft
    (row,) = comments.rows(data, {accepted: proposal(before.replace("To support", "To support and to train"))})
    assert row.worded and row.reason == "As agreed." and row.seen == "7"
    assert [(c.kind, c.text) for c in row.changes][:2] == [("same", "To support"), ("in", " and to train")]


@pytest.mark.django_db
def test_a_reason_alone_does_not_make_the_advice_a_text(data, accepted):
    (row,) = comments.rows(data, {accepted: proposal(data["findings"][0]["remedy"])})
    assert not row.worded and row.reason == "As agreed." and row.changes == ()


@pytest.mark.django_db
def test_rows_stand_in_the_order_of_the_text_and_what_it_lacks_last(data, accepted):
    first = data["findings"][0]
    absent = {**first, "fingerprint": "a" * 64, "code": "OC101", "spans": []}
    early = {
        **first,
        "fingerprint": "e" * 64,
        "code": "OC900",
        "spans": [{**first["spans"][0], "anchor": "pp2", "label": "PP2"}],
    }
    rows = comments.rows({**data, "findings": [absent, first, early]}, {})
    assert [(row.code, row.paragraph) for row in rows] == [
        ("OC900", "PP2"),
        ("OC202", "2\xa0(c)\xa0(ii)"),
        ("OC101", comments.NEW),
    ]
    assert rows[-1].draft == ""


def test_changed_words_are_told_from_kept_ones_to_the_comma():
    new = DRAFT.replace("the police", "the police and the courts").replace("networks and", "networks, and")
    assert [(c.kind, c.text) for c in comments.changes(DRAFT, new)] == [
        ("same", "To support the police"),
        ("in", " and the courts"),
        ("same", " of Karesia against organized criminal networks"),
        ("in", ","),
        ("same", " and the smuggling of gold;"),
    ]


def test_a_text_of_its_own_is_no_edit():
    assert comments.changes(DRAFT, "To identify, with the courts, whoever profits from the war;") == ()


@given(WORDS, WORDS)
def test_the_stretches_join_to_both_texts(draft, proposed):
    made = comments.changes(draft, proposed)
    if made:
        assert "".join(c.text for c in made if c.kind != "in").strip() == draft.strip()
        assert "".join(c.text for c in made if c.kind != "out").strip() == proposed.strip()
