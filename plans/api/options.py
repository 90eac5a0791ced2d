"""Options of a plan and who is assigned in them."""

from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from plans import services
from plans.api.base import OfPlan, Removes
from plans.models import Assignment, Option
from plans.serializers.inputs import (
    AssignmentChangeInput,
    AssignmentInput,
    OptionChangeInput,
    OptionInput,
    SeenInput,
)
from plans.serializers.options import AssignmentSerializer, OptionSerializer

VERSION = OpenApiParameter(
    "version",
    {"type": "integer", "minimum": 1, "maximum": 999_999_999},
    required=True,
    description="the version that you saw",
)
REMOVED = {204: OpenApiResponse(description="Removed; what it was stays in the history.")}


class OptionList(OfPlan):
    serializer_class = OptionSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=OptionInput, responses={201: OptionSerializer})
    def post(self, request: Request, plan: int) -> Response:
        """Add an option, with nobody assigned."""
        held = self.plan()
        made = services.add(Option(plan=held, **self.given(OptionInput).validated_data), by=request.user)
        response = self.answer("options", made, 201)
        response["Location"] = reverse("api_plan_option", args=[held.pk, made.pk])
        return response


class OptionDetail(Removes, OfPlan):
    serializer_class = OptionSerializer
    errors = {"PATCH": (409,), "DELETE": (409,)}

    def get(self, request: Request, plan: int, option: int) -> Response:
        """One option with measures, conflicts and assignments, as the plan shows it."""
        return self.answer("options", self.option())

    @extend_schema(request=OptionChangeInput)
    def patch(self, request: Request, plan: int, option: int) -> Response:
        """Change its approach, title or rationale, with the version that you saw."""
        held, sent = self.option(), self.given(OptionChangeInput)
        services.change(held, version=sent.validated_data["version"], values=sent.values, by=request.user)
        return self.answer("options", held)

    @extend_schema(parameters=[VERSION], responses=REMOVED)
    def delete(self, request: Request, plan: int, option: int) -> Response:
        """Remove an option with all its assignments."""
        services.remove(self.option(), version=self.version, by=request.user)
        return Response(status=204)


class OptionChoose(OfPlan):
    serializer_class = OptionSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=SeenInput, responses=OptionSerializer)
    def post(self, request: Request, plan: int, option: int) -> Response:
        """Settle on this option, with the version that you saw; the one chosen before is so no longer."""
        held = self.option()
        services.choose(held, version=self.given(SeenInput).validated_data["version"], by=request.user)
        return self.answer("options", held)


class AssignmentList(OfPlan):
    serializer_class = AssignmentSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=AssignmentInput, responses={201: AssignmentSerializer})
    def post(self, request: Request, plan: int, option: int) -> Response:
        """Assign a capacity, a partner or a sanctions regime to a task from a day to a day."""
        held = self.option()
        sent = self.given(AssignmentInput, held.plan)
        made = services.add(Assignment(option=held, **sent.validated_data), by=request.user)
        response = self.answer("assignments", made, 201)
        response["Location"] = reverse("api_plan_assignment", args=[plan, option, made.pk])
        return response


class AssignmentDetail(Removes, OfPlan):
    serializer_class = AssignmentSerializer
    errors = {"PATCH": (409,), "DELETE": (409,)}

    def get(self, request: Request, plan: int, option: int, assignment: int) -> Response:
        """One assignment with what it meets and what stands against it."""
        return self.answer("assignments", self.assignment())

    @extend_schema(request=AssignmentChangeInput)
    def patch(self, request: Request, plan: int, option: int, assignment: int) -> Response:
        """Change task, days, people, note or whether it is fixed, with the version that you saw."""
        held = self.assignment()
        sent = self.given(AssignmentChangeInput, held.option.plan)
        services.change(held, version=sent.validated_data["version"], values=sent.values, by=request.user)
        return self.answer("assignments", held)

    @extend_schema(parameters=[VERSION], responses=REMOVED)
    def delete(self, request: Request, plan: int, option: int, assignment: int) -> Response:
        """Take an assignment out of its option."""
        services.remove(self.assignment(), version=self.version, by=request.user)
        return Response(status=204)
