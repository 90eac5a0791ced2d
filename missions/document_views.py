"""Pages of the documents that a reviewer reads beside a mandate. Everyone signed in reads them, planners write them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from language.said import say
from missions import documents
from missions.forms import DocumentForm, VersionForm
from missions.models import Mission, MissionDocument
from missions.permissions import may_plan, require_planner


@login_required
def document_list(request: HttpRequest, acronym: str) -> HttpResponse:
    """All of a mission's documents, archived ones too."""
    mission = get_object_or_404(Mission, acronym=acronym)
    held = mission.documents.select_related("mission", "added_by")
    shown = {"mission": mission, "documents": held, "may_plan": may_plan(request.user)}
    return render(request, "missions/document_list.html", shown)


@login_required
def document_detail(request: HttpRequest, acronym: str, document: int) -> HttpResponse:
    held = _of(acronym, document)
    shown = {"document": held, "changes": held.changes.select_related("by"), "may_plan": may_plan(request.user)}
    return render(request, "missions/document_detail.html", shown)


@login_required
def document_new(request: HttpRequest, acronym: str) -> HttpResponse:
    require_planner(request.user, documents.WHAT)
    mission = get_object_or_404(Mission, acronym=acronym)
    form = DocumentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        documents.add(mission, values=form.cleaned_data, by=request.user)
        messages.success(request, say("The document is added."))
        return redirect("mission_detail", acronym)
    return render(request, "missions/document_form.html", {"form": form, "mission": mission}, status=_status(form))


@login_required
def document_edit(request: HttpRequest, acronym: str, document: int) -> HttpResponse:
    require_planner(request.user, documents.WHAT)
    held = _of(acronym, document)
    form = DocumentForm(request.POST or None, instance=_of(acronym, document))
    seen = VersionForm(request.POST)
    shown = {"form": form, "document": held, "mission": held.mission, "version": held.version}
    shown["version"] = request.POST.get("version", held.version)
    if request.method != "POST" or not form.is_valid() or not seen.is_valid():
        return render(request, "missions/document_form.html", shown, status=_status(form))
    try:
        documents.change(held, version=seen.cleaned_data["version"], values=form.cleaned_data, by=request.user)
    except documents.Conflict as conflict:
        shown |= {"conflict": conflict, "last": conflict.now.changes.select_related("by").first()}
        return render(request, "missions/document_form.html", shown | {"version": conflict.now.version}, status=409)
    except documents.Archived as archived:
        messages.error(request, " ".join([str(archived), say("Nothing was saved.")]))
    return redirect(held)


@login_required
@require_POST
def document_archive(request: HttpRequest, acronym: str, document: int) -> HttpResponse:
    require_planner(request.user, documents.WHAT)
    held = _of(acronym, document)
    seen = VersionForm(request.POST)
    try:
        documents.archive(held, version=seen.cleaned_data["version"] if seen.is_valid() else 0, by=request.user)
    except (documents.Conflict, documents.Archived):
        messages.error(request, say("Somebody else has changed this document. It was not archived: look at it again."))
    else:
        messages.success(request, say("The document is archived. Its history stays here."))
    return redirect(held)


def _of(acronym: str, document: int) -> MissionDocument:
    held = MissionDocument.objects.select_related("mission", "added_by")
    return get_object_or_404(held, mission__acronym=acronym, pk=document)


def _status(form: DocumentForm) -> int:
    return 400 if form.is_bound and form.errors else 200
