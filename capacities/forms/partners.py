"""What people fill in on partners. The same form reads a row of an imported table, so that both are held to the same."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities import lists, named, registers
from capacities.models import Assessment, Entity, Partner
from language.said import say
from missions.models import Country

LONGEST_LIST = 50


class Lines(forms.CharField):
    """Several words or names, one a line or between semicolons → a list."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, longest: int = 100, **options) -> None:
        super().__init__(required=False, max_length=6000, **options)
        self.longest = longest

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        held = lists.lines(super().clean(value))
        if len(held) > LONGEST_LIST or any(len(part) > self.longest for part in held):
            raise forms.ValidationError(
                say("At most {most}, each of at most {longest} characters.", most=LONGEST_LIST, longest=self.longest)
            )
        return held


class Agreements(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 3, "placeholder": _("2030-01-31; Memorandum on exchange; https://…")})

    def prepare_value(self, value: Any) -> Any:
        return lists.written(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[dict[str, str]]:
        try:
            return lists.agreements(super().clean(value))
        except lists.Unclear as unclear:
            raise forms.ValidationError(str(unclear)) from unclear


def _day(**options) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), input_formats=["%Y-%m-%d"], **options
    )


class NamedField(named.Said, forms.ModelMultipleChoiceField):
    pass


class PartnerForm(forms.Form):
    """A partner; ``values`` is what the services take."""

    kind = forms.ChoiceField(choices=Partner.Kind.choices, label=_("What it is"))
    name = forms.CharField(max_length=200, label=_("Name"))
    entity = forms.ModelChoiceField(
        Entity.objects.all(),
        required=False,
        to_field_name="code",
        empty_label=pgettext_lazy("body", "none"),
        label=_("Body of the register"),
    )
    countries = NamedField(
        Country.objects.all(),
        required=False,
        to_field_name="iso3",
        widget=forms.CheckboxSelectMultiple,
        label=_("Countries"),
    )
    areas = Lines(label=_("Areas that it covers"))
    crime_types = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("Crime markets that it covers")
    )
    engagement = forms.ChoiceField(choices=Partner.Engagement.choices, label=_("How it is engaged"))
    agreements = Agreements(required=False, max_length=6000, label=_("Agreements"))
    feedback = forms.CharField(
        required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), label=_("What it gets back")
    )
    languages = Lines(longest=40, label=_("Languages"))
    sensitivity = forms.ChoiceField(
        choices=Partner.Sensitivity.choices, widget=forms.RadioSelect, label=_("Sensitivity")
    )
    named = Lines(longest=150, label=_("Who may see it where it is restricted"))
    source = forms.CharField(max_length=300, label=_("Source"))
    source_url = forms.CharField(required=False, max_length=300, label=_("Link to the source"))
    as_of = _day(label=_("As of"))
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), label=_("Note"))
    version = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["crime_types"].choices = [(name, say(label)) for name, label in registers.crime_types().items()]

    @classmethod
    def of(cls, partner: Partner | None, given=None) -> "PartnerForm":
        """For a partner as it stands, or a new one."""
        if partner is None:
            today = timezone.localdate()
            return cls(given, initial={"sensitivity": Partner.Sensitivity.INTERNAL, "as_of": today})
        names = [name for name in cls.base_fields if name not in ("countries", "named", "entity")]
        told = {name: getattr(partner, name) for name in names}
        told["countries"] = [country.iso3 for country in partner.countries.all()]
        told["named"] = [person.username for person in partner.named.all()]
        return cls(given, initial={**told, "entity": partner.entity and partner.entity.code})

    def clean_named(self) -> list:
        names = self.cleaned_data["named"]
        people = list(get_user_model().objects.filter(username__in=names))
        if len(people) != len(names):
            raise forms.ValidationError(say("Not every name here is that of a person who can sign in."))
        return people

    def clean_source_url(self) -> str:
        link = self.cleaned_data["source_url"]
        if link and not lists.is_link(link):
            raise forms.ValidationError(say("The link must begin with https:// or http://."))
        return link

    @property
    def values(self) -> dict[str, Any]:
        told = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return {**told, "countries": list(told["countries"])}


class AssessmentForm(forms.Form):
    level = forms.ChoiceField(choices=Assessment.Level.choices, widget=forms.RadioSelect, label=_("Level"))
    grounds = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), label=_("Grounds"))
    assessed_on = _day(label=_("Assessed on"))
    review_on = _day(label=_("To be looked at again by"))

    def clean(self) -> dict:
        told = super().clean()
        made, again = told.get("assessed_on"), told.get("review_on")
        if made and made > timezone.localdate():
            self.add_error("assessed_on", say("This day is still to come."))
        if made and again and again <= made:
            self.add_error("review_on", say("Give a day after the assessment."))
        return told
