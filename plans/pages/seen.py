"""What a page of plans begins with: a plan that the person may see, and what it is laid out in."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from plans import loaded, situations
from plans.models import Option, Plan
from plans.values import Situation


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan with its options as this person may see them."""

    plan: Plan
    situation: Situation
    options: list[loaded.Loaded]

    def of(self, option: Option) -> loaded.Loaded:
        return next(one for one in self.options if one.option == option)


def plan_of(request: HttpRequest, pk: int) -> Plan:
    """A plan that the person may see, with what its pages name; for anybody else it does not exist."""
    seen = Plan.objects.visible_to(request.user).select_related("mission", "mandate__adoption", "by")
    return get_object_or_404(seen.prefetch_related("mission__countries", "tasks", "options"), pk=pk)


def option_of(request: HttpRequest, pk: int, option: int) -> Option:
    plan = plan_of(request, pk)
    for row in plan.options.all():
        if row.pk == option:
            row.plan = plan
            return row
    raise Http404


def seen(request: HttpRequest, plan: Plan) -> Seen:
    """A plan with all that its options are shown by."""
    situation = situations.of(plan, request.user)
    return Seen(plan, situation, loaded.options(plan, situation, request.user))
