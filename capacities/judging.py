"""What one capacity does for a mission's mandate: are people there, in time, long enough, and able to talk to anybody? Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from capacities import lead_times
from capacities.catalogue import CategoryFacts
from capacities.lead_times import Arrival, Period
from language.days import day
from language.said import say, say_many


class Verdict(StrEnum):
    COVERED = "covered"
    PARTLY = "partly"
    LANGUAGE_GAP = "language gap"  # in English: a name
    LATE = "late"
    NOT_KNOWN = "not known"  # in English: a name
    GAP = "gap"


BEST_FIRST = list(Verdict)


@dataclass(frozen=True, slots=True)
class Offer:
    """A capacity as far as it matters here; None and empty sets are what nobody recorded. ``id`` is the caller's own."""

    id: int
    title: str
    category: str
    expertise: frozenset[str] = frozenset()
    authorized: int | None = None
    deployed: int | None = None
    pledged: int | None = None
    available_from: date | None = None
    available_until: date | None = None
    languages: frozenset[str] = frozenset()
    cleared_until: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds for all capacities of a mission: its mandate's days, today, lead times, languages of the area by code."""

    period: Period
    today: date
    categories: Mapping[str, CategoryFacts]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict
    sentence: str


def judge(offer: Offer, facts: Facts) -> Judged:
    """One verdict and its sentence. The first that holds counts: gone or too late, not cleared, nobody there, language, not enough.

    An assessment for police service (AMS, SAAT) holds for 24 months (police.un.org, information for individual police
    officers); who is not cleared any more cannot be counted on.
    """
    begins, until, ends = offer.available_from, offer.available_until, facts.period.ends
    if until and until < facts.today:
        return _is(Verdict.GAP, offer, say("available until {day} only", day=day(until)))
    if begins and ends and begins > ends:
        said = say("to come on {day}, after the mandate has ended on {end}", day=day(begins), end=day(ends))
        return _is(Verdict.GAP, offer, said)
    cleared = offer.cleared_until
    if cleared and cleared < facts.today and (offer.deployed or offer.pledged):
        said = say("{number}; their clearance expired on {day}", number=_number(offer), day=day(cleared))
        return _is(Verdict.GAP, offer, said)
    if offer.deployed:
        return _there(offer, facts)
    if offer.pledged:
        return _expected(offer, facts)
    return _nobody(offer, facts)


def _there(offer: Offer, facts: Facts) -> Judged:
    number = _number(offer)
    if offer.available_from and offer.available_from > facts.today:
        return _expected(offer, facts)
    if wrong := _language(offer, facts, number):
        return wrong
    until, ends = offer.available_until, facts.period.ends
    if until and ends and until < ends:
        values = {"number": number, "day": day(until), "end": day(ends)}
        return _is(Verdict.PARTLY, offer, say("{number}, until {day}: the mandate goes on until {end}", **values))
    of = _of_authorized(offer, number)
    if offer.authorized is not None and offer.deployed < offer.authorized:
        return _is(Verdict.PARTLY, offer, _with_clearance(of, offer, facts))
    if _clearance_ends(offer, facts):
        return _is(Verdict.PARTLY, offer, _with_clearance(number, offer, facts))
    return _is(Verdict.COVERED, offer, of)


def _expected(offer: Offer, facts: Facts) -> Judged:
    """Nobody is there yet and somebody is promised: pledged, or deployed from a later day on."""
    number = _number(offer, there=False)
    known = facts.categories[offer.category].lead_time
    fixed = offer.available_from
    arrival = (
        Arrival(max(fixed, facts.today), max(fixed, facts.today)) if fixed else lead_times.after(facts.today, known)
    )
    if arrival is None:
        lead_time = _uncapital(say(known.said))
        said = say("{number}, with no day of arrival; {lead_time}", number=number, lead_time=lead_time)
        return _is(Verdict.NOT_KNOWN, offer, said)
    when = _when(arrival, fixed=bool(fixed), facts=facts, offer=offer)
    half, ends = facts.period.half, facts.period.ends
    if half is None:
        said = say("{number}, {when}; when the mandate is half over is not known", number=number, when=when)
        return _is(Verdict.NOT_KNOWN, offer, said)
    if ends and arrival.earliest > ends:
        said = say("{number}, {when}: after the mandate has ended on {day}", number=number, when=when, day=day(ends))
        return _is(Verdict.GAP, offer, said)
    if arrival.earliest > half:
        said = say("{number}, {when}: the mandate is half over on {day}", number=number, when=when, day=day(half))
        return _is(Verdict.LATE, offer, said)
    if wrong := _language(offer, facts, number):
        return wrong
    values = {"number": number, "when": when, "day": day(half)}
    if arrival.latest <= half:
        said = say("{number}, {when}, before the mandate is half over on {day}", **values)
    else:
        said = say("{number}, {when}, perhaps not before the mandate is half over on {day}", **values)
    return _is(Verdict.PARTLY, offer, _with_clearance(said, offer, facts))


