"""The sentence on top of the home page, in every state, as somebody would read it aloud."""

import re
from datetime import date, timedelta

import pytest

from home.answer import answer
from home.needs import Kind, Need
from mandates.models import Review

TODAY = date(2030, 3, 1)


def review(position: str = "within_main_task", flagged: str = "yes", **more) -> Review:
    told = {"main_tasks": 14, "best_containing_rank": 2, "best_main_task_rank": 1, "top": 3}
    return Review(position=position, flagged=flagged, **told | more)


def draft(days: int | None = None, mission: str = "UNMINA", **more) -> Need:
    due = None if days is None else TODAY + timedelta(days=days)
    told = {"name": "River", "detail": "", "address": "/", "asked": "", "gravity": 3, "review": review()}
    return Need(Kind.DRAFT, mission=mission, due=due, **told | more)


def other(kind: Kind) -> Need:
    return Need(kind, name="", detail="", address="/", asked="", gravity=2)


def aloud(*needs: Need, next_end=None) -> str:
    return re.sub(r"<[^>]+>", "", answer(needs, next_end, TODAY))


def test_two_drafts_wait_and_the_first_is_told_with_its_day_and_place():
    assert aloud(draft(11), draft()) == (
        "Two drafts wait for you. The first is on UNMINA, whose mandate ends in 11 days, "
        "and puts organized crime inside the 2nd of 14 main tasks."
    )


def test_one_draft_is_it_and_is_called_the_draft_where_other_things_wait_too():
    assert aloud(draft(11)).startswith("One draft waits for you. It is on UNMINA, whose")
    assert aloud(draft(11), other(Kind.PLAN)).startswith(
        "One draft waits for you and one of your plans has gaps. The draft is on UNMINA, whose"
    )
    assert "The first draft is on UNMINA" in aloud(draft(11), draft(12), other(Kind.FAILED))


def test_without_a_day_that_is_known_there_is_no_talk_of_one():
    assert aloud(draft()) == "One draft waits for you. It puts organized crime inside the 2nd of 14 main tasks."


@pytest.mark.parametrize("days, said", [(0, "ends today"), (1, "ends tomorrow"), (2, "ends in 2 days")])
def test_a_near_day_is_said_as_people_say_it(days, said):
    assert f"whose mandate {said}, and" in aloud(draft(days))


@pytest.mark.parametrize(
    "position, said",
    [
        ("main_task", "It makes organized crime the 1st of 14 main tasks."),
        ("mission_paragraph_outside_list", "It names organized crime outside the task list."),
        ("others_only", "It leaves organized crime to others."),
        ("preamble_only", "It names organized crime in the preamble only."),
        ("absent", "It does not name organized crime."),
    ],
)
def test_each_position_has_its_own_words(position, said):
    assert aloud(draft(review=review(position))) == f"One draft waits for you. {said}"


def test_a_text_that_is_not_ranked_is_given_no_position_and_one_by_reference_says_so():
    assert aloud(draft(review=review(flagged="not applicable"))) == "One draft waits for you."
    assert aloud(draft(11, review=review(flagged="not applicable"))).endswith("whose mandate ends in 11 days.")
    assert aloud(draft(review=review(flagged="unknown"))).endswith("It keeps its tasks in another text.")


def test_plans_and_failed_reviews_alone_are_counted_without_a_draft():
    assert aloud(other(Kind.PLAN), other(Kind.PLAN)) == "Two of your plans have gaps."
    assert aloud(other(Kind.FAILED)) == "One review did not end."
    assert aloud(other(Kind.FAILED), other(Kind.FAILED), other(Kind.PLAN)) == (
        "Two reviews did not end and one of your plans has gaps."
    )
    assert aloud(*[draft()] * 12).startswith("12 drafts wait for you. The first puts")


def test_where_nothing_waits_the_next_end_is_told_and_no_urgency_is_made_up():
    assert aloud() == "Nothing waits for you."
    ends = ("UNMINA", TODAY + timedelta(days=66))
    assert aloud(next_end=ends) == "Nothing waits for you. The next mandate to end is that of UNMINA, in 66 days."
    assert aloud(other(Kind.RUNNING)) == "Nothing waits for you yet: a review is on its way."


def test_the_words_of_others_are_escaped():
    assert "&lt;b&gt;" in answer([draft(3, mission="<b>")], None, TODAY)
