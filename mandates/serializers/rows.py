"""The rows that a review consists of: mandate, text version, job, tasks, paragraphs, findings, decisions."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from mandates.drawings import segments
from mandates.models import Comment, Decision, Finding, Job, Mandate, Paragraph, Task, TextVersion
from mandates.serializers.base import ModelSerializer
from mandates.serializers.precedents import AdoptionSerializer, PrecedentSerializer
from missions.work import interrupted

Decisions = dict[tuple[int, str], list[Decision]]
Comments = dict[tuple[int, str], list[Comment]]
Anchors = dict[tuple[int, int], str]


class MissionBrief(serializers.Serializer):
    acronym = serializers.CharField()
    name = serializers.CharField()


class MandateSerializer(ModelSerializer):
    """A mandate by itself."""

    mission = MissionBrief(allow_null=True)
    owner = serializers.CharField(source="owner.username")
    adoption = AdoptionSerializer(allow_null=True, help_text="Null for a draft.")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Mandate
        fields = ["id", "title", "symbol", "mission", "draft", "adoption", "owner", "url", "api_url"]

    def get_url(self, mandate: Mandate) -> str:
        return mandate.get_absolute_url()

    def get_api_url(self, mandate: Mandate) -> str:
        return reverse("api_mandate", args=[mandate.pk])


class VersionSerializer(ModelSerializer):
    submitted_by = serializers.CharField(source="submitted_by.username")

    class Meta:
        model = TextVersion
        fields = ["number", "filename", "media", "submitted_at", "submitted_by", "sha256"]


class JobSerializer(ModelSerializer):
    step_text = serializers.CharField(source="get_step_display")
    percent = serializers.IntegerField(min_value=0, max_value=100)
    interrupted = serializers.SerializerMethodField(
        help_text="Its worker was lost or met a fault: it waits for another try."
    )

    class Meta:
        model = Job
        fields = [
            "id",
            "state",
            "step",
            "step_text",
            "percent",
            "interrupted",
            "attempts",
            "error",
            "queued_at",
            "finished_at",
        ]

    def get_interrupted(self, job: Job) -> bool:
        return interrupted(job)


class TaskSerializer(ModelSerializer):
    """``first_leaf`` is the ``leaf_index`` of the first leaf task in it, its own where it is a leaf."""

    anchor = serializers.SerializerMethodField()
    first_leaf = serializers.SerializerMethodField()

    class Meta:
        model = Task
        fields = [
            *("label", "anchor", "title", "list_label", "level", "rank", "place_in_list", "tier", "leaves"),
            *("leaf_index", "dashed", "role", "crime_types", "first_leaf"),
        ]

    def get_anchor(self, task: Task) -> str:
        return self.context["anchors"].get((task.version_id, task.paragraph), "")

    def get_first_leaf(self, task: Task) -> int | None:
        return self.context["first_leaves"].get(task.pk)


class SegmentSerializer(serializers.Serializer):
    text = serializers.CharField()
    mark = serializers.ChoiceField(["crime", "terrorism"], allow_null=True)
    crime_type = serializers.CharField()
    finding = serializers.ListField(child=serializers.CharField(), help_text="Codes of the findings that quote it.")


class ParagraphSerializer(ModelSerializer):
    """``lines`` holds the text: a list for each line, of segments that are marked or not."""

    lines = serializers.SerializerMethodField()

    class Meta:
        model = Paragraph
        fields = [
            *("index", "kind", "label", "anchor", "marker", "number", "depth", "heading", "page", "bracketed"),
            *("addressees", "lead_verb", "strength", "crime_types", "role", "lines"),
        ]

    @extend_schema_field(serializers.ListField(child=SegmentSerializer(many=True)))
    def get_lines(self, paragraph: Paragraph) -> list[list[dict]]:
        return segments.lines(paragraph.text, paragraph.marks, self.context["spans"].get(paragraph.index, []))


class DecisionSerializer(ModelSerializer):
    by = serializers.CharField(source="by.username")

    class Meta:
        model = Decision
        fields = ["verdict", "reason", "by", "at"]


class CommentSerializer(ModelSerializer):
    """A comment. One that its author struck has no words any more."""

    text = serializers.SerializerMethodField()
    by = serializers.CharField(source="by.username")

    class Meta:
        model = Comment
        fields = ["id", "text", "by", "at", "struck_at"]

    def get_text(self, comment: Comment) -> str:
        return "" if comment.struck_at else comment.text


class SpanSerializer(serializers.Serializer):
    """Words quoted from a paragraph; ``start`` and ``end`` count characters in its text."""

    label = serializers.CharField()
    anchor = serializers.CharField()
    text = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class FindingSerializer(ModelSerializer):
    """A finding with what people decided and remarked.

    ``decision`` is the newest, ``history`` all, newest first; ``comments`` stand as they were made.
    """

    spans = serializers.SerializerMethodField()
    decision = serializers.SerializerMethodField()
    history = serializers.SerializerMethodField()
    comments = serializers.SerializerMethodField()

    class Meta:
        model = Finding
        fields = [
            *("id", "code", "name", "severity", "message", "spans", "searched", "why", "source", "remedy"),
            *("fingerprint", "note", "decision", "history", "comments"),
        ]

    @extend_schema_field(SpanSerializer(many=True))
    def get_spans(self, finding: Finding) -> list[dict]:
        version = finding.review.version_id
        anchors = self.context["anchors"]
        return [
            {
                "label": span["label"],
                "anchor": anchors.get((version, span["paragraph"]), ""),
                "text": span["text"],
                "start": span["start"],
                "end": span["end"],
            }
            for span in finding.spans
        ]

    @extend_schema_field(DecisionSerializer(allow_null=True))
    def get_decision(self, finding: Finding) -> dict | None:
        made = self.context["decisions"].get((finding.review.version.mandate_id, finding.fingerprint))
        return DecisionSerializer(made[0]).data if made else None

    @extend_schema_field(DecisionSerializer(many=True))
    def get_history(self, finding: Finding) -> list[dict]:
        made = self.context["decisions"].get((finding.review.version.mandate_id, finding.fingerprint), [])
        return DecisionSerializer(made, many=True).data if made else []

    @extend_schema_field(CommentSerializer(many=True))
    def get_comments(self, finding: Finding) -> list[dict]:
        made = self.context["comments"].get((finding.review.version.mandate_id, finding.fingerprint), [])
        return CommentSerializer(made, many=True).data if made else []


class ReviewFindingSerializer(FindingSerializer):
    """A finding in its review, with agreed language that could repair it; of a list of findings that would be too much."""

    precedents = serializers.SerializerMethodField()

    class Meta(FindingSerializer.Meta):
        fields = [*FindingSerializer.Meta.fields, "precedents"]

    @extend_schema_field(PrecedentSerializer(many=True))
    def get_precedents(self, finding: Finding) -> list[dict]:
        return PrecedentSerializer(self.context["precedents"].get(finding.fingerprint, []), many=True).data


def decisions_of(mandates: Iterable[int]) -> Decisions:
    """The decisions of these mandates by mandate and fingerprint, newest first. One query."""
    found: Decisions = defaultdict(list)
    for decision in Decision.objects.filter(mandate__in=mandates).select_related("by"):
        found[decision.mandate_id, decision.fingerprint].append(decision)
    return found


def comments_on(mandates: Iterable[int]) -> Comments:
    """The comments on these mandates by mandate and fingerprint, as they were made. One query."""
    found: Comments = defaultdict(list)
    for comment in Comment.objects.filter(mandate__in=mandates).select_related("by"):
        found[comment.mandate_id, comment.fingerprint].append(comment)
    return found


def anchors_of(findings: Iterable[Finding]) -> Anchors:
    """The anchors of the paragraphs that these findings quote, by version and index. One query."""
    quoted = {(finding.review.version_id, span["paragraph"]) for finding in findings for span in finding.spans}
    rows = Paragraph.objects.filter(
        version__in={version for version, _ in quoted}, index__in={index for _, index in quoted}
    )
    return {(version, index): anchor for version, index, anchor in rows.values_list("version", "index", "anchor")}
