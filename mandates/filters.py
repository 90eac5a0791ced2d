"""How lists of mandates, reviews, findings and decisions can be narrowed, on pages and over the API."""

from collections.abc import Mapping, Sequence

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from language.said import say
from mandates import rules
from mandates.analysis import taxonomy, values
from mandates.models import Decision, Finding, Mandate, Precedent, Review, TextSummary, choices
from mandates.precedents import lookup
from mandates.precedents.ranking import TO_THE_MISSION, Asked
from mandates.searching import index, words
from missions.filters import choice
from missions.models import Mission

CODES = [(rule.code, rule.name) for rule in rules.ALL]
CRIME_TYPES = sorted(
    ((t.name, t.label) for t in taxonomy.load().types.values() if taxonomy.load().crime(t.name) and not t.part_of),
    key=lambda pair: pair[1],
)


def crime_types() -> list[tuple[str, str]]:
    """``CRIME_TYPES`` in the language of the page, in its order."""
    return sorted(((name, say(label)) for name, label in CRIME_TYPES), key=lambda pair: words.normal(pair[1]))


def mission(field_name: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field_name,
        queryset=Mission.objects.all(),
        to_field_name="acronym",
        label="acronym of a mission",
        error_messages={"invalid_choice": _("No mission has this acronym.")},
    )


def has_words(said: str) -> None:
    if not words.parse(said):
        raise ValidationError(_("Give a word or a “phrase” to look for."))


def named(kinds: dict) -> list[tuple[str, str]]:
    return [(name, kind.label) for name, kind in kinds.items()]


def whole_number(field_name: str, lookup: str, least: int, most: int, **options) -> django_filters.NumberFilter:
    """A whole number within bounds; anything else is refused with the bounds."""
    wanted = format_lazy(_("Give a whole number from {least} to {most}."), least=least, most=most)
    return django_filters.NumberFilter(
        field_name,
        lookup,
        min_value=least,
        max_value=most,
        decimal_places=0,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value", "max_decimal_places"), wanted),
        **options,
    )


def yes_no(**options) -> django_filters.ChoiceFilter:
    """``true`` or ``false``; django-filter's own boolean ignores any other word."""
    return choice([("true", "true"), ("false", "false")], **options)


