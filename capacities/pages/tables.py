"""Tables out: the template, and the list as a file."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from capacities.filters import CapacityFilter, PartnerFilter
from capacities.importing import capacities, partners, sheet
from capacities.importing.plan import Table
from capacities.models import Capacity, Partner
from capacities.pages.partners import seen_by
from capacities.services import TABLES
from language.said import in_english, say

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@login_required
def template(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    return _file(TABLES[name], kind, f"{name}-template", ())


@login_required
def export_capacities(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it is narrowed."""
    return _export(request, kind, CapacityFilter(request.GET, Capacity.objects.shown()))


@login_required
def export_partners(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it is narrowed. Restricted partners never leave in a file, whoever asks."""
    leaving = seen_by(request).exclude(sensitivity=Partner.Sensitivity.RESTRICTED)
    return _export(request, kind, PartnerFilter(request.GET, leaving))


def _export(request: HttpRequest, kind: str, narrowed) -> HttpResponse:
    if not narrowed.is_valid():
        return render(request, "refused.html", {"message": say("A filter of this list is not known.")}, status=400)
    table = capacities.TABLE if isinstance(narrowed, CapacityFilter) else partners.TABLE
    return _file(table, kind, table.name, map(table.cells, narrowed.qs))


@in_english()  # so that everyone can take it in again
def _file(table: Table, kind: str, name: str, rows: Iterable[dict]) -> HttpResponse:
    if kind not in TYPES:
        raise Http404
    data = sheet.as_csv(table.columns, rows) if kind == "csv" else sheet.as_xlsx(table.name, table.explained, rows)
    named = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(data, content_type=TYPES[kind], headers=named)
