"""Everything that the page of a mission shows, as the person who looks may see it, in ten queries however many rows."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Case, DateField, F, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.urls import reverse

from capacities.models import Assessment, Capacity, Partner, SanctionsRegime, Strength
from capacities.permissions import may_assess
from mandates.analysis.values import RANKED_KINDS
from mandates.models import Mandate, Review, TextVersion
from missions.models import Country, CrimeMarket, Mission, MissionDocument

REGIME = ("code", "name", "status", "measures_until", "panel__name", "panel__mandate_until")


@dataclass(frozen=True, slots=True)
class Measures:
    """A sanctions regime that concerns a host country, with its panel; ``until`` and ``panel_until`` are None where not known."""

    code: str
    name: str
    status: str
    until: date | None
    panel: str
    panel_until: date | None

    @property
    def in_force(self) -> bool:
        return self.status == SanctionsRegime.Status.IN_FORCE

    @property
    def status_words(self) -> str:
        return str(SanctionsRegime.Status(self.status).label)

    def get_absolute_url(self) -> str:
        return reverse("sanctions_detail", args=[self.code])


@dataclass(frozen=True)
class Facts:
    """A mission with what stands around it. ``texts`` are the newest versions of its mandates, adopted and drafts."""

    mission: Mission
    hosts: list[Country]
    measures: list[Measures]
    texts: list[TextVersion]
    capacities: list[Capacity]
    strengths: list[Strength]
    partners: list[Partner]
    documents: list[MissionDocument]
    markets: list[CrimeMarket]

    @cached_property
    def partner_count(self) -> int:
        return len({partner.pk for partner in self.partners})

    @cached_property
    def reviewed(self) -> Mandate | None:
        """The adopted mandate by which needs are told: the one in force, else the newest that is reviewed here."""
        for version in self.texts:
            if version.chosen_data is not None:
                version.review.data = version.chosen_data
                version.mandate.newest_versions = [version]
                return version.mandate
        return None

    @property
    def drafts(self) -> list[TextVersion]:
        return [version for version in self.texts if version.mandate.draft]

    @property
    def adopted(self) -> list[TextVersion]:
        return [version for version in self.texts if not version.mandate.draft]


def of(acronym: str, user, *, leaving: bool = False) -> Facts | None:
    """The facts of a mission, None where the register has none of this name. Who may not see a row has no trace of it.

    ``leaving``: they go into a file, in which no restricted partner stands.
    """
    regimes = {f"regime_{name}": F(f"sanctions_regimes__{name}") for name in REGIME}
    hosts = Country.objects.select_related("fiu").annotate(**regimes)  # a row for each country and regime
    held = Mission.objects.prefetch_related(Prefetch("countries", hosts))
    mission = held.filter(acronym=acronym).first()
    if mission is None:
        return None
    rows = list(mission.countries.all())
    return Facts(
        mission=mission,
        hosts=list({country.pk: country for country in rows}.values()),
        measures=list({row.regime_code: _measures(row) for row in rows if row.regime_code}.values()),
        texts=list(_texts(mission, user)),
        capacities=list(mission.capacities.current().prefetch_related("expertise")),
        strengths=list(mission.strengths.all()),
        partners=list(_partners(mission, user, leaving)),
        documents=list(mission.documents.current().select_related("mission")),
        markets=list(CrimeMarket.objects.filter(country__missions=mission).newest().select_related("country")),
    )


def _measures(row: Country) -> Measures:
    return Measures(*(getattr(row, f"regime_{name}") for name in REGIME))


def _texts(mission: Mission, user) -> QuerySet:
    """The newest versions, newest resolution first; ``chosen_data`` holds the review's data of the one that needs are told from."""
    newest = TextVersion.objects.newest().filter(mandate__in=mission.mandates.visible_to(user))
    stating = Review.objects.filter(version__in=newest.filter(mandate__draft=False), kind__in=RANKED_KINDS)
    first = Case(When(version__mandate__symbol=mission.mandate_in_force or "none", then=0), default=1)
    chosen = stating.order_by(
        first, F("version__summary__year").desc(nulls_last=True), "-version__mandate__symbol", "-pk"
    )
    data = Case(When(review__pk=Subquery(chosen.values("pk")[:1]), then=F("review__data")))
    told = newest.select_related("mandate__adoption", "mandate__owner", "review", "summary")
    return told.defer("source", "review__data").annotate(chosen_data=data).order_by("-summary__year", "-pk")


def _partners(mission: Mission, user, leaving: bool) -> QuerySet:
    """A row for each partner that the person may see and host country that it works in; those whose engagement ended left out.

    ``review_on``: when the newest assessment is to be looked at again, for those who may read it; else None.
    """
    told = Partner.objects.leaves_with(user) if leaving else Partner.objects.visible_to(user)
    seen = told.current().exclude(engagement=Partner.Engagement.ENDED)
    rows = seen.filter(countries__missions=mission).annotate(iso3=F("countries__iso3"))
    newest = Assessment.objects.filter(partner=OuterRef("pk")).order_by("-assessed_on", "-pk").values("review_on")[:1]
    review_on = Subquery(newest) if may_assess(user) else Value(None, output_field=DateField())
    return rows.annotate(review_on=review_on).order_by("name", "pk", "iso3")
