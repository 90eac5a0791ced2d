"""What a reviewed mandate asks of its mission on organized crime, laid beside what the mission has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from capacities import catalogue, partner_needs
from capacities import coverage as covering
from capacities.coverage import Coverage, Offer
from capacities.lead_times import Period, months_later
from capacities.models import Capacity, Partner
from language.said import say
from mandates import symbols, tasked
from mandates.analysis.values import RANKED_KINDS
from mandates.models import Mandate
from missions.models import Mission


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A kind of partner, the crime types that take it, and the partners of that kind that cover one of them."""

    label: str
    crime_types: tuple[str, ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """Equipment, and the crime types that take it. What a mission has is recorded in words: nothing is matched."""

    name: str
    crime_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The needs that a mandate's tasks make, with what covers each.

    ``tasked`` maps the crime types that the mission is told to act on to the labels of the paragraphs that say so;
    ``without_profile`` are those of which the catalogue does not say what they take. ``spoken`` are the languages of
    the host countries, as far as they are known.
    """

    mandate: Mandate
    tasked: Mapping[str, list[str]]
    without_profile: tuple[str, ...]
    period: Period
    spoken: tuple[str, ...]
    coverage: Coverage


def of(mandate: Mandate, mission: Mission, today: date, capacities: Iterable[Capacity] | None = None) -> Matrix:
    """The matrix of a reviewed mandate, whose ``latest_review`` is loaded.

    ``capacities`` are the mission's, where they are at hand with their expertise; else two queries.
    """
    held = catalogue.held()
    data = mandate.latest_review.data
    types = crime_tasks(data)
    known = [name for name in types if name in held.profiles]
    spoken = held.spoken_in(country.iso3 for country in mission.countries.all())
    days = reviewed_period(mandate, mission, today)
    held_by = offers(mission) if capacities is None else [capacity.offer for capacity in capacities]
    made = covered(held_by, known, days, today, spoken)
    without = tuple(name for name in types if name not in held.profiles)
    return Matrix(mandate, types, without, days, tuple(map(say, spoken.values())), made)


def covered(
    held_by: Sequence[Offer], crime_types: Iterable[str], days: Period, today: date, spoken: Mapping[str, str]
) -> Coverage:
    """What crime types take, each with what covers it; their profiles are in the catalogue."""
    held = catalogue.held()
    needs = covering.needs(crime_types, held.profiles, held.labels)
    return covering.cover(needs, held_by, period=days, today=today, categories=held.categories, languages=spoken)


def offers(mission: Mission) -> list[Offer]:
    """The capacities of a mission that were not archived; two queries."""
    return [capacity.offer for capacity in mission.capacities.current().prefetch_related("expertise")]


def period(mandate: Mandate, mission: Mission, begins: date | None, term: Mapping | None, today: date) -> Period:
    """The days of a mandate, ``term`` being as a review's data has it.

    An adopted text's run from its adoption, to the end that the text names, else to that which the register of missions knows. A
    draft's run from the end of the mandate in force, where that is known and still to come, else from today.
    """
    if mandate.draft:
        begins = max(mission.mandate_ends or today, today)
    ends = _end(term or {}, begins) or (None if mandate.draft else mission.mandate_ends)
    return Period(None if begins and ends and ends < begins else begins, ends)


def reviewed_period(mandate: Mandate, mission: Mission, today: date) -> Period:
    """The days of a mandate as its newest review tells them, which is loaded or costs a query; a newer text may still wait for
    its review."""
    review = mandate.latest_review
    term = review.data.get("term") if review else None  # a review that an earlier program made may say nothing of it
    return period(mandate, mission, began(mandate, mission), term, today)


def crime_tasks(review: Mapping) -> dict[str, list[str]]:
    """Crime types that the mission is told to act on, in the order of the text, with the labels that name each; those of the
    tasks in force that a text renews come last. ``review`` is a review's data, whose names docs/method.md explains."""
    found: dict[str, list[str]] = {}
    for place in review.get("tasked", ()):  # a review that an earlier program made says nothing of it
        for name in place["crime_types"]:
            found.setdefault(name, []).append(place["label"])
    return {name: list(dict.fromkeys(labels)) for name, labels in found.items()}


def partners(matrix: Matrix, mission: Mission, user, *, leaving: bool = False) -> tuple[PartnerRow, ...]:
    """The kinds of partners that a mandate's tasks take, with those of the host countries that cover one of the crimes, as far as
    this person may see them, or with ``leaving`` may take them along in a file; one query. Those whose engagement ended, and of
    whom no crime type is recorded, cover nothing."""
    profiles = catalogue.held().profiles
    told = Partner.objects.leaves_with(user) if leaving else Partner.objects.visible_to(user)
    seen = told.current().exclude(engagement=Partner.Engagement.ENDED)
    here = list(seen.filter(countries__in=mission.countries.all()).distinct())
    return tuple(
        PartnerRow(
            say(partner_needs.LABELS[group]),
            tuple(say(profiles[name].label) for name in types),
            tuple(p for p in here if partner_needs.HELD[p.kind] == group and set(p.crime_types) & set(types)),
        )
        for group, types in partner_needs.of(matrix.tasked, profiles).items()
    )


def equipment(matrix: Matrix) -> tuple[EquipmentRow, ...]:
    """What the profiles name for a mandate's tasks."""
    taken: dict[str, list[str]] = {}
    profiles = catalogue.held().profiles
    for profile in (profiles[name] for name in matrix.tasked if name in profiles):
        for name in profile.equipment:
            taken.setdefault(name, []).append(say(profile.label))
    return tuple(EquipmentRow(say(name), tuple(types)) for name, types in taken.items())


def choices(mission: Mission, user) -> list[Mandate]:
    """The reviewed mandates of a mission that a person may see: the one in force first, then drafts, then newest first."""
    seen = mission.mandates.visible_to(user).select_related("adoption").with_latest()
    reviewed = (m for m in seen if m.latest_review and tasked.is_told(m.latest_review))
    ranked = [m for m in reviewed if m.latest_review.kind in RANKED_KINDS]
    return sorted(
        ranked,
        key=lambda m: (m.symbol != mission.mandate_in_force or m.draft, not m.draft, -(symbols.number(m.symbol) or 0)),
    )


def adopted(mandate: Mandate) -> date | None:
    adoption = getattr(mandate, "adoption", None)
    return adoption.date if adoption else None


def began(mandate: Mandate, mission: Mission) -> date | None:
    """The day of its adoption; where that is not recorded with the text, what the register says of the mandate in force."""
    in_force = not mandate.draft and mandate.symbol and mandate.symbol == mission.mandate_in_force
    return adopted(mandate) or (mission.mandate_began if in_force else None)


def _end(term: Mapping, begins: date | None) -> date | None:
    """The last day that a text names, else so many months or days after it begins; None where that is beyond all calendars."""
    until, months, days = (term.get(name) for name in ("until", "months", "days"))
    if until:
        return until if isinstance(until, date) else date.fromisoformat(until)
    try:
        if begins and months:
            return months_later(begins, months)
        return begins + timedelta(days=days) if begins and days else None
    except (ValueError, OverflowError):
        return None
