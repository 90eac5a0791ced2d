"""Help: the documentation, for everybody. It holds nothing of what is kept here, so that nobody has to sign in for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from guide import documents


def help_list(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/help_list.html", {"documents": documents.documents()})


def help_page(request: HttpRequest, name: str) -> HttpResponse:
    if name not in documents.SHOWN:
        raise Http404
    return render(
        request, "guide/help_page.html", {"document": documents.document(name), "documents": documents.documents()}
    )
