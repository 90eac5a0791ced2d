"""With which older texts a text can be compared: its predecessor, its own earlier versions, other texts of its mission."""

import re
from dataclasses import dataclass

from django.db.models import Q

from language.said import say
from mandates import counting, symbols
from mandates.analysis import values
from mandates.models import Mandate, TextVersion
from missions.models import Mission

BARE = re.compile(r"(?:S\s*/\s*RES\s*/\s*|resolution\s+)?([0-9]{1,4})", re.IGNORECASE)  # a number without its year
MOST = 40  # adopted texts that are offered; any other can be asked for by its symbol


@dataclass(frozen=True, slots=True)
class Offer:
    """An older text. ``query`` asks for the comparison with it, ``note`` says why it is offered."""

    version: TextVersion
    name: str
    note: str
    query: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Of a draft two come first: the mandate in force before it, and its own previous version."""

    predecessor: Offer | None
    versions: tuple[Offer, ...]
    mission: tuple[Offer, ...]
    country: tuple[Offer, ...]  # of other missions in the same country: offered, never assumed

    @property
    def default(self) -> Offer | None:
        """What a text is compared with when nothing is asked: its predecessor, else its previous version."""
        return self.predecessor or next(iter(self.versions), None)

    @property
    def all(self) -> tuple[Offer, ...]:
        return (*((self.predecessor,) if self.predecessor else ()), *self.versions, *self.mission, *self.country)


def offers(newer: TextVersion, user) -> Offers:
    """What a person can compare a text with; three queries, and no bytes loaded."""
    review = getattr(newer, "review", None)
    known = (review.data.get("predecessor") or {}).get("symbol") if review else None
    found = _adopted(newer, review.mission_name if review else "", known, user)
    before = next((version for version in found if version.mandate.symbol == known), None)
    others = [version for version in found if version is not before]
    acronym = newer.mandate.mission.acronym if newer.mandate.mission else review and review.mission_name
    same = [version for version in others if acronym and _mission(version) == acronym]
    earlier = newer.mandate.versions.filter(number__lt=newer.number).defer("source").order_by("-number")
    return Offers(
        _other(before, say("the mandate before it")) if before else None,
        tuple(_own(version, newer) for version in earlier),
        tuple(_other(version, "") for version in same[:MOST]),
        tuple(_other(v, say("another mission, {mission}", mission=_mission(v))) for v in others if v not in same)[
            :MOST
        ],
    )


def predecessor(newer: TextVersion, symbol: str | None, user) -> TextVersion | None:
    """The newest text of the predecessor that a review names by its symbol, where the person may see one; one query."""
    texts = TextVersion.objects.newest().filter(mandate__symbol=symbol, mandate__draft=False)
    texts = texts.filter(mandate__in=Mandate.objects.visible_to(user)).exclude(mandate=newer.mandate_id)
    return texts.select_related("mandate").defer("source").order_by("mandate_id").first() if symbol else None


def _adopted(newer: TextVersion, mission_name: str, predecessor: str | None, user) -> list[TextVersion]:
    """Adopted mandates of the text's mission and of other missions in its countries, the newest resolution first.

    Of several with one symbol the first submitted counts; later ones than the text itself are no older texts. The
    ``predecessor`` is among them whatever it is: a person may have chosen it.
    """
    mission = newer.mandate.mission
    wanted = Q(review__mission_name=mission_name) if mission_name else Q(pk=None)
    if mission:
        beside = Mission.objects.filter(countries__in=mission.countries.all())
        wanted |= Q(mandate__mission=mission) | Q(mandate__mission__in=beside)
    ranked = wanted & Q(review__kind__in=values.RANKED_KINDS)
    rows = TextVersion.objects.newest().filter(ranked | Q(mandate__symbol=predecessor))
    rows = rows.filter(mandate__draft=False, mandate__in=Mandate.objects.visible_to(user)).exclude(mandate__symbol="")
    rows = rows.exclude(mandate=newer.mandate_id).select_related("mandate__mission", "review")
    shown = rows.defer("source", "review__data").order_by("-mandate_id")
    first = {version.mandate.symbol: version for version in shown}
    own = symbols.number(newer.mandate.symbol)
    numbers = {symbol: symbols.number(symbol) or 0 for symbol in first}
    held = sorted(first, key=lambda symbol: (-numbers[symbol], symbol))
    return [first[symbol] for symbol in held if not own or numbers[symbol] < own or symbol == predecessor]


def _mission(version: TextVersion) -> str:
    if version.mandate.mission:
        return version.mandate.mission.acronym
    return getattr(getattr(version, "review", None), "mission_name", "")


def _own(version: TextVersion, newer: TextVersion) -> Offer:
    note = say("its previous version") if version.number == newer.number - 1 else ""
    return Offer(version, own_name(version), note, f"version={version.number}")


def _other(version: TextVersion, note: str) -> Offer:
    return Offer(version, name(version.mandate), note, f"with={version.mandate_id}")


def name(mandate: Mandate) -> str:
    """How a text is called in a sentence: resolution 1509 (2003), else by its title."""
    if mandate.symbol:
        return counting.resolution(mandate.symbol)
    return mandate.title or say("mandate {number}", number=mandate.pk)


def own_name(version: TextVersion) -> str:
    if version.mandate.draft:
        return say("version {number} of this draft", number=version.number)
    return say("version {number} of this text", number=version.number)


def chosen(newer: TextVersion, user, *, other: int | None, number: int | None) -> TextVersion | None:
    """The older text asked for: the newest of another mandate that the person may see, or an earlier version of the same.

    None where there is no such text, or it is not one for this person.
    """
    if number is not None:
        earlier = newer.mandate.versions.filter(number=number).exclude(pk=newer.pk)
        return earlier.defer("source").first()
    texts = TextVersion.objects.newest().filter(mandate=other, mandate__in=Mandate.objects.visible_to(user))
    return texts.exclude(mandate=newer.mandate_id).select_related("mandate").defer("source").first()


def named(words: str, newer: TextVersion, user) -> Mandate | None:
    """Another text that the person may see, by its symbol, its number or its title as typed."""
    words = " ".join(words.split())[:200]
    symbol = symbols.normal(words)
    asked = Q(symbol__iexact=symbol) | Q(title__iexact=words)
    if bare := BARE.fullmatch(words):
        asked |= Q(symbol__startswith=f"S/RES/{bare[1]} (")
    seen = Mandate.objects.visible_to(user).exclude(pk=newer.mandate_id)
    return seen.filter(asked).order_by("pk").first() if words else None
