"""The words that a finding rests on, and which of two readings it speaks of."""

import re
from collections.abc import Iterable

from mandates.analysis import priority, taxonomy, wording
from mandates.analysis.values import Flagged, FlagReason, MissionReading, Review, Span
from mandates.rules.base import Precondition

# what may stand between words that are quoted as one
BETWEEN = re.compile(r"[\s,]*(?:(?:and|or|as well as|including)\s+)?(?:(?:the|of|in)\s+)?")
OPENING = 100  # characters of a paragraph that are quoted at most
FLAGGED = Precondition("the text is flagged", lambda review: review.flagged is Flagged.YES)


def is_flagged_for(review: Review, *reasons: FlagReason) -> bool:
    return review.reading.flag_reason in reasons


def judged(review: Review) -> tuple[MissionReading, str]:
    """The reading that decides, and the resolution that it is of; "" for the text under review itself."""
    better = priority.judged(review.reading)
    force = review.reading.in_force
    if force and better is force.reading:
        return better, wording.resolution(force.symbol)
    return review.reading, ""


def tasks_in_force(review: Review) -> str:
    """``the 19 individual tasks in force (resolution 1509 (2003))``; "" where the text renews none that are held."""
    if not review.reading.in_force:
        return ""
    tasks = wording.count(len(review.reading.in_force.reading.leaf_tasks), "individual task")
    return f"the {tasks} in force ({wording.resolution(review.reading.in_force.symbol)})"


def crime(review: Review, paragraphs: Iterable[int]) -> tuple[Span, ...]:
    """The words that show organized crime in these paragraphs, in the order of the text; corruption alone is none."""
    types = taxonomy.load()
    spans = [
        mention.span
        for index in set(paragraphs)
        if (found := review.crime.paragraphs.get(index)) and found.organized_crime
        for mention in found.mentions
        if types.organized_crime(mention.crime_type)
    ]
    return together(review, spans)


def together(review: Review, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, as one where they overlap or only commas and link words stand between them.

    "trafficking in persons", "arms" and "drugs" are quoted as "trafficking in persons, arms and drugs".
    """
    runs: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.paragraph, s.start)):
        last = runs[-1] if runs else None
        text = review.document.paragraphs[span.paragraph].text
        if (
            last
            and last.paragraph == span.paragraph
            and (span.start <= last.end or BETWEEN.fullmatch(text, last.end, span.start))
        ):
            end = max(last.end, span.end)
            runs[-1] = Span(span.paragraph, last.start, end, text[last.start : end])
        else:
            runs.append(span)
    return tuple(runs)


def crime_under(review: Review, numbered: Iterable[int]) -> tuple[Span, ...]:
    """As ``crime``, for numbered paragraphs with all their items."""
    document = review.document
    return crime(
        review, (p.index for i in numbered for p in (document.paragraphs[i], *document.items(document.paragraphs[i])))
    )


def preamble(review: Review) -> tuple[Span, ...]:
    """The words that show organized crime in the preamble."""
    return crime(review, (p.index for p in review.document.preambular()))


def renewal(review: Review, resolution: str) -> tuple[Span, ...]:
    """Where the text renews the tasks of a resolution: where it names it, in an operative paragraph if it does so there, or
    names one that leads to it; else the words that extend the mandate."""
    for name in (resolution, review.reading.tasks_by_reference or resolution):
        cited = re.compile(re.escape(name.removeprefix("resolution ")).replace(r"\ ", r"\s*"))
        for p in (*review.document.operative(), *review.document.preambular()):
            if match := cited.search(p.text):
                return (Span(p.index, match.start(), match.end(), match[0]),)
    return (opening(review, review.reading.term.paragraph),) if review.reading.term else ()


def opening(review: Review, paragraph: int) -> Span:
    """The first words of a paragraph, such as that which opens a list."""
    text = review.document.paragraphs[paragraph].text
    end = len(text) if len(text) <= OPENING else text.rfind(" ", 0, OPENING)
    end = end if end > 0 else OPENING
    return Span(paragraph, 0, end, text[:end])
