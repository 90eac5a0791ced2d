"""How the templates write positions, places and headlines."""

import re
from datetime import date
from functools import cache

from django import template
from django.utils.html import escape, format_html_join, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from language.marks import marked
from language.said import french, say, say_many
from language.templatetags import language
from mandates import corrected, counting, means, positions, refusals
from mandates.analysis import taxonomy, wording
from mandates.analysis.values import FlagReason, Position
from mandates.counting import percent
from mandates.drawings.covered import ANSWERS
from mandates.rules import known
from mandates.searching import excerpts

register = template.Library()
register.filter(positions.stands)
register.filter(corrected.correction)
register.filter(means.means)
register.filter(refusals.refusal)

SIGNS = {
    Position.MAIN_TASK: "main",
    Position.WITHIN_MAIN_TASK: "within",
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: "outside",
    Position.OTHERS_ONLY: "others",
    Position.PREAMBLE_ONLY: "preamble",
    Position.ABSENT: "absent",
}
NOT_FLAGGED = {"no": marked("not flagged"), "unknown": marked("unknown: task list not held")}
UNRANKED = marked("not ranked")
DECISIONS = {"accept": marked("Accept"), "dismiss": marked("Dismiss"), "defer": marked("Defer")}
PLACE = re.compile(r"\b(?:\d+(?:st|nd|rd|th)(?: of \d+)?|only main task|clause|none)\b")


@register.filter
def sign(position: str) -> str:
    """The name of a position's sign."""
    return SIGNS[Position(position)]


@register.filter
def told(facts) -> str:
    """What the register knows beside an example of a rule, in the language of the example."""
    return language.as_english(known.told(facts))


@register.filter
def flag(review) -> str:
    """Whether a text is flagged, with its reason, in words."""
    if review.flagged == "yes":
        beyond = review.flag_reason == FlagReason.BEYOND_N
        reason = say("beyond the top {top}", top=review.top) if beyond else say(review.flag_reason)
        return say("flagged: {reason}", reason=reason)
    return say(NOT_FLAGGED.get(review.flagged, UNRANKED))


@register.filter
def headline(sentence: str) -> SafeString:
    """The answer, with organized crime in its colour and the places in bold."""
    words = escape(wording.unbroken(sentence))
    words = PLACE.sub(lambda match: f"<strong>{match[0]}</strong>", words)
    return mark_safe(
        re.sub(r"[Oo]rganized[ -]crime", lambda match: f'<span class="crime">{match[0]}</span>', words, count=1)
    )


MARKS = {"crime": "crime", "terrorism": "terror"}


@register.filter
def marked(paragraph: dict) -> SafeString:
    """The lines of a paragraph as ``sheet`` prepares it: its verb in italics, a task's heading, and marks on what was found."""
    lines = ["".join(_segment(segment) for segment in line) for line in paragraph["lines"]]
    if lines and paragraph["headed"]:
        lines[0] = f'<span class="head">{lines[0]}</span>'
    if lines and paragraph["verb"]:
        lines[0] = f"<em>{escape(paragraph['verb'])}</em>{lines[0]}"
    opening = '<p lang="en">' if french() else "<p>"
    return mark_safe("".join(f"{opening}{line}</p>" for line in lines))


def _segment(segment: dict) -> str:
    name = MARKS.get(segment["mark"]) or ("plain" if segment["finding"] else "")
    words = escape(segment["text"])
    return f'<mark class="{name}">{words}</mark>' if name else words


@register.filter
@cache
def linked(source: str) -> SafeString:
    """A rule's source with its addresses as links; there are as many sources as rules."""
    return mark_safe(urlize(source, nofollow=True, autoescape=True))


@register.filter
def closed_or_unknown(status: str) -> str:
    """What stands where a mission has no mandate in the register."""
    return pgettext("mandate", "none") if status == "closed" else say("not known")


@register.filter
def cited(label: str) -> str:
    """A label that does not break: 38 (a) (iii)."""
    return wording.unbroken(str(label))


