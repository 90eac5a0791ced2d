"""Digests fall due, are sent and recorded. Whoever sends one takes its row first, so that of two workers one does."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from mandates import digests
from mandates.models import Digest, Subscription
from mandates.services.subscribing import stop_token
from missions import work

ATTEMPTS = 6
STALE = timedelta(minutes=10)  # a mail server that has not answered for so long has lost its worker
LOST = timedelta(minutes=30)  # a digest that was queued so long ago may have left the queue
RETRY_SECONDS = 60  # then four times as long each time: the last attempt is some six hours after the first
NOT_SENT = "The digest could not be sent. What it would have told is in the next one."  # in English: kept on the row

State = Digest.State
OPEN = [State.PENDING, State.SENDING]


def prepare_digests(now: datetime | None = None) -> int:
    """Make and queue the digests that are due, and queue again those that the queue has lost; returns how many of these.

    Nobody gets one for a period that began before they asked for it, nor while an earlier one is still being tried.
    """
    now = now or timezone.now()
    for subscription in Subscription.objects.on().select_related("user"):
        day = digests.period(subscription.every, now)
        if digests.begins(day) > subscription.at:
            _prepare(subscription, day, now)
    waiting = Q(state=State.PENDING, queued_at__lte=now - LOST) | Q(state=State.SENDING, heartbeat_at__lt=now - STALE)
    dead = Digest.objects.filter(waiting, attempts__gte=ATTEMPTS)
    dead.update(state=State.FAILED, error=NOT_SENT, finished_at=now)
    lost = list(Digest.objects.filter(waiting).values_list("pk", flat=True))
    for digest_id in lost:
        Digest.objects.filter(pk=digest_id).update(queued_at=now)
        enqueue_digest(digest_id)
    return len(lost)


def _prepare(subscription: Subscription, day, now: datetime) -> None:
    mine = Digest.objects.filter(user=subscription.user_id)
    with transaction.atomic():
        if mine.filter(state__in=OPEN).exists() or mine.filter(every=subscription.every, day=day).exists():
            return
        since = digests.told_until(subscription.user)
        until = max(since, now - digests.SETTLED)
        # Unique: of two workers that prepare at one moment the second finds the row of the first.
        digest, new = Digest.objects.get_or_create(
            user=subscription.user, every=subscription.every, day=day, defaults={"since": since, "until": until}
        )
        if new:
            transaction.on_commit(lambda: enqueue_digest(digest.pk))


def enqueue_digest(digest_id: int, countdown: float = 0) -> None:
    """Put a digest in the queue; see ``work.enqueue``."""
    work.enqueue("mandates.jobs.send_digest", digest_id, countdown)


def claim_digest(digest_id: int) -> Digest | None:
    """Take the digest, as a job takes its row; None where it is sent, given up or in other hands."""
    now = timezone.now()
    free = Q(state=State.PENDING) | Q(state=State.SENDING, heartbeat_at__lt=now - STALE)
    claimed = Digest.objects.filter(free, pk=digest_id, attempts__lt=ATTEMPTS).update(
        state=State.SENDING, heartbeat_at=now, attempts=F("attempts") + 1
    )
    return Digest.objects.select_related("user").filter(pk=digest_id).first() if claimed else None


def send_claimed(digest: Digest) -> None:
    """Send the mail of a claimed digest in its person's language, or record that there is nothing to say or that nobody wants it any more.

    Raises what the mail server raises, before anything is recorded. A worker that dies between the server's answer and
    the record leaves the row to the next, which sends the same Message-ID again, so that a mailbox can tell the two.
    """
    subscription = Subscription.objects.on().filter(user=digest.user).first()
    if subscription is None:
        _end(digest, State.DROPPED)
        return
    with translation.override(subscription.language):
        content = digests.content(digest)
        letter = mail(digest, content, subscription.address) if content.worth_telling else None
    if letter is None:
        _end(digest, State.NOTHING)
        return
    letter.send()
    _end(digest, State.SENT, endings=[[e.mission, e.ends.isoformat()] for e in content.endings])


def digest_failed(digest: Digest) -> None:
    """Record that a digest did not go out, and queue it again; after the last attempt it is given up."""
    if digest.attempts >= ATTEMPTS:
        _end(digest, State.FAILED, error=NOT_SENT)
    elif _mine(digest).update(state=State.PENDING, queued_at=timezone.now(), error=NOT_SENT):
        enqueue_digest(digest.pk, countdown=RETRY_SECONDS * 4 ** (digest.attempts - 1))


def mail(digest: Digest, content: digests.Content, address: str) -> EmailMultiAlternatives:
    """The mail in plain text and HTML, both from one context, with the headers by which a mail program ends it."""
    stop = settings.SITE_ADDRESS + reverse("digest_stop", args=[stop_token(digest.user)])
    told = {"content": content, "digest": digest, "site": settings.SITE_ADDRESS, "stop": stop}
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    message = EmailMultiAlternatives(
        subject=content.subject,
        body=render_to_string("digests/mail.txt", told),
        to=[address],
        headers={
            "Message-ID": f"<digest-{digest.pk}-{digest.day}@{host}>",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(render_to_string("digests/mail.html", told), "text/html")
    return message


def _mine(digest: Digest):
    """The digest's row, as long as no other worker has taken it over."""
    return Digest.objects.filter(pk=digest.pk, state=State.SENDING, attempts=digest.attempts)


def _end(digest: Digest, state: State, **said) -> None:
    _mine(digest).update(state=state, finished_at=timezone.now(), **{"error": "", **said})
