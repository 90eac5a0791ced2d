"""A person words what a draft should say where a finding was accepted or a change is objected to."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.db import transaction

from language.said import say
from mandates.models import Decision, Event, Mandate, ProposedText
from mandates.services.subjects import UnknownFinding

WORDED = {Decision.CHANGE: Decision.Verdict.DISMISS}  # of a change it is the objection that wants a text
LONGEST = 10_000  # characters of a text or a reason


class TextMissing(ValueError):
    """A proposed text without a word, or longer than a table can carry. ``fingerprint`` says which."""

    def __init__(self, fingerprint: str, message: str) -> None:
        super().__init__(message)
        self.fingerprint = fingerprint


class WordedMeanwhile(ValueError):
    """Somebody else has worded the row since the page was loaded. ``fingerprint`` says which."""

    def __init__(self, newest: ProposedText) -> None:
        super().__init__(
            say(
                "{person} has changed this row while you wrote. Your words are below and not saved yet: save again to put "
                "them in place of the others.",
                person=newest.by,
            )
        )
        self.fingerprint = newest.fingerprint


@dataclass(frozen=True, slots=True)
class Wording:
    """A row as a person leaves it; ``seen`` is the id of the proposed text that stood there, "" for none."""

    fingerprint: str
    text: str
    reason: str
    seen: str = ""


def propose(mandate: Mandate, wordings: Iterable[Wording], by) -> list[ProposedText]:
    """Save all of these, or none: the texts added. Whoever sees the mandate may. What stands there already adds nothing.

    Raises PermissionDenied, UnknownFinding for a finding that is not accepted or a change that is not objected to,
    TextMissing and WordedMeanwhile.
    """
    if not Mandate.objects.visible_to(by).filter(pk=mandate.pk).exists():
        raise PermissionDenied
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        newest = {row.fingerprint: row for row in ProposedText.objects.filter(mandate=mandate).newest()}
        return [row for w in wordings if (row := _proposed(mandate, w, newest.get(w.fingerprint), by))]


def _proposed(mandate: Mandate, wording: Wording, before: ProposedText | None, by) -> ProposedText | None:
    text, reason = _lines(wording.text), _lines(wording.reason)
    if before and (before.text, before.reason) == (text, reason):
        return None
    decision = mandate.decisions.filter(fingerprint=wording.fingerprint).first()
    if decision is None or decision.verdict != WORDED.get(decision.code, Decision.Verdict.ACCEPT):
        raise UnknownFinding(
            say("This mandate has no such finding that is accepted, nor such a change that is objected to.")
        )
    if not text:
        raise TextMissing(wording.fingerprint, say("Write the text that you propose, or leave the row as it was."))
    if max(len(text), len(reason)) > LONGEST:
        longest = intcomma(LONGEST)
        raise TextMissing(
            wording.fingerprint, say("A text and a reason hold at most {number} characters each.", number=longest)
        )
    if before and before.by_id != by.pk and wording.seen != str(before.pk):
        raise WordedMeanwhile(before)
    row = ProposedText.objects.create(mandate=mandate, fingerprint=wording.fingerprint, text=text, reason=reason, by=by)
    detail = {"code": decision.code, "from": before.pk if before else None, "to": row.pk}
    Event.objects.create(mandate_id_was=mandate.pk, action="proposed", detail=detail, by=by)
    return row


def _lines(text: str) -> str:
    """As it is kept: browsers send CRLF, and databases take no NUL."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()
