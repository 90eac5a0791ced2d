"""A person corrects the reading: of the whole text, or of one paragraph. The review is made again at once."""

from collections import Counter
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from language.marks import marked
from language.said import joined, say, say_many
from mandates import jobs, services
from mandates.access import mandate_of
from mandates.analysis import wording
from mandates.forms import ParagraphCorrectionForm, TextCorrectionForm
from mandates.models import Job, Mandate, Paragraph, Review

OVERTAKEN = marked(
    "The text was read anew since you opened this page, and nothing was kept. Below is what is read now: say again what is wrong."
)


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
        messages.success(request, say("The correction is withdrawn; the review is made again without it."))
    return redirect(mandate)


def _correctable(request: HttpRequest, pk: int) -> Mandate:
    mandate = mandate_of(request, pk)
    if not services.may_correct(mandate, request.user):
        raise PermissionDenied
    get_object_or_404(mandate.versions.filter(review__isnull=False), pk=mandate.newest_version.pk)
    return mandate


def _correct(request: HttpRequest, mandate: Mandate, form_of, paragraph: Paragraph | None) -> HttpResponse:
    """The form on a page of its own, or within the review by its script; once it is kept, the review where it was."""
    form = form_of(request.POST if request.method == "POST" else None)
    at = paragraph.anchor if paragraph else ""
    if overtaken := form.is_bound and request.POST.get("seen") != form.seen:
        # What was said may be meant for another paragraph, or undo what somebody else has said meanwhile.
        form = form_of(None)
        form.fields["reason"].initial = request.POST.get("reason", "")[:2000]
    elif form.is_bound and form.is_valid() and _kept(request, mandate, form, paragraph):
        if request.htmx:
            return trigger_client_event(HttpResponse(status=204), "corrected", {"at": at})
        return redirect(f"{mandate.get_absolute_url()}#{at}")
    shown = {"mandate": mandate, "form": form, "paragraph": paragraph, "inplace": bool(request.htmx)}
    shown["overtaken"] = say(OVERTAKEN) if overtaken else ""
    page = "corrections/_form.html" if request.htmx else "corrections/correction.html"
    return render(request, page, shown, status=409 if overtaken else 422 if form.errors else 200)


def _kept(request: HttpRequest, mandate: Mandate, form, paragraph: Paragraph | None) -> bool:
    """Whether the corrections were kept; what is wrong with them stands on the form."""
    told = {"said": form.said, "paragraph": paragraph and paragraph.index, "reason": form.cleaned_data["reason"]}
    before = _standing(mandate)
    try:
        _, job = services.correct(version=mandate.newest_version, **told, by=request.user)
    except services.CorrectionRefused as refused:
        form.add_error(None, str(refused))
        return False
    jobs.review_mandate(job.pk)
    job.refresh_from_db()
    # A worker may have taken the job first, or met a fault: then nothing can be said yet of what the correction changes.
    said = (
        changed(before, _standing(mandate))
        if job.state == Job.State.DONE
        else say("It is not ready yet: load this page again.")
    )
    kept = say("Your correction is kept, and the review is made again with it.")
    messages.success(request, f"{kept} {said}", extra_tags=paragraph.anchor if paragraph else "")
    return True


def _standing(mandate: Mandate) -> tuple[str, Counter[str]]:
    """The headline of the review and how often each rule finds something."""
    review = Review.objects.get(version=mandate.newest_version)
    return review.headline, Counter(review.findings.values_list("code", flat=True))


def changed(before: tuple[str, Counter[str]], after: tuple[str, Counter[str]]) -> str:
    """What a correction changed, in a sentence: the headline where it is another one, and the findings that came and went."""
    gone, come = sorted((before[1] - after[1]).elements()), sorted((after[1] - before[1]).elements())
    settled = say_many("{codes} is settled by it", "{codes} are settled by it", len(gone), codes=joined(gone))
    new = say_many("{codes} is new", "{codes} are new", len(come), codes=joined(come))
    found = [sentence for codes, sentence in ((gone, settled), (come, new)) if codes]
    told = f"{wording.capital('; '.join(found))}." if found else say("The findings stay as they were.")
    if after[0] != before[0]:
        return say("Now: {headline} {findings}", headline=after[0], findings=told)
    return told if found else say("Where organized crime stands and the findings stay as they were.")
