"""Remarks on capacities and partners: added by everyone who may see them, removed by their author and by staff."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from capacities import services
from capacities.forms.comments import CommentForm
from capacities.models import Capacity, Partner
from capacities.pages.partners import partner_of


@login_required
@require_POST
def capacity_comment(request: HttpRequest, pk: int) -> HttpResponse:
    return _add(request, get_object_or_404(Capacity, pk=pk))


@login_required
@require_POST
def capacity_comment_remove(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    return _remove(request, get_object_or_404(Capacity, pk=pk), comment)


@login_required
@require_POST
def partner_comment(request: HttpRequest, partner: int) -> HttpResponse:
    return _add(request, partner_of(request, partner))


@login_required
@require_POST
def partner_comment_remove(request: HttpRequest, partner: int, comment: int) -> HttpResponse:
    return _remove(request, partner_of(request, partner), comment)


def _add(request: HttpRequest, subject: Capacity | Partner) -> HttpResponse:
    form = CommentForm(request.POST)
    if form.is_valid():
        services.comment_on(subject, text=form.cleaned_data["text"], by=request.user)
    else:
        messages.error(request, " ".join(form.errors["text"]))
    return redirect(f"{subject.get_absolute_url()}#comments")


def _remove(request: HttpRequest, subject: Capacity | Partner, pk: int) -> HttpResponse:
    """What somebody else said is not theirs to remove: 403, as they can see it."""
    comment = get_object_or_404(subject.comments, pk=pk)
    if not services.may_remove(comment, request.user):
        raise PermissionDenied
    services.remove_comment(comment, request.user)
    return redirect(f"{subject.get_absolute_url()}#comments")
