"""The list of mandates, and the specimen for newcomers."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mandates import services
from mandates.filters import MandateFilter
from mandates.models import Mandate


@login_required
@require_POST
def specimen(request: HttpRequest) -> HttpResponse:
    """The specimen goes in like any other text, once."""
    return redirect(services.try_specimen(request.user).mandate)


@login_required
def mandate_list(request: HttpRequest) -> HttpResponse:
    seen = Mandate.objects.visible_to(request.user).select_related("mission", "owner").with_latest()
    narrowed = MandateFilter(request.GET, seen)
    page = Paginator(narrowed.qs, 50).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    return render(request, "mandates/mandate_list.html", {"filter": narrowed, "page": page, "asked": asked.urlencode()})
