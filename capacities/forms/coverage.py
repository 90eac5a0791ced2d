"""Of what the coverage by partners is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities import named
from language.said import say
from missions.models import Country, Mission


class NamedField(named.Said, forms.ModelChoiceField):
    pass


class CoverageForm(forms.Form):
    """A mission, or a country of the register."""

    mission = forms.ModelChoiceField(
        Mission.objects.all(),
        required=False,
        to_field_name="acronym",
        label=_("Mission"),
        empty_label=pgettext_lazy("mission", "any"),
        error_messages={"invalid_choice": _("No mission has this acronym.")},
    )
    country = NamedField(
        Country.objects.all(),
        required=False,
        to_field_name="iso3",
        label=_("Country"),
        empty_label=pgettext_lazy("country", "any"),
        error_messages={"invalid_choice": _("No country of the register has this ISO 3166-1 alpha-3 code.")},
    )

    def clean(self) -> dict:
        told = super().clean()
        if told.get("mission") and told.get("country"):
            raise forms.ValidationError(say("Choose a mission or a country, not both."))
        return told
