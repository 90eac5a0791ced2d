"""Partners in and out as a table: the template, the export, and the import with its preview."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from capacities import services
from capacities.filters import PartnerFilter
from capacities.importing import partners as tables
from capacities.models import Partner
from capacities.pages.partners import planner, seen_by

TYPES = {
    "csv": (tables.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (tables.as_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def _file(rows: list[list[str]], name: str, form: str) -> HttpResponse:
    write, media = TYPES[form]
    return HttpResponse(
        write(rows), content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )


@login_required
def template(request: HttpRequest, form: str) -> HttpResponse:
    return _file([], "partners-template", form)


@login_required
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The list as it is narrowed. Restricted partners never leave in a file, whoever asks."""
    narrowed = PartnerFilter(request.GET, seen_by(request).exclude(sensitivity=Partner.Sensitivity.RESTRICTED))
    if not narrowed.is_valid():
        return render(request, "refused.html", {"message": "A filter of this list is not known."}, status=400)
    return _file(tables.rows(narrowed.qs), "partners", form)


@login_required
def partner_import(request: HttpRequest) -> HttpResponse:
    """A file is shown row by row first. Its rows go to the browser and back, so that nothing is kept in between."""
    planner(request)
    if request.method != "POST":
        return render(request, "partners/partner_import.html", {"columns": tables.COLUMNS})
    try:
        told = _rows(request)
    except tables.Unreadable as unreadable:
        shown = {"columns": tables.COLUMNS, "error": str(unreadable)}
        return render(request, "partners/partner_import.html", shown, status=400)
    with transaction.atomic():
        rows = tables.check(told, request.user)
        wrong = sum(1 for row in rows if row.errors)
        if wrong or "rows" not in request.POST:
            shown = {"rows": rows, "wrong": wrong, "kept": json.dumps(told)}
            return render(request, "partners/partner_import.html", shown, status=400 if wrong else 200)
        try:
            made, changed = services.import_partners(rows, request.user)
        except services.ChangedMeanwhile:
            refused = (
                "Somebody else has changed one of these partners meanwhile. Nothing is saved: export and send it again."
            )
            return render(request, "refused.html", {"message": refused}, status=409)
    messages.success(request, f"{made} new, {changed} changed, {len(rows) - made - changed} as they were.")
    return redirect("partner_list")


def _rows(request: HttpRequest) -> list[dict[str, str]]:
    """The rows of the file, or those that the preview sent back. Raises Unreadable."""
    if file := request.FILES.get("file"):
        return tables.read(file.read())
    try:
        told = json.loads(request.POST.get("rows", ""))
    except ValueError:
        raise tables.Unreadable("Choose a file: an Excel workbook or a CSV table.") from None
    known = {*tables.COLUMNS, "line"}
    sound = isinstance(told, list) and 0 < len(told) <= tables.MOST_ROWS and all(
        isinstance(row, dict) and set(row) <= known and all(isinstance(v, str) for v in row.values())
        and row.get("line", "").isascii() and row.get("line", "").isdigit()
        for row in told
    )  # fmt: skip
    if not sound:
        raise tables.Unreadable("The preview came back changed. Send the file again.")
    return told
