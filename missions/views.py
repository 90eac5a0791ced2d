from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from missions.filters import MissionFilter
from missions.models import Mission


@login_required
def mission_list(request: HttpRequest) -> HttpResponse:
    narrowed = MissionFilter(request.GET, Mission.objects.prefetch_related("countries"))
    return render(
        request,
        "missions/mission_list.html",
        {"filter": narrowed, "missions": narrowed.qs, "today": timezone.localdate()},
    )


@login_required
def mission_detail(request: HttpRequest, acronym: str) -> HttpResponse:
    mission = get_object_or_404(Mission.objects.prefetch_related("countries"), acronym=acronym)
    # The floor above is reached through the relation that it declares, not by importing it.
    mandates = mission.mandates.visible_to(request.user).select_related("mission", "owner").with_latest()[:50]
    return render(
        request,
        "missions/mission_detail.html",
        {"mission": mission, "mandates": mandates, "today": timezone.localdate()},
    )
