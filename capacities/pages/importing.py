"""Taking in a list of capacities: choose a file, look at what it would change, confirm. The list stays with the person
between the two steps, signed, so that nothing unconfirmed is kept on the server."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from capacities import services
from capacities.forms.capacities import ListForm
from capacities.importing import plan as planning
from capacities.importing import sheet, template
from capacities.permissions import require_planner

HELD_FOR = 60 * 60 * 12  # seconds that a preview may be confirmed
TEMPLATES = {
    "csv": (template.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (template.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@login_required
def capacity_import(request: HttpRequest) -> HttpResponse:
    require_planner(request.user)
    if "list" in request.POST:
        return _confirm(request)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form=form, status=400 if form.is_bound else 200)
    try:
        rows = sheet.read(form.cleaned_data["file"].read())
    except sheet.Unreadable as unreadable:
        form.add_error("file", str(unreadable))
        return _page(request, form=form, status=422)
    return _preview(request, rows)


@login_required
def capacity_template(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in TEMPLATES:
        raise Http404
    write, media_type = TEMPLATES[kind]
    named = {"Content-Disposition": f'attachment; filename="capacities.{kind}"'}
    return HttpResponse(write(), content_type=media_type, headers=named)


def _confirm(request: HttpRequest) -> HttpResponse:
    try:
        held = signing.loads(request.POST["list"], salt=_salt(request), max_age=HELD_FOR)
    except signing.BadSignature:
        said = "This preview cannot be confirmed any more. Choose the file again."
        return _page(request, form=ListForm(), wrong=said, status=400)
    rows = planning.rows_of(held["rows"])
    try:
        plan = services.import_list(rows, digest=held["digest"], by=request.user)
    except (services.ListChanged, services.Conflict, services.Archived):
        said = "What is held has changed since this was shown. Nothing was imported: look at it again."
        return _preview(request, rows, wrong=said, status=409)
    new, changed = plan.count(planning.NEW), plan.count(planning.CHANGED)
    messages.success(request, f"Imported: {new} new, {changed} changed, {plan.count(planning.SAME)} as they were.")
    return redirect("capacity_list")


def _preview(request: HttpRequest, rows: list, *, wrong: str = "", status: int = 200) -> HttpResponse:
    plan = planning.plan(rows)
    signed = signing.dumps({"rows": rows, "digest": plan.digest}, salt=_salt(request), compress=True)
    status = 422 if plan.count(planning.WRONG) and status == 200 else status
    return _page(request, plan=plan, signed=signed, wrong=wrong, status=status)


def _page(request: HttpRequest, *, status: int, **shown) -> HttpResponse:
    return render(request, "capacities/capacity_import.html", shown, status=status)


def _salt(request: HttpRequest) -> str:
    return f"capacity-import-{request.user.pk}"
