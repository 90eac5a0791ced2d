import pytest

from mandates.analysis.values import Change
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed


def change_of(comparison, label: str):
    """Change and reasons of the unit with this label in the newer text."""
    (found,) = [c for c in (*comparison.tasks, *comparison.paragraphs) if c.newer and c.newer.label == label]
    return found.change, found.reasons


BRIDGES = "To repair the bridges that the flood of last spring swept away"
FORDS = "To patrol the fords and market roads by day and by night"


@pytest.mark.parametrize(
    "words", ["within existing resources", "where feasible", "upon request", "on a case-by-case basis"]
)
def test_a_qualifier_that_is_added_weakens_a_task_and_its_loss_strengthens_it(compared, words):
    limited = changed((FORDS, f"{FORDS} {words}"))
    assert change_of(compared(NAMBIRA, limited), "2 (a) (ii)") == (Change.WEAKENED, (f"“{words}” added",))
    assert change_of(compared(limited, NAMBIRA), "2 (a) (ii)") == (Change.STRENGTHENED, (f"“{words}” dropped",))


def test_a_qualifier_of_the_list_holds_for_its_tasks(compared):
    made = compared(NAMBIRA, changed((", as conditions permit,", "")))
    assert change_of(made, "3 (a)") == (Change.STRENGTHENED, ("“as conditions permit” dropped",))


def test_one_qualifier_for_another_is_a_rewording(compared):
    made = compared(NAMBIRA, changed((", as conditions permit,", ", within its existing resources,")))
    change, reasons = change_of(made, "3 (a)")
    assert change is Change.REWORDED
    assert set(reasons) == {"“as conditions permit” dropped", "“within its existing resources” added"}


@pytest.mark.parametrize(
    "words", ["without prejudice to the primacy of politics", "as soon as possible", "as set out above"]
)
def test_words_that_limit_nothing_weaken_nothing(compared, words):
    assert change_of(compared(NAMBIRA, changed((FORDS, f"{FORDS} {words}"))), "2 (a) (ii)") == (Change.REWORDED, ())


def test_a_weaker_lead_verb_weakens_a_paragraph(compared):
    made = compared(NAMBIRA, changed(("4. Requests UNMINA", "4. Encourages UNMINA")))
    assert change_of(made, "4") == (Change.WEAKENED, ("“Requests” is now “Encourages”",))
    made = compared(changed(("4. Requests UNMINA", "4. Encourages UNMINA")), NAMBIRA)
    assert change_of(made, "4")[0] is Change.STRENGTHENED


def test_a_request_behind_another_verb_is_as_strong(compared):
    made = compared(NAMBIRA, changed(("4. Requests UNMINA", "4. Welcomes the first survey, and requests UNMINA")))
    assert change_of(made, "4") == (Change.REWORDED, ())


def test_may_is_weaker_than_shall(compared):
    made = compared(
        NAMBIRA,
        changed(
            ("3. Further decides that the mandate of UNMINA shall", "3. Further decides that the mandate of UNMINA may")
        ),
    )
    assert "“shall” is now “may”" in change_of(made, "3")[1]


def test_helping_others_do_it_is_weaker_than_doing_it(compared):
    made = compared(
        NAMBIRA, changed((BRIDGES, "To assist in the repair of the bridges that the flood of last spring swept away"))
    )
    assert change_of(made, "3 (a)") == (Change.WEAKENED, ("“to repair” is now “to assist”",))


def test_doing_one_thing_besides_helping_with_it_is_no_stronger(compared):
    older = changed((FORDS, "To support patrols of the fords and market roads by day and by night"))
    newer = changed((FORDS, "To map fords and to support patrols of the fords and market roads by day and by night"))
    assert change_of(compared(older, newer), "2 (a) (ii)") == (Change.REWORDED, ())


def test_a_preambular_paragraph_is_neither_stronger_nor_weaker(compared):
    made = compared(NAMBIRA, changed(("Expressing concern at the floods", "Noting as appropriate the floods")))
    assert change_of(made, "PP2") == (Change.REWORDED, ())


def test_a_soft_qualifier_of_added_words_alone_weakens_nothing(compared):
    made = compared(NAMBIRA, changed((FORDS, f"{FORDS} and to light beacons, as appropriate")))
    assert change_of(made, "2 (a) (ii)") == (Change.REWORDED, ())


def test_whether_tasks_are_decided_or_requested_is_no_difference(compared):
    made = compared(
        NAMBIRA, changed(("2. Decides that the mandate of UNMINA shall include", "2. Requests UNMINA to carry out"))
    )
    assert change_of(made, "2 (a) (i)") == (Change.KEPT, ())


def test_another_verb_to_another_addressee_is_no_weaker(compared):
    newer = changed(("4. Requests UNMINA to keep", "4. Invites Member States to keep"))
    assert change_of(compared(NAMBIRA, newer), "4") == (Change.REWORDED, ())


def test_a_weaker_verb_to_others_once_the_mission_is_no_longer_asked_is_no_weaker(compared):
    line = "4. Requests UNMINA to keep"
    older = changed((line, "4. Requests UNMINA and the authorities of Nambira to keep"))
    newer = changed((line, "4. Calls upon the authorities of Nambira to keep"))
    assert change_of(compared(older, newer), "4") == (Change.REWORDED, ())
