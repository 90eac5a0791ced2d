"""The parts of which plans, options and proposals are shown: needs, resources, tasks, milestones, comments, changes."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from plans.models import Milestone, PlanChange, PlanComment
from plans.values import Need, NeedKind, ResourceKind, Task

NEED_KINDS = [(kind.value, kind.value) for kind in NeedKind]
RESOURCE_KINDS = [(kind.value, kind.value) for kind in ResourceKind]


class NeedSerializer(serializers.Serializer):
    """A field of expertise, a group of partners, or sanctions criteria that name the crime."""

    kind = serializers.ChoiceField(NEED_KINDS)
    name = serializers.CharField()
    label = serializers.CharField()


class ResourceSerializer(serializers.Serializer):
    """Who or what is assigned: exactly one of capacity, partner and regime is not null."""

    kind = serializers.ChoiceField(RESOURCE_KINDS)
    title = serializers.CharField()
    capacity = serializers.IntegerField(allow_null=True)
    partner = serializers.IntegerField(allow_null=True)
    regime = serializers.CharField(allow_null=True, help_text="code of the sanctions regime")


class PlanTaskSerializer(serializers.Serializer):
    """A task of the mandate with what it takes. No need at all: the catalogue does not say what it takes."""

    id = serializers.IntegerField()
    label = serializers.CharField()
    title = serializers.CharField()
    place = serializers.IntegerField(help_text="its place in the text; 1 stands highest")
    crime_types = serializers.ListField(child=serializers.CharField())
    added = serializers.BooleanField(help_text="put in by a planner; the review did not read it as on organized crime")
    needs = NeedSerializer(many=True)


class MilestoneSerializer(serializers.ModelSerializer):
    task = serializers.IntegerField(source="task_id", allow_null=True)

    class Meta:
        model = Milestone
        fields = ["id", "version", "kind", "title", "due", "task", "baseline", "target", "reached_on"]


class PlanCommentSerializer(serializers.ModelSerializer):
    """What a person remarked. Once struck, its words are shown to nobody."""

    by = serializers.CharField(source="by.username")
    text = serializers.SerializerMethodField()

    class Meta:
        model = PlanComment
        fields = ["id", "text", "by", "at", "struck_at"]

    @extend_schema_field(serializers.CharField())
    def get_text(self, comment: PlanComment) -> str:
        return "" if comment.struck_at else comment.text


class PlanChangeSerializer(serializers.ModelSerializer):
    """``detail`` has for each field what it was and what it is: ``{"people": {"from": 2, "to": 3}}``."""

    by = serializers.CharField(source="by.username")
    detail = serializers.DictField(child=serializers.DictField())

    class Meta:
        model = PlanChange
        fields = ["subject", "action", "detail", "by", "at"]


def need(one: Need) -> dict[str, str]:
    return {"kind": one.kind.value, "name": one.name, "label": one.label}


def resource(key: tuple[ResourceKind, int], titles: Mapping, codes: Mapping[int, str]) -> dict[str, Any]:
    """A resource by its key; ``codes`` are those of sanctions regimes by their row."""
    kind, number = key
    return {
        "kind": kind.value,
        "title": titles[key],
        "capacity": number if kind is ResourceKind.CAPACITY else None,
        "partner": number if kind is ResourceKind.PARTNER else None,
        "regime": codes[number] if kind is ResourceKind.REGIME else None,
    }


def task(row, made: Task) -> dict[str, Any]:
    """A task's row with the needs of its value."""
    kept = ("id", "label", "title", "place", "crime_types", "added")
    return {name: getattr(row, name) for name in kept} | {"needs": [need(one) for one in made.needs]}
