"""With what strength a text provides its mission, and until when, in the language of the reader.

The engine has recorded its own sentence, in English (``analysis.reporting.sentences.means``); these say the same word for word.
"""

from collections.abc import Mapping
from datetime import date

from django.contrib.humanize.templatetags.humanize import intcomma

from language import days
from language.said import french, joined, say, say_many
from mandates.analysis import wording
from mandates.analysis.reporting.sentences import LIMIT, OTHER_STRENGTHS
from mandates.analysis.values import StrengthKind


def means(review: Mapping) -> str:
    """For a review as ReviewSerializer gives it: what the engine recorded, in another language than its own said anew."""
    return sentences(review) if french() and "strengths" in review else review.get("means", "")


def sentences(review: Mapping) -> str:
    """The same from the values of a review."""
    stated = {StrengthKind(one["kind"]): one["number"] for one in review["strengths"]}
    return " ".join(
        [*_strengths(stated, review["police_authorized"]), *_term(review["term"]), *_limits(review["oc_leaf_tasks"])]
    )


def _strengths(stated: Mapping[StrengthKind, int], police: int | None) -> list[str]:
    kinds = [kind for kind in (StrengthKind.FORMED_POLICE, StrengthKind.INDIVIDUAL_POLICE) if kind in stated]
    parts = joined([_strength(kind, stated[kind]) for kind in kinds])
    others = joined([_strength(kind, stated[kind]) for kind in OTHER_STRENGTHS if kind in stated])
    if not police:
        said = [say("The text states no number of police.")]
        return [*said, say("It states {strengths}.", strengths=others)] if others else said
    if not kinds:
        said = [say("{police} police are authorized.", police=intcomma(police))]
    elif sum(stated[kind] for kind in kinds) == police:
        said = [say("{police} police are authorized: {parts}.", police=intcomma(police), parts=parts)]
    else:
        said = [say("{police} police are authorized, {parts} among them.", police=intcomma(police), parts=parts)]
    return [*said, say("Beside them stand {strengths}.", strengths=others)] if others else said


def _strength(kind: StrengthKind, number: int) -> str:
    return f"{intcomma(number)} {say(wording.STRENGTHS[kind])}"


def _term(term: Mapping | None) -> list[str]:
    if not term:
        return []
    if term["until"]:
        until = term["until"] if isinstance(term["until"], date) else date.fromisoformat(term["until"])
        return [say("The mandate runs until {day}.", day=days.day(until))]
    if term["months"]:
        return [
            say_many("The mandate runs for {number} month.", "The mandate runs for {number} months.", term["months"])
        ]
    return [say_many("The mandate runs for {number} day.", "The mandate runs for {number} days.", term["days"])]


def _limits(tasks: list[Mapping]) -> list[str]:
    limits = [(task["label"], next((q for q in task["qualifiers"] if LIMIT.search(q)), "")) for task in tasks]
    return [
        say("The words of {label} limit it: “{words}”.", label=label, words=words) for label, words in limits if words
    ]
