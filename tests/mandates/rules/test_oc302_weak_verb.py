import pytest

TEXT = """    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support elections in every province;

    2. {verb} UNMIKA to help the police of Karesia against drug trafficking;

    3. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize(
    ("verb", "fires"),
    [
        ("Encourages", True),
        ("Invites", True),
        ("Strongly encourages", True),
        ("Calls upon", False),
        ("Urges", False),
        ("Further requests", False),
        ("Authorizes", False),
    ],
)
def test_to_encourage_and_to_invite_are_weak_and_to_call_upon_is_not(review, verb, fires):
    assert ("OC302" in {f.code for f in review(TEXT.format(verb=verb)).findings}) is fires


def test_of_two_verbs_in_brackets_the_weaker_is_what_is_agreed(review):
    assert "OC302" in {f.code for f in review(TEXT.format(verb="[Requests] [Encourages]")).findings}


def test_it_is_advice_and_leaves_the_flag_as_it_is(review):
    weak, strong = (review(TEXT.format(verb=verb)) for verb in ("Encourages", "Requests"))
    assert (weak.flagged, weak.reading.flag_reason) == (strong.flagged, strong.reading.flag_reason)
