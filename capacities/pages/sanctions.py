"""Sanctions regimes and what they name of organized crime."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from capacities import registers
from capacities.filters import SanctionsFilter
from capacities.models import SanctionsRegime
from language.said import say


@login_required
def sanctions_list(request: HttpRequest) -> HttpResponse:
    held = SanctionsRegime.objects.select_related("panel").prefetch_related("countries", "on_crime")
    narrowed = SanctionsFilter(request.GET, held)
    labels = registers.crime_types()
    rows = [
        (
            regime,
            [
                say(labels[name])
                for name in dict.fromkeys(n for part in regime.on_crime.all() for n in part.crime_types)
            ],
        )
        for regime in narrowed.qs
    ]
    shown = {"filter": narrowed, "rows": rows, "today": timezone.localdate()}
    return render(request, "sanctions/sanctions_list.html", shown)


@login_required
def sanctions_detail(request: HttpRequest, regime: str) -> HttpResponse:
    held = SanctionsRegime.objects.select_related("panel").prefetch_related("countries__missions", "on_crime")
    found = get_object_or_404(held, code=regime)
    labels = registers.crime_types()
    parts = [(part, [say(labels[name]) for name in part.crime_types]) for part in found.on_crime.all()]
    shown = {"regime": found, "parts": parts, "today": timezone.localdate()}
    return render(request, "sanctions/sanctions_detail.html", shown)
