"""A text comes in: a new mandate, or its next version."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mandates import refusals, services
from mandates.access import mandate_of
from mandates.analysis import read
from mandates.forms import MandateForm, TextForm
from mandates.models import TextVersion


@login_required
def mandate_new(request: HttpRequest) -> HttpResponse:
    asked = {"mission": request.GET.get("mission", "")}  # of the mission from whose line a person came
    form = MandateForm(request.POST or None, request.FILES or None, initial=asked)
    if request.method == "POST" and (version := _submitted(form, owner=request.user)):
        return redirect(version.mandate)
    return render(request, "mandates/mandate_new.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def version_new(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = mandate_of(request, pk, owned=True)
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and _submitted(form, owner=request.user, mandate=mandate):
        return redirect(mandate)
    told = {"form": form, "mandate": mandate}
    return render(request, "mandates/version_new.html", told, status=422 if form.errors else 200)


def _submitted(form: TextForm, **more) -> TextVersion | None:
    """The version that a form made, or None: what is wrong stands on the form."""
    if not form.is_valid():
        return None
    said = {name: value for name, value in form.cleaned_data.items() if name not in ("text", "file")}
    try:
        return services.submit(**said, **more)
    except read.Unreadable as error:
        form.add_error("file" if said["filename"] else "text", refusals.refusal(str(error)))
        return None
