"""Lists over the API that look across all mandates that a person may see, and the rules."""

from django.db.models import QuerySet
from django_filters.utils import translate_validation
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Api
from mandates import filters, rules, services
from mandates.models import Decision, Finding, Mandate, Precedent, Review, ReviewPolicy, TextVersion
from mandates.precedents import lookup, ranking
from mandates.precedents.lookup import Hit
from mandates.precedents.ranking import Ranked
from mandates.serializers.lists import DecisionRow, FindingRow, PolicyRow, ReviewRow
from mandates.serializers.precedents import PrecedentSerializer
from mandates.serializers.rules import RuleRow, RuleSerializer


def found() -> QuerySet:
    """Findings with everything that a FindingRow shows beside its spans and decisions."""
    return Finding.objects.select_related("review__version__mandate__mission").defer(
        "review__data", "review__version__source"
    )


def decided() -> QuerySet:
    return Decision.objects.select_related("mandate__mission", "by")


class ReviewList(Api, ListAPIView):
    """The reviews of the newest versions of all mandates that you may see, newest first."""

    queryset = Review.objects.all()
    serializer_class = ReviewRow
    filterset_class = filters.ReviewFilter

    def get_queryset(self) -> QuerySet:
        newest = TextVersion.objects.newest().filter(mandate__in=Mandate.objects.visible_to(self.request.user))
        shown = Review.objects.filter(version__in=newest).select_related("version__mandate__mission")
        return shown.defer("data", "version__source")


class FindingList(Api, ListAPIView):
    """The findings in the newest versions of all mandates that you may see, of the newest review first."""

    queryset = Finding.objects.all()
    serializer_class = FindingRow
    filterset_class = filters.FindingFilter

    def get_queryset(self) -> QuerySet:
        newest = TextVersion.objects.newest().filter(mandate__in=Mandate.objects.visible_to(self.request.user))
        return found().filter(review__version__in=newest).order_by("-review__reviewed_at", "-review", "order")


class DecisionList(Api, ListAPIView):
    """The decisions on all mandates that you may see, newest first."""

    queryset = Decision.objects.all()
    serializer_class = DecisionRow
    filterset_class = filters.DecisionFilter

    def get_queryset(self) -> QuerySet:
        seen = decided().filter(mandate__in=Mandate.objects.visible_to(self.request.user))
        return seen.exclude(fingerprint__in=services.hidden_changes(self.request.user))


class PolicyList(Api, ListAPIView):
    """The policies that were set here, newest first: the first is in force. None was set where the list is empty."""

    queryset = ReviewPolicy.objects.select_related("by")
    serializer_class = PolicyRow


class PrecedentList(Api, ListAPIView):
    """Agreed language on organized crime in the adopted texts held, best first; `points` say how it is ranked."""

    queryset = Precedent.objects.all()
    serializer_class = PrecedentSerializer
    filterset_class = filters.PrecedentFilter

    def filter_queryset(self, queryset: QuerySet) -> list[Ranked]:
        narrowed = filters.PrecedentFilter(self.request.query_params, lookup.held())
        if not narrowed.is_valid():
            raise translate_validation(narrowed.errors)
        return ranking.rank(lookup.candidates(narrowed.qs), narrowed.asked())

    def paginate_queryset(self, queryset: list[Ranked]) -> list[Hit]:
        return lookup.hits(super().paginate_queryset(queryset))


class RuleList(Api, ListAPIView):
    """The rules, by code."""

    serializer_class = RuleRow
    filter_backends = []

    def get_queryset(self) -> tuple[rules.Rule, ...]:
        return rules.ALL


class RuleDetail(Api, GenericAPIView):
    serializer_class = RuleSerializer

    def get(self, request: Request, code: str) -> Response:
        """A rule's page: what it asks, why, on whose authority, what to write instead."""
        try:
            rule = rules.by_code(code)
        except KeyError:
            raise exceptions.NotFound from None
        return Response(RuleSerializer(rule).data)