class MandateFilter(django_filters.FilterSet):
    """For ``Mandate.objects.with_latest()``: what is known of a mandate is that of its newest version."""

    mission = mission("mission")
    draft = yes_no(label="a draft, or an adopted text", method="narrow_draft")
    position = choice(choices(values.Position), field_name="latest_position")
    flagged = choice(choices(values.Flagged), field_name="latest_flagged")
    kind = choice(choices(values.Kind), field_name="latest_kind")

    class Meta:
        model = Mandate
        fields: list[str] = []

    def narrow_draft(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(draft=value == "true")


class ReviewFilter(django_filters.FilterSet):
    mission = mission("version__mandate__mission")
    position = choice(choices(values.Position))
    flagged = choice(choices(values.Flagged))
    kind = choice(choices(values.Kind))

    class Meta:
        model = Review
        fields: list[str] = []


class FindingFilter(django_filters.FilterSet):
    code = choice(CODES)
    severity = choice(choices(values.Severity))
    mission = mission("review__version__mandate__mission")
    decided = yes_no(label="someone has accepted, dismissed or deferred it", method="narrow_decided")

    class Meta:
        model = Finding
        fields: list[str] = []

    def narrow_decided(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        made = Decision.objects.filter(
            mandate=OuterRef("review__version__mandate"), fingerprint=OuterRef("fingerprint")
        )
        return queryset.filter(Exists(made) if value == "true" else ~Exists(made))


class DecisionFilter(django_filters.FilterSet):
    code = choice([*CODES, (Decision.CHANGE, _("a change from an older text"))])
    verdict = choice(Decision.Verdict.choices)
    mission = mission("mandate__mission")

    class Meta:
        model = Decision
        fields: list[str] = []


class YearField(forms.IntegerField):
    """A year of the Council's work."""

    def __init__(self, **options) -> None:
        wrong = dict.fromkeys(("invalid", "min_value", "max_value"), _("Give a year from 1946 to 2100."))
        super().__init__(**{"min_value": 1946, "max_value": 2100, "error_messages": wrong, **options})


class YearFilter(django_filters.Filter):
    field_class = YearField


# What an address may ask of the portfolio and the trends, as a sentence calls it.
NAMES = {
    "mission": _("Mission"),
    "missions": _("Missions"),
    "type": _("Type"),
    "where": _("Where"),
    "crime_type": _("Crime type"),
    "since": pgettext_lazy("year", "Since"),
    "until": pgettext_lazy("year", "Until"),
    "flagged": _("Flagged"),
    "order": _("Order"),
}


def refusals(known: Sequence[str], data: Mapping, errors: Mapping, asked: Mapping) -> list[str]:
    """A sentence for everything that cannot be used of what an address asks; names and values that are not known are not
    repeated. ``asked`` is what was understood, nothing where something was not."""
    said = []
    if set(data) - set(known):
        said.append(say("There is no such filter. Those taken here: {known}.", known=", ".join(known)))
    for name, wrong in errors.items():
        asked_for = NAMES.get(name, name.replace("_", " ").capitalize())
        said += [say("{name}: {said}", name=asked_for, said=error) for error in wrong]
    if asked.get("since") and asked.get("until") and asked["since"] > asked["until"]:
        said.append(say("The first year stands after the last."))
    return said


class PositionFilter(django_filters.FilterSet):
    """Which missions and years of the table of positions."""

    mission = mission("version__mandate__mission")
    since = YearFilter(field_name="year", lookup_expr="gte", label="the first year")
    until = YearFilter(field_name="year", lookup_expr="lte", label="the last year")

    class Meta:
        model = TextSummary
        fields: list[str] = []

    @property
    def asked(self) -> dict:
        """What was asked for by name, in values; nothing where it cannot be used."""
        return self.form.cleaned_data if self.form.is_valid() else {}


class TrendFilter(PositionFilter):
    """The same for the shares, and a crime type, which narrows what is counted and not what is held."""

    crime_type = choice(CRIME_TYPES, method="keep", label="a crime type")

    def keep(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset


STRENGTHS = [
    ("5", _("decides, authorizes")),
    ("4", _("requests")),
    ("3", _("calls upon, urges")),
    ("2", _("encourages, invites")),
    ("1", _("stresses, reaffirms")),
    ("0", _("notes, welcomes")),
]
FIRST_YEAR, LAST_YEAR = 1946, 2100


class PrecedentFilter(django_filters.FilterSet):
    """For Precedent rows. ``asked`` is what the ranking makes of it."""

    q = django_filters.CharFilter(
        label="words, “phrases” and -words that must not stand there",
        method="narrow_words",
        max_length=200,
        validators=[has_words],
    )
    crime_type = choice(named(taxonomy.load().types), method="narrow_crime_type", label="what the paragraph names")
    task_kind = choice(
        named(taxonomy.load().task_kinds), method="narrow_task_kind", label="what is to be done about it"
    )
    mission = mission("version__mandate__mission")
    place = choice(Precedent.Place.choices, label="where it stands in its text")
    addressee = choice(
        [("mission", _("the mission")), ("others", _("others"))], method="narrow_addressee", label="who is told to act"
    )
    strength = whole_number("strength", "gte", 0, 5, label="a verb at least as strong: 5 decides … 0 notes")
    from_year = whole_number("year", "gte", FIRST_YEAR, LAST_YEAR, label="year of adoption, from")
    to_year = whole_number("year", "lte", FIRST_YEAR, LAST_YEAR, label="year of adoption, to")

    strengths = STRENGTHS

    class Meta:
        model = Precedent
        fields: list[str] = []

    def asked(self) -> Asked:
        """What to rank by; one query where a mission is asked for."""
        said = getattr(self.form, "cleaned_data", {})
        return Asked(
            crime_types=frozenset(filter(None, [said.get("crime_type")])),
            task_kinds=frozenset(filter(None, [said.get("task_kind")])),
            near=lookup.near(said.get("mission")),
        )

    def narrow_words(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return index.search(queryset, words.parse(value))

    def narrow_crime_type(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(Q(crime_types__contains=f" {value} ") | Q(further_types__contains=f" {value} "))

    def narrow_task_kind(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(task_kinds__contains=f" {value} ")

    def narrow_addressee(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(place__in=TO_THE_MISSION if value == "mission" else [Precedent.Place.OTHERS])
