"""An administrator brings the table of published strengths: checked first, written when asked to and nothing is wrong."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from capacities.importing import strengths
from capacities.services import strengths_import
from missions.forms import TableForm
from missions.models import Mission, TableImport


@login_required
def strength_import(request: HttpRequest) -> HttpResponse:
    if not request.user.is_staff:
        raise PermissionDenied
    form = TableForm(request.POST or None, request.FILES or None)
    table, steps, counts = None, [], None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read()
        table = strengths.read(data, set(Mission.objects.values_list("acronym", flat=True)))
        steps = strengths_import.plan(table.strengths) if not table.wrong else []
        if not table.wrong and not form.cleaned_data["check"]:
            counts = strengths_import.import_strengths(table.strengths, data=data, by=request.user)
    imports = TableImport.objects.filter(what=TableImport.What.STRENGTHS).select_related("by")[:10]
    shown = {"form": form, "table": table, "steps": steps, "counts": counts, "imports": imports}
    return render(request, "capacities/strength_import.html", shown, status=422 if table and table.wrong else 200)
