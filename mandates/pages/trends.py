"""The page of trends, and what stands behind its charts as CSV and SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities.pages import figures
from language.marks import marked
from language.said import say
from mandates import filters, positions, trends
from mandates.analysis import taxonomy
from mandates.drawings import charts
from mandates.filters import CRIME_TYPES, TrendFilter
from mandates.positions import Row
from mandates.trends import Type, Year


@dataclass(frozen=True)
class Shown:
    """What was asked for, and what there is: the one source of page, CSV and SVG."""

    filter: TrendFilter
    years: list[Year]
    types: list[Type]
    rows: list[Row]
    crime_type: str
    label: str
    since: int
    until: int

    @property
    def ended(self) -> list[Row]:
        """Open missions whose mandate has ended as far as is known here."""
        return [row for row in self.rows if row.ended]

    @property
    def query(self) -> str:
        """What was asked for, as the query of an address."""
        return urlencode({name: value for name, value in self.filter.data.items() if value})


def shown(user, data) -> Shown | None:
    """None where the filter holds a parameter or a value that is not known: what is wrong stands in ``refusals``."""
    today = timezone.localdate()
    narrowed = TrendFilter(data, trends.resolutions(user))
    if refusals(narrowed):
        return None
    asked = narrowed.asked
    until = asked["until"] or today.year
    since = min(asked["since"] or until + 1 - positions.YEARS, until)
    first = asked["since"] or (trends.FIRST if until >= trends.FIRST else 0)
    summaries = narrowed.qs.filter(year__gte=first)
    years = trends.by_year(summaries)
    return Shown(
        filter=narrowed,
        years=years,
        types=trends.by_type(years, asked["crime_type"]),
        rows=positions.table(user, since, until, only=asked["mission"], today=today),
        crime_type=asked["crime_type"],
        label=say(dict(CRIME_TYPES).get(asked["crime_type"], "")),
        since=since,
        until=until,
    )


def refusals(narrowed: TrendFilter) -> list[str]:
    """A sentence for everything that cannot be used in the filter."""
    return filters.refusals(list(narrowed.base_filters), narrowed.data, narrowed.form.errors, narrowed.asked)


@login_required
def trend_page(request: HttpRequest) -> HttpResponse:
    found = shown(request.user, request.GET)
    if found is None:
        narrowed = TrendFilter(request.GET, trends.resolutions(request.user))
        said = {"filter": narrowed, "refused": refusals(narrowed), "crime_types": filters.crime_types()}
        return render(request, "trends/trends.html", said, status=400)
    return render(request, "trends/trends.html", {**_drawn(found), "stale": trends.not_summarized(request.user)})


def _drawn(found: Shown) -> dict:
    return {
        "filter": found.filter,
        "shown": found,
        "all": trends.total(found.years),
        "shares": charts.shares(found.years, found.crime_type, found.label),
        "bands": charts.bands(found.years, found.types),
        "crime_types": filters.crime_types(),
        "table": [(t, [(y, y.types.get(t.name, 0)) for y in found.years]) for t in found.types],
        "top": positions.YEARS,
    }


@login_required
def trend_csv(request: HttpRequest, chart: str) -> HttpResponse:
    """The numbers of one chart."""
    if chart not in CSV:
        raise Http404
    found = shown(request.user, request.GET)
    if found is None:
        return _refused(request)
    return figures.csv_file(chart, CSV[chart](found))


@login_required
def trend_svg(request: HttpRequest, chart: str) -> HttpResponse:
    """One chart as a file of its own."""
    if chart not in CSV:
        raise Http404
    found = shown(request.user, request.GET)
    if found is None:
        return _refused(request)
    told = {**_drawn(found), "grid": charts.grid(found.rows, found.since, found.until)}
    return figures.svg_file(request, f"components/{chart}.svg", told, chart)


def _refused(request: HttpRequest) -> HttpResponse:
    return refused(refusals(TrendFilter(request.GET, trends.resolutions(request.user))))


def refused(sentences: list[str]) -> HttpResponse:
    """What is answered where a file is asked for and cannot be made."""
    return HttpResponse("\n".join(sentences) + "\n", status=400, content_type="text/plain; charset=utf-8")


SHARES = (
    _("Year"),
    _("Resolutions held"),
    _("Refer to organized crime"),
    pgettext_lazy("proportion", "Share"),
    _("Of them small-arms formula alone"),
    _("By the wider definition"),
    _("Share by the wider definition"),
)
OWN_SHARES = (marked("Naming {crime_type}"), marked("Share naming {crime_type}"))


def _shares(found: Shown) -> list[list]:
    own = []
    if found.crime_type:
        own = [say(name, crime_type=found.label) for name in OWN_SHARES]
    lines = [[*map(str, SHARES), *own]]
    for y in found.years:
        line = [y.year, y.held, y.project, _share(y, y.project), y.only_small_arms, y.wider, _share(y, y.wider)]
        texts = y.types.get(found.crime_type, 0)
        lines.append([*line, texts, _share(y, texts)] if own else line)
    return lines


TYPES = (
    _("Year"),
    _("Crime type"),
    _("Counts"),
    _("Resolutions that name it"),
    _("Resolutions held"),
    pgettext_lazy("proportion", "Share"),
)


def _types(found: Shown) -> list[list]:
    lines = [[*map(str, TYPES)]]
    for crime in found.types:
        counts = say("in the wider definition alone") if crime.wider else say("always")
        for y in found.years:
            texts = y.types.get(crime.name, 0)
            lines.append([y.year, crime.label, counts, texts, y.held, _share(y, texts)])
    return lines


def _positions(found: Shown) -> list[list]:
    return position_lines(found.rows)


STATES = {positions.State.READ: marked("read"), positions.State.KEPT: marked("earlier tasks stay in force")}
POSITIONS = (
    _("Mission"),
    _("Group"),
    _("Year"),
    _("State"),
    _("Symbol"),
    _("Position"),
    _("Rank of the main task"),
    _("Main tasks"),
    _("Within the top N"),
    _("Flagged"),
    _("In words"),
)


def position_lines(rows: Sequence[Row]) -> list[list]:
    """Missions and years as lines of a table, the names of its columns first."""
    lines = [[*map(str, POSITIONS)]]
    for row in rows:
        for c in row.cells:
            if c.state is not positions.State.NO_MISSION:
                top = say("yes") if c.within_top else say("no")
                place = [say(taxonomy.said(c.position or "")), c.rank, c.main_tasks, top, say(c.flagged), c.said]
                state = say(STATES.get(c.state, marked("text not held")))
                lines.append([row.mission, say(row.group), c.year, state, c.symbol, *place])
    return lines


def _share(year: Year, texts: int) -> str:
    return f"{year.share(texts):.4f}" if year.held else ""


CSV: dict[str, Callable[[Shown], list[list]]] = {"shares": _shares, "types": _types, "positions": _positions}
