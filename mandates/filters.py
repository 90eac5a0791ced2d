"""How lists of mandates, reviews, findings and decisions can be narrowed, on pages and over the API."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet

from mandates import rules
from mandates.analysis import values
from mandates.models import Decision, Finding, Mandate, Review, choices
from missions.filters import choice
from missions.models import Mission

CODES = [(rule.code, rule.name) for rule in rules.ALL]


def mission(field_name: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field_name,
        queryset=Mission.objects.all(),
        to_field_name="acronym",
        label="acronym of a mission",
        error_messages={"invalid_choice": "No mission has this acronym."},
    )


def yes_no(label: str, **options) -> django_filters.ChoiceFilter:
    """``true`` or ``false``; django-filter's own boolean ignores any other word."""
    return choice([("true", "true"), ("false", "false")], label=label, **options)


class MandateFilter(django_filters.FilterSet):
    """For ``Mandate.objects.with_latest()``: what is known of a mandate is that of its newest version."""

    mission = mission("mission")
    draft = yes_no("a draft, or an adopted text", method="narrow_draft")
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
    decided = yes_no("someone has accepted, dismissed or deferred it", method="narrow_decided")

    class Meta:
        model = Finding
        fields: list[str] = []

    def narrow_decided(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        made = Decision.objects.filter(
            mandate=OuterRef("review__version__mandate"), fingerprint=OuterRef("fingerprint")
        )
        return queryset.filter(Exists(made) if value == "true" else ~Exists(made))


class DecisionFilter(django_filters.FilterSet):
    code = choice(CODES)
    verdict = choice(Decision.Verdict.choices)
    mission = mission("mandate__mission")

    class Meta:
        model = Decision
        fields: list[str] = []
