"""Tasks, milestones and comments of a plan."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from plans import services
from plans.api.base import OfPlan, Removes
from plans.api.options import REMOVED, VERSION
from plans.models import Milestone, Plan, PlanTask
from plans.serializers.inputs import MilestoneChangeInput, MilestoneInput, PlanCommentInput, TaskInput
from plans.serializers.parts import MilestoneSerializer, PlanCommentSerializer, PlanTaskSerializer


class RenewedSerializer(serializers.Serializer):
    """What taking the tasks over again changed, as labels."""

    added = serializers.ListField(child=serializers.CharField())
    changed = serializers.ListField(child=serializers.CharField())
    left = serializers.ListField(
        child=serializers.CharField(), help_text="no longer in the mandate: kept, for you to take out"
    )


class TaskList(OfPlan):
    serializer_class = PlanTaskSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=TaskInput, responses={201: PlanTaskSerializer})
    def post(self, request: Request, plan: int) -> Response:
        """Put a task into the plan by hand."""
        held = self.plan()
        values = self.given(TaskInput).validated_data
        last = held.tasks.last()
        row = PlanTask(plan=held, added=True, **{"place": last.place + 1 if last else 1, **values})
        return self.answer("tasks", services.add(row, by=request.user), 201)


class TaskRenewal(OfPlan):
    serializer_class = RenewedSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=None, responses=RenewedSerializer)
    def post(self, request: Request, plan: int) -> Response:
        """Take the tasks over again from the newest review of the mandate. Assignments stay with their tasks."""
        return Response(RenewedSerializer(services.renew_tasks(self.plan(), request.user)).data)


class TaskDetail(OfPlan):
    serializer_class = PlanTaskSerializer
    errors = {"DELETE": (409,)}

    @extend_schema(responses=REMOVED)
    def delete(self, request: Request, plan: int, task: int) -> Response:
        """Take a task out of the plan, with what was assigned to it in all options."""
        row = get_object_or_404(self.plan().tasks.select_related("plan"), pk=task)
        services.remove(row, version=0, by=request.user)
        return Response(status=204)


class MilestoneList(OfPlan):
    serializer_class = MilestoneSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=MilestoneInput, responses={201: MilestoneSerializer})
    def post(self, request: Request, plan: int) -> Response:
        """Add a milestone or a benchmark."""
        held = self.plan()
        row = Milestone(plan=held, **self.given(MilestoneInput, held).validated_data)
        return Response(MilestoneSerializer(services.add(row, by=request.user)).data, status=201)


class MilestoneDetail(Removes, OfPlan):
    serializer_class = MilestoneSerializer
    errors = {"PATCH": (409,), "DELETE": (409,)}

    def milestone(self) -> Milestone:
        rows = self.plan().milestones.select_related("plan", "task")
        return get_object_or_404(rows, pk=self.kwargs["milestone"])

    @extend_schema(request=MilestoneChangeInput)
    def patch(self, request: Request, plan: int, milestone: int) -> Response:
        """Change some of its fields, with the version that you saw."""
        held = self.milestone()
        sent = self.given(MilestoneChangeInput, held.plan)
        made = services.change(held, version=sent.validated_data["version"], values=sent.values, by=request.user)
        return Response(MilestoneSerializer(made).data)

    @extend_schema(parameters=[VERSION], responses=REMOVED)
    def delete(self, request: Request, plan: int, milestone: int) -> Response:
        """Take a milestone out of the plan."""
        services.remove(self.milestone(), version=self.version, by=request.user)
        return Response(status=204)


class CommentList(OfPlan, ListAPIView):
    """What people remarked on a plan, as it was said."""

    serializer_class = PlanCommentSerializer

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return Plan.objects.none()
        return self.plan().comments.select_related("by")

    @extend_schema(request=PlanCommentInput, responses={201: PlanCommentSerializer})
    def post(self, request: Request, plan: int) -> Response:
        """Add a comment. Everyone who sees the plan may, and sees it."""
        held = self.plan()
        made = services.comment(held, self.given(PlanCommentInput).validated_data["text"], request.user)
        return Response(PlanCommentSerializer(made).data, status=201)


class CommentDetail(OfPlan):
    serializer_class = PlanCommentSerializer

    @extend_schema(responses={204: OpenApiResponse(description="Struck.")})
    def delete(self, request: Request, plan: int, remark: int) -> Response:
        """Strike your own comment: its words are shown no more, that it was there is."""
        services.strike(get_object_or_404(self.plan().comments.select_related("plan"), pk=remark), request.user)
        return Response(status=204)
