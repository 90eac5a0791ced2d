"""A review: its page, its progress, and what people decide on its findings."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from mandates import comparisons, jobs, services
from mandates.access import mandate_of
from mandates.analysis import read
from mandates.drawings import bars, ladder, order, sheet, since
from mandates.drawings.shown import EVERYTHING, Shown, choices
from mandates.forms import DecisionForm
from mandates.models import Job, Mandate, Review, TextVersion
from mandates.review_filter import ReviewFilterForm
from mandates.rules import RULESET
from mandates.serializers import review_data
from mandates.serializers.rows import JobSerializer

PAGE, PART = "mandates/mandate_review.html", "mandates/_sheet.html"
CHANGED = ("new", "dropped", "reworded", "strengthened", "weakened")


@login_required
def mandate_review(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    form = ReviewFilterForm(request.GET)
    if not form.is_valid():
        raise BadRequest
    return _page(request, pk, number, form.shown)


def _page(
    request: HttpRequest, pk: int, number: int | None, shown: Shown, refused: dict | None = None, status: int = 200
) -> HttpResponse:
    """The page of a review; only its text with the findings where a filter asks for that. ``refused`` is a decision that was."""
    versions = TextVersion.objects.filter(mandate__in=Mandate.objects.visible_to(request.user).filter(pk=pk))
    versions = list(versions.select_related("mandate").defer("source").order_by("-number"))
    version = next((v for v in versions if number in (None, v.number)), None)
    if version is None:
        raise Http404
    mandate, data = version.mandate, review_data(version, request.user)
    told = {"versions": versions, "older": version is not versions[0], "owned": mandate.owner_id == request.user.pk}
    told["correctable"] = not told["older"] and services.may_correct(mandate, request.user)
    told["outdated"] = not told["older"] and bool(data["review"]) and data["review"]["ruleset"] != RULESET
    told |= {"refused": refused, "frozen": told["older"], **_drawn(data, version, shown, request.user)}
    alone = bool(request.htmx and request.htmx.target == "sheet" and data["review"])
    return render(request, PART if alone else PAGE, {**data, **told, "alone": alone}, status=status)


def _drawn(data: dict, version: TextVersion, shown: Shown, user) -> dict:
    """What the page of a review draws: ladders, also of tasks that it renews and of other missions, and the text."""
    review = data["review"]
    if not review:
        return {}
    changes, differing = _since(data, version, shown, user)
    laid = sheet.build(data["paragraphs"], data["findings"], data["tasks"], shown, changes)
    return {
        "ladder": ladder.build(data["tasks"], review["top"]),
        "renewed": review["in_force"] and ladder.of_block(review["in_force"], review["top"]),
        "others": [
            (other["mission"], ladder.of_block(other, review["top"]), other["order_stated"])
            for other in review["missions"][1:]
        ],
        "outside": ladder.outside(review),
        **_shape(review),
        "sheet": laid,
        "shown": shown,
        "choices": choices(shown, laid.paragraphs, data["findings"], differing),
        "order": order.arrange(data["findings"]),
        "decided": sum(bool(finding["decision"]) for finding in data["findings"]),
    }


def _since(data: dict, version: TextVersion, shown: Shown, user) -> tuple[since.Since, int | None]:
    """What changed since the predecessor, and how many units did; None where the person has none to compare with.

    The comparison is asked for where the page shows it: on request, and where a finding speaks of lost language.
    """
    known = data["review"]["predecessor"]
    dropped = any(finding["code"] == "OC204" for finding in data["findings"])
    if not known or not known["symbol"]:
        return since.NOTHING, None
    differing = sum(known[kind].get(change, 0) for kind in ("tasks", "paragraphs") for change in CHANGED)
    if shown.show != "changed" and not dropped:
        return since.NOTHING, differing
    older = comparisons.predecessor(version, known["symbol"], user)
    if older is None:
        return since.NOTHING, None
    try:
        told = since.build(services.compared(older, version).data)
    except read.Unreadable:
        return since.NOTHING, None
    return told if shown.show == "changed" else told.only_crime(), differing


def _shape(review: dict) -> dict:
    """What the tasks are about: those of this text, else those that it renews. Reviews of an older ruleset may not say."""
    block = review if review["leaf_tasks"] or not review["in_force"] else review["in_force"]
    return {"bars": bars.build(block.get("areas", ()), block["leaf_tasks"]), "of": block["leaf_tasks"]}


@login_required
def mandate_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The step recorded on the job's row; a finished job makes the page load itself again."""
    job = mandate_of(request, pk).latest_job
    response = render(request, "mandates/_under_way.html", {"job": job and JobSerializer(job).data, "mandate_id": pk})
    if job is None or job.state == Job.State.DONE:
        response["HX-Refresh"] = "true"
    return response


@login_required
@require_POST
def mandate_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop the review of the newest version; one that has just ended is shown instead."""
    mandate = mandate_of(request, pk)
    if mandate.latest_job:
        services.cancel_review(mandate.latest_job, request.user)
    return redirect(mandate)


@login_required
@require_POST
def mandate_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a review that failed, in the background; make one of earlier rules again, at once: its page is shown meanwhile."""
    mandate = mandate_of(request, pk)
    job = services.start_review(mandate.newest_version)
    if Review.objects.filter(version=mandate.newest_version).exists():
        jobs.review_mandate(job.pk)
    return redirect(mandate)


@login_required
@require_POST
def decision(request: HttpRequest, pk: int, fingerprint: str) -> HttpResponse:
    """Decide on a finding. What was refused comes back with what was typed: the finding alone, or its whole page."""
    mandate = mandate_of(request, pk)
    error, status = _decided(request, mandate, fingerprint)
    refused = {"fingerprint": fingerprint, "error": error, "said": request.POST}
    data = review_data(mandate.newest_version, request.user) if request.htmx else {"findings": []}
    for finding in data["findings"]:
        if finding["fingerprint"] == fingerprint:
            # Where its words stood is known to the page that laid out the text, which sends it back with the decision.
            finding = {**finding, "stood": request.POST.get("stood", "")}
            shown = {"finding": finding, "mandate": data["mandate"], "precedents_held": data["precedents_held"]}
            return render(request, "components/finding.html", {**shown, "refused": refused}, status=status)
    if error and not request.htmx:
        return _page(request, pk, None, EVERYTHING, refused, status)
    there = f"{mandate.get_absolute_url()}#f-{fingerprint[:12]}"
    return HttpResponseClientRedirect(there) if request.htmx else redirect(there)


def _decided(request: HttpRequest, mandate: Mandate, fingerprint: str) -> tuple[str, int]:
    """Record the decision; what was wrong with it in one sentence, or nothing. 404 where there is no such finding."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return " ".join(message for found in form.errors.values() for message in found), 422
    try:
        services.decide(mandate=mandate, finding_fingerprint=fingerprint, by=request.user, **form.cleaned_data)
    except services.UnknownFinding as missing:
        raise Http404 from missing
    except services.ReasonMissing as missing:
        return str(missing), 422
    except services.DecidedMeanwhile as overtaken:
        return str(overtaken), 409
    return "", 200
