"""The whole review of one text: what its page shows and the API answers."""

from collections import defaultdict
from dataclasses import dataclass

from rest_framework import serializers

from mandates.models import Correction, Finding, Job, Mandate, Paragraph, Review, Task, TextVersion
from mandates.serializers.corrections import CorrectionSerializer
from mandates.serializers.recorded import ReviewSerializer
from mandates.serializers.rows import (
    FindingSerializer,
    JobSerializer,
    MandateSerializer,
    ParagraphSerializer,
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
    findings = FindingSerializer(many=True)
    corrections = CorrectionSerializer(many=True)


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The rows that a ReviewPageSerializer shows. ``tasks`` are those of the mission that the review is about."""

    version: TextVersion
    review: Review | None
    tasks: list[Task]
    paragraphs: list[Paragraph]
    findings: list[Finding]
    corrections: list[Correction]

    @property
    def mandate(self) -> Mandate:
        return self.version.mandate

    @property
    def job(self) -> Job | None:
        return self.version.latest_job


def review_data(version: TextVersion, user) -> dict:
    """The review of a text for page, API and exports; at most nine queries however long the text is.

    Whoever calls has made sure that ``user`` may see the mandate. ``tasks`` are those of the mission that the review is
    about; the blocks of others stand in ``review["missions"]``.
    """
    version = (
        TextVersion.objects.select_related("mandate__mission", "mandate__owner", "submitted_by", "review")
        .prefetch_related("jobs")
        .defer("source")
        .get(pk=version.pk)
    )
    review: Review | None = getattr(version, "review", None)
    page = ReviewPage(
        version=version,
        review=review,
        tasks=list(version.tasks.filter(mission_name=review.mission_name)) if review else [],
        paragraphs=list(version.paragraphs.all()) if review else [],
        findings=list(review.findings.all()) if review else [],
        corrections=version.mandate.corrections.standing() if review else [],
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
    }
    return ReviewPageSerializer(page, context=context).data


def _first_leaves(tasks: list[Task]) -> dict[int, int]:
    """By task: the index of the first leaf at or after it. Every item holds one, so that leaf stands in it."""
    found, leaf = {}, None
    for task in reversed(tasks):
        leaf = leaf if task.leaf_index is None else task.leaf_index
        if leaf is not None:
            found[task.pk] = leaf
    return found
