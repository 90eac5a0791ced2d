"""A table is taken in: choose a file, look at what it would do, confirm. Its row says how far it is; nobody but who brought it sees
what is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from capacities import jobs, services
from capacities.forms.tables import FileForm
from capacities.importing import capacities, partners, sheet
from capacities.importing import plan as planning
from capacities.importing.plan import Planned, Table
from capacities.models import Import, Partner
from capacities.pages import words
from capacities.permissions import require_planner
from capacities.templatetags import capacities as said

# Rows up to which whoever asks waits: to find out what becomes of a row, or to write it, takes 3 to 7 ms.
FEW = 100
LAST = 10  # imports that are named


@dataclass(frozen=True)
class Shown:
    """How a table is spoken of on its pages: what is done there, one row and all of them; its list and template by address, a
    field's name and value. ``one`` begins the names of its addresses."""

    table: Table
    one: str
    title: str
    heading: str
    single: str
    several: str
    look: str
    take: str
    listed: str
    template: str
    field: Callable[[str], str]
    told: Callable[[str, Any], str]

    @property
    def brought(self) -> str:
        return f"{self.one}_import"

    @property
    def opened(self) -> str:
        return f"{self.one}_table"

    @property
    def progress(self) -> str:
        return f"{self.one}_table_progress"

    @property
    def cancel(self) -> str:
        return f"{self.one}_table_cancel"

    def row(self, planned: Planned) -> tuple[Planned, list]:
        """A row with its changes in words. Its errors are told by column, where people look for them."""
        told = [(self.field(n), self.told(n, old), self.told(n, new)) for n, (old, new) in planned.changes.items()]
        return planned, told


SHOWN = {
    "capacities": Shown(
        capacities.TABLE,
        "capacity",
        *(
            _("Import capacities"),
            _("Import a table of capacities"),
            _("Capacity"),
            _("Capacities"),
            _("See the capacities"),
        ),
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
        *(_("Import partners"), _("Import a table of partners"), _("Partner"), _("Partners"), _("See the partners")),
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
def table_import(request: HttpRequest, name: str) -> HttpResponse:
    """Choose a file; what one brought before, and who imported last."""
    require_planner(request.user)
    shown = SHOWN[name]
    form = FileForm(request.POST or None, request.FILES or None)
    status = 400 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            rows = sheet.read(form.cleaned_data["file"].read(), shown.table.columns, shown.table.needed)
        except sheet.Unreadable as unreadable:
            form.add_error("file", str(unreadable))
            status = 422
        else:
            few = len(rows) <= FEW
            return _opened(shown, services.bring(name, rows, request.user, queue=not few), few)
    brought = Import.objects.filter(what=name).plain()
    told = {
        "shown": shown,
        "form": form,
        "about": f"tables/_{name}.html",
        "waiting": brought.of(request.user).open(),
        "done": brought.filter(state=Import.State.DONE).select_related("by").order_by("-confirmed_at")[:LAST],
    }
    return render(request, "tables/table_import.html", told, status=status)


@login_required
def table(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """How far a table is; what it would do, to be confirmed; what came of it."""
    row = _brought(request, name, pk)
    if request.method == "POST":
        return _act(request, name, row)
    return _page(request, name, row)


@login_required
def table_progress(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """How far it is, by its row; when there is something to see the page loads itself again."""
    row = _brought(request, name, pk, Import.objects.plain())
    response = render(request, "tables/_progress.html", {"table": row, "shown": SHOWN[name]})
    if not row.under_way:
        response["HX-Refresh"] = "true"
    return response


@login_required
@require_POST
def table_cancel(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    services.cancel_import(_brought(request, name, pk, Import.objects.plain()))
    return redirect(SHOWN[name].opened, pk)


def _act(request: HttpRequest, name: str, row: Import) -> HttpResponse:
    few = row.size <= FEW
    try:
        if "again" in request.POST:
            begun = services.look_again(row, request.user, queue=not few)
        else:
            begun = services.confirm(row, request.POST.get("digest", ""), request.user, queue=not few)
    except services.TableChanged as changed:
        return _page(request, name, row, wrong=str(changed), status=409)
    return _opened(SHOWN[name], row, begun and few)


def _opened(shown: Shown, row: Import, here: bool) -> HttpResponse:
    """To the page of the table. Where it has few rows the job is done first, so that nobody sees a bar that is over at once."""
    if here:
        jobs.take_in(row.pk)
    return redirect(shown.opened, row.pk)


def _page(request: HttpRequest, name: str, row: Import, *, wrong: str = "", status: int = 200) -> HttpResponse:
    shown = SHOWN[name]
    told = {"shown": shown, "table": row, "wrong": wrong}
    if row.state == Import.State.SHOWN:
        plan = planning.shown(row.plan)
        told |= {"plan": plan, "rows": [shown.row(one) for one in plan.rows], "hidden": _hidden(row, request.user)}
    return render(request, "tables/table.html", told, status=status)


def _hidden(row: Import, user) -> bool:
    """Whether a partner that is shown was taken out of this person's sight since. One query for partners."""
    held = row.held_partners
    return bool(held) and Partner.objects.visible_to(user).filter(pk__in=held).count() < len(held)


def _brought(request: HttpRequest, name: str, pk: int, rows=Import.objects) -> Import:
    require_planner(request.user)
    return get_object_or_404(rows.of(request.user), what=name, pk=pk)
