import pytest

from mandates.analysis.tasking import authority


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Acting under Chapter VII of the Charter of the United Nations,\n1. Decides to act;", 0),
        ("Concerned,\n1. Decides, acting under Chapter VII of the Charter, that all States shall help;", 1),
        ("Acting under Articles 39 and 40 of the Charter,\n1. Demands a ceasefire;", 0),
        ("Recalling its resolution 2901 (2027), adopted when acting under Chapter VII,\n1. Decides to act;", None),
        ("Acting under Chapter VI of the Charter,\n1. Decides to act;", None),
    ],
)
def test_chapter_seven_is_the_councils_own_act(parsed, text, index):
    assert authority.chapter_vii(parsed("The Security Council,\n" + text)) == index
