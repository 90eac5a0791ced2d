"""Rows of the API's lists. A row names its mandate, so that it can be read alone."""

from django.urls import reverse
from rest_framework import serializers

from mandates.models import Finding, Mandate, Review, TextVersion
from mandates.serializers.base import ModelSerializer, Moment
from mandates.serializers.recorded import PolicySerializer
from mandates.serializers.rows import (
    DecisionSerializer,
    FindingSerializer,
    JobSerializer,
    MandateSerializer,
    MissionBrief,
    VersionSerializer,
    anchors_of,
    comments_on,
    decisions_of,
)


def review_url(version: TextVersion) -> str:
    return reverse("api_version_review", args=[version.mandate_id, version.number])


class Outcome(ModelSerializer):
    """The answer of a review in short."""

    class Meta:
        model = Review
        fields = [
            *("headline", "kind", "position", "flagged", "flag_reason", "top", "ruleset", "reviewed_at"),
            *("mission_name", "best_main_task_rank", "best_containing_rank"),
        ]


class MandateRow(MandateSerializer):
    """A mandate with its newest version, where its review stands, and what it says.

    Who is named on it is told to its owner alone.
    """

    readers = serializers.SerializerMethodField()
    version = VersionSerializer(source="newest_version", allow_null=True)
    job = JobSerializer(source="latest_job", allow_null=True)
    review = Outcome(source="latest_review", allow_null=True)
    review_url = serializers.SerializerMethodField()

    class Meta(MandateSerializer.Meta):
        fields = [*MandateSerializer.Meta.fields, "readers", "created_at", "version", "job", "review", "review_url"]

    def get_readers(self, mandate: Mandate) -> list[str]:
        if self.context["user"].pk != mandate.owner_id:
            return []
        return sorted(person.username for person in mandate.readers.all())

    def get_review_url(self, mandate: Mandate) -> str:
        return reverse("api_mandate_review", args=[mandate.pk])


class MandateBrief(ModelSerializer):
    mission = MissionBrief(allow_null=True)
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Mandate
        fields = ["id", "title", "symbol", "mission", "draft", "api_url"]

    def get_api_url(self, mandate: Mandate) -> str:
        return reverse("api_mandate", args=[mandate.pk])


class VersionRow(VersionSerializer):
    job = JobSerializer(source="latest_job", allow_null=True)
    review_url = serializers.SerializerMethodField()

    class Meta(VersionSerializer.Meta):
        fields = [*VersionSerializer.Meta.fields, "job", "review_url"]

    def get_review_url(self, version: TextVersion) -> str:
        return review_url(version)


class ReviewRow(Outcome):
    mandate = MandateBrief(source="version.mandate")
    version = serializers.IntegerField(source="version.number")
    review_url = serializers.SerializerMethodField()

    class Meta(Outcome.Meta):
        fields = ["id", "mandate", "version", *Outcome.Meta.fields, "review_url"]

    def get_review_url(self, review: Review) -> str:
        return review_url(review.version)


class FindingRows(serializers.ListSerializer):
    """Loads what the findings of one page need besides themselves: three queries however many they are."""

    def to_representation(self, findings: list[Finding]) -> list[dict]:
        mandates = {finding.review.version.mandate_id for finding in findings}
        self.context.update(
            anchors=anchors_of(findings), decisions=decisions_of(mandates), comments=comments_on(mandates)
        )
        return super().to_representation(findings)


class FindingRow(FindingSerializer):
    mandate = MandateBrief(source="review.version.mandate")
    version = serializers.IntegerField(source="review.version.number")

    class Meta(FindingSerializer.Meta):
        fields = [*FindingSerializer.Meta.fields, "mandate", "version"]
        list_serializer_class = FindingRows


class DecisionRow(DecisionSerializer):
    mandate = MandateBrief()

    class Meta(DecisionSerializer.Meta):
        fields = ["id", "mandate", "fingerprint", "code", *DecisionSerializer.Meta.fields]


class PolicyRow(PolicySerializer):
    """A policy, with who set it, when and why."""

    number = serializers.IntegerField(source="pk")
    reason = serializers.CharField()
    by = serializers.CharField(source="by.username")
    at = Moment()


class ReaderSerializer(serializers.Serializer):
    username = serializers.CharField(max_length=150)


class ReviewUnderWay(serializers.Serializer):
    """What is answered while a review is under way: ask ``review_url`` again."""

    id = serializers.IntegerField(help_text="The mandate.")
    version = serializers.IntegerField()
    review_url = serializers.CharField()
    job = JobSerializer(allow_null=True)


def under_way(version: TextVersion) -> dict:
    """A ReviewUnderWay for this version."""
    told = {"id": version.mandate_id, "version": version.number, "job": version.latest_job}
    return ReviewUnderWay({**told, "review_url": review_url(version)}).data
