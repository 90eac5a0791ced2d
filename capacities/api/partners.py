"""Partners over the API. What a person may not see does not exist; tokens see nothing restricted."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView, ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from capacities import filters, services
from capacities.models import Assessment, Partner
from capacities.permissions import may_assess, may_plan
from capacities.serializers import partners as shapes
from capacities.serializers.versions import VersionInput
from config.api_views import Api, Refused

SHOWN = ("countries", "named")
CONFLICT = OpenApiResponse(shapes.PartnerConflict, "Somebody else has changed it; both states are told.")


class Partners(Api):
    """The partners that the asker may see."""

    queryset = Partner.objects.none()
    serializer_class = shapes.PartnerSerializer
    http_method_names = ["get", "head", "post", "patch"]

    def get_queryset(self) -> QuerySet:
        seen = Partner.objects.visible_to(self.request.user, token=self.by_token)
        return seen.select_related("entity").prefetch_related(*SHOWN)

    def get_serializer_context(self) -> dict:
        return {**super().get_serializer_context(), "token": self.by_token}

    @property
    def by_token(self) -> bool:
        """Whether a program asks; a browser's session has no token."""
        return self.request.auth is not None

    def partner(self) -> Partner:
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["partner"])

    def written(self, act: Callable) -> Response:
        """The partner after an act; or 409 where it was not done, with the partner as it stands and what was sent."""
        error = None
        try:
            act()
        except services.ChangedMeanwhile as meanwhile:
            error = ("changed_meanwhile", f"{meanwhile} Look at `current` and send it again.")
        except (services.Archived, services.NotArchived) as stands:
            error = ("archived" if isinstance(stands, services.Archived) else "not_archived", str(stands))
        held = shapes.PartnerSerializer(self.partner(), context=self.get_serializer_context()).data
        if error is None:
            return Response(held)
        told = {"error": dict(zip(("code", "message"), error, strict=True)), "current": held}
        return Response({**told, "yours": dict(self.request.data)}, status=409)

    def read(self, shape: type, **options):
        serializer = shape(data=self.request.data, context=self.get_serializer_context(), **options)
        serializer.is_valid(raise_exception=True)
        return serializer


class PartnerList(Partners, ListAPIView):
    """Partners that you may see, by name."""

    filterset_class = filters.PartnerFilter
    errors = {"POST": (403,)}

    @extend_schema(request=shapes.PartnerInput, responses={201: shapes.PartnerSerializer})
    def post(self, request: Request) -> Response:
        """Add a partner (planners and staff)."""
        if not may_plan(request.user):
            raise PermissionDenied
        made = services.create_partner(self.read(shapes.PartnerInput).values(), request.user)
        told = self.get_serializer(self.get_queryset().get(pk=made.pk)).data
        return Response(told, status=201, headers={"Location": told["api_url"]})


class PartnerDetail(Partners, RetrieveAPIView):
    lookup_field = "pk"
    lookup_url_kwarg = "partner"
    errors = {"PATCH": (403,)}

    @extend_schema(
        request=shapes.PartnerChangeInput,
        responses={
            200: shapes.PartnerSerializer,
            409: CONFLICT,
        },
    )
    def patch(self, request: Request, partner: int) -> Response:
        """Change a partner (planners and staff). `version` is the one that you saw."""
        held = self.partner()
        if not may_plan(request.user):
            raise PermissionDenied
        given = self.read(shapes.PartnerChangeInput, partial=True)
        if "version" not in given.validated_data:
            raise exceptions.ValidationError({"version": ["Say which version you saw."]})
        return self.written(
            lambda: services.change_partner(held, given.values(held), given.validated_data["version"], request.user)
        )


class PartnerMove(Partners, GenericAPIView):
    """Archived or restored, with the version that was seen."""

    errors = {"POST": (403,)}

    def moved(self, request: Request, move: Callable) -> Response:
        held = self.partner()
        if not may_plan(request.user):
            raise PermissionDenied
        version = self.read(VersionInput).validated_data["version"]
        return self.written(lambda: move(held, version=version, by=request.user))


class PartnerArchive(PartnerMove):
    @extend_schema(request=VersionInput, responses={200: shapes.PartnerSerializer, 409: CONFLICT})
    def post(self, request: Request, partner: int) -> Response:
        """Archive a partner, with the version that you saw (planners and staff). It leaves lists and coverage."""
        return self.moved(request, services.archive_partner)


class PartnerRestore(PartnerMove):
    @extend_schema(request=VersionInput, responses={200: shapes.PartnerSerializer, 409: CONFLICT})
    def post(self, request: Request, partner: int) -> Response:
        """Restore an archived partner, with the version that you saw (planners and staff)."""
        return self.moved(request, services.restore_partner)


class AssessmentList(Partners, ListAPIView):
    """How far a partner is entangled, in people's judgement, newest first; for planners, staff and people cleared."""

    serializer_class = shapes.AssessmentSerializer
    errors = {"POST": (403, 409)}

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return Assessment.objects.none()
        return self.assessed().assessments.select_related("by")

    def assessed(self) -> Partner:
        seen = Partner.objects.visible_to(self.request.user, token=self.by_token)
        if not may_assess(self.request.user):
            raise Http404
        return get_object_or_404(seen, pk=self.kwargs["partner"])

    @extend_schema(responses={201: shapes.AssessmentSerializer})
    def post(self, request: Request, partner: int) -> Response:
        """Record an assessment (planners and staff)."""
        held = self.assessed()
        if not may_plan(request.user):
            raise PermissionDenied
        given = self.read(shapes.AssessmentSerializer).validated_data
        try:
            made = services.assess(held, **given, by=request.user)
        except services.Archived as archived:
            raise Refused(409, "archived", str(archived)) from archived
        return Response(shapes.AssessmentSerializer(made).data, status=201)
