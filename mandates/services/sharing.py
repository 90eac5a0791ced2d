"""The owner names people on a draft, and takes names off again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from mandates.models import Event, Mandate


def share(mandate: Mandate, person, by) -> None:
    """Name ``person`` on the mandate; nothing where that is already so. Only its owner may (PermissionDenied)."""
    _change(mandate, person, by, named=True)


def unshare(mandate: Mandate, person, by) -> None:
    """Take ``person`` off the mandate; nothing where that is already so. Only its owner may (PermissionDenied)."""
    _change(mandate, person, by, named=False)


def _change(mandate: Mandate, person, by, *, named: bool) -> None:
    if mandate.owner_id != by.pk:
        raise PermissionDenied
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        if person.pk == mandate.owner_id or mandate.readers.filter(pk=person.pk).exists() == named:
            return
        (mandate.readers.add if named else mandate.readers.remove)(person)
        detail = {"person": person.pk, "from": not named, "to": named}
        action = "shared" if named else "unshared"
        Event.objects.create(mandate_id_was=mandate.pk, action=action, detail=detail, by=by)
