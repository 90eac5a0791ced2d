"""The portfolio of the home page as files: the same rows in the same order."""

import csv

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mandates import portfolio, positions
from mandates.drawings import charts
from mandates.pages.trends import named, position_lines, refused


@login_required
def portfolio_csv(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    if isinstance(found, portfolio.Refused):
        return refused(found.sentences)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=named("portfolio", "csv"))
    csv.writer(response).writerows(position_lines(found.rows))
    return response


@login_required
def portfolio_svg(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    if isinstance(found, portfolio.Refused):
        return refused(found.sentences)
    told = {"grid": charts.grid(found.rows, found.since, found.until)}
    response = render(request, "components/positions.svg", told, content_type="image/svg+xml")
    for name, value in named("portfolio", "svg").items():
        response.headers[name] = value
    return response


def _asked(request: HttpRequest) -> portfolio.Portfolio | portfolio.Refused:
    return portfolio.of(request.user, positions.held(request.user), request.GET, timezone.localdate())
