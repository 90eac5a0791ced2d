"""Coverage by partners over the API."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from capacities import markets
from capacities.forms.coverage import CoverageForm
from capacities.serializers.coverage import CoverageSerializer
from config.api_views import Api


class CoverageDetail(Api, GenericAPIView):
    serializer_class = CoverageSerializer

    def _parameters(self, method: str) -> list[str]:
        return ["mission", "country"] if method in ("GET", "HEAD") else []

    @extend_schema(
        parameters=[
            OpenApiParameter("mission", description="acronym of a mission; this or a country"),
            OpenApiParameter("country", description="ISO 3166-1 alpha-3 code"),
        ]
    )
    def get(self, request: Request) -> Response:
        """Which crime markets and areas of a mission or country have a partner, and which have none."""
        form = CoverageForm(request.query_params)
        if not form.is_valid():
            raise exceptions.ValidationError(form.errors)
        mission, country = form.cleaned_data["mission"], form.cleaned_data["country"]
        if not mission and not country:
            raise exceptions.ValidationError({"mission": ["Give a mission or a country."]})
        countries = list(mission.countries.all()) if mission else [country]
        found = markets.of(countries, request.user, token=request.auth is not None)
        return Response(CoverageSerializer(found).data)
