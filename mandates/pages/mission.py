"""The page of a mission, which a planner opens first: its mandates over the years, what ends next, what it has and lacks, where."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from capacities.coverage import Verdict
from capacities.models import Strength
from mandates import coverage
from mandates.mission_page import deadlines, partner_map, series, timeline
from mandates.mission_page import facts as mission_facts
from mandates.mission_page.facts import Facts
from missions import mapping
from missions.permissions import may_plan


@login_required
def mission_detail(request: HttpRequest, acronym: str) -> HttpResponse:
    facts, today = mission_facts.of(acronym, request.user), timezone.localdate()
    if facts is None:
        raise Http404
    shown = {"facts": facts, "mission": facts.mission, "today": today, "may_plan": may_plan(request.user)}
    shown["timeline"] = timeline.of(facts.mission, facts.adopted, today)
    shown["series"] = series.of(facts.adopted)
    shown["deadlines"] = [(one, one.said(today)) for one in deadlines.of(facts, today)]
    shown["where"] = partner_map.of(facts.hosts, facts.partners, mapping.shapes(settings.MAP_FILE))
    return render(request, "missions/mission_detail.html", {**shown, **_gaps(facts, today), **_newest(facts)})


def _gaps(facts: Facts, today) -> dict:
    """How much of what the mandate takes is there, by verdict; nothing where no mandate is reviewed."""
    if facts.reviewed is None:
        return {}
    matrix = coverage.of(facts.reviewed, facts.mission, today, facts.capacities)
    counts = [(verdict, matrix.coverage.count(verdict)) for verdict in Verdict]
    return {"matrix": matrix, "counts": [(verdict, n) for verdict, n in counts if n]}


def _newest(facts: Facts) -> dict:
    """The newest published strength of each category."""
    newest: dict[str, Strength] = {}
    for strength in facts.strengths:  # by category, newest day first
        newest.setdefault(strength.category, strength)
    return {"strengths": list(newest.values())}
