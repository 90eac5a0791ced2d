"""Would this mission be able to do it: what its mandate takes on organized crime, beside what it has; as a page and as files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from capacities.coverage import Verdict
from capacities.pages import figures
from capacities.permissions import may_plan
from language.marks import marked
from language.said import say
from mandates import coverage
from mandates.analysis import taxonomy, wording
from mandates.coverage import EquipmentRow, Matrix, PartnerRow
from mandates.drawings import covered
from mandates.models import Mandate
from missions.models import Mission

HEAD = (
    *(marked("What it takes"), marked("Name"), marked("For"), marked("Answer")),
    *(marked("People authorized"), marked("People there"), marked("People pledged"), marked("Why, or who")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mission's page of coverage and its files are made of; of a mission without a reviewed mandate nothing more."""

    mission: Mission
    mandates: list[Mandate]
    today: date
    matrix: Matrix | None
    partners: Sequence[PartnerRow] = ()
    equipment: Sequence[EquipmentRow] = ()

    @property
    def picture(self) -> covered.Picture:
        return covered.build(self.matrix.coverage, self.partners, self.today)


@login_required
def mission_coverage(request: HttpRequest, acronym: str) -> HttpResponse:
    asked = _asked(request, acronym)
    matrix = asked.matrix
    counts = [(verdict, matrix.coverage.count(verdict)) for verdict in Verdict] if matrix else []
    shown = {name: getattr(asked, name) for name in ("mission", "mandates", "today", "matrix", "partners", "equipment")}
    shown |= {"counts": [(v, n) for v, n in counts if n], "may_plan": may_plan(request.user)}
    if matrix:
        shown |= {"picture": asked.picture, "query": f"mandate={matrix.mandate.pk}"}
        shown["tasked"] = _tasked(matrix)
        shown["without_profile"] = [_crime(name) for name in matrix.without_profile]
    return render(request, "missions/coverage.html", shown)


def _tasked(matrix: Matrix) -> str:
    """The crime types that the mission is told to act on, each with the labels of the paragraphs that say so."""
    told = [f"{_crime(name)} ({wording.unbroken(', '.join(labels))})" for name, labels in matrix.tasked.items()]
    return reduce(lambda before, one: say("{before}; {one}", before=before, one=one), told) if told else ""


def _crime(name: str) -> str:
    return say(taxonomy.said(name))


@login_required
def coverage_csv(request: HttpRequest, acronym: str) -> HttpResponse:
    return figures.csv_file(f"{acronym}-coverage", [tuple(map(say, HEAD)), *_lines(_leaving(request, acronym))])


@login_required
def coverage_svg(request: HttpRequest, acronym: str) -> HttpResponse:
    asked = _leaving(request, acronym)
    told = {"picture": asked.picture, "mission": asked.mission, "matrix": asked.matrix}
    return figures.svg_file(request, "components/covered.svg", told, f"{acronym}-coverage")


def _leaving(request: HttpRequest, acronym: str) -> Asked:
    """What goes into a file; 404 where the mandate asks for nothing, or none is reviewed."""
    asked = _asked(request, acronym, leaving=True)
    if not asked.matrix or not asked.matrix.tasked:
        raise Http404
    return asked


def _asked(request: HttpRequest, acronym: str, *, leaving: bool = False) -> Asked:
    mission = get_object_or_404(Mission.objects.prefetch_related("countries"), acronym=acronym)
    mandates = coverage.choices(mission, request.user)
    mandate, today = _chosen(mandates, request.GET.get("mandate")), timezone.localdate()
    if mandate is None:
        return Asked(mission, mandates, today, None)
    matrix = coverage.of(mandate, mission, today)
    partners = coverage.partners(matrix, mission, request.user, leaving=leaving)
    return Asked(mission, mandates, today, matrix, partners, coverage.equipment(matrix))


def _lines(asked: Asked) -> list[tuple]:
    """The tables of the page as the columns of ``HEAD``."""
    found = []
    for row, bar in zip(asked.matrix.coverage.rows, asked.picture.bars, strict=True):
        people = (bar.people.authorized, bar.people.there, bar.people.pledged)
        told = (say("expertise"), row.need.label, ", ".join(row.need.crime_types), bar.answer)
        found.append((*told, *people, " ".join(cell.sentence for cell in row.cells) or row.sentence))
    for row, dots in zip(asked.partners, asked.picture.dots, strict=True):
        names = "; ".join(partner.name for partner in row.partners)
        told = (say("kind of partner"), row.label, ", ".join(row.crime_types), dots.said)
        found.append((*told, None, None, None, names))
    equipment = ((say("equipment"), row.name, ", ".join(row.crime_types)) for row in asked.equipment)
    return [*found, *((*told, say("recorded in words: not matched"), None, None, None, "") for told in equipment)]


def _chosen(mandates: list[Mandate], asked: str | None) -> Mandate | None:
    """The mandate asked for, else the first; 404 for one that is not among them."""
    if not asked:
        return next(iter(mandates), None)
    for mandate in mandates:
        if str(mandate.pk) == asked:
            return mandate
    raise Http404
