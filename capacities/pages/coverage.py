"""Which crime markets and areas of a mission or country have a partner, as far as the person may see them; as a page and as files."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from capacities import drawn, markets
from capacities.forms.coverage import CoverageForm
from capacities.pages import figures
from capacities.permissions import is_cleared
from language.said import say
from missions.models import Country


@login_required
def coverage(request: HttpRequest) -> HttpResponse:
    form = CoverageForm(request.GET)
    shown = {"form": form, "groups": markets.GROUPS, "cleared": is_cleared(request.user)}
    countries = _asked(form)
    if countries is not None:
        found = markets.of(countries, request.user)
        shown |= {"found": found, "lines": drawn.lines(found), "mission": form.cleaned_data["mission"]}
        shown["query"] = request.GET.urlencode()
    return render(request, "partners/coverage.html", shown, status=200 if form.is_valid() else 400)


@login_required
def coverage_csv(request: HttpRequest) -> HttpResponse:
    countries = _asked(CoverageForm(request.GET))
    if countries is None:
        return _refused()
    return figures.csv_file(_name(countries), [tuple(map(say, drawn.HEAD)), *drawn.lines(_leaving(request, countries))])


@login_required
def coverage_svg(request: HttpRequest) -> HttpResponse:
    countries = _asked(CoverageForm(request.GET))
    if countries is None:
        return _refused()
    told = {"drawing": drawn.build(_leaving(request, countries)), "countries": countries}
    return figures.svg_file(request, "components/coverage.svg", told, _name(countries))


def _leaving(request: HttpRequest, countries: list[Country]) -> markets.Coverage:
    """What may stand in a file: no restricted partner, as over the API."""
    return markets.of(countries, request.user, token=True)


def _name(countries: list[Country]) -> str:
    return "-".join([*sorted(country.iso3 for country in countries), "partners"])


def _asked(form: CoverageForm) -> list[Country] | None:
    """The countries asked for; None where nothing is asked or it cannot be used."""
    if not form.is_valid():
        return None
    mission, country = form.cleaned_data["mission"], form.cleaned_data["country"]
    return list(mission.countries.all()) if mission else [country] if country else None


def _refused() -> HttpResponse:
    said = say("Give the acronym of a mission, or a country by its ISO 3166-1 alpha-3 code, that the register holds.")
    return HttpResponse(f"{said}\n", status=400, content_type="text/plain; charset=utf-8")
