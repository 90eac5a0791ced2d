"""Would this mission be able to do it: what its mandate takes on organized crime, beside what it has."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from capacities.coverage import Verdict
from capacities.permissions import may_plan
from mandates import coverage
from mandates.models import Mandate
from missions.models import Mission


@login_required
def mission_coverage(request: HttpRequest, acronym: str) -> HttpResponse:
    mission = get_object_or_404(Mission.objects.prefetch_related("countries"), acronym=acronym)
    mandates = coverage.choices(mission, request.user)
    mandate = _chosen(mandates, request.GET.get("mandate"))
    today = timezone.localdate()
    matrix = coverage.of(mandate, mission, today) if mandate else None
    counts = [(verdict, matrix.coverage.count(verdict)) for verdict in Verdict] if matrix else []
    shown = {"matrix": matrix, "counts": [(v, n) for v, n in counts if n], "today": today}
    shown |= {"mission": mission, "mandates": mandates, "may_plan": may_plan(request.user)}
    if matrix:
        shown |= {"partners": coverage.partners(matrix, mission, request.user), "equipment": coverage.equipment(matrix)}
    return render(request, "missions/coverage.html", shown)


def _chosen(mandates: list[Mandate], asked: str | None) -> Mandate | None:
    """The mandate asked for, else the first; 404 for one that is not among them."""
    if not asked:
        return next(iter(mandates), None)
    for mandate in mandates:
        if str(mandate.pk) == asked:
            return mandate
    raise Http404
