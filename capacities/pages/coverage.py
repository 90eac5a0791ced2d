"""Which crime markets and areas of a mission or country have a partner, as far as the person may see them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from capacities import markets
from capacities.forms.coverage import CoverageForm
from capacities.permissions import is_cleared


@login_required
def coverage(request: HttpRequest) -> HttpResponse:
    form = CoverageForm(request.GET)
    shown = {"form": form, "groups": markets.GROUPS, "cleared": is_cleared(request.user)}
    if form.is_valid() and (form.cleaned_data["mission"] or form.cleaned_data["country"]):
        mission = form.cleaned_data["mission"]
        countries = list(mission.countries.all()) if mission else [form.cleaned_data["country"]]
        shown |= {"found": markets.of(countries, request.user), "mission": mission}
    return render(request, "partners/coverage.html", shown, status=200 if form.is_valid() else 400)