def _nobody(offer: Offer, facts: Facts) -> Judged:
    """Nobody is known to be there or promised; only where every number says so is it a gap."""
    authorized, deployed, pledged = offer.authorized, offer.deployed, offer.pledged
    if authorized is None and deployed is None and pledged is None:
        return _is(Verdict.NOT_KNOWN, offer, say("no numbers recorded"))
    if deployed is not None and pledged is not None:
        none = say("none deployed and none pledged")
        if authorized:
            none = say_many(
                "{number} authorized, none deployed and none pledged",
                "{number} authorized, none deployed and none pledged",
                authorized,
            )
        return _is(Verdict.GAP, offer, _if_nominated(none, offer, facts))
    known = [say_many("{number} authorized", "{number} authorized", authorized)] if authorized else []
    known += [say("none deployed")] if deployed == 0 else [say("none pledged")] if pledged == 0 else []
    told = ", ".join(known) or say("none authorized")
    if deployed is not None:
        said = say("{known}; how many are pledged is not known", known=told)
    elif pledged is not None:
        said = say("{known}; how many are deployed is not known", known=told)
    else:
        said = say("{known}; how many are deployed and how many are pledged are not known", known=told)
    return _is(Verdict.NOT_KNOWN, offer, said)


def _if_nominated(none: str, offer: Offer, facts: Facts) -> str:
    """That nobody is there, with what nominating somebody today would bring, where that can be said."""
    arrival = lead_times.after(facts.today, facts.categories[offer.category].lead_time)
    half = facts.period.half
    if arrival is None or half is None:
        return none
    values = {"said": none, "when": _between(arrival), "day": day(half)}
    if arrival.earliest > half:
        return say(
            "{said}; somebody nominated today would come {when}, after the mandate is half over on {day}", **values
        )
    if arrival.latest <= half:
        return say(
            "{said}; somebody nominated today would come {when}, before the mandate is half over on {day}", **values
        )
    return say(
        "{said}; somebody nominated today would come {when}, perhaps after the mandate is half over on {day}", **values
    )


def _number(offer: Offer, *, there: bool = True) -> str:
    if there and offer.deployed:
        return say_many("{number} deployed", "{number} deployed", offer.deployed)
    if offer.pledged:
        return say_many("{number} pledged", "{number} pledged", offer.pledged)
    return say_many("{number} announced", "{number} announced", offer.deployed or 0)


def _of_authorized(offer: Offer, number: str) -> str:
    if offer.authorized is None:
        return say("{number}; how many are authorized is not known", number=number)
    return say_many(
        "{deployed} of {number} authorized", "{deployed} of {number} authorized", offer.authorized, deployed=number
    )


def _clearance_ends(offer: Offer, facts: Facts) -> bool:
    """Whether it does before the mandate does. Unknown ends end nothing."""
    until, ends = offer.cleared_until, facts.period.ends
    return bool(until and ends and until < ends)


def _with_clearance(said: str, offer: Offer, facts: Facts) -> str:
    """What is said, and where their clearance ends before the mandate does: that it does."""
    if not _clearance_ends(offer, facts):
        return said
    until, ends = day(offer.cleared_until), day(facts.period.ends)
    return say(
        "{said}; their clearance ends on {day}, before the mandate does on {end}", said=said, day=until, end=ends
    )


def _language(offer: Offer, facts: Facts, number: str) -> Judged | None:
    if not facts.languages:
        return None
    area = _or([say(name) for name in facts.languages.values()])
    if not offer.languages:
        said = say("{number}; whether they speak {languages} is not recorded", number=number, languages=area)
        return _is(Verdict.NOT_KNOWN, offer, said)
    if offer.languages.isdisjoint(facts.languages):
        said = say("{number}; none is recorded as speaking {languages}", number=number, languages=area)
        return _is(Verdict.LANGUAGE_GAP, offer, said)
    return None


def _when(arrival: Arrival, *, fixed: bool, facts: Facts, offer: Offer) -> str:
    if fixed:
        return say("to arrive on {day}", day=day(arrival.earliest))
    known = say(facts.categories[offer.category].lead_time.said)
    return say("to be expected {when} if nominated today ({lead_time})", when=_between(arrival), lead_time=known)


def _between(arrival: Arrival) -> str:
    if arrival.earliest == arrival.latest:
        return say("about {day}", day=day(arrival.earliest))
    return say("between {first} and {last}", first=day(arrival.earliest), last=day(arrival.latest))


def _is(verdict: Verdict, offer: Offer, said: str) -> Judged:
    title = f"{offer.title[:1].upper()}{offer.title[1:]}"
    return Judged(verdict, say("{capacity}: {said}.", capacity=title, said=said.rstrip(".")))


def _or(names: list[str]) -> str:
    return names[0] if len(names) == 1 else say("{most} or {last}", most=", ".join(names[:-1]), last=names[-1])


def _uncapital(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
