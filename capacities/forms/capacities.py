"""What people fill in of a capacity, on a page or as a row of a list."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from capacities import catalogue, named
from capacities.models import Capacity, Category, Expertise, Strength
from capacities.states.capacities import incoherent, state
from language.said import in_english, say
from missions.models import Mission

MOST = 100_000
DAY = {"invalid": _("Give a day as year, month and day: 2026-02-28.")}
NUMBER = dict.fromkeys(
    ("invalid", "min_value", "max_value"),
    format_lazy(_("Give a whole number from 0 to {most}, or leave it empty if it is not known."), most=MOST),
)


@dataclass(frozen=True)
class Known:
    """What can be named: missions, expertise, States. Two queries, for one form or for all rows of a list."""

    missions: Mapping[str, Mission]
    expertise: Mapping[str, Expertise]
    states: Iterable[tuple[str, str]]

    @classmethod
    def load(cls) -> "Known":
        missions, expertise = (
            Mission.objects.in_bulk(field_name="acronym"),
            Expertise.objects.in_bulk(field_name="name"),
        )
        return cls(missions, expertise, named.choices(catalogue.held().states))


def number() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST, error_messages=NUMBER)


def day(*, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    missing = {"required": _("Give the day on which this was so.")}
    return forms.DateField(required=required, input_formats=["%Y-%m-%d"], widget=widget, error_messages=DAY | missing)


class CapacityForm(forms.Form):
    """A capacity; ``cleaned_data`` is what the services take. ``known`` is read from the database where it is not given."""

    mission = forms.ChoiceField(required=False, error_messages={"invalid_choice": _("No mission has this acronym.")})
    category = forms.ChoiceField(
        choices=[("", _("choose one")), *Category.choices],
        error_messages={
            "required": _("Choose a category."),
            "invalid_choice": format_lazy(
                _("This is no category. Choose one of: {categories}."), categories=named.in_tables(Category.labels)
            ),
        },
    )
    title = forms.CharField(max_length=160, error_messages={"required": _("Say in a few words what it is.")})
    expertise = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("“%(value)s” is no expertise of the catalogue.")},
    )
    authorized, deployed, pledged = number(), number(), number()
    available_from, available_until, cleared_until = day(), day(), day()
    languages = forms.CharField(required=False, max_length=190)
    country = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": _("Give a State by its name or its three-letter ISO 3166-1 code.")},
    )
    equipment = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(max_length=300, error_messages={"required": _("Say where this is known from.")})
    as_of = day(required=True)
    note = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, known: Known | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.known = known or Known.load()
        self.fields["mission"].choices = [("", say("none: a pledge")), *((a, a) for a in sorted(self.known.missions))]
        self.fields["expertise"].choices = [(name, say(row.label)) for name, row in self.known.expertise.items()]
        self.fields["country"].choices = [("", say("not known, or none")), *self.known.states]

    @staticmethod
    def said_by(capacity: Capacity) -> dict:
        """The fields of a capacity as it stands."""
        held = state(capacity)
        return held | {"languages": ", ".join(held["languages"]), "mission": held["mission"] or ""}

    @staticmethod
    def said_by_strength(strength: Strength) -> dict:
        """The fields of a published strength, of which nothing tells the expertise or the languages. A title is kept: in English."""
        with in_english():
            title = capfirst(strength.get_category_display())
        return {
            "mission": strength.mission.acronym,
            "category": strength.category,
            "title": title,
            "authorized": strength.authorized,
            "deployed": strength.actual,
            "source": strength.source,
            "as_of": strength.as_of,
        }

    def clean_mission(self) -> Mission | None:
        return self.known.missions.get(self.cleaned_data["mission"])

    def clean_expertise(self) -> list[Expertise]:
        return [self.known.expertise[name] for name in self.cleaned_data["expertise"]]

    def clean_languages(self) -> list[str]:
        """ISO 639 codes, from codes or English names between commas or semicolons."""
        try:
            return codes(listed(self.cleaned_data["languages"]))
        except KeyError as unknown:
            raise forms.ValidationError(
                _("“%(said)s” is not known here: give languages by ISO 639 code or English name, as “fr, Sango”."),
                params={"said": unknown.args[0]},
            ) from None

    def clean(self) -> dict:
        said = super().clean()
        for name, wrong in incoherent(said).items():
            if name not in self.errors:
                self.add_error(name, wrong)
        return said


def listed(said: str) -> list[str]:
    """What stands between commas or semicolons."""
    return [part.strip() for part in re.split(r"[,;]", said) if part.strip()]


def codes(said: Iterable[str]) -> list[str]:
    """ISO 639 codes for codes or English names, sorted. Raises KeyError with the first that is not known."""
    names = catalogue.held().languages
    by_name = {name.casefold(): code for code, name in names.items()}
    found = {}
    for word in said:
        code = word.casefold() if word.casefold() in names else by_name.get(word.casefold())
        if code is None:
            raise KeyError(word)
        found[code] = None
    return sorted(found)
