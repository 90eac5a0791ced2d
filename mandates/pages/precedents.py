"""Agreed language, searched."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mandates.filters import PrecedentFilter
from mandates.precedents import lookup, ranking
from mandates.serializers.precedents import PrecedentSerializer


@login_required
def precedent_list(request: HttpRequest) -> HttpResponse:
    narrowed = PrecedentFilter(request.GET, lookup.held())
    ranked = ranking.rank(lookup.candidates(narrowed.qs), narrowed.asked())
    page = Paginator(ranked, 20).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    told = {
        "filter": narrowed,
        "page": page,
        "precedents": PrecedentSerializer(lookup.hits(page.object_list), many=True).data,
        "asked": asked.urlencode(),
        "held": page.paginator.count or lookup.held().exists(),
    }
    return render(request, "precedents/precedent_list.html", told, status=400 if narrowed.form.errors else 200)
