"""Which treaty on a crime a text cites, and that the words for each are those of an instrument of the taxonomy."""

import tomllib

import pytest

from mandates.analysis import instruments, taxonomy

RAW = tomllib.loads(instruments.SOURCE.read_text(encoding="utf-8"))
TEXT = "The Security Council,\nRecalling {cited},\n1. Decides to remain seized of the matter.\n"
ASKED = ("organized_crime", "human_trafficking", "drug_trafficking", "arms_trafficking")


@pytest.mark.parametrize(
    ("cited", "left"),
    [
        ("its previous resolutions", ASKED),
        ("the United Nations Convention against Transnational Organized Crime", ()),
        ("the Protocol to Prevent, Suppress and Punish Trafficking in Persons", ("organized_crime", *ASKED[2:])),
        ("the Single Convention on Narcotic Drugs of 1961", (*ASKED[:2], "arms_trafficking")),
        ("the Arms Trade Treaty", ASKED[:3]),
        ("the ECOWAS Convention on Small Arms and Light Weapons", ASKED[:3]),
        ("the Programme of Action on small arms", ASKED[:3]),
        ("the Convention on the Safety of United Nations and Associated Personnel", ASKED),
        ("the programme of action of the Government and a treaty of friendship", ASKED),
    ],
)
def test_the_crimes_on_which_nothing_is_cited_are_left(parsed, cited, left):
    assert instruments.without(parsed(TEXT.format(cited=cited)), ASKED) == left


def test_a_crime_without_an_instrument_is_never_left(parsed):
    assert instruments.without(parsed(TEXT.format(cited="nothing")), ("soft_targets",)) == ()


def test_words_stand_for_instruments_and_crime_types_of_the_taxonomy():
    types = taxonomy.load().types
    assert RAW["cited"].keys() <= {i.name for crime in types.values() for i in crime.instruments}
    assert RAW["regional"].keys() <= types.keys()


def test_the_quick_look_hides_no_instrument():
    for terms in (*RAW["cited"].values(), *RAW["regional"].values()):
        for term in terms:
            assert any(word in term for word in instruments.CITING), term
