"""Who sees a draft, and its end."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from language.said import say
from mandates import services
from mandates.access import mandate_of
from mandates.forms import ReaderForm


@login_required
def mandate_people(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = mandate_of(request, pk, owned=True)
    form = ReaderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.share(mandate, form.cleaned_data["username"], request.user)
        return redirect("mandate_people", pk)
    people = mandate.readers.order_by("username")
    return render(request, "mandates/mandate_people.html", {"mandate": mandate, "form": form, "people": people})


@login_required
@require_POST
def person_remove(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    mandate = mandate_of(request, pk, owned=True)
    services.unshare(mandate, get_object_or_404(mandate.readers, pk=person), request.user)
    return redirect("mandate_people", pk)


@login_required
def mandate_delete(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = mandate_of(request, pk, owned=True)
    if request.method == "POST":
        services.delete_for_good(mandate, request.user)
        messages.success(request, say("Deleted for good."))
        return redirect("mandate_list")
    return render(request, "mandates/mandate_delete.html", {"mandate": mandate})
