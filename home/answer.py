"""What the home page says first, in a sentence or two that can be read aloud. It knows no urgency that no day gives."""

from collections.abc import Sequence
from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from home.needs import Kind, Need
from mandates.analysis import wording
from mandates.analysis.values import Flagged, Position
from mandates.models import Review

CRIME = mark_safe('<span class="crime">organized crime</span>')
WAITING = (
    (Kind.DRAFT, "draft waits for you", "drafts wait for you"),
    (Kind.FAILED, "review did not end", "reviews did not end"),
    (Kind.PLAN, "of your plans has gaps", "of your plans have gaps"),
)


def answer(needs: Sequence[Need], next_end: tuple[str, date] | None, today: date) -> SafeString:
    """How much waits for a person, and what the first draft is about. ``next_end``: the mission whose mandate ends next."""
    counted = [(sum(need.kind is kind for need in needs), one, more) for kind, one, more in WAITING]
    said = [(str(apnumber(number)), one if number == 1 else more) for number, one, more in counted if number]
    if not said:
        return _nothing(any(need.kind is Kind.RUNNING for need in needs), next_end, today)
    said[0] = (wording.capital(said[0][0]), said[0][1])
    clauses = [format_html("<strong>{}</strong> {}", *pair) for pair in said]
    sentence = mark_safe(f"{wording.join(clauses)}.")
    drafts = [need for need in needs if need.kind is Kind.DRAFT]
    return format_html("{}{}", sentence, _first(drafts, len(said) > 1, today)) if drafts else sentence


def _first(drafts: Sequence[Need], among_others: bool, today: date) -> SafeString:
    """The first draft: how near the end of its mission's mandate is, and where organized crime stands in it."""
    draft, told = drafts[0], []
    if draft.due:
        told.append(format_html("is on {}, whose mandate ends {}", draft.mission, days(draft.due, today)))
    if stands := _stands(draft.review):
        told.append(stands)
    if not told:
        return mark_safe("")
    subject = "It" if len(drafts) == 1 and not among_others else "The draft" if len(drafts) == 1 else "The first"
    if len(drafts) > 1 and among_others:
        subject = "The first draft"
    return format_html(" {} {}.", subject, format_html_join(", and ", "{}", ((part,) for part in told)))


def _stands(review: Review) -> SafeString | str:
    """Where organized crime stands in a draft, as what the draft does; empty for a text that is not ranked."""
    if review.flagged == Flagged.NOT_APPLICABLE:
        return ""
    if review.flagged == Flagged.UNKNOWN:
        return mark_safe("keeps its tasks in <strong>another text</strong>")
    total = review.main_tasks
    if review.position == Position.MAIN_TASK:
        place = wording.place(review.best_main_task_rank, total, "main task")
        return format_html("makes {} <strong>{}</strong>", CRIME, place)
    if review.position == Position.WITHIN_MAIN_TASK:
        place = wording.place(review.best_containing_rank, total, "main task")
        return format_html("puts {} <strong>inside {}</strong>", CRIME, place)
    verb, where = {
        Position.MISSION_PARAGRAPH_OUTSIDE_LIST: ("names", "outside the task list"),
        Position.OTHERS_ONLY: ("leaves", "to others"),
        Position.PREAMBLE_ONLY: ("names", "in the preamble only"),
        Position.ABSENT: ("does not name", ""),
    }[Position(review.position)]
    return (
        format_html("{} {} <strong>{}</strong>", verb, CRIME, where)
        if where
        else format_html("<strong>{}</strong> {}", verb, CRIME)
    )


def _nothing(running: bool, next_end: tuple[str, date] | None, today: date) -> SafeString:
    said = "Nothing waits for you yet: a review is on its way." if running else "Nothing waits for you."
    if next_end is None:
        return mark_safe(said)
    mission, day = next_end
    return format_html("{} The next mandate to end is that of {}, {}.", said, mission, days(day, today))


def days(day: date, today: date) -> SafeString:
    """How far off a day is: "in 11 days", "tomorrow", "today"."""
    left = (day - today).days
    if left < 2:
        return format_html("<strong>{}</strong>", ("today", "tomorrow")[left])
    return format_html("in <strong>{} days</strong>", left)
