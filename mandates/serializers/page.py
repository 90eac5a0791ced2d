"""The whole review of one text: what its page shows and the API answers."""

from collections import defaultdict
from dataclasses import dataclass

from rest_framework import serializers

from mandates.models import Correction, Finding, Job, Mandate, Paragraph, Review, Task, TextVersion
from mandates.precedents import beside
from mandates.serializers.corrections import CorrectionSerializer
from mandates.serializers.recorded import ReviewSerializer
from mandates.serializers.rows import (
    JobSerializer,
    MandateSerializer,
    ParagraphSerializer,
    ReviewFindingSerializer,
    TaskSerializer,
    VersionSerializer,
    comments_on,
    decisions_of,
)


class ReviewPageSerializer(serializers.Serializer):
    """Everything that the page of a review shows. ``review`` is null and the lists are empty until it is done."""

    mandate = MandateSerializer()
    version = VersionSerializer()
    job = JobSerializer(allow_null=True)
    review = ReviewSerializer(allow_null=True)
    tasks = TaskSerializer(many=True)
    paragraphs = ParagraphSerializer(many=True)
    findings = ReviewFindingSerializer(many=True)
    corrections = CorrectionSerializer(many=True)
    precedents_held = serializers.BooleanField(
        help_text="Whether any agreed language is held; without, no finding has precedents."
    )


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The rows that a ReviewPageSerializer shows. ``tasks`` are those of the mission that the review is about."""

    version: TextVersion
    job: Job | None
    review: Review | None
    tasks: list[Task]
    paragraphs: list[Paragraph]
    findings: list[Finding]
    corrections: list[Correction]
    precedents_held: bool

    @property
    def mandate(self) -> Mandate:
        return self.version.mandate


def review_data(version: TextVersion, user) -> dict:
    """The review of a text for page, API and exports; at most nine queries however long the text is.

    Whoever calls has made sure that ``user`` may see the mandate. ``tasks`` are those of the mission that the review is
    about; the blocks of others stand in ``review["missions"]``.
    """
    version, job = _version(version.pk)
    review: Review | None = getattr(version, "review", None)
    paragraphs = list(version.paragraphs.all()) if review else []
    findings = list(review.findings.all()) if review else []
    agreed = beside.for_findings(findings, paragraphs, review, version.mandate)
    page = ReviewPage(
        version=version,
        job=job,
        review=review,
        tasks=list(version.tasks.filter(mission_name=review.mission_name)) if review else [],
        paragraphs=paragraphs,
        findings=findings,
        precedents_held=agreed.any_held,
        corrections=_corrections(version, review) if review else [],
    )
    spans: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in page.findings:
        finding.review = review
        for span in finding.spans:
            spans[span["paragraph"]].append((span["start"], span["end"], finding.code))
    context = {
        "user": user,
        "anchors": {(version.pk, paragraph.index): paragraph.anchor for paragraph in page.paragraphs},
        "spans": spans,
        "first_leaves": _first_leaves(page.tasks),
        "corrected": {said["number"]: said for said in review.data.get("corrections", [])} if review else {},
        "decisions": decisions_of([version.mandate_id]) if page.findings else {},
        "comments": comments_on([version.mandate_id]) if page.findings else {},
        "precedents": agreed.hits,
    }
    return ReviewPageSerializer(page, context=context).data


def _version(pk: int) -> tuple[TextVersion, Job | None]:
    """A version with its mandate and review, and the job queued last for it: one query, as every text that came in has one."""
    with_it = ("mandate__mission", "mandate__owner", "mandate__adoption", "submitted_by", "review")
    jobs = Job.objects.filter(version=pk).select_related(*(f"version__{name}" for name in with_it))
    if job := jobs.defer("version__source").first():
        return job.version, job
    return TextVersion.objects.select_related(*with_it).defer("source").get(pk=pk), None


def _corrections(version: TextVersion, review: Review) -> list[Correction]:
    """Those that count; of an earlier version those that its review was made with, whatever was said since."""
    standing = version.mandate.corrections.standing()
    made_with = {said["number"] for said in review.data.get("corrections", [])}
    if made_with == {correction.pk for correction in standing} or version.mandate.newest_version == version:
        return standing
    return list(version.mandate.corrections.filter(pk__in=made_with).select_related("by").order_by("pk"))


def _first_leaves(tasks: list[Task]) -> dict[int, int]:
    """By task: the index of the first leaf at or after it. Every item holds one, so that leaf stands in it."""
    found, leaf = {}, None
    for task in reversed(tasks):
        leaf = leaf if task.leaf_index is None else task.leaf_index
        if leaf is not None:
            found[task.pk] = leaf
    return found
