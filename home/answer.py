"""What the home page says first, in a sentence or two that can be read aloud. It knows no urgency that no day gives.

Each clause is one message with its organized crime and its bold words inside: a language has its own order and gender for them.
What is about a draft is a clause without a subject, since "the draft" and what stands for it are of one gender in any language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from home.needs import Kind, Need
from language.marks import marked
from language.said import joined, say, say_many
from mandates import counting
from mandates.analysis.values import Flagged, Position
from mandates.models import Review

ELSEWHERE = {
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: marked(
        'names <span class="crime">organized crime</span> <strong>outside the task list</strong>'
    ),
    Position.OTHERS_ONLY: marked('leaves <span class="crime">organized crime</span> <strong>to others</strong>'),
    Position.PREAMBLE_ONLY: marked(
        'names <span class="crime">organized crime</span> <strong>in the preamble only</strong>'
    ),
    Position.ABSENT: marked('<strong>does not name</strong> <span class="crime">organized crime</span>'),
}


def answer(needs: Sequence[Need], next_end: tuple[str, date] | None, today: date) -> SafeString:
    """How much waits for a person, and what the first draft is about. ``next_end``: the mission whose mandate ends next."""
    if not (waiting := _waiting(needs)):
        return _nothing(any(need.kind is Kind.RUNNING for need in needs), next_end, today)
    sentence = mark_safe(f"{_capital(joined(waiting))}.")
    drafts = [need for need in needs if need.kind is Kind.DRAFT]
    return format_html("{}{}", sentence, _first(drafts, len(waiting) > 1, today)) if drafts else sentence


def _waiting(needs: Sequence[Need]) -> list[str]:
    """A clause for each kind of what waits. Small numbers are words: "two", « deux »; "one" stands in its clause, it may have a gender."""
    counted = Counter(need.kind for need in needs)
    drafts, failed, plans = counted[Kind.DRAFT], counted[Kind.FAILED], counted[Kind.PLAN]
    clauses = [
        drafts
        and say_many(
            "<strong>one</strong> draft waits for you",
            "<strong>{count}</strong> drafts wait for you",
            drafts,
            count=apnumber(drafts),
        ),
        failed
        and say_many(
            "<strong>one</strong> review did not end",
            "<strong>{count}</strong> reviews did not end",
            failed,
            count=apnumber(failed),
        ),
        plans
        and say_many(
            "<strong>one</strong> of your plans has gaps",
            "<strong>{count}</strong> of your plans have gaps",
            plans,
            count=apnumber(plans),
        ),
    ]
    return [clause for clause in clauses if clause]


def _capital(clause: str) -> str:
    """With a capital, which stands after the mark that a clause may begin with."""
    return re.sub(r"(?<![^>])\w", lambda match: match[0].upper(), clause, count=1)


def _first(drafts: Sequence[Need], among_others: bool, today: date) -> SafeString:
    """The first draft: how near the end of its mission's mandate is, and where organized crime stands in it."""
    draft, does = drafts[0], _does(drafts[0].review)
    told = {"subject": _subject(len(drafts), among_others), "mission": draft.mission, "does": does}
    if not draft.due:
        return format_html(" {}", format_html(say("{subject} {does}."), **told)) if does else mark_safe("")
    sentence = (
        say("{subject} is on {mission}, whose mandate ends {when}, and {does}.")
        if does
        else say("{subject} is on {mission}, whose mandate ends {when}.")
    )
    return format_html(" {}", format_html(sentence, when=days(draft.due, today), **told))


def _subject(drafts: int, among_others: bool) -> str:
    if drafts > 1:
        return say("The first draft") if among_others else say("The first")
    return say("The draft") if among_others else pgettext("a draft", "It")


def _does(review: Review) -> SafeString | str:
    """Where organized crime stands in a draft, as what the draft does; empty for a text that is not ranked."""
    if review.flagged == Flagged.NOT_APPLICABLE:
        return ""
    if review.flagged == Flagged.UNKNOWN:
        return mark_safe(say("keeps its tasks in <strong>another text</strong>"))
    total = review.main_tasks
    if review.position == Position.MAIN_TASK:
        place = counting.among_main_tasks(review.best_main_task_rank, total)
        return format_html(
            say('makes <span class="crime">organized crime</span> <strong>{place}</strong>'), place=place
        )
    if review.position == Position.WITHIN_MAIN_TASK:
        place = counting.among_main_tasks(review.best_containing_rank, total)
        clause = say('puts <span class="crime">organized crime</span> <strong>inside {place}</strong>')
        return format_html(clause, place=place)
    return mark_safe(say(ELSEWHERE[Position(review.position)]))


def _nothing(running: bool, next_end: tuple[str, date] | None, today: date) -> SafeString:
    said = say("Nothing waits for you yet: a review is on its way.") if running else say("Nothing waits for you.")
    if next_end is None:
        return mark_safe(said)
    mission, day = next_end
    ending = format_html(
        say("The next mandate to end is that of {mission}, {when}."), mission=mission, when=days(day, today)
    )
    return format_html("{} {}", said, ending)


def days(day: date, today: date) -> SafeString:
    """How far off a day is: "in 11 days", "tomorrow", "today"."""
    left = (day - today).days
    if left < 2:
        return format_html("<strong>{}</strong>", say("tomorrow") if left else say("today"))
    return mark_safe(say_many("in <strong>{number} day</strong>", "in <strong>{number} days</strong>", left))
