"""What the rules ask, and what counts as organized crime."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from mandates import crime_types, rules


@login_required
def rule_list(request: HttpRequest) -> HttpResponse:
    return render(request, "rules/rule_list.html", {"rules": rules.ALL})


@login_required
def rule_detail(request: HttpRequest, code: str) -> HttpResponse:
    try:
        rule = rules.by_code(code)
    except KeyError as unknown:
        raise Http404 from unknown
    return render(request, "rules/rule_detail.html", {"rule": rule})


@login_required
def crime_type_list(request: HttpRequest) -> HttpResponse:
    return render(request, "crime_types/crime_type_list.html", crime_types.page())
