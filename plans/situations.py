"""Loads what a plan's options are laid out in: seven queries, however many rows."""

from datetime import date

from django.db.models import Q

from capacities import catalogue, lead_times, partner_needs
from capacities.lead_times import Period
from capacities.models import Assessment, Capacity, Category, Partner, SanctionsRegime
from mandates import coverage
from plans import naming, needs
from plans.models import Plan, PlanTask
from plans.values import Resource, ResourceKind, Situation, Task

WHOLE = {Category.FORMED_POLICE, Category.SPECIALIZED_TEAM, Category.EQUIPMENT}  # go to one task with all that they are

ENTANGLED = "It is assessed as highly entangled."
ENDED = "Its engagement has ended."


def of(plan: Plan, user, *, token: bool = False) -> Situation:
    """The situation as this person may see it: partners hidden from them are not in it.

    Capacities are the mission's and those pledged to no mission yet; partners those of its host countries; sanctions
    regimes those in force in a host country on the plan's first day.
    """
    held = catalogue.held()
    countries = list(plan.mission.countries.all())
    regimes = in_force(countries, plan.begins)
    tasks = tuple(task(row, held, sanctions=bool(regimes)) for row in plan.tasks.all())
    capacities = Capacity.objects.current().filter(Q(mission=plan.mission_id) | Q(mission=None))
    resources = [
        *(capacity(row, plan, held) for row in capacities.prefetch_related("expertise").order_by("pk")),
        *(partner(row, plan.begins) for row in _partners(countries, user, token).prefetch_related("assessments")),
        *(regime(row, plan.begins) for row in regimes),
    ]
    period = Period(plan.begins, plan.ends)
    mandate = coverage.reviewed_period(plan.mandate, plan.mission, plan.nominated_on)
    spoken = held.spoken_in(country.iso3 for country in countries)
    # Nominations hold back those alone whom they bring; who is there can be assigned from the plan's first day.
    return Situation(tasks, tuple(resources), period, plan.begins, mandate.half or period.half, spoken)


def partner_names(plan: Plan, user, *, token: bool = False) -> dict[int, str]:
    """The names of the partners of a plan's situation, by number. Two queries, one where the countries are loaded."""
    return dict(_partners(plan.mission.countries.all(), user, token).values_list("pk", "name"))


def _partners(countries, user, token: bool):
    """Partners of some countries that this person may see, whether engaged or not."""
    seen = Partner.objects.visible_to(user, token=token).current()
    return seen.filter(pk__in=seen.filter(countries__in=countries).values("pk")).order_by("pk")


def in_force(countries: list, day: date) -> list[SanctionsRegime]:
    """The sanctions regimes known to be in force in some countries on a day, with what they name of crime."""
    found = SanctionsRegime.objects.filter(countries__in=countries).exclude(status=SanctionsRegime.Status.UNKNOWN)
    rows = found.distinct().prefetch_related("on_crime").order_by("pk")
    return [r for r in rows if not (r.established and r.established > day) and not (r.ended and r.ended <= day)]


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
        f"sanctions regime on {row.name}",
        frozenset({needs.SANCTIONS.name}),
        crime_types=frozenset(named),
        begins=row.established or day,
        ends=row.ended,
    )
