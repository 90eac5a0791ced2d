"""Loads what a plan's options are laid out in: seven queries, however many rows."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q

from capacities import catalogue, lead_times, partner_needs
from capacities.lead_times import Period
from capacities.models import Assessment, Capacity, Category, Partner, SanctionsRegime
from language.marks import marked
from mandates import coverage
from missions.models import Country
from plans import naming, needs
from plans.models import Plan, PlanTask
from plans.values import Resource, ResourceKind, Situation, Task

WHOLE = {Category.FORMED_POLICE, Category.SPECIALIZED_TEAM, Category.EQUIPMENT}  # go to one task with all that they are

# Kept in English in what the solver says; a conflict says them in the language of the reader.
ENTANGLED = marked("It is assessed as highly entangled.")
ENDED = marked("Its engagement has ended.")


def of(plan: Plan, user, *, token: bool = False) -> Situation:
    """The situation as this person may see it: partners hidden from them are not in it.

    Capacities are the mission's and those pledged to no mission yet; partners those of its host countries; sanctions
    regimes those in force in a host country on the plan's first day.
    """
    return of_all([plan], user, token=token)[plan.pk]


def of_all(plans: Sequence[Plan], user, *, token: bool = False) -> dict[int, Situation]:
    """The situations of several plans by the plan's number, in as many queries as that of one."""
    hosts = {plan.pk: list(plan.mission.countries.all()) for plan in plans}
    countries = {country.pk for found in hosts.values() for country in found}
    offered = Capacity.objects.current().filter(Q(mission__in={plan.mission_id for plan in plans}) | Q(mission=None))
    capacities = list(offered.prefetch_related("expertise").order_by("pk"))
    partners = list(_partners(countries, user, token).prefetch_related("assessments"))
    regimes = list(_regimes(countries))
    return {plan.pk: _situation(plan, hosts[plan.pk], capacities, partners, regimes) for plan in plans}


def _situation(
    plan: Plan,
    countries: Sequence[Country],
    capacities: Sequence[Capacity],
    partners: Sequence[Partner],
    regimes: Sequence[SanctionsRegime],
) -> Situation:
    """Of capacities, partners and regimes of many plans those that this one is laid out in."""
    held = catalogue.held()
    here = {country.pk for country in countries}
    in_force = [row for row in _once(regimes, here) if _in_force(row, plan.begins)]
    tasks = tuple(task(row, held, sanctions=bool(in_force)) for row in plan.tasks.all())
    resources = [
        *(capacity(row, plan, held) for row in capacities if row.mission_id in (plan.mission_id, None)),
        *(partner(row, plan.begins) for row in _once(partners, here)),
        *(regime(row, plan.begins) for row in in_force),
    ]
    period = Period(plan.begins, plan.ends)
    mandate = coverage.reviewed_period(plan.mandate, plan.mission, plan.nominated_on)
    spoken = held.spoken_in(country.iso3 for country in countries)
    # Nominations hold back those alone whom they bring; who is there can be assigned from the plan's first day.
    return Situation(tasks, tuple(resources), period, plan.begins, mandate.half or period.half, spoken)


def _once(rows: Sequence, countries: set[int]) -> list:
    """Of rows that stand there once for each country those of some countries, each once."""
    return list({row.pk: row for row in rows if row.in_country in countries}.values())


def partner_names(plan: Plan, user, *, token: bool = False) -> dict[int, str]:
    """The names of the partners of a plan's situation, by number. Two queries, one where the countries are loaded."""
    countries = {country.pk for country in plan.mission.countries.all()}
    return dict(_partners(countries, user, token).values_list("pk", "name"))


def _partners(countries: set[int], user, token: bool):
    """Partners of some countries that this person may see, whether engaged or not; a row for each and country."""
    seen = Partner.objects.visible_to(user, token=token).current()
    return seen.filter(countries__in=countries).annotate(in_country=F("countries")).order_by("pk")


def _regimes(countries: set[int]):
    """Sanctions regimes of some countries with what they name of crime; a row for each and country."""
    found = SanctionsRegime.objects.filter(countries__in=countries).exclude(status=SanctionsRegime.Status.UNKNOWN)
    return found.annotate(in_country=F("countries")).prefetch_related("on_crime").order_by("pk")


def _in_force(row: SanctionsRegime, day: date) -> bool:
    """Whether a regime is known to be in force on a day."""
    return not (row.established and row.established > day) and not (row.ended and row.ended <= day)


def task(row: PlanTask, held: catalogue.Catalogue, *, sanctions: bool) -> Task:
    """A task with the needs that its crime types make."""
    wanted = needs.of(row.crime_types, held, sanctions=sanctions)
    return Task(row.pk, row.label, row.place, frozenset(row.crime_types), wanted)


def capacity(row: Capacity, plan: Plan, held: catalogue.Catalogue) -> Resource:
    """A capacity: those who are there, or else those who are pledged and when they come.

    Who is pledged without a day is expected when the longest published average has passed since the nomination.
    """
    begins = row.available_from
    if row.deployed:
        begins = begins or plan.begins
    elif begins is None and row.pledged:
        arrival = lead_times.after(plan.nominated_on, held.categories[row.category].lead_time)
        begins = arrival.latest if arrival else None
    return Resource(
        ResourceKind.CAPACITY,
        row.pk,
        row.title,
        frozenset(expertise.name for expertise in row.expertise.all()),
        people=row.deployed or (row.deployed if row.pledged is None else row.pledged),
        whole=row.category in WHOLE,
        begins=begins,
        ends=row.available_until,
        cleared_until=row.cleared_until,
        languages=frozenset(row.spoken),
    )


def partner(row: Partner, day: date) -> Resource:
    """A partner, by number: its name is put in where it is shown to somebody who may see it."""
    newest: Assessment | None = next(iter(row.assessments.all()), None)
    bar = ENDED if row.engagement == Partner.Engagement.ENDED else ""
    if newest and newest.level == Assessment.Level.HIGH:
        bar = ENTANGLED
    return Resource(
        ResourceKind.PARTNER,
        row.pk,
        naming.of_partner(row.pk),
        frozenset({partner_needs.HELD[row.kind]}),
        crime_types=frozenset(row.crime_types),
        begins=day,
        restricted=row.sensitivity == Partner.Sensitivity.RESTRICTED,
        bar=bar,
    )


def regime(row: SanctionsRegime, day: date) -> Resource:
    """A sanctions regime in force on a day: it is about the crime types that its criteria, its measures and its panel's tasks name."""
    named = {name for fact in row.on_crime.all() for name in fact.crime_types}
    return Resource(
        ResourceKind.REGIME,
        row.pk,
        naming.of_regime(row.name),
        frozenset({needs.SANCTIONS.name}),
        crime_types=frozenset(named),
        begins=row.established or day,
        ends=row.ended,
    )
