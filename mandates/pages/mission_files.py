"""What the page of a mission draws, as files: its mandates over the years, and where partners work. No draft and no restricted
partner stands in any of them, whoever asks."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from capacities.pages import figures
from mandates.mission_page import facts as mission_facts
from mandates.mission_page import series, timeline
from mandates.mission_page.facts import Facts


@login_required
def timeline_csv(request: HttpRequest, acronym: str) -> HttpResponse:
    """All adopted texts, with those that the drawing leaves out because they lay down no tasks."""
    lines = series.of(_facts(request, acronym).adopted)
    return figures.csv_file(f"{acronym}-mandates", [series.HEAD, *(line.cells for line in lines)])


@login_required
def timeline_svg(request: HttpRequest, acronym: str) -> HttpResponse:
    """404 where no text can be drawn."""
    facts = _facts(request, acronym)
    drawn = timeline.of(facts.mission, facts.adopted, timezone.localdate())
    if not drawn.marks:
        raise Http404
    told = {"timeline": drawn, "mission": facts.mission}
    return figures.svg_file(request, "components/timeline.svg", told, f"{acronym}-mandates")


def _facts(request: HttpRequest, acronym: str) -> Facts:
    facts = mission_facts.of(acronym, request.user, leaving=True)
    if facts is None:
        raise Http404
    return facts
