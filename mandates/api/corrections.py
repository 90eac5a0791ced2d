"""Corrections of a reading over the API."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from mandates import services
from mandates.analysis import values
from mandates.api.mandates import OfMandate
from mandates.models import Correction, TextVersion
from mandates.serializers.corrections import CorrectionInput, CorrectionSerializer
from mandates.serializers.lists import ReviewUnderWay, under_way

ACCEPTED = {202: OpenApiResponse(ReviewUnderWay, "Kept; `Location` is the address of the review, which is made again.")}


class CorrectionList(OfMandate, ListAPIView):
    """The corrections of a mandate that count, oldest first."""

    queryset = Correction.objects.all()
    serializer_class = CorrectionSerializer
    errors = {"POST": (403,)}

    def get_queryset(self) -> QuerySet:
        standing = self.mandate().corrections.standing()
        return Correction.objects.filter(pk__in=[c.pk for c in standing]).select_related("by").order_by("pk")

    @extend_schema(request=CorrectionInput, responses=ACCEPTED)
    def post(self, request: Request, id: int) -> Response:
        """Say what the reader got wrong in the newest text. Kept for its next versions too."""
        mandate = self.mandate()
        if not services.may_correct(mandate, request.user):
            raise PermissionDenied
        version = get_object_or_404(mandate.versions.filter(review__isnull=False), pk=mandate.newest_version.pk)
        serializer = CorrectionInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        given = serializer.validated_data
        said = {values.Aspect(given["aspect"]): given["value"]}
        index = _index(version, given["label"])
        try:
            services.correct(version=version, said=said, paragraph=index, reason=given["reason"], by=request.user)
        except services.CorrectionRefused as refused:
            raise exceptions.ValidationError({"value": [str(refused)]}) from refused
        return _under_way(version)


class CorrectionDetail(OfMandate, GenericAPIView):
    serializer_class = CorrectionSerializer
    errors = {"DELETE": (403,)}

    @extend_schema(responses=ACCEPTED)
    def delete(self, request: Request, id: int, correction: int) -> Response:
        """Withdraw a correction; it stays on record."""
        mandate = self.mandate()
        services.withdraw(get_object_or_404(mandate.corrections, pk=correction), request.user)
        return _under_way(mandate.newest_version)


def _index(version: TextVersion, label: str) -> int | None:
    """The paragraph with this label; None for no label. A label that the text does not have is refused."""
    if not label:
        return None
    index = version.paragraphs.filter(label=label).values_list("index", flat=True).first()
    if index is None:
        raise exceptions.ValidationError({"label": ["This text has no such paragraph."]})
    return index


def _under_way(version: TextVersion) -> Response:
    answer = under_way(version)
    return Response(answer, status=202, headers={"Location": answer["review_url"]})
