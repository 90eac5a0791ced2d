"""How lists of partners, FIUs, bodies and sanctions regimes can be narrowed, on pages and over the API."""

import django_filters
from django.db.models import QuerySet

from capacities import partner_reference
from capacities.models import Entity, Fiu, Partner, SanctionsRegime
from missions.filters import choice
from missions.models import Country


def country(field_name: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field_name,
        queryset=Country.objects.all(),
        to_field_name="iso3",
        label="ISO 3166-1 alpha-3 code of a country",
        error_messages={"invalid_choice": "No country of the register has this ISO 3166-1 alpha-3 code."},
    )


def crime_type(**options) -> django_filters.ChoiceFilter:
    return choice(list(partner_reference.crime_types().items()), label="crime type", **options)


class PartnerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(field_name="name", lookup_expr="icontains", label="words of the name", max_length=100)
    kind = choice(Partner.Kind.choices)
    country = country("countries")
    crime_type = crime_type(method="narrow_crime_type")
    engagement = choice(Partner.Engagement.choices)
    sensitivity = choice(Partner.Sensitivity.choices)

    class Meta:
        model = Partner
        fields: list[str] = []

    def narrow_crime_type(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(crime_types__icontains=f'"{value}"')  # both databases can search JSON as text


class FiuFilter(django_filters.FilterSet):
    country = country("country")
    egmont = choice(Fiu.Egmont.choices)
    fatf = choice(Fiu.Fatf.choices)

    class Meta:
        model = Fiu
        fields: list[str] = []


class EntityFilter(django_filters.FilterSet):
    kind = choice(Entity.Kind.choices)

    class Meta:
        model = Entity
        fields: list[str] = []


class SanctionsFilter(django_filters.FilterSet):
    country = country("countries")
    status = choice(SanctionsRegime.Status.choices)
    crime_type = crime_type(method="narrow_crime_type")

    class Meta:
        model = SanctionsRegime
        fields: list[str] = []

    def narrow_crime_type(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(on_crime__crime_types__icontains=f'"{value}"').distinct()
