"""Comparisons over the API, and what people decide and remark on changes and findings."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Refused
from mandates import comparisons, services
from mandates.api.mandates import DecisionsOfFinding, OfMandate
from mandates.forms import ComparisonForm
from mandates.models import Comment, Finding, Mandate, TextVersion
from mandates.serializers import ComparisonSerializer, comparison_data
from mandates.serializers.inputs import CommentInput, DecisionInput
from mandates.serializers.lists import DecisionRow
from mandates.serializers.rows import CommentSerializer

NOTHING = "There is nothing to compare this text with: submit the adopted texts of its mission, or its next version; or name another text."
WITH = OpenApiParameter("with", {"type": "integer", "minimum": 1}, description="The mandate that holds the older text.")
VERSION = OpenApiParameter("version", {"type": "integer", "minimum": 1}, description="An earlier version of the same.")


class ComparisonOfMandate(OfMandate, GenericAPIView):
    """The newest text of a mandate beside an older one."""

    serializer_class = ComparisonSerializer
    errors = {"GET": (409, 422)}

    def texts(self) -> QuerySet[TextVersion]:
        return self.mandate().versions.select_related("mandate__mission", "review").defer("source")

    @extend_schema(parameters=[WITH, VERSION])
    def get(self, request: Request, id: int) -> Response:
        """What became of each task, paragraph and passage on organized crime, with decisions and comments.

        With its predecessor, else with its previous version, where nothing is asked; 409 where neither is held.
        """
        newer = self.newest()
        older = self._older(newer)
        return Response(comparison_data(services.compared(older, newer), older, newer))

    def _older(self, newer: TextVersion) -> TextVersion:
        form = ComparisonForm(self.request.query_params)
        if not form.is_valid():
            raise exceptions.ValidationError(form.errors)
        other, number = form.cleaned_data["with"], form.cleaned_data["version"]
        if other is None and number is None:
            offered = comparisons.offers(newer, self.request.user).default
            if offered is None:
                raise Refused(409, "nothing_to_compare", NOTHING)
            return offered.version
        older = comparisons.chosen(newer, self.request.user, other=other, number=number)
        if older is None:
            raise exceptions.NotFound
        return older

    def _parameters(self, method: str) -> list[str]:
        return ["with", "version"] if method in ("GET", "HEAD") else []


class DecisionsOfChange(DecisionsOfFinding):
    """What people decided on a change, newest first; the newest counts as long as its words stay."""

    def known(self, mandate: Mandate, fingerprint: str) -> bool:
        return services.is_change(mandate, fingerprint, self.request.user)

    @extend_schema(request=DecisionInput, responses={201: DecisionRow})
    def post(self, request: Request, id: int, fingerprint: str) -> Response:
        """Agree to a change (`accept`), object to it (`dismiss`) or defer it. Everyone who may see the mandate may."""
        return super().post(request, id, fingerprint)


class CommentsOnFinding(OfMandate, ListAPIView):
    """What people remarked on a finding, as it was said."""

    queryset = Comment.objects.all()
    serializer_class = CommentSerializer

    def known(self, mandate: Mandate, fingerprint: str) -> bool:
        return Finding.objects.filter(review__version__mandate=mandate, fingerprint=fingerprint).exists()

    def get_queryset(self) -> QuerySet:
        made = Comment.objects.filter(mandate=self.mandate(), fingerprint=self.kwargs["fingerprint"])
        return made.exclude(fingerprint__in=services.hidden_changes(self.request.user)).select_related("by")

    @extend_schema(request=CommentInput, responses={201: CommentSerializer})
    def post(self, request: Request, id: int, fingerprint: str) -> Response:
        """Add a comment. Everyone who may see the mandate may, and sees it."""
        mandate = self.mandate()
        if not self.known(mandate, fingerprint):
            raise exceptions.NotFound
        serializer = CommentInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        made = services.comment(mandate=mandate, fingerprint=fingerprint, by=request.user, **serializer.validated_data)
        return Response(CommentSerializer(made).data, status=201)


class CommentsOnChange(CommentsOnFinding):
    """What people remarked on a change, as it was said."""

    def known(self, mandate: Mandate, fingerprint: str) -> bool:
        return services.is_change(mandate, fingerprint, self.request.user)


class CommentDetail(OfMandate, GenericAPIView):
    serializer_class = CommentSerializer

    @extend_schema(responses={204: OpenApiResponse(description="Struck.")})
    def delete(self, request: Request, id: int, comment: int) -> Response:
        """Strike your own comment: its words are shown no more, that it was there is."""
        found = get_object_or_404(Comment, mandate=self.mandate(), pk=comment)
        services.strike(found, by=request.user)
        return Response(status=204)
