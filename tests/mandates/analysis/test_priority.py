"""Position, places and flagged, from counts alone: crime is put where each test wants it."""

import pytest

from mandates.analysis import priority, tasks
from mandates.analysis.values import (
    Addressee,
    Context,
    CrimeReading,
    Flagged,
    FlagReason,
    ParagraphCrime,
    Policy,
    Position,
    Reading,
    Role,
)

TEXT = """
    The Security Council,
    Recalling resolution 2901 (2027) on the United Nations Mission in Karesia (UNMKA),
    Concerned by the situation,
    1. Decides that the mandate of UNMKA shall include the following priority tasks:
    (a) Civilians
    (i) To protect them;
    (ii) To warn them;
    (b) Elections
    To help to hold them;
    (c) Justice
    To train judges;
    (d) Borders
    To advise the customs;
    2. Further authorizes UNMKA to carry out the following additional tasks:
    (a) Mines
    To clear them;
    3. Requests UNMKA to look after the environment;
    4. Urges all Member States to help;
"""
EXTENSION = """
    The Security Council,
    Recalling resolution 2901 (2027) on the United Nations Mission in Karesia (UNMKA),
    1. Decides to extend the mandate of UNMKA until May;
    2. Urges all Member States to help;
"""


def reading(document, crime_at: dict[str, bool], terrorism_at=()) -> Reading:
    """A reading of ``document`` with organized crime at the given labels (True: as subject)."""
    crime = {
        p.index: ParagraphCrime(p.index, ("gangs",), (), True, p.label in terrorism_at, crime_at[p.label])
        for p in document.paragraphs
        if p.label in crime_at
    }
    return Reading(document, tasks.read(document), CrimeReading(crime, ()))


def rank(parsed, crime_at, text=TEXT, top=3, held=None, **more):
    return priority.rank(reading(parsed(text), crime_at, **more), Context(held=held or {}, policy=Policy(top=top)))[0]


@pytest.mark.parametrize(
    ("crime_at", "position", "flagged", "reason"),
    [
        ({}, Position.ABSENT, Flagged.YES, FlagReason.ABSENT),
        ({"PP2": False}, Position.PREAMBLE_ONLY, Flagged.YES, FlagReason.PREAMBLE_ONLY),
        ({"PP2": False, "4": True}, Position.OTHERS_ONLY, Flagged.YES, FlagReason.OTHERS_ONLY),
        ({"4": True, "3": True}, Position.MISSION_PARAGRAPH_OUTSIDE_LIST, Flagged.YES, FlagReason.OUTSIDE_THE_LIST),
        ({"3": True, "1 (c)": False}, Position.WITHIN_MAIN_TASK, Flagged.YES, FlagReason.CLAUSE_OR_SUB_TASK),
        ({"1 (a) (ii)": True}, Position.WITHIN_MAIN_TASK, Flagged.YES, FlagReason.CLAUSE_OR_SUB_TASK),
        ({"1 (d)": True}, Position.MAIN_TASK, Flagged.YES, FlagReason.BEYOND_N),
        ({"1 (c)": True}, Position.MAIN_TASK, Flagged.NO, None),
        ({"2 (a)": True}, Position.MAIN_TASK, Flagged.YES, FlagReason.BEYOND_N),
    ],
)
def test_the_best_place_decides(parsed, crime_at, position, flagged, reason):
    read = rank(parsed, crime_at)
    assert (read.position, read.flagged, read.flag_reason) == (position, flagged, reason)


def test_a_lower_tier_is_flagged_even_within_the_top(parsed):
    read = rank(parsed, {"2 (a)": True}, top=5)
    assert (read.flagged, read.flag_reason) == (Flagged.YES, FlagReason.LOWER_TIER)


def test_a_task_outside_the_lower_tier_wins_over_one_inside_it(parsed):
    assert rank(parsed, {"2 (a)": True, "1 (d)": True}, top=5).flagged is Flagged.NO


def test_a_main_task_is_a_clause_where_crime_stands_only_in_a_sub_item(parsed):
    read = rank(parsed, {"1 (a) (ii)": True})
    assert [(t.label, t.role) for t in read.tasks if t.role is not Role.NONE] == [
        ("1 (a)", Role.CLAUSE),
        ("1 (a) (ii)", Role.SUBJECT),
    ]
    assert (read.best_main_task_rank, read.best_containing_rank) == (None, 1)
    assert [t.leaf_index for t in read.oc_leaf_tasks] == [2]


def test_operative_paragraphs_are_listed_once_with_what_their_items_name(parsed):
    read = rank(parsed, {"1 (a) (ii)": True, "1 (c)": False, "4": True})
    assert [(o.label, o.in_task_list) for o in read.oc_operative] == [("1", True), ("4", False)]
    assert read.oc_operative[0].addressees == (Addressee.MISSION,)


def test_only_with_terrorism_needs_a_mention(parsed):
    assert not rank(parsed, {}).only_with_terrorism
    assert rank(parsed, {"PP2": False, "4": True}, terrorism_at=("PP2", "4")).only_with_terrorism
    assert not rank(parsed, {"PP2": False, "4": True}, terrorism_at=("4",)).only_with_terrorism


def test_an_extension_is_unknown_while_its_task_list_is_not_held(parsed):
    read = rank(parsed, {"2": True}, text=EXTENSION)
    assert (read.flagged, read.flag_reason) == (Flagged.UNKNOWN, FlagReason.TASK_LIST_NOT_HELD)
    assert read.position is Position.OTHERS_ONLY


@pytest.mark.parametrize(
    ("own", "held_at", "flagged", "reason"),
    [
        ({"PP1": False}, {}, Flagged.YES, FlagReason.PREAMBLE_ONLY),
        ({}, {"1 (b)": True}, Flagged.NO, None),
        ({"2": True}, {"1 (c)": False}, Flagged.YES, FlagReason.CLAUSE_OR_SUB_TASK),
    ],
)
def test_the_better_of_text_and_tasks_in_force_counts(parsed, own, held_at, flagged, reason):
    read = rank(parsed, own, text=EXTENSION, held={"S/RES/2901 (2027)": reading(parsed(TEXT), held_at)})
    assert (read.flagged, read.flag_reason) == (flagged, reason)
    assert read.in_force.symbol == "S/RES/2901 (2027)"


def test_a_sanctions_text_is_never_flagged(parsed):
    sanctions = """
        The Security Council,
        Recalling the arms embargo,
        1. Decides to renew the arms embargo and the travel ban;
        2. Decides to extend the mandate of the Panel of Experts;
        3. Reaffirms that the assets freeze is not meant to harm aid;
    """
    read = rank(parsed, {"1": True}, text=sanctions)
    assert (read.flagged, read.flag_reason) == (Flagged.NOT_APPLICABLE, None)


def test_another_missions_task_list_does_not_speak_to_this_one(parsed):
    text = """
        The Security Council,
        Recalling the United Nations Mission in Karesia (UNMKA) and the United Nations Office in Karesia (UNOKA),
        1. Decides to extend the mandate of UNOKA until May;
        2. Decides that the mandate of UNMKA shall include the following tasks:
        (a) To help the police;
        (b) To train judges;
    """
    mission, office = priority.rank(reading(parsed(text), {"2 (a)": True}), Context())
    assert (mission.mission.acronym, mission.position) == ("UNMKA", Position.MAIN_TASK)
    assert (office.mission.acronym, office.position) == ("UNOKA", Position.OTHERS_ONLY)
