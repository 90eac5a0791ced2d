"""A person corrects the reading: of the whole text, or of one paragraph. The review is made again at once."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mandates import jobs, services
from mandates.access import mandate_of
from mandates.forms import ParagraphCorrectionForm, TextCorrectionForm
from mandates.models import Mandate, Paragraph

OVERTAKEN = "The text was read anew since you opened this page, and nothing was kept. Below is what is read now: say again what is wrong."


@login_required
def correct_text(request: HttpRequest, pk: int) -> HttpResponse:
    mandate = _correctable(request, pk)
    return _correct(request, mandate, partial(TextCorrectionForm.of, mandate), None)


@login_required
def correct_paragraph(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    mandate = _correctable(request, pk)
    paragraph = get_object_or_404(mandate.newest_version.paragraphs, index=index)
    return _correct(request, mandate, partial(ParagraphCorrectionForm.of, paragraph), paragraph)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int, correction: int) -> HttpResponse:
    mandate = mandate_of(request, pk)
    if job := services.withdraw(get_object_or_404(mandate.corrections, pk=correction), request.user):
        jobs.review_mandate(job.pk)
        messages.success(request, "The correction is withdrawn; the review is made again without it.")
    return redirect(mandate)


def _correctable(request: HttpRequest, pk: int) -> Mandate:
    mandate = mandate_of(request, pk)
    if not services.may_correct(mandate, request.user):
        raise PermissionDenied
    get_object_or_404(mandate.versions.filter(review__isnull=False), pk=mandate.newest_version.pk)
    return mandate


def _correct(request: HttpRequest, mandate: Mandate, form_of, paragraph: Paragraph | None) -> HttpResponse:
    form = form_of(request.POST if request.method == "POST" else None)
    if overtaken := form.is_bound and request.POST.get("seen") != form.seen:
        # What was said may be meant for another paragraph, or undo what somebody else has said meanwhile.
        messages.error(request, OVERTAKEN)
        form = form_of(None)
    elif form.is_bound and form.is_valid() and _kept(request, mandate, form, paragraph):
        return redirect(f"{mandate.get_absolute_url()}#{paragraph.anchor if paragraph else ''}")
    shown = {"mandate": mandate, "form": form, "paragraph": paragraph}
    return render(
        request, "corrections/correction.html", shown, status=409 if overtaken else 422 if form.errors else 200
    )


def _kept(request: HttpRequest, mandate: Mandate, form, paragraph: Paragraph | None) -> bool:
    """Whether the corrections were kept; what is wrong with them stands on the form."""
    told = {"said": form.said, "paragraph": paragraph and paragraph.index, "reason": form.cleaned_data["reason"]}
    try:
        _, job = services.correct(version=mandate.newest_version, **told, by=request.user)
    except services.CorrectionRefused as refused:
        form.add_error(None, str(refused))
        return False
    jobs.review_mandate(job.pk)
    messages.success(request, "Your correction is kept, and the review is made again with it.")
    return True
