"""Capacities over the API: everyone signed in may read them, planners may add, change and archive them."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from capacities import services
from capacities.filters import CapacityFilter
from capacities.models import Capacity
from capacities.permissions import may_plan
from capacities.serializers.capacities import (
    CapacityChangeInput,
    CapacityDetailSerializer,
    CapacityInput,
    CapacitySerializer,
)
from capacities.serializers.versions import VersionInput
from config.api_views import Api, Refused


class OfPlanners:
    """Answers what the services refuse, and asks who may plan before a body is looked at."""

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        if request.method == "POST" and not may_plan(request.user):
            raise PermissionDenied("Only planners and administrators may change capacities.")

    def handle_exception(self, error: Exception) -> Response:
        return super().handle_exception(_refusal(error))

    def answer(self, capacity: Capacity, status: int = 200) -> Response:
        held = Capacity.objects.shown().prefetch_related("changes__by").get(pk=capacity.pk)
        response = Response(CapacityDetailSerializer(held).data, status=status)
        if status == 201:
            response["Location"] = response.data["api_url"]
        return response


def _refusal(error: Exception) -> Exception:
    match error:
        case services.Incoherent():
            fields = {name: [said] for name, said in error.fields.items()}
            return Refused(400, "invalid", f"These values cannot be used: {', '.join(fields)}.", fields)
        case services.Conflict():
            differs = {"version": (error.now.version, None), **error.differs}
            fields = {
                name: [f"Now: {_said(now)}"] + ([f"Yours: {_said(yours)}"] if name != "version" else [])
                for name, (now, yours) in differs.items()
            }
            return Refused(409, "conflict", str(error), fields)
        case services.Archived():
            return Refused(409, "archived", str(error))
        case services.NotArchived():
            return Refused(409, "not_archived", str(error))
    return error


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none recorded"
    return "not known" if value in (None, "") else str(value)


class CapacityList(OfPlanners, Api, ListAPIView):
    """Capacities by mission, category and title; archived ones where they are asked for."""

    queryset = Capacity.objects.shown()
    serializer_class = CapacitySerializer
    filterset_class = CapacityFilter

    @extend_schema(request=CapacityInput, responses={201: CapacityDetailSerializer})
    def post(self, request: Request) -> Response:
        """Add a capacity. For planners."""
        given = CapacityInput(data=request.data)
        given.is_valid(raise_exception=True)
        return self.answer(services.create(values=given.validated_data, by=request.user), status=201)


class CapacityDetail(OfPlanners, Api, GenericAPIView):
    serializer_class = CapacityDetailSerializer
    errors = {"POST": (409,)}

    @extend_schema(responses=CapacityDetailSerializer)
    def get(self, request: Request, capacity: int) -> Response:
        """One capacity with its history."""
        return self.answer(get_object_or_404(Capacity, pk=capacity))

    @extend_schema(operation_id="capacities_change", request=CapacityChangeInput, responses=CapacityDetailSerializer)
    def post(self, request: Request, capacity: int) -> Response:
        """Change some of its fields, with the version that you saw. For planners."""
        held = get_object_or_404(Capacity, pk=capacity)
        given = CapacityChangeInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = dict(given.validated_data)
        return self.answer(services.update(held, version=values.pop("version"), values=values, by=request.user))


class CapacityArchive(OfPlanners, Api, GenericAPIView):
    serializer_class = CapacityDetailSerializer
    errors = {"POST": (409,)}

    @extend_schema(
        request=VersionInput, responses={200: OpenApiResponse(CapacityDetailSerializer, "Archived; its history stays.")}
    )
    def post(self, request: Request, capacity: int) -> Response:
        """Archive a capacity, with the version that you saw. For planners."""
        held = get_object_or_404(Capacity, pk=capacity)
        given = VersionInput(data=request.data)
        given.is_valid(raise_exception=True)
        return self.answer(services.archive(held, version=given.validated_data["version"], by=request.user))


class CapacityRestore(OfPlanners, Api, GenericAPIView):
    serializer_class = CapacityDetailSerializer
    errors = {"POST": (409,)}

    @extend_schema(
        request=VersionInput, responses={200: OpenApiResponse(CapacityDetailSerializer, "On the lists again.")}
    )
    def post(self, request: Request, capacity: int) -> Response:
        """Restore an archived capacity, with the version that you saw. For planners."""
        held = get_object_or_404(Capacity, pk=capacity)
        given = VersionInput(data=request.data)
        given.is_valid(raise_exception=True)
        return self.answer(services.restore(held, version=given.validated_data["version"], by=request.user))
