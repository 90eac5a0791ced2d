"""The two files of a drawing: its numbers as CSV, and the drawing itself as SVG that needs nothing around it."""

from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from capacities.importing import sheet


def csv_file(name: str, lines: Iterable[Sequence]) -> HttpResponse:
    """Lines as a file, the names of the columns first; no cell of it is run by a spreadsheet."""
    head, *rows = lines
    data = sheet.as_csv(head, (dict(zip(head, row, strict=True)) for row in rows))
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=named(name, "csv"))


def svg_file(request: HttpRequest, template: str, told: Mapping, name: str) -> HttpResponse:
    """A drawing with its own title, source and colours: ``alone`` says so to its template."""
    drawn = render(request, template, {**told, "alone": True}, content_type="image/svg+xml")
    for header, value in named(name, "svg").items():
        drawn.headers[header] = value
    return drawn


def named(name: str, form: str) -> dict[str, str]:
    """The header that names a file, with the day on which it was made."""
    return {"Content-Disposition": f'attachment; filename="forefront-{name}-{timezone.localdate()}.{form}"'}
