"""A person chooses whether to be told by e-mail, and stops it by the link in a mail, signed in or not."""

from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.utils.translation import get_language

from language.said import ENGLISH, say
from mandates.models import Every, Subscription

SIGNER = signing.Signer(salt="digest")


class AddressMissing(ValueError):
    """A digest was asked for without an address to send it to."""


def subscribe(user, every: str, address: str, *, by_link: bool = False) -> Subscription | None:
    """Record the choice, and the language in which it was made: mails come in it. None where it is what counts already.

    Raises ValueError for a rhythm that does not exist, AddressMissing where there is nowhere to send it to.
    """
    every, address = Every(every), address.strip()
    if every is not Every.NEVER and not address:
        raise AddressMissing(say("Give the address to which the digest shall go."))
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        last = user.subscriptions.first()
        language = get_language() or ENGLISH
        before = (last.every, last.address, last.language) if last else (Every.NEVER, "", language)
        if (every, address, language) == before or every == before[0] == Every.NEVER:
            return None
        chosen = {"every": every, "address": address, "language": language, "by_link": by_link}
        return Subscription.objects.create(user=user, **chosen)


def stop_token(user) -> str:
    """What a link carries that ends the person's digest. It holds for as long as SECRET_KEY does."""
    return SIGNER.sign(str(user.pk))


def user_of_stop_token(token: str):
    """The person whose digest a link ends; None for a token that was not made here."""
    try:
        return get_user_model().objects.filter(pk=SIGNER.unsign(token)).first()
    except signing.BadSignature:
        return None


def stop(token: str) -> bool:
    """End the digest of whoever the token is for. False for a token that was not made here; a second time changes nothing."""
    user = user_of_stop_token(token)
    if user is None:
        return False
    last = user.subscriptions.first()
    subscribe(user, Every.NEVER, last.address if last else "", by_link=True)
    return True
