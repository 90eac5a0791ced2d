"""What a person is told by e-mail: changes of flags since the last mail, and mandates that end soon. Adopted texts alone."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from language import days
from language.said import say, say_many
from mandates import counting, flag_news
from mandates.models import Digest, Every, FlagChange, Mandate
from missions.models import Mission

SOON = timedelta(days=90)
SETTLED = timedelta(minutes=5)  # a change that was noted so long ago is committed, and no later one can come before it


@dataclass(frozen=True, slots=True)
class Ending:
    """A mandate that ends within 90 days. ``new``: no mail has named this date yet. ``stands``: where organized crime does."""

    mission: str
    symbol: str
    ends: date
    days: int
    new: bool
    as_of: date
    mandate: int | None = None
    stands: str = ""

    @property
    def end(self) -> str:
        """When it ends, and under which text."""
        when = say_many("in {number} day", "in {number} days", self.days) if self.days else say("today")
        symbol = counting.resolution(self.symbol) if self.symbol else say("a text that the register does not name")
        return say("Ends on {day}, {when}, under {symbol}.", day=days.day(self.ends), when=when, symbol=symbol)

    @property
    def where(self) -> str:
        """Where organized crime stands in it, as far as it is held here; the sentence of a review is in English."""
        return self.stands or say("The text is not held here, or not reviewed.")


@dataclass(frozen=True, slots=True)
class Content:
    """One mail: news by group, and endings, in the language in which it was made. Where ``worth_telling`` is false there is no mail."""

    groups: dict[flag_news.Group, list[flag_news.News]] = field(default_factory=dict)
    endings: list[Ending] = field(default_factory=list)

    @property
    def worth_telling(self) -> bool:
        return bool(self.groups) or any(ending.new for ending in self.endings)

    @property
    def subject(self) -> str:
        """What the mail says, counted.

        A subject line is read by whoever passes the screen, so it names missions never, and numbers only.
        """
        said = [group.counted(len(news)) for group, news in self.groups.items()]
        if self.endings:
            many = len(self.endings)
            said.append(
                say_many("{number} mandate ending within 90 days", "{number} mandates ending within 90 days", many)
            )
        return say("Forefront: {news}", news=", ".join(said))


def period(every: str, now: datetime) -> date:
    """The day, or the Monday of the week, whose digest is due at ``now``; a day begins at DIGEST_HOUR (UTC)."""
    day = (now - timedelta(hours=settings.DIGEST_HOUR)).date()
    return day - timedelta(days=day.weekday()) if every == Every.WEEKLY else day


def begins(day: date) -> datetime:
    """The moment at which the digest of a period is due."""
    return datetime.combine(day, time(settings.DIGEST_HOUR), tzinfo=timezone.get_default_timezone())


def subscribed_since(user) -> datetime:
    """When the person last turned digests on: what was told before is told again. Now, where they are off."""
    on = timezone.now()
    for every, at in user.subscriptions.values_list("every", "at"):
        if every == Every.NEVER:
            break
        on = at
    return on


def told_until(user) -> datetime:
    """Up to where the person has been told of changes since they turned digests on."""
    on = subscribed_since(user)
    done = Digest.objects.filter(user=user, state__in=[Digest.State.SENT, Digest.State.NOTHING], until__gte=on)
    return done.aggregate(last=Max("until"))["last"] or on


def content(digest: Digest, today: date | None = None) -> Content:
    """What this digest says, of what its person may see: four queries however much has changed."""
    seen = Mandate.objects.visible_to(digest.user).filter(draft=False)
    changes = FlagChange.objects.in_force().filter(mandate__in=seen, at__gte=digest.since, at__lt=digest.until)
    news = [one for one in flag_news.told(changes) if one.group is not flag_news.Group.UNFLAGGED]
    return Content(flag_news.grouped(news), _endings(digest, seen, today or timezone.localdate()))


def _endings(digest: Digest, seen, today: date) -> list[Ending]:
    """Mandates that end within 90 days, soonest first."""
    ending = Mission.objects.open().filter(mandate_ends__gte=today, mandate_ends__lte=today + SOON)
    missions = list(ending.order_by("mandate_ends", "acronym"))
    held = {m.symbol: m for m in seen.in_force().filter(mission__in=missions).with_latest().order_by("-pk")}
    known = _named_before(digest)
    return [
        Ending(
            mission=m.acronym,
            symbol=m.mandate_in_force,
            ends=m.mandate_ends,
            days=(m.mandate_ends - today).days,
            new=(m.acronym, m.mandate_ends.isoformat()) not in known,
            as_of=m.as_of,
            mandate=held[m.mandate_in_force].pk if m.mandate_in_force in held else None,
            stands=_stands(held.get(m.mandate_in_force)),
        )
        for m in missions
    ]


def _named_before(digest: Digest) -> set[tuple[str, str]]:
    """The endings that mails of this subscription have named, by acronym and date."""
    sent = Digest.objects.filter(user=digest.user_id, state=Digest.State.SENT, until__gte=subscribed_since(digest.user))
    return {tuple(ending) for endings in sent.values_list("endings", flat=True) for ending in endings}


def _stands(mandate: Mandate | None) -> str:
    review = mandate.latest_review if mandate else None
    return review.headline if review else ""
