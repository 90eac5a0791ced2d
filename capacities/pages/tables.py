"""Tables out and in: the template, the list as a file, and taking a table in: choose a file, look at what it would change,
confirm. The rows stay with the person between the two steps, signed, so that nothing unconfirmed is kept on the server."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from capacities import services
from capacities.filters import CapacityFilter, PartnerFilter
from capacities.forms.tables import FileForm
from capacities.importing import capacities, partners, sheet
from capacities.importing import plan as planning
from capacities.importing.plan import Plan, Planned, Rows, Table
from capacities.models import Capacity, Partner
from capacities.pages import words
from capacities.pages.partners import seen_by
from capacities.permissions import require_planner
from capacities.templatetags import capacities as said
from language.said import in_english, say

HELD_FOR = 60 * 60 * 12  # seconds that a preview may be confirmed
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Shown:
    """How a table is spoken of on its page: what is done there, one row and all of them; its list and template by address, a
    field's name and value. ``one`` names it where nobody reads."""

    table: Table
    one: str
    title: str
    heading: str
    single: str
    several: str
    take: str
    listed: str
    template: str
    field: Callable[[str], str]
    told: Callable[[str, Any], str]

    def row(self, planned: Planned) -> tuple[Planned, list]:
        """A row with its changes in words. Its errors are told by column, where people look for them."""
        told = [(self.field(n), self.told(n, old), self.told(n, new)) for n, (old, new) in planned.changes.items()]
        return planned, told


SHOWN = {
    "capacities": Shown(
        capacities.TABLE,
        "capacity",
        *(_("Import capacities"), _("Import a table of capacities"), _("Capacity"), _("Capacities")),
        _(
            "Take the template, fill in one row for each capacity, and choose the file here. You see what it would change before"
            " anything is saved; then all rows are taken in, or none."
        ),
        *("capacity_list", "capacity_template"),
        said.field,
        lambda name, value: said.told(value, name),
    ),
    "partners": Shown(
        partners.TABLE,
        "partner",
        *(_("Import partners"), _("Import a table of partners"), _("Partner"), _("Partners")),
        _(
            "Take the template, fill in one row for each partner, and choose the file here. You see what it would change before"
            " anything is saved; then all rows are taken in, or none."
        ),
        *("partner_list", "partner_template"),
        words.field,
        words.words,
    ),
}


@login_required
def template(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    return _file(SHOWN[name].table, kind, f"{name}-template", ())


@login_required
def export_capacities(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it is narrowed."""
    return _export(request, kind, CapacityFilter(request.GET, Capacity.objects.shown()))


@login_required
def export_partners(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it is narrowed. Restricted partners never leave in a file, whoever asks."""
    leaving = seen_by(request).exclude(sensitivity=Partner.Sensitivity.RESTRICTED)
    return _export(request, kind, PartnerFilter(request.GET, leaving))


@login_required
def table_import(request: HttpRequest, name: str) -> HttpResponse:
    require_planner(request.user)
    shown = SHOWN[name]
    if "list" in request.POST:
        return _confirm(request, shown)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, shown, form=form, status=400 if form.is_bound else 200)
    try:
        rows = sheet.read(form.cleaned_data["file"].read(), shown.table.columns, shown.table.needed)
    except sheet.Unreadable as unreadable:
        form.add_error("file", str(unreadable))
        return _page(request, shown, form=form, status=422)
    return _preview(request, shown, rows)


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


def _confirm(request: HttpRequest, shown: Shown) -> HttpResponse:
    try:
        held = signing.loads(request.POST["list"], salt=_salt(request, shown), max_age=HELD_FOR)
    except signing.BadSignature:
        wrong = say("This preview cannot be confirmed any more. Choose the file again.")
        return _page(request, shown, form=FileForm(), wrong=wrong, status=400)
    rows = planning.rows_of(held["rows"])
    try:
        plan = services.import_table(shown.table, rows, digest=held["digest"], by=request.user)
    except (services.TableChanged, services.Conflict, services.Archived, services.ChangedMeanwhile):
        wrong = say("What is held has changed since this was shown. Nothing was imported: look at it again.")
        return _preview(request, shown, rows, wrong=wrong, status=409)
    new, changed = plan.count(planning.NEW), plan.count(planning.CHANGED)
    same = plan.count(planning.SAME)
    said = say("Imported: {new} new, {changed} changed, {same} as they were.", new=new, changed=changed, same=same)
    messages.success(request, said)
    return redirect(shown.listed)


def _preview(request: HttpRequest, shown: Shown, rows: Rows, *, wrong: str = "", status: int = 200) -> HttpResponse:
    plan = shown.table.plan(rows, request.user)
    signed = signing.dumps({"rows": rows, "digest": plan.digest}, salt=_salt(request, shown), compress=True)
    status = 422 if plan.count(planning.WRONG) and status == 200 else status
    told = [shown.row(row) for row in plan.rows]
    return _page(request, shown, plan=plan, rows=told, signed=signed, wrong=wrong, status=status)


def _page(request: HttpRequest, shown: Shown, *, status: int, plan: Plan | None = None, **more) -> HttpResponse:
    told = {"shown": shown, "plan": plan, "about": f"tables/_{shown.table.name}.html", **more}
    return render(request, "tables/table_import.html", told, status=status)


def _salt(request: HttpRequest, shown: Shown) -> str:
    return f"{shown.one}-import-{request.user.pk}"
