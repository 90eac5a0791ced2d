"""People's corrections: what the review says when the reader is told what it misread."""

import pytest

from mandates.analysis import correcting, pipeline
from mandates.analysis.values import Addressee, Aspect, Context, Correction, Flagged, Kind, Position, Role

TEXT = """\
The Security Council,
Concerned by the smuggling of gold in Karesia,
1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall include the following tasks:
(a) To observe the ceasefire along the river;
(b) Rule of law:
(i) To train judges in every province;
(ii) To help the police of Karesia to combat organized crime;
(c) To watch the mines at Tolgate, and those who tax them;
2. Requests UNMIKA to keep a register of weapons;
3. Calls upon the authorities of Karesia to end impunity;
4. Decides to remain seized of the matter.
"""
MINES = "To watch the mines at Tolgate, and those who tax them;"
POLICE = "To help the police of Karesia to combat organized crime;"


@pytest.fixture
def review(clean):
    def make(*corrections, text=TEXT, mission=None):
        return pipeline.judge(pipeline.parse(clean(text), mission, corrections), Context())

    return make


def task(review, label):
    return next(t for t in review.reading.tasks if t.label == label)


def test_without_corrections_nothing_is_corrected(review):
    made = review()
    assert made.corrected == ()
    assert (made.reading.position, made.reading.best_containing_rank) == (Position.WITHIN_MAIN_TASK, 2)


def test_a_task_that_the_reader_did_not_see_as_crime_is_one_with_its_type_and_the_whole_of_it_is_quoted(review):
    made = review(
        Correction(Aspect.CRIME_TYPES, ("natural_resources",), MINES), Correction(Aspect.ROLE, "subject", MINES)
    )
    assert (made.reading.position, made.reading.best_main_task_rank) == (Position.MAIN_TASK, 3)
    assert made.flagged is Flagged.NO
    assert task(made, "1 (c)").crime_types == ("natural_resources",)
    [mention] = made.crime.paragraphs[task(made, "1 (c)").paragraph].mentions
    assert mention.span.text == MINES
    assert [c.read for c in made.corrected] == [(), "none"]


def test_a_role_alone_makes_a_paragraph_one_on_organized_crime_of_no_kind_in_particular(review):
    made = review(Correction(Aspect.ROLE, "clause", MINES))
    assert task(made, "1 (c)").role is Role.CLAUSE
    assert task(made, "1 (c)").crime_types == ("organized_crime",)


def test_crime_that_a_person_does_not_see_is_gone_from_every_place(review):
    made = review(Correction(Aspect.ROLE, "none", POLICE))
    assert made.reading.position is Position.PREAMBLE_ONLY
    assert task(made, "1 (b)").role is Role.NONE
    assert made.corrected[0].read == "subject"


def test_an_item_raised_to_a_main_task_is_counted_as_one(review):
    made = review(Correction(Aspect.LEVEL, 1, POLICE))
    assert [(t.label, t.rank, t.leaves) for t in made.reading.main_tasks] == [
        ("1 (a)", 1, 1),
        ("1 (b)", 2, 1),
        ("1 (b) (ii)", 3, 1),
        ("1 (c)", 4, 1),
    ]
    assert (made.reading.position, made.reading.best_main_task_rank) == (Position.MAIN_TASK, 3)
    assert [t.leaf_index for t in made.reading.leaf_tasks] == [1, 2, 3, 4]
    assert made.corrected[0].read == 2


def test_what_is_no_task_leaves_the_list_with_its_sub_items(review):
    made = review(Correction(Aspect.LEVEL, 0, "Rule of law:"))
    assert [t.label for t in made.reading.tasks] == ["1 (a)", "1 (c)"]
    assert made.reading.position is Position.MISSION_PARAGRAPH_OUTSIDE_LIST
    assert made.corrected[0].read == 1


def test_a_paragraph_outside_the_list_can_be_made_a_task_after_it(review):
    made = review(Correction(Aspect.LEVEL, 1, "Requests UNMIKA to keep a register of weapons;"))
    assert [(t.label, t.rank) for t in made.reading.main_tasks] == [("1 (a)", 1), ("1 (b)", 2), ("1 (c)", 3), ("2", 4)]
    assert [t.prose for t in made.reading.task_lists] == [False, True]
    assert all(made.document.paragraphs[i].label != "2" for i in made.reading.stand_alone)


def test_an_addressee_is_corrected_for_the_numbered_paragraph(review):
    text = TEXT.replace("end impunity;", "end impunity for the smuggling of gold;").replace(
        POLICE, "To train the police;"
    )
    assert review(text=text).reading.position is Position.OTHERS_ONLY
    made = review(
        Correction(Aspect.ADDRESSEES, ("mission",), "Calls upon the authorities of Karesia to end impunity;"), text=text
    )
    assert made.reading.position is Position.MISSION_PARAGRAPH_OUTSIDE_LIST
    assert made.corrected[0].read == (Addressee.HOST_STATE,)


def test_the_kind_decides_whether_the_text_is_ranked(review):
    made = review(Correction(Aspect.KIND, "thematic"))
    assert (made.kind, made.flagged) == (Kind.THEMATIC, Flagged.NOT_APPLICABLE)
    assert made.corrected[0].read == "mandate"


def test_a_mission_that_the_text_does_not_name_can_be_given(review):
    made = review(Correction(Aspect.MISSION, "UNKAR"))
    assert made.reading.mission.acronym == "UNKAR"
    assert made.corrected[0].read == "UNMIKA"


def test_a_correction_follows_its_words_into_a_reworded_and_renumbered_version(review):
    later = TEXT.replace("(c) To watch the mines at Tolgate", "(d) To watch closely the mines at Tolgate").replace(
        "(b) Rule", "(b) To support elections in every province;\n(c) Rule"
    )
    made = review(Correction(Aspect.ROLE, "subject", MINES, "1 (c)"), text=later)
    assert task(made, "1 (d)").role is Role.SUBJECT
    assert made.corrected[0].placed


def test_a_correction_whose_words_are_gone_corrects_nothing_and_says_so(review):
    later = TEXT.replace(MINES, "To monitor the border crossings of the north;")
    made = review(Correction(Aspect.ROLE, "subject", MINES, "1 (c)"), text=later)
    assert not made.corrected[0].placed
    assert made.reading == review(text=later).reading


def test_of_equal_passages_the_one_under_the_same_label_is_meant(clean):
    text = TEXT.replace("To train judges in every province;", "To observe the ceasefire along the river;")
    document = pipeline.parse(clean(text)).document
    said = Correction(Aspect.ROLE, "clause", "To observe the ceasefire along the river;", "1 (b) (i)")
    [one] = correcting.placed(document, [said])
    assert document.paragraphs[one.paragraph].label == "1 (b) (i)"


def test_a_correction_holds_for_the_reading_without_brackets_too(review):
    text = TEXT.replace(
        "(a) To observe the ceasefire along the river;", "[(a) To observe the ceasefire along the river;]"
    )
    made = review(Correction(Aspect.ROLE, "subject", MINES), text=text)
    assert made.without_brackets.position is Position.MAIN_TASK
