"""What the API shows and takes of partners."""

from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.fields import empty

from capacities import lists, registers
from capacities.models import Assessment, Entity, Partner
from capacities.permissions import may_plan
from missions.models import Country
from missions.serializers import CountrySerializer

CRIME_TYPES = list(registers.crime_types().items())
AGAIN = "Not every name here is that of a person who can sign in."


def link(text: str) -> None:
    if not lists.is_link(text):
        raise serializers.ValidationError("The link must begin with https:// or http://.")


def words(longest: int) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(max_length=longest), max_length=50, required=False)


class CodeField(serializers.SlugRelatedField):
    """A row by its code, or null. The empty word is no code, where the library would take it for null."""

    def run_validation(self, data: Any = empty) -> Any:
        if data == "":
            self.fail("does_not_exist", slug_name=self.slug_field, value="")
        return super().run_validation(data)


class AgreementSerializer(serializers.Serializer):
    date = serializers.DateField(allow_null=True, required=False)
    title = serializers.CharField(max_length=200)
    link = serializers.CharField(max_length=300, allow_blank=True, required=False)

    def validate_link(self, value: str) -> str:
        if value:
            link(value)
        return value

    def to_internal_value(self, data: Any) -> dict[str, str]:
        held = super().to_internal_value(data)
        day = held.get("date")
        return {"date": str(day) if day else "", "title": held["title"], "link": held.get("link", "")}

    def to_representation(self, held: dict[str, str]) -> dict[str, Any]:
        return {**held, "date": held["date"] or None}


class PartnerSerializer(serializers.ModelSerializer):
    """A partner. `named` is told to planners alone; the assessment of entanglement has an address of its own."""

    countries = CountrySerializer(many=True)
    entity = serializers.SlugRelatedField("code", read_only=True, allow_null=True)
    areas = serializers.ListField(child=serializers.CharField())
    crime_types = serializers.ListField(child=serializers.ChoiceField(CRIME_TYPES))
    languages = serializers.ListField(child=serializers.CharField())
    agreements = AgreementSerializer(many=True)
    named = serializers.SerializerMethodField(help_text="Who may see it where it is restricted.")
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Partner
        fields = [
            *("id", "kind", "name", "entity", "countries", "areas", "crime_types", "engagement", "agreements"),
            *("feedback", "languages", "sensitivity", "named", "source", "source_url", "as_of", "note", "version"),
            *("updated_at", "archived_at", "api_url"),
        ]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_named(self, partner: Partner) -> list[str]:
        return sorted(p.username for p in partner.named.all()) if may_plan(self.context["user"]) else []

    def get_api_url(self, partner: Partner) -> str:
        return reverse("api_partner", args=[partner.pk])


class PartnerInput(serializers.Serializer):
    """What is written of a partner. A program cannot make one restricted: tokens do not see those."""

    kind = serializers.ChoiceField(Partner.Kind.choices)
    name = serializers.CharField(max_length=200)
    entity = CodeField("code", queryset=Entity.objects.all(), allow_null=True, required=False)
    countries = serializers.SlugRelatedField("iso3", queryset=Country.objects.all(), many=True, required=False)
    areas = words(100)
    crime_types = serializers.ListField(child=serializers.ChoiceField(CRIME_TYPES), max_length=50, required=False)
    engagement = serializers.ChoiceField(Partner.Engagement.choices, required=False)
    agreements = AgreementSerializer(many=True, required=False)
    feedback = serializers.CharField(max_length=4000, allow_blank=True, required=False)
    languages = words(40)
    sensitivity = serializers.ChoiceField(Partner.Sensitivity.choices, required=False)
    named = serializers.SlugRelatedField(
        "username",
        queryset=get_user_model().objects.all(),
        many=True,
        required=False,
        error_messages={"does_not_exist": AGAIN},
    )
    source = serializers.CharField(max_length=300)
    source_url = serializers.CharField(max_length=300, allow_blank=True, required=False)
    as_of = serializers.DateField()
    note = serializers.CharField(max_length=4000, allow_blank=True, required=False)

    def validate_source_url(self, value: str) -> str:
        if value:
            link(value)
        return value

    def validate_sensitivity(self, value: str) -> str:
        if self.context["token"] and value == Partner.Sensitivity.RESTRICTED:
            raise serializers.ValidationError("A program cannot make a restricted partner; do so on the page.")
        return value

    def values(self, partner: Partner | None = None) -> dict[str, Any]:
        """What the services take: what was given, beside what the partner, or an empty one, has."""
        held = partner or Partner()
        told = {name: getattr(held, name) for name in self.fields if name not in ("countries", "named", "version")}
        many = {name: list(getattr(partner, name).all()) if partner else [] for name in ("countries", "named")}
        return told | many | {k: v for k, v in self.validated_data.items() if k != "version"}


class PartnerChangeInput(PartnerInput):
    """The fields that change, and the version that they were seen in."""

    version = serializers.IntegerField(min_value=1)


class PartnerConflict(serializers.Serializer):
    """Not done, as somebody else changed, archived or restored it: the partner as it stands, and what was sent."""

    error = serializers.DictField()
    current = PartnerSerializer()
    yours = serializers.DictField()


class AssessmentSerializer(serializers.ModelSerializer):
    """One person's judgement of how far a partner is entangled, on a day; never a public label."""

    by = serializers.SlugRelatedField("username", read_only=True)
    overdue = serializers.BooleanField(read_only=True)

    class Meta:
        model = Assessment
        fields = ["level", "grounds", "assessed_on", "review_on", "overdue", "by", "at"]
        read_only_fields = ["at"]

    def validate(self, given: dict) -> dict:
        if given["assessed_on"] > timezone.localdate():
            raise serializers.ValidationError({"assessed_on": "This day is still to come."})
        if given["review_on"] <= given["assessed_on"]:
            raise serializers.ValidationError({"review_on": "Give a day after the assessment."})
        return given
