"""What all views of plans share: who may ask, which plan it is, and what is answered where a service refuses."""

from typing import Any

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from capacities.permissions import may_plan
from config.api_views import Api, Refused
from plans import services
from plans.models import Assignment, Option, Plan
from plans.serializers import options_data, plan_data


class Plans(Api, GenericAPIView):
    """Views of plans. Whoever may not plan sees none and changes nothing."""

    http_method_names = ["get", "head", "post", "patch", "delete"]
    serializer_class = Serializer

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        if request.method == "POST" and not self.kwargs and not may_plan(request.user):
            raise exceptions.PermissionDenied("Only planners and administrators may plan.")

    def handle_exception(self, error: Exception) -> Response:
        return super().handle_exception(_refusal(error))

    @property
    def by_token(self) -> bool:
        """Whether a program asks; a browser's session has no token."""
        return self.request.auth is not None

    def plans(self) -> QuerySet[Plan]:
        """The plans that the asker may see."""
        seen = Plan.objects.visible_to(self.request.user)
        return seen.select_related("mission", "mandate__adoption", "by")

    def get_serializer_context(self) -> dict:
        return {**super().get_serializer_context(), "token": self.by_token}


class OfPlan(Plans):
    """Views below ``/plans/{plan}/``."""

    def plan(self) -> Plan:
        """The plan of the path; 404 for whoever may not see it. The first thing that a view asks."""
        return get_object_or_404(self.plans(), pk=self.kwargs["plan"])

    def option(self) -> Option:
        return get_object_or_404(self.plan().options.select_related("plan__mission"), pk=self.kwargs["option"])

    def assignment(self) -> Assignment:
        """An assignment; one of a partner whom the asker may not see does not exist."""
        rows = Assignment.objects.filter(option=self.option()).visible_to(self.request.user, token=self.by_token)
        return get_object_or_404(rows.select_related("option__plan", "task", "capacity"), pk=self.kwargs["assignment"])

    def given(self, shape: type, plan: Plan | None = None) -> Any:
        """What was sent, in this shape; 400 where it is not."""
        sent = shape(data=self.request.data, context={**self.get_serializer_context(), "plan": plan})
        sent.is_valid(raise_exception=True)
        return sent

    @property
    def version(self) -> int:
        """The version that whoever removes something saw, a parameter of the address."""
        text = self.request.query_params.get("version", "")
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
            raise exceptions.ValidationError({"version": ["Say which version you saw."]})
        return int(text)

    def data(self) -> dict:
        """The plan as it stands now, as the asker may see it."""
        return plan_data(self.plan(), self.request.user, token=self.by_token)

    def answer(self, part: str, row: Model, status: int = 200) -> Response:
        """A task, an option or an assignment as it stands now, in the shape in which the plan shows it."""
        return Response(next(one for one in self._parts(part) if one["id"] == row.pk), status=status)

    def _parts(self, part: str) -> list[dict]:
        if part == "tasks":
            return self.data()[part]
        options = options_data(self.plan(), self.request.user, token=self.by_token)
        return options if part == "options" else [one for option in options for one in option[part]]


class Removes:
    """Views that remove a row take the version that was seen as a parameter."""

    def _parameters(self, method: str) -> list[str]:
        return ["version"] if method == "DELETE" else super()._parameters(method)


def _refusal(error: Exception) -> Exception:
    match error:
        case services.Incoherent():
            fields = {name: [said] for name, said in error.fields.items()}
            return Refused(400, "invalid", f"These values cannot be used: {', '.join(fields)}.", fields)
        case services.Conflict():
            fields = {"version": [f"Now: {error.now.version}"]} | {
                name: [f"Now: {_said(now)}", f"Yours: {_said(yours)}"] for name, (now, yours) in error.differs.items()
            }
            return Refused(409, "conflict", str(error), fields)
        case services.Settled():
            return Refused(409, "archived", str(error))
        case services.NothingToPlan():
            return Refused(409, "nothing_to_plan", str(error))
        case services.NothingProposed():
            return Refused(409, "nothing_proposed", str(error))
        case services.Gone():
            return Refused(404, "not_found", str(error))
    return error


def _said(value: object) -> str:
    return "nothing" if value in (None, "") else str(value)
