"""Missions over the API: a list and each by its acronym. Everyone signed in may read them."""

from rest_framework.generics import ListAPIView, RetrieveAPIView

from config.api_views import Api
from missions.filters import MissionFilter
from missions.models import Mission
from missions.serializers import MissionSerializer


class MissionList(Api, ListAPIView):
    """All missions on the register, by acronym."""

    queryset = Mission.objects.prefetch_related("countries")
    serializer_class = MissionSerializer
    filterset_class = MissionFilter


class MissionDetail(Api, RetrieveAPIView):
    """One mission."""

    queryset = Mission.objects.prefetch_related("countries")
    serializer_class = MissionSerializer
    lookup_field = "acronym"
