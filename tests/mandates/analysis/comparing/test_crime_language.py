from mandates.analysis.values import CrimeFate
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

LOST, PARTLY, KEPT, GAINED = CrimeFate.LOST, CrimeFate.PARTLY_LOST, CrimeFate.KEPT, CrimeFate.GAINED


def fates(comparison):
    return {(c.fate, c.older.label if c.older else None, c.newer.label if c.newer else None) for c in comparison.crime}


def change(comparison, fate):
    (found,) = [c for c in comparison.crime if c.fate is fate]
    return found


def test_everything_is_kept_in_the_same_text(compared):
    assert fates(compared(NAMBIRA, NAMBIRA)) == {
        (KEPT, "PP2", "PP2"),
        (KEPT, "2 (c) (ii)", "2 (c) (ii)"),
        (KEPT, "5", "5"),
    }


def test_language_is_lost_from_a_paragraph_that_stays(compared):
    made = compared(NAMBIRA, changed((" and at the smuggling of gold through Kestrel Gorge,", ",")))
    lost = change(made, LOST)
    assert (lost.older.label, lost.newer.label) == ("PP2", "PP2")
    assert [s.text for s in lost.older_words] == ["smuggling of gold"]


def test_language_is_lost_with_its_paragraph(compared):
    line = "5. Calls upon the authorities of Nambira, with the assistance of UNMINA, to end trafficking in persons at the border posts;\n6. Decides"
    made = compared(NAMBIRA, changed((line, "5. Decides")))
    assert (LOST, "5", None) in fates(made)
    assert change(made, LOST).lost == ("human_trafficking",)


def test_language_of_which_some_types_are_lost_is_partly_lost(compared):
    made = compared(
        NAMBIRA,
        changed(
            ("against organized criminal networks and the smuggling of gold", "against organized criminal networks")
        ),
    )
    partly = change(made, PARTLY)
    assert (partly.older.label, partly.kept, partly.lost) == (
        "2 (c) (ii)",
        ("organized_crime",),
        ("natural_resources",),
    )


def test_new_language_is_gained_with_the_unit_it_came_into(compared):
    made = compared(
        NAMBIRA,
        changed(("in the eastern hills,", "in the eastern hills and of the smuggling of migrants across them,")),
    )
    gained = change(made, GAINED)
    assert (gained.older.label, gained.newer.label, gained.gained) == ("4", "4", ("migrant_smuggling",))


def test_a_new_paragraph_gains_language_without_an_older_one(compared):
    made = compared(
        NAMBIRA, changed(("6. Decides", "6. Urges all ferry owners to end the smuggling of timber;\n7. Decides"))
    )
    assert (GAINED, None, "6") in fates(made)


def test_a_clause_that_moved_to_another_paragraph_is_kept_there(compared):
    made = compared(
        NAMBIRA,
        changed(
            (
                "Expressing concern at the floods in the river delta and at the smuggling of gold through Kestrel Gorge,",
                "Expressing concern at the floods in the river delta and at the slow delivery of tents and blankets,",
            ),
            (
                "Welcoming the harvest festival that the movements of the north held together with the coastal towns,",
                "Welcoming the harvest festival that the movements of the north held together with the coastal towns, and expressing concern at the smuggling of gold through Kestrel Gorge,",
            ),
        ),
    )
    assert (KEPT, "PP2", "PP3") in fates(made)
    assert not [c for c in made.crime if c.fate in (LOST, GAINED)]


def test_the_same_crime_told_of_others_is_not_the_same_language(compared):
    customs = "to restore the customs service, to publish quarterly figures of its income"
    older = changed(("UNMINA, to end trafficking", f"UNMINA, {customs} and to end trafficking"))
    newer = changed(
        (
            "UNMINA, to end trafficking in persons at the border posts",
            f"UNMINA, {customs} and to reopen the border posts",
        ),
        ("6. Decides", "6. Requests UNMINA to monitor trafficking in persons at the border posts;\n7. Decides"),
    )
    assert {(LOST, "5", "5"), (GAINED, None, "6")} <= fates(compared(older, newer))


def test_a_paragraph_that_no_longer_names_the_mission_is_kept_and_said_so(compared):
    made = compared(NAMBIRA, changed((", with the assistance of UNMINA, to end", " to end")))
    (kept,) = [c for c in made.crime if c.newer and c.newer.label == "5"]
    assert (kept.fate, kept.mission_dropped) == (KEPT, True)
    assert not any(c.mission_dropped for c in compared(NAMBIRA, NAMBIRA).crime)


def test_a_task_in_force_by_reference_keeps_its_language(compared):
    extension = """\
    The Security Council,
    Recalling its resolution 9001 (2030) on the mandate of UNMINA,
    1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA) as set out in resolution 9001 (2030) until 30 June 2032;
    2. Decides to remain seized of the matter.
    """
    made = compared(NAMBIRA, extension)
    (task,) = [c for c in made.crime if c.older.label == "2 (c) (ii)"]
    assert (task.fate, task.renewed, task.newer) == (KEPT, True, None)
    assert (LOST, "5", None) in fates(made)


def test_another_name_for_the_same_crime_is_no_loss(compared):
    made = compared(
        NAMBIRA,
        changed(("to end trafficking in persons at the border posts", "to end human trafficking at the border posts")),
    )
    assert (KEPT, "5", "5") in fates(made)


def test_goods_that_are_no_longer_named_are_a_part_that_is_lost(compared):
    older = changed(("the smuggling of gold;", "the smuggling of gold and timber;"))
    (partly,) = [c for c in compared(older, NAMBIRA).crime if c.fate is PARTLY]
    assert (partly.kept, partly.lost, [s.text for s in partly.older_words]) == (
        ("organized_crime", "natural_resources"),
        (),
        ["timber"],
    )


def test_corruption_alone_is_neither_lost_nor_gained(compared):
    made = compared(NAMBIRA, changed(("(i) To help the courts", "(i) To curb corruption and to help the courts")))
    assert fates(made) == fates(compared(NAMBIRA, NAMBIRA))