@register.filter
def pairs(table: str) -> list[tuple[str, str]]:
    """A short table in a template: "accept:Accept,defer:Defer"."""
    return [tuple(pair.split(":")) for pair in table.split(",")]


@register.simple_tag
def decisions() -> list[tuple[str, str]]:
    """What can be decided on a finding, each with its word on the button."""
    return [(verdict, say(word)) for verdict, word in DECISIONS.items()]


@register.filter
def ordinal(number: int) -> str:
    return counting.ordinal(number)


@register.filter
def verdict_words(verdict: str) -> str:
    """How a coverage is called in a sentence: "3 are missing"."""
    return say(ANSWERS[verdict])


@register.filter
def words(name: str) -> str:
    """A field's value as people say it: human_trafficking → trafficking in persons."""
    return say(taxonomy.said(str(name)))


@register.filter
def kind(name: str) -> str:
    """What a text is: non_un_authorization → authorization of a force that others run."""
    return say(wording.KINDS[wording.Kind(name)])


@register.filter
def paragraph_counts(review: dict) -> str:
    """How long a text is; a presidential statement has neither preamble nor operative part."""
    preambular, operative = review["preambular_count"], review["operative_count"] or 0
    if review["kind"] == wording.Kind.PRESIDENTIAL_STATEMENT:
        return say_many("{number} paragraph", "{number} paragraphs", preambular + operative)
    before = say_many("{number} preambular paragraph", "{number} preambular paragraphs", preambular)
    after = say_many("{number} operative paragraph", "{number} operative paragraphs", operative)
    return f"{before}, {after}"


@register.filter
def whom(addressees: list[str]) -> str:
    """Who is spoken to, each once, in the order given; "nobody in particular" only where nobody else is."""
    return counting.addressees(addressees)


@register.filter
def anchor(label: str) -> str:
    """Where a label's paragraph stands on the page: 38 (a) (iii) → op38-a-iii."""
    name = label.lower() if label.startswith("PP") else f"op{label}"
    return "-".join(part for part in re.split(r"[^0-9A-Za-z]+", name) if part)


@register.simple_tag
def linked_labels(rows: list[dict]) -> SafeString:
    """The labels of these paragraphs or tasks, each a link to where it stands."""
    labels = (row["label"] for row in rows)
    return format_html_join(", ", '<a href="#{}">{}</a>', ((anchor(label), cited(label)) for label in labels))


PAPERS = {"main": "#6a2605", "within": "#a5501f", "outside": "#d6935f", "others": "#ebc4a5", "preamble": "#f7e8db"}


@register.filter
def paper(position: str) -> str:
    """The colour of a position in a file that has no stylesheet; those of static/forefront.css in light."""
    return PAPERS.get(SIGNS[Position(position)], "#fdfcf9")


@register.filter
def ink(position: str) -> str:
    """The colour of words on it."""
    return "#ffffff" if SIGNS[Position(position)] in ("main", "within") else "#1d1b17"


@register.filter
def num(number: float) -> str:
    """A number as SVG writes it, whatever the language of the page."""
    return f"{number:g}"


@register.filter
def share(part: int, whole: int) -> str:
    """A part of a whole in percent; nothing where there is no whole."""
    return percent(part / whole) if whole else ""


@register.filter
def at(counts: dict, name: str) -> int:
    """How often a name is counted."""
    return counts.get(name, 0)


@register.filter
def resolution(symbol: str) -> str:
    """How a resolution is called in a sentence: S/RES/1509 (2003) → resolution 1509 (2003)."""
    return counting.resolution(symbol) if symbol else say("the text before it")


@register.filter
def uncapital(sentence: str) -> str:
    """A sentence that goes on after a colon."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


@register.filter
def left(day: date, today: date) -> str:
    """How far off a day is that has not passed: "today", "1 day", "11 days"."""
    days = (day - today).days
    return say_many("{number} day", "{number} days", days) if days else say("today")


@register.filter
def pieces(excerpt: dict) -> list[excerpts.Piece]:
    """An excerpt of the search, in runs that are hits or not."""
    return excerpts.pieces(excerpt["text"], [(mark["start"], mark["end"]) for mark in excerpt["marks"]])
