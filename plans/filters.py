"""How the list of plans can be narrowed, on its page and over the API."""

import django_filters
from django.db.models import QuerySet

from capacities.filters import mission
from missions.filters import choice
from plans.models import Plan


class PlanFilter(django_filters.FilterSet):
    """Archived plans are shown where they are asked for alone."""

    mission = mission()
    archived = choice(
        [("true", "archived"), ("false", "current")], method="narrow_archived", label="archived, or current"
    )

    class Meta:
        model = Plan
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("archived") else narrowed.current()

    def narrow_archived(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(archived_at__isnull=value == "false")
