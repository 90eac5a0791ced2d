"""Plans: the list, one whole plan, archive and restore."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from plans import services
from plans.api.base import OfPlan, Plans
from plans.filters import PlanFilter
from plans.models import Plan
from plans.serializers import PlanSerializer, plan_data
from plans.serializers.inputs import PlanChangeInput, PlanInput, SeenInput
from plans.serializers.parts import PlanChangeSerializer
from plans.serializers.plans import PlanRow


class PlanList(Plans, ListAPIView):
    """Plans that you may see, newest first; archived ones where they are asked for."""

    queryset = Plan.objects.none()
    serializer_class = PlanRow
    filterset_class = PlanFilter
    errors = {"POST": (409,)}

    def get_queryset(self) -> QuerySet[Plan]:
        return self.plans()

    @extend_schema(request=PlanInput, responses={201: PlanSerializer})
    def post(self, request: Request) -> Response:
        """Open a plan on a reviewed mandate: with its tasks on organized crime and three empty options."""
        sent = PlanInput(data=request.data, context=self.get_serializer_context())
        sent.is_valid(raise_exception=True)
        made = services.open_plan(**sent.validated_data, by=request.user)
        told = plan_data(self.plans().get(pk=made.pk), request.user, token=self.by_token)
        return Response(told, status=201, headers={"Location": told["plan"]["api_url"]})


class PlanDetail(OfPlan):
    serializer_class = PlanSerializer
    errors = {"PATCH": (409,)}

    def get(self, request: Request, plan: int) -> Response:
        """One plan: tasks with what they take, options with measures, conflicts and assignments, milestones, history."""
        return Response(self.data())

    @extend_schema(request=PlanChangeInput)
    def patch(self, request: Request, plan: int) -> Response:
        """Change some of its fields, with the version that you saw."""
        held = self.plan()
        sent = self.given(PlanChangeInput)
        services.change(held, version=sent.validated_data["version"], values=sent.values, by=request.user)
        return Response(self.data())


class PlanArchive(OfPlan):
    serializer_class = PlanSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=SeenInput, responses=PlanSerializer)
    def post(self, request: Request, plan: int) -> Response:
        """Archive a plan, with the version that you saw: it is not changed any more until it is restored."""
        held = self.plan()
        services.archive(held, version=self.given(SeenInput).validated_data["version"], by=request.user)
        return Response(self.data())


class PlanRestore(OfPlan):
    serializer_class = PlanSerializer
    errors = {"POST": (409,)}

    @extend_schema(request=SeenInput, responses=PlanSerializer)
    def post(self, request: Request, plan: int) -> Response:
        """Put an archived plan back, with the version that you saw."""
        held = self.plan()
        services.restore(held, version=self.given(SeenInput).validated_data["version"], by=request.user)
        return Response(self.data())


class ChangeList(OfPlan, ListAPIView):
    """All that was changed in a plan, newest first: who, when, each field from what to what."""

    serializer_class = PlanChangeSerializer

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return Plan.objects.none()
        return self.plan().changes.visible_to(self.request.user, token=self.by_token).select_related("by")
