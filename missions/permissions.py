"""Who may plan: the one answer for documents, capacities and partners alike. The group is made by a migration of capacities."""

from django.core.exceptions import PermissionDenied

from language.marks import marked
from language.said import say

PLANNERS = "planners"
CLEARED = "cleared"


def may_plan(user) -> bool:
    """Planners and staff: they see internal partners, and write documents, capacities and partners."""
    return user.is_active and (user.is_staff or PLANNERS in groups(user))


def require_planner(user, what: str = marked("capacities")) -> None:
    """Raises PermissionDenied where a person may not change what planners keep; ``what`` that is, in English."""
    if not may_plan(user):
        raise PermissionDenied(say("Only planners and administrators may change {what}.", what=say(what)))


def groups(user) -> frozenset[str]:
    """Names of the person's groups that mean something here, asked once for each request's user."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_named_groups"):
        named = user.groups.filter(name__in=[PLANNERS, CLEARED]).values_list("name", flat=True)
        user._named_groups = frozenset(named)
    return user._named_groups
