"""Pages of what is taken along: documents, those made in the background, and the wording of the comments table."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from language.said import in_english, say
from mandates import comments_form, services
from mandates.exports import DOCUMENTS, Document, comments
from mandates.models import Export, Mandate, TextVersion
from mandates.serializers import review_data


def mandate_of(request: HttpRequest, pk: int) -> Mandate:
    """A mandate that the person may see; for anybody else it does not exist."""
    return get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)


def _export(request: HttpRequest, pk: int, export: int) -> Export:
    """A document that the person asked for, as long as they may see the mandate."""
    return get_object_or_404(Export.objects.of(request.user), pk=export, version__mandate=pk)


def file(document: Document, version: TextVersion, data: bytes) -> HttpResponse:
    """A document to be saved, under a name that tells nothing of the draft."""
    name = document.filename(version.mandate_id, version.number)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=document.media, headers=headers)


@login_required
def document(request: HttpRequest, pk: int, number: int, address: str) -> HttpResponse:
    """The document itself where it is soon made, else a page that offers to have it made in the background; that is a POST."""
    mandate = mandate_of(request, pk)
    version = get_object_or_404(mandate.versions.defer("source"), number=number)
    try:
        if request.method == "POST":
            return redirect("export", pk, services.start_export(version, address, request.user, again=True).pk)
        if not services.is_large(version, address):
            return file(DOCUMENTS[address], version, services.make(version, address, request.user))
    except services.NotReviewed as missing:
        messages.error(request, str(missing))
        return redirect("version_review", pk, number)
    return render(request, "exports/export_new.html", {"mandate": mandate, "document": DOCUMENTS[address]})


# --- documents made in the background -----------------------------------------------------------------------------


@login_required
def export(request: HttpRequest, pk: int, export: int) -> HttpResponse:
    row = _export(request, pk, export)
    return render(request, "exports/export.html", {**_told(row), "mandate": row.version.mandate})


@login_required
def export_progress(request: HttpRequest, pk: int, export: int) -> HttpResponse:
    """How far the document is, by its row."""
    return render(request, "exports/_export.html", _told(_export(request, pk, export)))


@login_required
@require_POST
def export_cancel(request: HttpRequest, pk: int, export: int) -> HttpResponse:
    services.cancel_export(_export(request, pk, export), request.user)
    return redirect("export", pk, export)


@login_required
def export_file(request: HttpRequest, pk: int, export: int) -> HttpResponse:
    row = _export(request, pk, export)
    if row.state != Export.State.DONE:
        raise Http404
    return file(DOCUMENTS[row.document], row.version, bytes(row.data))


def _told(row: Export) -> dict:
    return {"export": row, "document": DOCUMENTS[row.document], "pk": row.version.mandate_id}


# --- the comments table -------------------------------------------------------------------------------------------


@login_required
def comments_table(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows of the newest version's comments table, each with its wording to be changed."""
    mandate = mandate_of(request, pk)
    version = mandate.newest_version
    worded = services.proposals(mandate), services.objections(version, request.user)
    with in_english():
        data = review_data(version, request.user)
        rows = comments.rows(data, *worded) if data["review"] else []
    form = comments_form.CommentsForm(rows, request.POST if request.method == "POST" else None)
    if form.sent and form.saved(mandate, request.user):
        messages.success(request, say("Saved."))
        there = ("comments-table.docx", pk, version.number) if "download" in request.POST else ("comments_table", pk)
        return redirect(*there)
    told = {"mandate": mandate, "version": version, "form": form, "reviewed": bool(data["review"])}
    return render(request, "exports/comments_table.html", told, status=form.status)
