"""The page of the search: whole, or the results alone while somebody types."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.vary import vary_on_headers

from mandates.searching import grammar, lookup
from mandates.searching.grammar import Unclear
from mandates.serializers.search import FoundSerializer


@login_required
@vary_on_headers("HX-Request")  # so that a browser never shows the results alone as the page
def search(request: HttpRequest) -> HttpResponse:
    said, kind, page = (request.GET.get(name, "") for name in ("q", "kind", "page"))
    typing = request.htmx and not request.htmx.history_restore_request
    told = {
        "said": said,
        "kind": kind if kind in grammar.KINDS else "",
        "operators": grammar.OPERATORS,
        "typing": typing,
    }
    try:
        found = lookup.find(said, request.user, kind=told["kind"], page=int(page) if page.isdecimal() else 1)
        told |= {"found": FoundSerializer(found).data, "asked": bool(found.asked)}
    except Unclear as unclear:
        told["unclear"] = str(unclear)
    template = "search/_results.html" if typing else "search/search.html"
    return render(request, template, told, status=400 if "unclear" in told and not typing else 200)
