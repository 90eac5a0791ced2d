"""What the API shows of sanctions regimes."""

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from capacities import registers
from capacities.models import OnCrime, Panel, SanctionsRegime
from missions.serializers import CountrySerializer


class PanelSerializer(serializers.ModelSerializer):
    class Meta:
        model = Panel
        exclude = ["id", "regime"]


class OnCrimeSerializer(serializers.ModelSerializer):
    crime_types = serializers.ListField(child=serializers.ChoiceField(list(registers.crime_types().items())))

    class Meta:
        model = OnCrime
        fields = ["kind", "citation", "crime_types", "summary"]


class SanctionsSerializer(serializers.ModelSerializer):
    countries = CountrySerializer(many=True)
    panel = serializers.SerializerMethodField()
    on_crime = OnCrimeSerializer(many=True)
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = SanctionsRegime
        exclude = ["id"]

    @extend_schema_field(PanelSerializer(allow_null=True))
    def get_panel(self, regime: SanctionsRegime) -> dict | None:
        panel = getattr(regime, "panel", None)
        return PanelSerializer(panel).data if panel else None

    def get_api_url(self, regime: SanctionsRegime) -> str:
        return reverse("api_sanction", args=[regime.code])
