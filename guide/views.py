"""Help: the documentation, for everybody, since it holds nothing of what is kept here; and the tour, for those signed in."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guide import documents
from guide import tour as guided


def help_list(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/help_list.html", {"documents": documents.documents()})


def help_page(request: HttpRequest, name: str) -> HttpResponse:
    if name not in documents.SHOWN:
        raise Http404
    return render(
        request, "guide/help_page.html", {"document": documents.document(name), "documents": documents.documents()}
    )


@login_required
def tour(request: HttpRequest) -> HttpResponse:
    """What the tour shows; begun by a form, since it gives a person a specimen."""
    if request.method == "POST":
        return redirect(guided.address(guided.begin(request.user).get_absolute_url(), 1))
    return render(request, "guide/tour.html", {"steps": guided.STEPS})
