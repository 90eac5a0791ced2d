"""How many of the adopted resolutions held refer to organized crime, by year and crime type.

Every share is over what is held, which is rarely all that the Council adopted in a year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from language.said import say
from mandates.analysis import taxonomy
from mandates.models import Mandate, NamedCrime, Review, TextSummary, TextVersion

FIRST = 2000  # before it few resolutions name organized crime; trackers of the subject begin here too
FEW = 10  # texts of a year below which a share says little
SYMBOL = "version__mandate__symbol"  # two copies of one resolution count once


@dataclass(frozen=True, slots=True)
class Year:
    """The adopted resolutions of one year that are held. ``types`` counts those that name a crime type."""

    year: int
    held: int = 0
    project: int = 0
    only_small_arms: int = 0
    wider: int = 0
    types: Mapping[str, int] = None

    def share(self, count: int) -> float | None:
        """A count as a share of what is held; None for a year of which nothing is."""
        return count / self.held if self.held else None

    @property
    def few(self) -> bool:
        return 0 < self.held < FEW


@dataclass(frozen=True, slots=True)
class Type:
    """One crime type over all years, its label in the language of the page. ``wider``: it counts in the wider definition alone."""

    name: str
    label: str
    texts: int
    wider: bool


def resolutions(user) -> QuerySet[TextSummary]:
    """The summaries of the adopted resolutions held, each in its newest version."""
    seen = Mandate.objects.visible_to(user).filter(draft=False, symbol__startswith="S/RES/")
    newest = TextVersion.objects.newest().filter(mandate__in=seen)
    return TextSummary.objects.filter(version__in=newest, year__isnull=False)


def not_summarized(user) -> int:
    """How many adopted texts were reviewed by an earlier version of the program, so that no trend counts them."""
    newest = TextVersion.objects.newest().filter(mandate__in=Mandate.objects.visible_to(user).filter(draft=False))
    return Review.objects.filter(version__in=newest, version__summary=None).count()


def by_year(summaries: QuerySet[TextSummary]) -> list[Year]:
    """One Year for every year from the first to the last of which something is held. Two queries."""
    counted = {
        name: Count(SYMBOL, distinct=True, filter=Q(**{name: True})) for name in ("project", "only_small_arms", "wider")
    }
    rows = summaries.order_by().values("year").annotate(held=Count(SYMBOL, distinct=True), **counted)
    found = {row["year"]: row for row in rows}
    named = NamedCrime.objects.filter(summary__in=summaries).order_by().values_list("summary__year", "crime_type")
    types: dict[int, dict[str, int]] = {}
    for year, name, texts in named.annotate(texts=Count(f"summary__{SYMBOL}", distinct=True)):
        types.setdefault(year, {})[name] = texts
    years = range(min(found), max(found) + 1) if found else ()
    return [Year(types=types.get(y, {}), **found.get(y, {"year": y})) for y in years]


def by_type(years: Sequence[Year], only: str = "") -> list[Type]:
    """The crime types that the years name, the most frequent first; ``only`` one of them, also where nothing names it."""
    known = taxonomy.load()
    totals: dict[str, int] = {only: 0} if only else {}
    for year in years:
        for name, texts in year.types.items():
            if only in ("", name) and name in known.types:
                totals[name] = totals.get(name, 0) + texts
    found = [Type(n, say(known.types[n].label), texts, not known.organized_crime(n)) for n, texts in totals.items()]
    return sorted(found, key=lambda t: (-t.texts, t.label))


def total(years: Sequence[Year]) -> Year | None:
    """All years together, under the last of them; None without any."""
    if not years:
        return None
    added = {name: sum(getattr(y, name) for y in years) for name in ("held", "project", "only_small_arms", "wider")}
    return Year(year=years[-1].year, types={}, **added)
