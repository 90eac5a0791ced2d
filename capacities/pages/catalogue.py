"""What capacities are described by: expertise, categories, what crime types take; and the strengths that are published."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from capacities import catalogue
from capacities.filters import StrengthFilter
from capacities.models import Category, Expertise, Strength
from capacities.permissions import may_plan
from language.said import say


@login_required
def capacity_catalogue(request: HttpRequest) -> HttpResponse:
    held = catalogue.held()
    profiles = [
        (
            profile,
            [say(held.labels[name]) for name in profile.expertise],
            [say(name) for name in profile.equipment],
            [say(held.partners[name]) for name in profile.partners],
        )
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
