"""How the list of missions can be narrowed, on its page and over the API."""

import django_filters
from django.db.models import QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from missions.models import Country, Mission, MissionDocument


def choice(choices: list[tuple[str, str]], **options) -> django_filters.ChoiceFilter:
    """One of the values given; another is refused with the list of them, and never repeated."""
    known = format_lazy(_("Choose one of: {values}."), values=", ".join(str(value) for value, _name in choices))
    return django_filters.ChoiceFilter(choices=choices, error_messages={"invalid_choice": known}, **options)


def archived() -> django_filters.ChoiceFilter:
    choices = [("true", pgettext_lazy("filter", "archived")), ("false", pgettext_lazy("filter", "current"))]
    return choice(choices, method="narrow_archived", label="archived, or current")  # in English: the API alone says it


class OfArchived:
    """What is archived is shown where it is asked for alone."""

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("archived") else narrowed.current()

    def narrow_archived(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(archived_at__isnull=value == "false")


class MissionFilter(django_filters.FilterSet):
    type = choice(Mission.Type.choices)
    status = choice(Mission.Status.choices)
    country = django_filters.ModelChoiceFilter(
        field_name="countries",
        queryset=Country.objects.all(),
        to_field_name="iso3",
        label="ISO 3166-1 alpha-3 code of a country that it works in",  # in English: the API alone says it
        error_messages={"invalid_choice": _("No mission's country has this ISO 3166-1 alpha-3 code.")},
    )

    class Meta:
        model = Mission
        fields: list[str] = []


class DocumentFilter(OfArchived, django_filters.FilterSet):
    kind = choice(MissionDocument.Kind.choices)
    archived = archived()

    class Meta:
        model = MissionDocument
        fields: list[str] = []
