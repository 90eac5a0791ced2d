from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from missions import crime_markets as index
from missions import services
from missions.filters import MissionFilter
from missions.forms import TableForm
from missions.models import CrimeMarket, Mission


@login_required
def mission_list(request: HttpRequest) -> HttpResponse:
    narrowed = MissionFilter(request.GET, Mission.objects.prefetch_related("countries"))
    return render(
        request,
        "missions/mission_list.html",
        {"filter": narrowed, "missions": narrowed.qs, "today": timezone.localdate()},
    )


@login_required
def crime_markets(request: HttpRequest) -> HttpResponse:
    """An administrator brings the index's table: checked first, written when asked to and nothing is wrong."""
    if not request.user.is_staff:
        raise PermissionDenied
    form = TableForm(request.POST or None, request.FILES or None)
    table = counts = None
    if request.method == "POST" and form.is_valid():
        table = index.read(form.cleaned_data["file"].read(), services.country_names())
        if not table.wrong and not form.cleaned_data["check"]:
            counts = services.load_crime_markets(table.scores, request.user)
    shown = {"form": form, "table": table, "counts": counts, "held": CrimeMarket.objects.count()}
    return render(request, "missions/crime_markets.html", shown, status=422 if table and table.wrong else 200)
