"""The review policy: how this installation reads a mandate, seen by everyone, set by administrators."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from language.said import say
from mandates import services
from mandates.forms import PolicyForm
from mandates.models import ReviewPolicy, TextVersion


@login_required
def policy(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and not request.user.is_staff:
        raise PermissionDenied
    current = ReviewPolicy.objects.current()
    form = PolicyForm(request.POST or None, initial=PolicyForm.said_by(current.value))
    if request.method == "POST" and form.is_valid():
        try:
            services.set_policy(**form.arguments, by=request.user)
        except services.PolicyRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, say("The policy is set. Every text is reviewed again in the background."))
            return redirect("policy")
    texts = TextVersion.objects.newest()
    shown = {
        "policy": current,
        "form": form,
        "history": ReviewPolicy.objects.select_related("by"),
        "texts": texts.count(),
        "reviewed": texts.filter(review__in=services.up_to_date()).count(),
    }
    return render(request, "policy/policy.html", shown)


@login_required
@require_POST
def review_again(request: HttpRequest) -> HttpResponse:
    """Have the texts reviewed that the current ruleset and policy have not."""
    if not request.user.is_staff:
        raise PermissionDenied
    services.enqueue_stale()
    messages.success(request, say("The texts that wait are being reviewed."))
    return redirect("policy")
