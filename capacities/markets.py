"""Which crime markets and areas of some countries have somebody who watches or acts, and which have none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from capacities import registers
from capacities.models import Fiu, Partner
from language.marks import marked
from language.said import say
from missions.models import Country

GROUPS = {
    "monitor": marked("monitor"),
    "community": marked("community"),
    "fiu": marked("FIU"),
    "authority": marked("authority"),
    "body": marked("UN or regional body"),
}
GROUP_OF = {
    Partner.Kind.MONITOR: "monitor",
    Partner.Kind.COMMUNITY: "community",
    Partner.Kind.FIU: "fiu",
    Partner.Kind.LOCAL_AUTHORITY: "authority",
    Partner.Kind.NATIONAL_AGENCY: "authority",
    Partner.Kind.UN_ENTITY: "body",
    Partner.Kind.REGIONAL: "body",
}
OF_AN_FIU = "illicit_finance"  # what an FIU of the register counts for


@dataclass(slots=True)
class Row:
    """A crime type or an area, with who covers it, by group."""

    name: str
    label: str
    cells: dict[str, list[Mapping]] = field(default_factory=lambda: {group: [] for group in GROUPS})

    @property
    def covered(self) -> bool:
        return any(self.cells.values())


@dataclass(slots=True)
class Coverage:
    countries: list[Country]
    markets: list[Row]
    areas: list[Row]
    silent: int  # partners that name no crime type

    @property
    def uncovered(self) -> list[Row]:
        return [row for row in self.markets if not row.covered]


def coverage(countries: Collection[Country], partners: Iterable[Partner]) -> Coverage:
    """The coverage of some countries by the partners given, which are those that the asker may see; two queries.

    Archived partners and those whose engagement ended do not count, nor those that name no country. FIUs of the register count too.
    """
    countries = list(countries)
    markets = {name: Row(name, say(label)) for name, label in registers.crime_types().items()}
    areas: dict[str, Row] = {}
    silent = 0
    for partner in partners:
        group, shown = GROUP_OF[partner.kind], {"id": partner.pk, "name": partner.name}
        silent += not partner.crime_types
        for name in partner.crime_types:
            if name in markets:
                markets[name].cells[group].append(shown)
        for area in partner.areas:
            areas.setdefault(area.casefold(), Row(area, area)).cells[group].append(shown)
    for fiu in Fiu.objects.filter(country__in=countries).exclude(name=""):
        markets[OF_AN_FIU].cells["fiu"].append({"id": None, "name": fiu.name})
    return Coverage(countries, list(markets.values()), [areas[name] for name in sorted(areas)], silent)


def of(countries: Collection[Country], user, *, token: bool = False) -> Coverage:
    """The coverage as this person may see it."""
    seen = Partner.objects.visible_to(user, token=token).current().exclude(engagement=Partner.Engagement.ENDED)
    return coverage(countries, seen.filter(countries__in=countries).distinct())
