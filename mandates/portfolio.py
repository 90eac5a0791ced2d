"""The portfolio: missions over the years, narrowed and put in order as an address asks. The rows are those of positions.py.

Of each mission its last text that lays down tasks counts for the crime type, its last text of all for the flag.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from language.said import say
from mandates import positions
from mandates.analysis.values import Flagged, Position
from mandates.filters import YearField, crime_types, refusals
from mandates.models import Mandate, NamedCrime, TextVersion
from mandates.positions import GROUPS, Held, Row
from mandates.searching.words import normal
from missions import regions
from missions.models import Mission

YEARS = 12  # shown unless other years are asked for
BEST_FIRST = list(Position)
ORDERS = {
    "": _("nearest end of mandate first"),
    "-ends": _("latest end of mandate first"),
    "position": _("best position first"),
    "-position": _("worst position first"),
    "mission": _("missions from A to Z"),
    "-mission": _("missions from Z to A"),
}
ANY = ("", _("any"))
SHOWN = {"": positions.OPEN, "closed": positions.CLOSED, "all": ""}


def place(row: Row) -> tuple | None:
    """Where organized crime stands in a mission's last tasks, best lowest; None where none are held."""
    cell = row.latest
    return (BEST_FIRST.index(cell.position), not cell.within_top, cell.rank or 0) if cell else None


def still_to_come(row: Row) -> date | None:
    """The end of a mandate; None where it is not known or has passed."""
    return None if row.ended else row.ends


KEYS: Mapping[str, Callable[[Row], object]] = {
    "mission": lambda row: row.mission,
    "position": place,
    "ends": still_to_come,
}


class PortfolioForm(forms.Form):
    """What is asked of the table. Each field is left out or empty where nothing is."""

    missions = forms.ChoiceField(
        required=False,
        choices=[
            ("", pgettext_lazy("missions", "open")),
            ("closed", pgettext_lazy("missions", "closed")),
            ("all", pgettext_lazy("missions", "all")),
        ],
    )
    type = forms.ChoiceField(required=False, choices=[ANY, *Mission.Type.choices])
    where = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": _("No mission works in such a region or country; countries go by ISO 3166-1 alpha-3.")},
    )  # fmt: skip
    crime_type = forms.ChoiceField(required=False, choices=lambda: [ANY, *crime_types()])
    since = YearField(required=False)
    until = YearField(required=False)
    flagged = forms.ChoiceField(required=False, choices=[ANY, ("true", _("flagged only"))])
    order = forms.ChoiceField(required=False, choices=list(ORDERS.items()))

    def __init__(self, data: Mapping, missions: Iterable[Mission]) -> None:
        super().__init__(data)
        countries = {c.iso3: c.name for mission in missions for c in mission.countries.all()}
        places = {region: region for iso3 in countries if (region := regions.of(iso3))}
        grouped = [(say("Regions"), _by_name(places)), (say("Countries"), _by_name(countries))]
        self.fields["where"].choices = [("", say("anywhere")), *grouped]
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField) and name != "where":
                known = ", ".join(value for value, _ in field.choices if value)
                field.error_messages["invalid_choice"] = say("Choose one of: {known}.", known=known)

    @property
    def asked(self) -> dict:
        """What was asked for by name, in values; nothing where it cannot be used."""
        return self.cleaned_data if self.is_valid() else {}


