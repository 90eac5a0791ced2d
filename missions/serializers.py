"""What pages and the API show of missions."""

from django.urls import reverse
from rest_framework import serializers

from missions.models import Country, Mission


class CountrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Country
        fields = ["iso3", "iso_numeric", "name"]


class MissionSerializer(serializers.ModelSerializer):
    """A mission as facts, with their source and the date on which they were true."""

    countries = CountrySerializer(many=True)
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Mission
        fields = [
            *("acronym", "name", "type", "status", "lead_department", "countries", "established", "established_by"),
            *("closed", "mandate_in_force", "mandate_began", "mandate_ends", "source", "source_url", "as_of", "note"),
            "api_url",
        ]

    def get_api_url(self, mission: Mission) -> str:
        return reverse("api_mission", args=[mission.acronym])
