"""An adopted text is taken in with the facts of its adoption."""

from copy import copy

from django.db import transaction

from mandates.importing.texts import Facts
from mandates.models import Adoption, Event, Mandate

VOTE = ("yes", "no", "abstaining", "not_voting", "without_vote")


def note_adoption(mandate: Mandate, facts: Facts, by) -> bool:
    """Write down when the text was adopted and how the Council voted; whether that changed anything.

    What ``facts`` do not know leaves what was known. A table's date goes before the one that the text states.
    """
    known = getattr(mandate, "adoption", None)
    if known and _told(known) == _told(_with(copy(known), facts)):
        return False
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        adoption, _ = Adoption.objects.get_or_create(mandate=mandate)
        before = _told(adoption)
        after = _told(_with(adoption, facts))
        adoption.save()
        detail = {"from": before, "to": after}
        Event.objects.create(mandate_id_was=mandate.pk, action="adoption_noted", detail=detail, by=by)
    return True


def _with(adoption: Adoption, facts: Facts) -> Adoption:
    """The adoption with what the facts know; it is changed, not saved."""
    if facts.date:
        adoption.date, adoption.date_source = facts.date, facts.source
    if facts.yes is not None or facts.without_vote:
        for field in VOTE:
            setattr(adoption, field, getattr(facts, field))
        adoption.vote_source, adoption.as_of = facts.source, facts.as_of
    return adoption


def _told(adoption: Adoption) -> dict:
    """The facts as an Event holds them."""
    day = adoption.date.isoformat() if adoption.date else None
    return {"date": day, "as_of": adoption.as_of and adoption.as_of.isoformat()} | {
        field: getattr(adoption, field) for field in (*VOTE, "date_source", "vote_source")
    }
