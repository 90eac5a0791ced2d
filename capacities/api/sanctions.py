"""Sanctions regimes over the API."""

from rest_framework.generics import ListAPIView, RetrieveAPIView

from capacities.filters import SanctionsFilter
from capacities.models import SanctionsRegime
from capacities.serializers.sanctions import SanctionsSerializer
from config.api_views import Api


class SanctionsList(Api, ListAPIView):
    """Sanctions regimes that concern countries of missions, as far as their texts were read."""

    queryset = SanctionsRegime.objects.select_related("panel").prefetch_related("countries", "on_crime")
    serializer_class = SanctionsSerializer
    filterset_class = SanctionsFilter


class SanctionsDetail(Api, RetrieveAPIView):
    """One regime: committee, what speaks of organized crime, and its panel."""

    queryset = SanctionsList.queryset
    serializer_class = SanctionsSerializer
    lookup_field = "code"
    lookup_url_kwarg = "regime"
