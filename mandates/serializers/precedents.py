"""Agreed language as page, API and exports show it, and how a text was adopted."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from mandates.models import Adoption, Precedent
from mandates.precedents.lookup import Hit
from mandates.precedents.ranking import TO_THE_MISSION
from mandates.serializers.base import ModelSerializer


class AdoptionSerializer(ModelSerializer):
    """When a text was adopted and how the Council voted. What is null or empty is not known."""

    date = serializers.DateField(format=None, allow_null=True)  # a date until it is rendered, as Moment is
    vote = serializers.CharField(help_text="The vote in words; empty where it is not known.")

    class Meta:
        model = Adoption
        fields = [
            *("date", "date_source", "vote", "yes", "no", "abstaining", "not_voting", "without_vote", "vote_source"),
            "as_of",
        ]


class PointSerializer(serializers.Serializer):
    """One part of a score."""

    name = serializers.CharField()
    points = serializers.IntegerField()
    of = serializers.IntegerField()
    why = serializers.CharField()


class FateSerializer(serializers.Serializer):
    """What became of the words: ``symbol`` is the text that dropped them, or the newest held that has them."""

    state = serializers.ChoiceField(Precedent.Fate.choices)
    symbol = serializers.CharField()
    sentence = serializers.CharField()


class PrecedentSerializer(serializers.Serializer):
    """A paragraph or item of an adopted text that names organized crime, and how well it fits what was asked."""

    symbol = serializers.CharField(source="row.version.mandate.symbol")
    label = serializers.CharField(source="row.label")
    url = serializers.SerializerMethodField()
    mandate_id = serializers.IntegerField(source="row.version.mandate_id")
    adoption = AdoptionSerializer(source="row.version.mandate.adoption", allow_null=True)
    mission = serializers.CharField(source="row.mission_name", help_text="Empty for a text about no mission.")
    citation = serializers.CharField()
    text = serializers.CharField(source="row.text")
    chapeau = serializers.CharField(source="row.chapeau", help_text="The words that open the list in which it stands.")
    place = serializers.ChoiceField(Precedent.Place.choices, source="row.place")
    place_text = serializers.CharField(source="row.get_place_display")
    addressed_to_mission = serializers.SerializerMethodField()
    lead_verb = serializers.CharField(source="row.lead_verb")
    strength = serializers.IntegerField(source="row.strength", allow_null=True)
    crime_types = serializers.SerializerMethodField()
    further_types = serializers.SerializerMethodField()
    task_kinds = serializers.SerializerMethodField()
    with_terrorism = serializers.BooleanField(source="row.with_terrorism")
    fate = serializers.SerializerMethodField()
    score = serializers.IntegerField()
    score_of = serializers.IntegerField(source="of", help_text="The most points that there were.")
    points = PointSerializer(many=True)

    def get_url(self, hit: Hit) -> str:
        return f"{hit.row.version.mandate.get_absolute_url()}#{hit.row.anchor}"

    def get_addressed_to_mission(self, hit: Hit) -> bool:
        return hit.row.place in TO_THE_MISSION

    def get_crime_types(self, hit: Hit) -> list[str]:
        return hit.row.crime_types.split()

    def get_further_types(self, hit: Hit) -> list[str]:
        return hit.row.further_types.split()

    def get_task_kinds(self, hit: Hit) -> list[str]:
        return hit.row.task_kinds.split()

    @extend_schema_field(FateSerializer)
    def get_fate(self, hit: Hit) -> dict:
        return {"state": hit.row.fate, "symbol": hit.row.fate_symbol, "sentence": hit.fate}
