"""Where a text names a panel of experts, asks for work with it, and protects it."""

from textwrap import dedent

import pytest

from mandates.analysis import panels, pipeline, read

TEXT = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

    2. {said};

    3. Decides to remain seized of the matter.
"""


def said(words: str) -> panels.Said:
    text = dedent(TEXT).strip().format(said=words)
    return panels.find(pipeline.review(read.read(text.encode(), "draft.txt")))


@pytest.mark.parametrize(
    "words",
    [
        "Requests UNMIKA to cooperate with the Committee and its Panel of Experts",
        "Requests UNMIKA to watch the embargo in cooperation with the Group of Experts established by resolution 3001 (2031)",
        "Requests UNMIKA to assist the Committee established pursuant to resolution 3001 (2031), as far as it is able",
        "Requests UNMIKA to exchange information with the Monitoring Team",
        "Urges all States to supply any information at their disposal to the Panel of Experts",
    ],
)
def test_a_request_to_work_with_a_panel_or_its_committee_is_found(words):
    assert said(words).cooperation


@pytest.mark.parametrize(
    "words",
    [
        "Takes note of the report of the Panel of Experts",
        "Expresses its full support to the Group of Experts",
        "Requests UNMIKA to cooperate with the police of Karesia; takes note of the report of the Panel of Experts",
        "Requests UNMIKA to cooperate with the ceasefire committees",
        "Requests the Panel of Experts to report on the trade in gold",
    ],
)
def test_what_asks_nobody_to_work_with_it_is_none(words):
    assert not said(words).cooperation


@pytest.mark.parametrize(
    ("words", "protected"),
    [
        ("Requests UNMIKA to ensure unhindered access for the Panel of Experts", True),
        ("Calls upon all parties to ensure the safety of the members of the Group of Experts", True),
        ("Warns that obstructing the work of the Monitoring Group is a ground for listing", True),
        ("Requests UNMIKA to assist the Panel of Experts", False),
        ("Calls upon all parties to allow unhindered access of humanitarian workers", False),
    ],
)
def test_a_panel_is_protected_where_it_is_named(words, protected):
    assert bool(said(words).protection) is protected


def test_friends_and_human_rights_experts_are_no_panel():
    assert not said("Welcomes the work of the Group of Friends and of the independent expert on human rights").named
