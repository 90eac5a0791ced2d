"""What the page of a mission draws, as files: its mandates over the years, and where partners work. No draft and no restricted
partner stands in any of them, whoever asks."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from capacities.pages import figures
from language.said import say
from mandates.mission_page import facts as mission_facts
from mandates.mission_page import partner_map, series, timeline
from mandates.mission_page.facts import Facts
from mandates.mission_page.partner_map import PartnerMap
from missions import mapping


@login_required
def timeline_csv(request: HttpRequest, acronym: str) -> HttpResponse:
    """All adopted texts, with those that the drawing leaves out because they lay down no tasks."""
    lines = series.of(_facts(request, acronym).adopted)
    return figures.csv_file(
        f"{acronym}-mandates", [[say(name) for name in series.HEAD], *(line.cells for line in lines)]
    )


@login_required
def timeline_svg(request: HttpRequest, acronym: str) -> HttpResponse:
    """404 where no text can be drawn."""
    facts = _facts(request, acronym)
    drawn = timeline.of(facts.mission, facts.adopted, timezone.localdate())
    if not drawn.marks:
        raise Http404
    told = {"timeline": drawn, "mission": facts.mission}
    return figures.svg_file(request, "components/timeline.svg", told, f"{acronym}-mandates")


@login_required
def map_csv(request: HttpRequest, acronym: str) -> HttpResponse:
    where = _where(_facts(request, acronym))
    return figures.csv_file(f"{acronym}-partners", [[say(name) for name in partner_map.HEAD], *where.lines])


@login_required
def map_svg(request: HttpRequest, acronym: str) -> HttpResponse:
    """404 where the map file holds none of the host countries."""
    facts = _facts(request, acronym)
    where = _where(facts)
    if where.map is None:
        raise Http404
    told = {"where": where, "hosts": facts.hosts}
    return figures.svg_file(request, "components/map.svg", told, f"{acronym}-partners")


def _where(facts: Facts) -> PartnerMap:
    return partner_map.of(facts.hosts, facts.partners, mapping.shapes(settings.MAP_FILE))


def _facts(request: HttpRequest, acronym: str) -> Facts:
    facts = mission_facts.of(acronym, request.user, leaving=True)
    if facts is None:
        raise Http404
    return facts
