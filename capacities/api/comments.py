"""Remarks on capacities and partners over the API: everyone who may see what they are on reads and adds them."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from capacities import services
from capacities.models import Capacity, CapacityComment, Partner, PartnerComment
from capacities.serializers.comments import CapacityCommentSerializer, CommentTextInput, PartnerCommentSerializer
from config.api_views import Api, Refused

REMOVED = OpenApiResponse(description="Its words are gone; who removed them and when stays.")


class Comments:
    """Of the capacity or partner that ``subject`` finds, for the asker."""

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return self.queryset
        return self.subject().comments.select_related("by", "removed_by")

    def added(self) -> Response:
        subject = self.subject()
        given = CommentTextInput(data=self.request.data)
        given.is_valid(raise_exception=True)
        try:
            made = services.comment_on(subject, text=given.validated_data["text"], by=self.request.user)
        except services.CommentEmpty as empty:
            raise Refused(400, "invalid", str(empty), {"text": [str(empty)]}) from empty
        return Response(self.serializer_class(made).data, status=201)

    def removed(self, pk: int) -> Response:
        comment = get_object_or_404(self.subject().comments, pk=pk)
        if not services.may_remove(comment, self.request.user):
            raise PermissionDenied
        services.remove_comment(comment, self.request.user)
        return Response(status=204)


class OfCapacity(Comments):
    queryset = CapacityComment.objects.none()
    serializer_class = CapacityCommentSerializer

    def subject(self) -> Capacity:
        return get_object_or_404(Capacity, pk=self.kwargs["capacity"])


class OfPartner(Comments):
    queryset = PartnerComment.objects.none()
    serializer_class = PartnerCommentSerializer

    def subject(self) -> Partner:
        seen = Partner.objects.visible_to(self.request.user, token=self.request.auth is not None)
        return get_object_or_404(seen, pk=self.kwargs["partner"])


class CommentsOnCapacity(OfCapacity, Api, ListAPIView):
    """What people remarked on a capacity, as it was said."""

    @extend_schema(request=CommentTextInput, responses={201: CapacityCommentSerializer})
    def post(self, request: Request, capacity: int) -> Response:
        """Add a comment. Everyone here may, and reads it."""
        return self.added()


class CommentOnCapacity(OfCapacity, Api, GenericAPIView):
    errors = {"DELETE": (403,)}

    @extend_schema(responses={204: REMOVED})
    def delete(self, request: Request, capacity: int, capacity_comment: int) -> Response:
        """Remove a comment (its author, and staff)."""
        return self.removed(capacity_comment)


class CommentsOnPartner(OfPartner, Api, ListAPIView):
    """What people remarked on a partner, as it was said; read by those who may see the partner."""

    @extend_schema(request=CommentTextInput, responses={201: PartnerCommentSerializer})
    def post(self, request: Request, partner: int) -> Response:
        """Add a comment. Everyone who may see the partner may, and reads it."""
        return self.added()


class CommentOnPartner(OfPartner, Api, GenericAPIView):
    errors = {"DELETE": (403,)}

    @extend_schema(responses={204: REMOVED})
    def delete(self, request: Request, partner: int, partner_comment: int) -> Response:
        """Remove a comment (its author, and staff)."""
        return self.removed(partner_comment)
