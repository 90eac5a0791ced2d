import pytest

LIST = """    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

{preamble}    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support elections in every province;

    2. Decides to remain seized of the matter.
"""
ALONE = "    Concerned by drug trafficking in the north,\n\n"
BESIDE = "    Concerned by the links between terrorism and drug trafficking,\n\n"


@pytest.mark.parametrize(
    ("beside", "alone", "fires"),
    [(2, 1, True), (1, 1, False), (3, 2, False), (4, 2, True), (1, 0, False), (2, 0, True), (0, 2, False)],
)
def test_it_takes_two_thirds_of_two_or_more_places(review, beside, alone, fires):
    made = review(LIST.format(preamble=BESIDE * beside + ALONE * alone))
    found = [f for f in made.findings if f.code == "OC301"]
    assert bool(found) is fires
    if found:
        assert found[0].message.startswith(f"{beside} of {beside + alone} paragraphs or items")


def test_corruption_beside_terrorism_counts_for_nothing(review):
    preamble = "    Condemning corruption and terrorism,\n\n" * 3 + ALONE
    assert [f.code for f in review(LIST.format(preamble=preamble)).findings] == ["OC102"]


def test_it_is_not_asked_of_a_text_that_gives_no_mandate(review):
    text = """
        The Security Council,

        Concerned by the links between terrorism and drug trafficking,

        1. Calls upon all Member States to act together against terrorism and drug trafficking;

        2. Urges all Member States to share what they know about terrorism and organized crime;

        3. Encourages Member States to join the conventions on terrorism and organized crime;
    """
    made = review(text)
    assert made.flagged == "not applicable"
    assert made.findings == ()
