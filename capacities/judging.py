"""What one capacity does for a mission's mandate: are people there, in time, long enough, and able to talk to anybody? Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from capacities import lead_times
from capacities.catalogue import CategoryFacts
from capacities.lead_times import Arrival, Period


class Verdict(StrEnum):
    COVERED = "covered"
    PARTLY = "partly"
    LANGUAGE_GAP = "language gap"
    LATE = "late"
    NOT_KNOWN = "not known"
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
    until, ends = offer.available_until, facts.period.ends
    if until and until < facts.today:
        return _is(Verdict.GAP, offer, f"available until {_day(until)} only")
    if offer.available_from and ends and offer.available_from > ends:
        return _is(
            Verdict.GAP, offer, f"to come on {_day(offer.available_from)}, after the mandate has ended on {_day(ends)}"
        )
    if offer.cleared_until and offer.cleared_until < facts.today and (offer.deployed or offer.pledged):
        return _is(Verdict.GAP, offer, f"{_number(offer)}; their clearance expired on {_day(offer.cleared_until)}")
    if offer.deployed:
        return _there(offer, facts)
    if offer.pledged:
        return _expected(offer, facts)
    return _nobody(offer, facts)


def _there(offer: Offer, facts: Facts) -> Judged:
    number = f"{offer.deployed} deployed"
    if offer.available_from and offer.available_from > facts.today:
        return _expected(offer, facts)
    if wrong := _language(offer, facts, number):
        return wrong
    until, ends = offer.available_until, facts.period.ends
    if until and ends and until < ends:
        return _is(Verdict.PARTLY, offer, f"{number}, until {_day(until)}: the mandate goes on until {_day(ends)}")
    if offer.authorized is not None and offer.deployed < offer.authorized:
        return _is(Verdict.PARTLY, offer, f"{number} of {offer.authorized} authorized{_cleared(offer, facts)}")
    if ending := _cleared(offer, facts):
        return _is(Verdict.PARTLY, offer, f"{number}{ending}")
    of = "; how many are authorized is not known" if offer.authorized is None else f" of {offer.authorized} authorized"
    return _is(Verdict.COVERED, offer, f"{number}{of}")


def _expected(offer: Offer, facts: Facts) -> Judged:
    """Nobody is there yet and somebody is promised: pledged, or deployed from a later day on."""
    number = _number(offer, there=False)
    known = facts.categories[offer.category].lead_time
    day = offer.available_from
    arrival = Arrival(max(day, facts.today), max(day, facts.today)) if day else lead_times.after(facts.today, known)
    if arrival is None:
        return _is(Verdict.NOT_KNOWN, offer, f"{number}, with no day of arrival; {_uncapital(known.said)}")
    when = _when(arrival, fixed=bool(day), facts=facts, offer=offer)
    half, ends = facts.period.half, facts.period.ends
    if half is None:
        return _is(Verdict.NOT_KNOWN, offer, f"{number}, {when}; when the mandate is half over is not known")
    if ends and arrival.earliest > ends:
        return _is(Verdict.GAP, offer, f"{number}, {when}: after the mandate has ended on {_day(ends)}")
    if arrival.earliest > half:
        return _is(Verdict.LATE, offer, f"{number}, {when}: the mandate is half over on {_day(half)}")
    if wrong := _language(offer, facts, number):
        return wrong
    in_time = "before" if arrival.latest <= half else "perhaps not before"
    said = f"{number}, {when}, {in_time} the mandate is half over on {_day(half)}{_cleared(offer, facts)}"
    return _is(Verdict.PARTLY, offer, said)


def _nobody(offer: Offer, facts: Facts) -> Judged:
    """Nobody is known to be there or promised; only where every number says so is it a gap."""
    if offer.authorized is None and offer.deployed is None and offer.pledged is None:
        return _is(Verdict.NOT_KNOWN, offer, "no numbers recorded")
    told = f"{offer.authorized} authorized, " if offer.authorized else ""
    missing = [
        said
        for said, number in (
            ("how many are deployed", offer.deployed),
            ("how many are pledged", offer.pledged),
        )
        if number is None
    ]
    if missing:
        none = "none deployed" if offer.deployed == 0 else "none pledged" if offer.pledged == 0 else ""
        verb = "is" if len(missing) == 1 else "are"
        said = f"{told}{none}".strip(", ")
        return _is(Verdict.NOT_KNOWN, offer, f"{said or 'none authorized'}; {' and '.join(missing)} {verb} not known")
    return _is(Verdict.GAP, offer, f"{told}none deployed and none pledged{_if_nominated(offer, facts)}")


def _if_nominated(offer: Offer, facts: Facts) -> str:
    """What nominating somebody today would bring, where that can be said."""
    arrival = lead_times.after(facts.today, facts.categories[offer.category].lead_time)
    half = facts.period.half
    if arrival is None or half is None:
        return ""
    late = "after" if arrival.earliest > half else "before" if arrival.latest <= half else "perhaps after"
    return f"; somebody nominated today would come {_between(arrival)}, {late} the mandate is half over on {_day(half)}"


def _number(offer: Offer, *, there: bool = True) -> str:
    if there and offer.deployed:
        return f"{offer.deployed} deployed"
    return f"{offer.pledged} pledged" if offer.pledged else f"{offer.deployed} announced"


def _cleared(offer: Offer, facts: Facts) -> str:
    """Where their clearance ends before the mandate does: that it does. Unknown ends end nothing."""
    until, ends = offer.cleared_until, facts.period.ends
    if not until or not ends or until >= ends:
        return ""
    return f"; their clearance ends on {_day(until)}, before the mandate does on {_day(ends)}"


def _language(offer: Offer, facts: Facts, number: str) -> Judged | None:
    if not facts.languages:
        return None
    area = _or(list(facts.languages.values()))
    if not offer.languages:
        return _is(Verdict.NOT_KNOWN, offer, f"{number}; whether they speak {area} is not recorded")
    if offer.languages.isdisjoint(facts.languages):
        return _is(Verdict.LANGUAGE_GAP, offer, f"{number}; none is recorded as speaking {area}")
    return None


def _when(arrival: Arrival, *, fixed: bool, facts: Facts, offer: Offer) -> str:
    if fixed:
        return f"to arrive on {_day(arrival.earliest)}"
    known = facts.categories[offer.category].lead_time
    return f"to be expected {_between(arrival)} if nominated today ({known.said})"


def _between(arrival: Arrival) -> str:
    if arrival.earliest == arrival.latest:
        return f"about {_day(arrival.earliest)}"
    return f"between {_day(arrival.earliest)} and {_day(arrival.latest)}"


def _is(verdict: Verdict, offer: Offer, said: str) -> Judged:
    return Judged(verdict, f"{offer.title[:1].upper()}{offer.title[1:]}: {said.rstrip('.')}.")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _or(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _uncapital(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
