"""How the list of plans can be narrowed, on its page and over the API."""

import django_filters

from capacities.filters import mission
from missions.filters import OfArchived, archived
from plans.models import Plan


class PlanFilter(OfArchived, django_filters.FilterSet):
    mission = mission()
    archived = archived()

    class Meta:
        model = Plan
        fields: list[str] = []
