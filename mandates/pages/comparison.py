"""Pages of a comparison: a text beside an older one, and what people decide and remark there and on findings."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from language.said import say
from mandates import comparisons, services
from mandates.analysis import read
from mandates.drawings import changes
from mandates.forms import CommentForm, ComparisonForm, DecisionForm
from mandates.models import Comment, Mandate, TextVersion
from mandates.serializers import comparison_data
from mandates.serializers.rows import CommentSerializer, comments_on


def mandate_of(request: HttpRequest, pk: int) -> Mandate:
    """A mandate that the person may see; for anybody else it does not exist."""
    return get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)


def _newest(request: HttpRequest, pk: int) -> TextVersion:
    """The newest text of a mandate that the person may see, with its mandate and review."""
    mandate = mandate_of(request, pk)
    texts = mandate.versions.select_related("mandate__mission", "review").defer("source").order_by("-number")
    return get_object_or_404(texts[:1])


# --- a text beside an older one ---------------------------------------------------------------------------------


@login_required
@require_safe
def comparison(request: HttpRequest, pk: int) -> HttpResponse:
    newer = _newest(request, pk)
    form = ComparisonForm(request.GET)
    if not form.is_valid():
        raise Http404
    offers = comparisons.offers(newer, request.user)
    told = {"mandate": newer.mandate, "offers": offers, "form": form, "asked": form.query}
    if form.cleaned_data["text"]:
        return _by_name(request, newer, form.cleaned_data["text"], told)
    older = _older(request, newer, form, offers)
    if older is None:
        return render(request, "comparisons/nothing.html", told)
    try:
        data = comparison_data(services.compared(older, newer), older, newer)
    except read.Unreadable as error:
        wrong = say("One of the two texts can no longer be read: {reason}", reason=error)
        return render(request, "comparisons/nothing.html", {**told, "error": wrong}, status=409)
    page = changes.build(data, form.cleaned_data["show"])
    return render(request, "comparisons/comparison.html", {**told, **data, "page": page})


def _older(request: HttpRequest, newer: TextVersion, form: ComparisonForm, offers) -> TextVersion | None:
    """The text asked for (404 where there is no such text for the person), else what a text is compared with unasked."""
    other, number = form.cleaned_data["with"], form.cleaned_data["version"]
    if other is None and number is None:
        return offers.default.version if offers.default else None
    older = comparisons.chosen(newer, request.user, other=other, number=number)
    if older is None:
        raise Http404
    return older


def _by_name(request: HttpRequest, newer: TextVersion, words: str, told: dict) -> HttpResponse:
    """To the comparison with the text of this symbol or title; where there is none, a sentence that says so."""
    if found := comparisons.named(words, newer, request.user):
        return redirect(f"{reverse('comparison', args=[newer.mandate_id])}?with={found.pk}")
    missing = say("No text that you may see has this symbol, number or title: submit it first, then compare.")
    return render(request, "comparisons/nothing.html", {**told, "error": missing, "typed": words}, status=404)


# --- a change ---------------------------------------------------------------------------------------------------


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, fingerprint: str) -> HttpResponse:
    """One change: to agree, to object or to defer it, and to comment. Alone, or within the comparison by its script."""
    newer, form = _newest(request, pk), ComparisonForm(request.GET)
    error, status = _decided(request, newer, fingerprint) if request.method == "POST" else ("", 200)
    told = _one(request, newer, form, fingerprint)
    asking = request.method != "POST" or bool(error)
    if not asking and not request.htmx:
        return redirect(f"{reverse('comparison', args=[pk])}{form.query}#c-{fingerprint[:12]}")
    told |= {"open": asking, "error": error, "said": request.POST}
    if request.htmx:
        return render(request, "components/change.html", told, status=status)
    return render(request, "comparisons/change.html", told, status=status)


def _one(request: HttpRequest, newer: TextVersion, form: ComparisonForm, fingerprint: str) -> dict:
    """What the page of one change shows; 404 where the comparison asked for does not hold it."""
    older = _older(request, newer, form, comparisons.offers(newer, request.user)) if form.is_valid() else None
    row = older and newer.comparisons.filter(older=older).first()
    data = comparison_data(row, older, newer) if row else None
    entry = changes.one(data, fingerprint) if data else None
    if entry is None:
        raise Http404
    return {"e": entry, "older": data["older"], "newer": data["newer"], "mandate": newer.mandate, "asked": form.query}


def _decided(request: HttpRequest, newer: TextVersion, fingerprint: str) -> tuple[str, int]:
    """Record the decision; what was wrong with it in one sentence, or nothing. 404 where there is no such change."""
    form = DecisionForm(request.POST)
    if not services.is_change(newer.mandate, fingerprint):
        raise Http404
    if not form.is_valid():
        wrong = " ".join(message for found in form.errors.values() for message in found)
        return say("Choose agree, object or defer.") if "verdict" in form.errors else wrong, 422
    said = {"finding_fingerprint": fingerprint, "by": request.user, **form.cleaned_data}
    try:
        services.decide(mandate=newer.mandate, **said)
    except services.ReasonMissing as missing:
        return str(missing), 422
    except services.DecidedMeanwhile as overtaken:
        return str(overtaken), 409
    return "", 200


# --- comments, on findings and changes --------------------------------------------------------------------------


@login_required
@require_POST
def comment_new(request: HttpRequest, pk: int, fingerprint: str) -> HttpResponse:
    mandate = mandate_of(request, pk)
    form = CommentForm(request.POST)
    error = "" if form.is_valid() else " ".join(form.errors["text"])
    if not error:
        try:
            services.comment(mandate=mandate, fingerprint=fingerprint, by=request.user, **form.cleaned_data)
        except services.UnknownFinding as missing:
            raise Http404 from missing
    return _commented(request, mandate, fingerprint, error)


@login_required
@require_POST
def comment_strike(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Only one's own: that of somebody else does not exist here."""
    mandate = mandate_of(request, pk)
    found = get_object_or_404(Comment, mandate=mandate, pk=comment, by=request.user)
    services.strike(found, request.user)
    return _commented(request, mandate, found.fingerprint, "")


def _commented(request: HttpRequest, mandate: Mandate, fingerprint: str, error: str) -> HttpResponse:
    """The comments alone where the page's script asked for them, else the page that they stand on, at their place."""
    asked = ComparisonForm(request.GET).query
    made = comments_on([mandate.pk]).get((mandate.pk, fingerprint), [])
    if request.htmx:
        shown = {"comments": CommentSerializer(made, many=True).data, "fingerprint": fingerprint, "mandate": mandate}
        told = {**shown, "asked": asked, "error": error, "said": request.POST}
        return render(request, "components/remarks.html", told)
    if error:
        messages.error(request, error)
    if services.is_change(mandate, fingerprint):
        return redirect(f"{reverse('comparison', args=[mandate.pk])}{asked}#c-{fingerprint[:12]}")
    return redirect(f"{mandate.get_absolute_url()}#f-{fingerprint[:12]}")
