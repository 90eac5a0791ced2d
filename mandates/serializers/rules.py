"""Rules as the API shows them, straight from the registry."""

from django.urls import reverse
from rest_framework import serializers

from mandates.analysis import values
from mandates.models import choices
from mandates.rules import known
from mandates.rules.base import Example, Rule


class SourceSerializer(serializers.Serializer):
    citation = serializers.CharField()
    url = serializers.CharField()


class ExampleSerializer(serializers.Serializer):
    """A short draft written for this project; ``message`` is empty where the rule passes it."""

    shows = serializers.CharField()
    text = serializers.CharField()
    known = serializers.SerializerMethodField(help_text="What the register knows beside it, in sentences; often empty.")
    message = serializers.CharField()

    def get_known(self, example: Example) -> str:
        return known.told(example.register)


class RealTextSerializer(serializers.Serializer):
    symbol = serializers.CharField()
    where = serializers.CharField()
    fact = serializers.CharField()


class RuleRow(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    title = serializers.CharField()
    question = serializers.CharField()
    family = serializers.CharField()
    severity = serializers.ChoiceField(choices(values.Severity))
    status = serializers.CharField()
    note = serializers.BooleanField(help_text="It speaks on more than half of the real mandates of which it is asked.")
    api_url = serializers.SerializerMethodField()

    def get_api_url(self, rule: Rule) -> str:
        return reverse("api_rule", args=[rule.code])


class RuleSerializer(RuleRow):
    """A rule's whole page: what it asks, why, on whose authority, what to write instead, and examples both ways."""

    severity_reason = serializers.CharField()
    precondition = serializers.CharField(source="precondition.words")
    rationale = serializers.CharField()
    remedy = serializers.CharField()
    sources = SourceSerializer(many=True)
    flags = ExampleSerializer(many=True)
    passes = ExampleSerializer(many=True)
    fires_on = RealTextSerializer()
    silent_on = RealTextSerializer()
