"""What needs one, the list of mandates, and the specimen for newcomers."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mandates import flag_news, services, specimens
from mandates.filters import MandateFilter
from mandates.models import Decision, Finding, FlagChange, Mandate
from missions.models import Mission

SOON = timedelta(days=120)
LATELY = timedelta(days=14)


@login_required
def home(request: HttpRequest) -> HttpResponse:
    seen = Mandate.objects.visible_to(request.user).select_related("mission", "owner").with_latest()
    mine, today = _with_undecided(seen.filter(draft=True)[:10]), timezone.localdate()
    return render(
        request,
        "mandates/home.html",
        {
            "drafts": mine,
            "waiting": sum(bool(mandate.undecided) for mandate in mine),
            "newly": _newly_flagged(request.user),
            "flagged": seen.filter(latest_flagged="yes", draft=False)[:6],
            "ending": Mission.objects.open().filter(mandate_ends__lte=today + SOON).order_by("mandate_ends"),
            "today": today,
            "nothing_yet": not mine and not seen.exists(),
        },
    )


def _newly_flagged(user) -> list[flag_news.News]:
    """The mandates in force that were flagged in the last days, of which the person may know. One query."""
    lately = FlagChange.objects.filter(at__gte=timezone.now() - LATELY, mandate__in=Mandate.objects.visible_to(user))
    return flag_news.grouped(flag_news.told(lately.in_force())).get(flag_news.Group.NEWLY, [])


def _with_undecided(mandates: QuerySet[Mandate]) -> list[Mandate]:
    """Each with ``undecided``: how many findings of its newest text wait for a decision. One query more."""
    found = list(mandates)
    made = Decision.objects.filter(mandate=OuterRef("review__version__mandate"), fingerprint=OuterRef("fingerprint"))
    waiting = Finding.objects.filter(~Exists(made), review__version__in=[mandate.newest_version for mandate in found])
    counts = dict(waiting.order_by().values_list("review__version__mandate").annotate(Count("pk")))
    for mandate in found:
        mandate.undecided = counts.get(mandate.pk, 0)
    return found


@login_required
@require_POST
def specimen(request: HttpRequest) -> HttpResponse:
    """The specimen goes in like any other text."""
    draft = {"data": specimens.first(), "filename": specimens.FIRST, "title": "Specimen draft"}
    version = services.submit(owner=request.user, **draft)
    return redirect(version.mandate)


@login_required
def mandate_list(request: HttpRequest) -> HttpResponse:
    seen = Mandate.objects.visible_to(request.user).select_related("mission", "owner").with_latest()
    narrowed = MandateFilter(request.GET, seen)
    page = Paginator(narrowed.qs, 50).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    return render(request, "mandates/mandate_list.html", {"filter": narrowed, "page": page, "asked": asked.urlencode()})
