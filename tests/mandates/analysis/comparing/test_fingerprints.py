import pytest

from mandates.analysis.comparing import fingerprints
from mandates.analysis.values import Change
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

PATROLS = ("by day and by night", "by day")
FEWER = "(ii) To host the monthly meetings of the lake council;\n"
RENUMBERED = (
    ("4. Requests UNMINA", "4. Welcomes the new ferry of the lake council;\n5. Requests UNMINA"),
    ("5. Calls upon", "6. Calls upon"),
    ("6. Decides to remain", "7. Decides to remain"),
)


@pytest.fixture
def named(compared):
    """The changes between two texts by fingerprint."""

    def found(older: str, newer: str) -> dict:
        made = compared(older, newer)
        changes = (*made.tasks, *made.paragraphs)
        return dict(zip(fingerprints.of(changes), changes, strict=True))

    return found


def test_only_what_changed_has_one(named):
    found = named(NAMBIRA, changed(PATROLS))
    assert {name: c.change for name, c in found.items() if name} == {max(found): Change.REWORDED}
    assert found[""].change is Change.KEPT


def test_it_stays_in_the_next_version_while_the_words_stay(named):
    before = named(NAMBIRA, changed(PATROLS))
    after = named(NAMBIRA, changed(PATROLS, (FEWER, ""), *RENUMBERED))
    assert set(before) <= set(after)
    assert len(after) == len(before) + 2  # the host of meetings dropped, the ferry new


def test_it_stays_when_both_texts_number_anew(named):
    changes = (("abandoned mines", "flooded mines"),)
    before = named(NAMBIRA, changed(*changes))
    older = changed(("set out in paragraph 3 above", "set out in paragraph 9 above"))
    after = named(older, changed(*changes, ("set out in paragraph 3 above", "set out in paragraph 11 above")))
    assert set(after) == set(before)


def test_other_words_are_another_change(named):
    one, other = (set(named(NAMBIRA, changed(("by day and by night", words)))) for words in ("by day", "at dawn"))
    assert one & other == {""}


def test_a_promotion_and_a_demotion_with_the_same_words_are_told_apart(named):
    herders = "(b) To count and mark the cattle of displaced herders;\n"
    moved = changed((herders, ""), ("3. Further", "(d) To count and mark the cattle of displaced herders;\n3. Further"))
    up, down = named(NAMBIRA, moved), named(moved, NAMBIRA)
    assert {"promoted"} == {str(c.movement) for name, c in up.items() if name}
    assert set(up) & set(down) == {""}


def test_two_equal_ones_differ(named):
    twice = changed((FEWER, FEWER + FEWER.replace("(ii)", "(iii)")))
    gone = [c for name, c in named(twice, changed((FEWER, ""))).items() if name]
    assert [c.change for c in gone] == [Change.DROPPED, Change.DROPPED]
