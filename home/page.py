"""The page itself: loads once, then lays out."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from capacities.permissions import may_plan
from home import drafts, ending, needs, newly
from home.answer import answer
from mandates import portfolio, positions
from mandates.models import Mandate
from plans import gaps
from plans.models import Plan

ROWS = 12  # of what needs a person
FLAGGED = 8


@login_required
def home(request: HttpRequest) -> HttpResponse:
    user, today, held = request.user, timezone.localdate(), positions.held(request.user)
    found = portfolio.of(user, held, request.GET, today)
    refused = isinstance(found, portfolio.Refused)
    told = {"today": today, "portfolio": None if refused else found, "refused": found if refused else None}
    # htmx swaps in no answer that is refused: it is told to the reader as any other.
    status = 400 if refused and not request.htmx else 200
    return render(request, "home/home.html", {**told, **_waiting(user, held, today), "held": held}, status=status)


def _waiting(user, held: positions.Held, today) -> dict:
    """What needs a person, which mandates end, what is newly flagged, and what they have nothing of yet."""
    works, rows = drafts.of(user), positions.rows(held, today.year, today.year, today=today)
    planner, ends = may_plan(user), {row.mission: row.ends for row in rows}
    plans = gaps.of(user, held.missions, today) if planner else []
    found, soon = needs.of(works, plans, ends, user, today), ending.soon(rows, works, today)
    flagged, drafted = newly.of(user), any(work.mandate.draft for work in works)
    return {
        "answer": answer(found, (soon[0].row.mission, soon[0].row.ends) if soon else None, today),
        "needs": found[:ROWS],
        "more": found[ROWS:],
        "soon": soon,
        "passed": ending.passed(rows),
        "newly": flagged[:FLAGGED],
        "more_flagged": len(flagged) - FLAGGED,
        "drafted": drafted,
        "plannable": planner and not plans and not Plan.objects.visible_to(user).exists(),
        "nothing_yet": not works and not held.texts and not Mandate.objects.visible_to(user).exists(),
    }
