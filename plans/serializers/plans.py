"""A whole plan: what its API address answers and its documents are made of."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from rest_framework import serializers

from plans import loaded, situations
from plans.compared import compared
from plans.models import Plan
from plans.serializers import parts
from plans.serializers.options import OptionSerializer, option

NEWEST = 50  # changes that are shown with a plan; all of them have an address of their own


class PlanMandateSerializer(serializers.Serializer):
    """The mandate that a plan is on. Whoever sees the plan may see it."""

    id = serializers.IntegerField()
    symbol = serializers.CharField()
    title = serializers.CharField()
    draft = serializers.BooleanField()
    api_url = serializers.SerializerMethodField()

    def get_api_url(self, mandate) -> str:
        return reverse("api_mandate", args=[mandate.pk])


class PlanRow(serializers.ModelSerializer):
    """A plan in the list. ``version`` is what whoever changes it sends back."""

    mission = serializers.CharField(source="mission.acronym")
    mandate = PlanMandateSerializer()
    by = serializers.CharField(source="by.username")
    url = serializers.CharField(source="get_absolute_url")
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Plan
        fields = [
            *("id", "version", "title", "mission", "mandate", "begins", "ends", "nominated_on", "note", "by", "at"),
            *("archived_at", "url", "api_url"),
        ]

    def get_api_url(self, plan: Plan) -> str:
        return reverse("api_plan", args=[plan.pk])


class CellSerializer(serializers.Serializer):
    """What one option has; ``more`` spells it out."""

    option = serializers.CharField(help_text="its title")
    said = serializers.CharField()
    more = serializers.ListField(child=serializers.CharField())


class LineSerializer(serializers.Serializer):
    name = serializers.CharField()
    hint = serializers.CharField()
    cells = CellSerializer(many=True)


class ComparedSerializer(serializers.Serializer):
    """The options side by side in words: measures, and how far each task is covered."""

    lines = LineSerializer(many=True)
    tasks = LineSerializer(many=True)


class PlanDocumentSerializer(serializers.Serializer):
    """What leaves in a document: nothing of a restricted partner, no comments and no history, whoever asks."""

    plan = PlanRow()
    mission_name = serializers.CharField()
    half = serializers.DateField(allow_null=True, help_text="the day on which the mandate is half over")
    as_of = serializers.DateTimeField()
    tasks = parts.PlanTaskSerializer(many=True)
    options = OptionSerializer(many=True)
    compared = ComparedSerializer()
    milestones = parts.MilestoneSerializer(many=True)


class PlanSerializer(PlanDocumentSerializer):
    """A whole plan with what people remarked on it and the newest of what was changed."""

    comments = parts.PlanCommentSerializer(many=True)
    changes = parts.PlanChangeSerializer(many=True, help_text=f"the newest {NEWEST}")


def plan_data(plan: Plan, user, *, token: bool = False, document: bool = False) -> dict[str, Any]:
    """A plan as one person may see it; ``token``: a program asks. With ``document`` what may leave, whoever asks.

    Whoever calls has made sure that ``user`` may see the plan, whose mission, mandate and author are loaded.
    """
    token = token or document  # a document is made as for a program: restricted partners are not even loaded
    prefetch_related_objects([plan], "tasks")
    situation = situations.of(plan, user, token=token)
    made = {task.id: task for task in situation.tasks}
    options = loaded.options(plan, situation, user, token=token, document=document)
    beside = compared(situation, options)
    data = {
        "plan": plan,
        "mission_name": plan.mission.name,
        "half": situation.half,
        "as_of": timezone.now(),
        "tasks": [parts.task(row, made[row.pk]) for row in plan.tasks.all()],
        "options": [option(one, situation) for one in options],
        "compared": {"lines": beside.lines, "tasks": [line for _, line in beside.tasks]},
        "milestones": plan.milestones.all(),
    }
    if document:
        return PlanDocumentSerializer(data).data
    data["comments"] = plan.comments.select_related("by")
    data["changes"] = plan.changes.visible_to(user, token=token).select_related("by")[:NEWEST]
    return PlanSerializer(data).data


def options_data(plan: Plan, user, *, token: bool = False) -> list[dict[str, Any]]:
    """The options alone, as ``plan_data`` has them."""
    situation = situations.of(plan, user, token=token)
    made = loaded.options(plan, situation, user, token=token)
    return OptionSerializer([option(one, situation) for one in made], many=True).data
