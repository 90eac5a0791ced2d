"""What pages and the API show of capacities, and what the API takes. Null is not known."""

from django.urls import reverse
from rest_framework import serializers

from capacities import catalogue
from capacities.forms.capacities import MOST
from capacities.models import Capacity, CapacityChange, Category, Expertise
from capacities.serializers.versions import VersionInput
from missions.models import Mission

LANGUAGES = sorted(catalogue.held().languages)


class CapacityChangeSerializer(serializers.ModelSerializer):
    """``detail`` has for each field what it was and what it is: ``{"deployed": {"from": 3, "to": 5}}``."""

    by = serializers.CharField(source="by.username")
    detail = serializers.DictField(child=serializers.DictField())

    class Meta:
        model = CapacityChange
        fields = ["action", "version", "detail", "by", "at"]


class CapacitySerializer(serializers.ModelSerializer):
    """A capacity. ``version`` is what whoever changes it sends back; a mission of null is a pledge to none yet."""

    mission = serializers.CharField(source="mission.acronym", allow_null=True, default=None)
    category = serializers.ChoiceField(Category.choices)
    expertise = serializers.SlugRelatedField("name", many=True, read_only=True)
    languages = serializers.ListField(source="spoken", child=serializers.CharField(), help_text="ISO 639 codes")
    url = serializers.CharField(source="get_absolute_url")
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Capacity
        fields = [
            *("id", "version", "mission", "category", "title", "expertise", "authorized", "deployed", "pledged"),
            *(
                "available_from",
                "available_until",
                "cleared_until",
                "languages",
                "country",
                "equipment",
                "source",
                "as_of",
                "note",
            ),
            *("archived_at", "url", "api_url"),
        ]

    def get_api_url(self, capacity: Capacity) -> str:
        return reverse("api_capacity", args=[capacity.pk])


class CapacityDetailSerializer(CapacitySerializer):
    """With everything that was changed, newest first."""

    changes = CapacityChangeSerializer(many=True)

    class Meta(CapacitySerializer.Meta):
        fields = [*CapacitySerializer.Meta.fields, "changes"]


def number() -> serializers.IntegerField:
    return serializers.IntegerField(required=False, allow_null=True, min_value=0, max_value=MOST)


def words(most: int) -> serializers.CharField:
    return serializers.CharField(required=False, allow_blank=True, max_length=most)


class CapacityInput(serializers.Serializer):
    """A capacity to add. Leave out, or send null for, what is not known: zero says that there is none."""

    mission = serializers.SlugRelatedField(
        "acronym",
        queryset=Mission.objects.all(),
        required=False,
        allow_null=True,
        help_text="acronym; null for a pledge",
    )
    category = serializers.ChoiceField(Category.choices)
    title = serializers.CharField(max_length=160)
    expertise = serializers.SlugRelatedField(
        "name", queryset=Expertise.objects.all(), many=True, required=False, help_text="names of the catalogue"
    )
    authorized, deployed, pledged = number(), number(), number()
    available_from = serializers.DateField(required=False, allow_null=True)
    available_until = serializers.DateField(required=False, allow_null=True)
    cleared_until = serializers.DateField(
        required=False, allow_null=True, help_text="last day on which their assessment (AMS, SAAT) holds"
    )
    languages = serializers.ListField(
        child=serializers.ChoiceField(LANGUAGES), required=False, max_length=30, help_text="ISO 639 codes"
    )
    country = serializers.ChoiceField(
        ["", *sorted(catalogue.held().states)], required=False, help_text="ISO 3166-1 alpha-3; empty if not known"
    )
    equipment = words(5000)
    source = serializers.CharField(max_length=300)
    as_of = serializers.DateField()
    note = words(5000)

    def to_internal_value(self, data):
        """A field that does not exist is refused: a misspelled one would be lost without a word."""
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            raise serializers.ValidationError({name: ["There is no such field."] for name in unknown})
        return super().to_internal_value(data)


class CapacityChangeInput(VersionInput, CapacityInput):
    """The fields to change, and the version that you saw. What is left out stays as it is."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, given in self.fields.items():
            given.required = name == "version"