def _by_name(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Choices by their names in the language of the page, in its order."""
    return sorted(((value, say(name)) for value, name in names.items()), key=lambda pair: normal(pair[1]))


@dataclass(frozen=True, slots=True)
class Head:
    """How a column can be put in order: where its link leads and what it does; ``sorted`` as aria-sort says it."""

    name: str
    address: str
    next: str
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What was asked for, and what there is: the one source of page, CSV and SVG."""

    form: PortfolioForm
    rows: tuple[Row, ...]
    since: int
    until: int
    closed: int  # missions that are left out because they are closed
    first: int | None  # the year of the first text held of any mission

    @property
    def order(self) -> str:
        return self.form.asked["order"] or "ends"

    @property
    def order_words(self) -> str:
        return str(ORDERS[self.form.asked["order"]])

    @property
    def query(self) -> str:
        return query(self.form.asked)

    @property
    def narrowed(self) -> bool:
        """Whether more is asked for than another order."""
        return any(value for name, value in self.form.asked.items() if name != "order")

    @property
    def everything(self) -> str:
        """The query that shows closed missions, and those that the register does not know, too."""
        return query({**self.form.asked, "missions": "all"})

    @property
    def heads(self) -> dict[str, Head]:
        """The heads by which the table can be put in order, by column."""
        return {name: self._head(name) for name in KEYS}

    def _head(self, name: str) -> Head:
        turned = f"-{name}" if self.order == name else name
        wanted = "" if turned == "ends" else turned
        asked = query({**self.form.asked, "order": wanted})
        now = {name: "ascending", f"-{name}": "descending"}.get(self.order, "")
        return Head(
            name, f"?{asked}#portfolio" if asked else "?#portfolio", say("show {order}", order=ORDERS[wanted]), now
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """What was asked for and cannot be used, in sentences."""

    form: PortfolioForm
    sentences: list[str]


def query(asked: Mapping) -> str:
    """What is asked for as the query of an address, without what is not."""
    return urlencode({name: value for name, value in asked.items() if value})


def of(user, held: Held, data: Mapping, today: date) -> Portfolio | Refused:
    """The portfolio that is asked for, or why there is none. One query where a crime type is asked for."""
    form = PortfolioForm(data, held.missions.values())
    if wrong := refusals(list(form.fields), data, form.errors, form.asked):
        return Refused(form, wrong)
    asked = form.asked
    until = asked["until"] or today.year
    since = min(asked["since"] or until + 1 - YEARS, until)
    rows = positions.rows(held, since, until, today=today)
    naming = named_in(user, asked["crime_type"]) if asked["crime_type"] else None
    fit = [row for row in rows if fits(row, asked, naming)]
    group = SHOWN[asked["missions"]]
    return Portfolio(
        form=form,
        rows=tuple(ordered([row for row in fit if group in ("", row.group)], asked["order"])),
        since=since,
        until=until,
        closed=sum(row.group != positions.OPEN for row in fit) if not asked["missions"] else 0,
        first=min((row.first for row in rows if row.first), default=None),
    )


def fits(row: Row, asked: Mapping, naming: set[int] | None) -> bool:
    """Whether a row is asked for, whatever its group; ``naming``: mandates that name the crime type, None for any."""
    there = [(c.iso3, regions.of(c.iso3)) for c in row.about.countries.all()] if row.about else []
    return (
        (not asked["type"] or (bool(row.about) and row.about.type == asked["type"]))
        and (not asked["where"] or any(asked["where"] in pair for pair in there))
        and (not asked["flagged"] or row.flagged == Flagged.YES)
        and (naming is None or (bool(row.latest) and row.latest.mandate in naming))
    )


def named_in(user, crime_type: str) -> set[int]:
    """The adopted mandates whose newest text names a crime type. One query."""
    seen = Mandate.objects.visible_to(user).filter(draft=False)
    newest = TextVersion.objects.newest().filter(mandate__in=seen)
    named = NamedCrime.objects.filter(crime_type=crime_type, summary__version__in=newest)
    return set(named.values_list("summary__version__mandate", flat=True))


def ordered(rows: Sequence[Row], order: str) -> list[Row]:
    """Group by group; what cannot be put in the order stands last, by name, whichever way it runs."""
    key, down = KEYS[order.lstrip("-") or "ends"], order.startswith("-")
    by_name = sorted(rows, key=lambda row: row.mission)
    known = sorted((row for row in by_name if key(row) is not None), key=key, reverse=down)
    rest = [row for row in by_name if key(row) is None]
    return sorted([*known, *rest], key=lambda row: GROUPS.index(row.group))
