"""How the lists of capacities and strengths can be narrowed, on their pages and over the API."""

import django_filters
from django.db.models import QuerySet

from capacities import catalogue
from capacities.models import Capacity, Category, Expertise, Strength
from missions.filters import choice
from missions.models import Mission


def mission() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        queryset=Mission.objects.all(),
        to_field_name="acronym",
        label="acronym of a mission",
        error_messages={"invalid_choice": "No mission has this acronym."},
    )


class CapacityFilter(django_filters.FilterSet):
    """Archived capacities are shown where they are asked for alone."""

    mission = mission()
    category = choice(Category.choices)
    expertise = django_filters.ModelChoiceFilter(
        queryset=Expertise.objects.all(),
        to_field_name="name",
        label="name of an expertise that it has",
        error_messages={"invalid_choice": "No expertise of the catalogue has this name."},
    )
    language = choice(
        sorted(catalogue.held().languages.items(), key=lambda pair: pair[1]),
        method="narrow_language",
        label="ISO 639 code of a language that it speaks",
    )
    country = choice(
        sorted(catalogue.held().states.items(), key=lambda pair: pair[1]),
        label="ISO 3166-1 alpha-3 code of the contributing country",
    )
    pledge = choice(
        [("true", "to no mission yet"), ("false", "of a mission")],
        method="narrow_pledge",
        label="pledged without a mission, or of one",
    )
    archived = choice(
        [("true", "archived"), ("false", "current")], method="narrow_archived", label="archived, or current"
    )

    class Meta:
        model = Capacity
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("archived") else narrowed.current()

    def narrow_language(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(languages__contains=f" {value} ")

    def narrow_pledge(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(mission__isnull=value == "true")

    def narrow_archived(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(archived_at__isnull=value == "false")


class StrengthFilter(django_filters.FilterSet):
    mission = mission()
    category = choice(Strength.Category.choices)

    class Meta:
        model = Strength
        fields: list[str] = []
