"""What the solver proposes for an option: asked for, looked at, cancelled, taken over."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import exceptions
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from plans import services
from plans.api.base import OfPlan
from plans.models import Proposal
from plans.serializers import OptionSerializer, ProposalSerializer, proposal_data
from plans.serializers.inputs import AcceptInput
from plans.serializers.proposals import ProposalRow, shown_numbers


class ProposalList(OfPlan, ListAPIView):
    """Proposals for an option, newest first, without what they propose."""

    serializer_class = ProposalRow
    errors = {"POST": (409,)}

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return Proposal.objects.none()
        return self.option().proposals.select_related("by").defer("answer")

    @extend_schema(
        request=None, responses={202: OpenApiResponse(ProposalRow, "Asked for; `Location` says where to look.")}
    )
    def post(self, request: Request, plan: int, option: int) -> Response:
        """Ask what the solver proposes. One that is still waiting or being worked out is answered with."""
        made = services.start_proposal(self.option(), request.user)
        there = reverse("api_plan_proposal", args=[plan, option, made.pk])
        return Response(ProposalRow(made).data, status=202, headers={"Location": there})


class ProposalDetail(OfPlan):
    serializer_class = ProposalSerializer
    errors = {"DELETE": (409,)}

    def proposal(self) -> Proposal:
        rows = self.option().proposals.select_related("by", "option__plan")
        return get_object_or_404(rows, pk=self.kwargs["proposal"])

    def get(self, request: Request, plan: int, option: int, proposal: int) -> Response:
        """How far it is, and what is proposed once it is done. Ask again after the seconds of `Retry-After`."""
        row = self.proposal()
        headers = {"Retry-After": "1"} if row.under_way else None
        return Response(proposal_data(row, request.user, token=self.by_token), headers=headers)

    @extend_schema(responses={204: OpenApiResponse(description="Cancelled, unless it was done already.")})
    def delete(self, request: Request, plan: int, option: int, proposal: int) -> Response:
        """Cancel a proposal that waits or is being worked out."""
        services.cancel_proposal(self.proposal(), request.user)
        return Response(status=204)


class ProposalAccept(ProposalDetail):
    errors = {"POST": (409,)}
    http_method_names = ["post"]

    @extend_schema(request=AcceptInput, responses=OptionSerializer)
    def post(self, request: Request, plan: int, option: int, proposal: int) -> Response:
        """Take over what is chosen of a proposal, in place of what was taken over before. What is fixed stays."""
        row = self.proposal()
        numbers = self.given(AcceptInput).validated_data["numbers"]
        shown = shown_numbers(row, request.user, token=self.by_token) if row.answer else []
        if shown and max(numbers) >= len(shown):
            raise exceptions.ValidationError({"numbers": ["The proposal has no such number."]})
        taken = [shown[number] for number in numbers] if shown else []
        services.accept(row, taken, request.user, token=self.by_token)
        return self.answer("options", row.option)
