"""What capacities are described by: expertise, categories, what crime types take; and the strengths that are published."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from capacities import catalogue
from capacities.filters import StrengthFilter
from capacities.models import Category, Expertise, Strength
from capacities.permissions import may_plan


@login_required
def capacity_catalogue(request: HttpRequest) -> HttpResponse:
    held = catalogue.held()
    profiles = [
        (profile, [held.labels[n] for n in profile.expertise], [held.partners[n] for n in profile.partners])
        for profile in held.profiles.values()
    ]
    shown = {"expertise": Expertise.objects.all(), "categories": held.categories.values(), "profiles": profiles}
    return render(request, "capacities/catalogue.html", shown)


@login_required
def strength_list(request: HttpRequest) -> HttpResponse:
    narrowed = StrengthFilter(request.GET, Strength.objects.select_related("mission"))
    shown = {"filter": narrowed, "strengths": narrowed.qs, "asked": request.GET.urlencode()}
    shown |= {"may_plan": may_plan(request.user), "categories": Category.values}
    return render(request, "capacities/strength_list.html", shown)
