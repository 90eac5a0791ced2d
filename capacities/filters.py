"""How the lists of this app can be narrowed, on their pages and over the API."""

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from capacities import catalogue, named, registers
from capacities.models import Capacity, Category, Entity, Expertise, Fiu, Partner, SanctionsRegime, Strength
from missions.filters import OfArchived, archived, choice
from missions.models import Country, Mission


class NamedField(named.Said, django_filters.fields.ModelChoiceField):
    pass


class NamedFilter(django_filters.ModelChoiceFilter):
    field_class = NamedField


def mission() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        queryset=Mission.objects.all(),
        to_field_name="acronym",
        label="acronym of a mission",  # in English: help of the API, as all labels here
        error_messages={"invalid_choice": _("No mission has this acronym.")},
    )


def country(field_name: str) -> NamedFilter:
    return NamedFilter(
        field_name=field_name,
        queryset=Country.objects.all(),
        to_field_name="iso3",
        label="ISO 3166-1 alpha-3 code of a country",  # in English: help of the API
        error_messages={"invalid_choice": _("No country of the register has this ISO 3166-1 alpha-3 code.")},
    )


def crime_type(**options) -> django_filters.ChoiceFilter:
    types = [(name, _(label)) for name, label in registers.crime_types().items()]
    return choice(types, label="crime type", **options)  # in English: help of the API


class CapacityFilter(OfArchived, django_filters.FilterSet):
    mission = mission()
    category = choice(Category.choices)
    expertise = NamedFilter(
        queryset=Expertise.objects.all(),
        to_field_name="name",
        label="name of an expertise that it has",  # in English: help of the API
        error_messages={"invalid_choice": _("No expertise of the catalogue has this name.")},
    )
    language = choice(
        sorted(catalogue.held().languages.items(), key=lambda pair: pair[1]),
        method="narrow_language",
        label="ISO 639 code of a language that it speaks",  # in English: help of the API
    )
    country = choice(
        sorted(catalogue.held().states.items(), key=lambda pair: pair[1]),
        label="ISO 3166-1 alpha-3 code of the contributing country",  # in English: help of the API
    )
    pledge = choice(
        [("true", _("to no mission yet")), ("false", _("of a mission"))],
        method="narrow_pledge",
        label="pledged without a mission, or of one",  # in English: help of the API
    )
    archived = archived()

    class Meta:
        model = Capacity
        fields: list[str] = []

    @cached_property
    def form(self):
        """Languages and States by their names in the language of the reader."""
        form = super().form
        form.fields["language"].choices = named.choices(catalogue.held().languages)
        form.fields["country"].choices = named.choices(catalogue.held().states)
        return form

    def narrow_language(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(languages__contains=f" {value} ")

    def narrow_pledge(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(mission__isnull=value == "true")


class StrengthFilter(django_filters.FilterSet):
    mission = mission()
    category = choice(Strength.Category.choices)

    class Meta:
        model = Strength
        fields: list[str] = []


class PartnerFilter(OfArchived, django_filters.FilterSet):
    words = "words of the name"  # in English: help of the API
    q = django_filters.CharFilter(field_name="name", lookup_expr="icontains", label=words, max_length=100)
    kind = choice(Partner.Kind.choices)
    country = country("countries")
    crime_type = crime_type(method="narrow_crime_type")
    engagement = choice(Partner.Engagement.choices)
    sensitivity = choice(Partner.Sensitivity.choices)
    archived = archived()

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
