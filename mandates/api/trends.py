"""Trends over the API: the numbers of the page of trends, by year and by mission."""

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework import exceptions, serializers
from rest_framework.generics import ListAPIView

from config.api_views import Api
from mandates import positions, trends
from mandates.analysis import values
from mandates.filters import PositionFilter, TrendFilter
from mandates.models import TextSummary, choices


class TypeShare(serializers.Serializer):
    crime_type = serializers.CharField()
    texts = serializers.IntegerField()
    share = serializers.FloatField()


class YearRow(serializers.Serializer):
    """The adopted resolutions of one year that are held, and how many of them refer to organized crime."""

    year = serializers.IntegerField()
    held = serializers.IntegerField(help_text="Shares are over these, not over all that the Council adopted.")
    project = serializers.IntegerField(help_text="By this project's definition (docs/method.md).")
    project_share = serializers.FloatField(allow_null=True, help_text="Null for a year of which nothing is held.")
    only_small_arms = serializers.IntegerField(help_text="Of `project`: by the formula on small arms and nothing else.")
    wider = serializers.IntegerField(help_text="By the wider definition.")
    wider_share = serializers.FloatField(allow_null=True)
    crime_types = TypeShare(many=True)

    def to_representation(self, year: trends.Year) -> dict:
        only = self.context.get("crime_type", "")
        counts = ("year", "held", "project", "only_small_arms", "wider")
        named = sorted((name, texts) for name, texts in year.types.items() if only in ("", name))
        return {
            **{name: getattr(year, name) for name in counts},
            "project_share": _rounded(year.share(year.project)),
            "wider_share": _rounded(year.share(year.wider)),
            "crime_types": [{"crime_type": n, "texts": t, "share": _rounded(year.share(t))} for n, t in named],
        }


class PositionRow(serializers.Serializer):
    """What is known of one mission and year; `not_held`: the mission existed, and no text of that year is held."""

    mission = serializers.CharField(help_text="Acronym, or the name where a text gives none.")
    registered = serializers.BooleanField(help_text="Whether the register of missions knows it.")
    year = serializers.IntegerField()
    state = serializers.ChoiceField(
        [("read", "read"), ("kept", "earlier tasks stay in force"), ("not_held", "not held")]
    )
    said = serializers.CharField()
    symbol = serializers.CharField(allow_blank=True)
    mandate = serializers.IntegerField(allow_null=True)
    position = serializers.ChoiceField(choices(values.Position), allow_null=True)
    rank = serializers.IntegerField(allow_null=True, help_text="Of the main task in which organized crime stands.")
    main_tasks = serializers.IntegerField(allow_null=True)
    within_top = serializers.BooleanField()
    flagged = serializers.ChoiceField(choices(values.Flagged), allow_blank=True)


class TrendList(Api, ListAPIView):
    """A list that is worked out from the summaries of texts, and then paged as any other."""

    queryset = TextSummary.objects.all()

    def get_queryset(self) -> QuerySet:
        return trends.resolutions(self.request.user)

    def filter_queryset(self, queryset: QuerySet) -> list:
        narrowed = self.filterset_class(self.request.query_params, queryset)
        if not narrowed.form.is_valid():
            raise exceptions.ValidationError(narrowed.form.errors)
        self.asked = narrowed.asked
        if self.asked["since"] and self.asked["until"] and self.asked["since"] > self.asked["until"]:
            raise exceptions.ValidationError({"since": ["The first year stands after the last."]})
        return self.rows(narrowed.qs)


class ShareTrend(TrendList):
    """By year, how many of the adopted resolutions held refer to organized crime, by both definitions and crime type."""

    serializer_class = YearRow
    filterset_class = TrendFilter

    def rows(self, summaries: QuerySet) -> list[trends.Year]:
        return trends.by_year(summaries)

    def get_serializer_context(self) -> dict:
        return {**super().get_serializer_context(), "crime_type": getattr(self, "asked", {}).get("crime_type", "")}


class PositionTrend(TrendList):
    """Where organized crime stood in each mission's mandate, by mission and year; the last fourteen years unless you say."""

    serializer_class = PositionRow
    filterset_class = PositionFilter

    def rows(self, summaries: QuerySet) -> list[dict]:
        today = timezone.localdate()
        until = self.asked["until"] or today.year
        since = self.asked["since"] or until + 1 - positions.YEARS
        table = positions.table(self.request.user, since, until, only=self.asked["mission"], today=today)
        return [
            {"mission": row.mission, "registered": row.registered, **{name: getattr(cell, name) for name in CELL}}
            for row in table
            for cell in row.cells
            if cell.state is not positions.State.NO_MISSION
        ]


CELL = ("year", "state", "said", "symbol", "mandate", "position", "rank", "main_tasks", "within_top", "flagged")


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
