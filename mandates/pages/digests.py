"""Pages of the digest: the choice that a person makes, and the link in a mail that ends it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from mandates import services
from mandates.forms import DigestForm


@login_required
def digest_choice(request: HttpRequest) -> HttpResponse:
    form = DigestForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        services.subscribe(request.user, **form.cleaned_data)
        messages.success(request, form.told())
        return redirect("account")
    return render(request, "digests/digest_choice.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@csrf_exempt  # a mail program posts here for a person who is not signed in; the token in the address is what allows it
def digest_stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows a button, so that a mail scanner that follows links ends nothing; POST ends the digest."""
    known = services.user_of_stop_token(token) is not None
    stopped = known and request.method == "POST" and services.stop(token)
    return render(request, "digests/stop.html", {"known": known, "stopped": stopped}, status=200 if known else 404)
