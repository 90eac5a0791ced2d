"""Reference facts over the API: the catalogue of expertise, published strengths, FIUs and bodies."""

from django.db.models import QuerySet
from rest_framework.generics import ListAPIView

from capacities.filters import EntityFilter, FiuFilter, StrengthFilter
from capacities.models import Entity, Expertise, Fiu, Strength
from capacities.serializers.registers import (
    EntitySerializer,
    ExpertiseSerializer,
    FiuSerializer,
    PublishedStrengthSerializer,
)
from config.api_views import Api


class ExpertiseList(Api, ListAPIView):
    """The catalogue of expertise, by label."""

    queryset = Expertise.objects.all()
    serializer_class = ExpertiseSerializer


class StrengthList(Api, ListAPIView):
    """Authorized and actual strengths of missions as published, by mission, newest day first."""

    serializer_class = PublishedStrengthSerializer
    filterset_class = StrengthFilter
    queryset = Strength.objects.all()

    def get_queryset(self) -> QuerySet:
        return Strength.objects.select_related("mission")


class FiuList(Api, ListAPIView):
    """Financial intelligence units of countries of missions: Egmont membership and FATF listing, with date and source."""

    queryset = Fiu.objects.select_related("country")
    serializer_class = FiuSerializer
    filterset_class = FiuFilter


class EntityList(Api, ListAPIView):
    """Bodies of the United Nations, regional and international ones, with fields of work and parents."""

    queryset = Entity.objects.prefetch_related("parents__parent")
    serializer_class = EntitySerializer
    filterset_class = EntityFilter
