"""The portfolio of the home page as files: the same rows in the same order."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from capacities.pages import figures
from mandates import portfolio, positions
from mandates.drawings import charts
from mandates.pages.trends import position_lines, refused


@login_required
def portfolio_csv(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    if isinstance(found, portfolio.Refused):
        return refused(found.sentences)
    return figures.csv_file("portfolio", position_lines(found.rows))


@login_required
def portfolio_svg(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    if isinstance(found, portfolio.Refused):
        return refused(found.sentences)
    told = {"grid": charts.grid(found.rows, found.since, found.until)}
    return figures.svg_file(request, "components/positions.svg", told, "portfolio")


def _asked(request: HttpRequest) -> portfolio.Portfolio | portfolio.Refused:
    return portfolio.of(request.user, positions.held(request.user), request.GET, timezone.localdate())
