"""Of what the coverage by partners is asked."""

from django import forms

from missions.models import Country, Mission


class CoverageForm(forms.Form):
    """A mission, or a country of the register."""

    mission = forms.ModelChoiceField(
        Mission.objects.all(),
        required=False,
        to_field_name="acronym",
        empty_label="any",
        error_messages={"invalid_choice": "No mission has this acronym."},
    )
    country = forms.ModelChoiceField(
        Country.objects.all(),
        required=False,
        to_field_name="iso3",
        empty_label="any",
        error_messages={"invalid_choice": "No country of the register has this ISO 3166-1 alpha-3 code."},
    )

    def clean(self) -> dict:
        told = super().clean()
        if told.get("mission") and told.get("country"):
            raise forms.ValidationError("Choose a mission or a country, not both.")
        return told
