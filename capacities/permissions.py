"""Who may do what with capacities. Everyone who can sign in may read them; partners have rules of their own."""

from django.core.exceptions import PermissionDenied

PLANNERS = "planners"


def may_plan(user) -> bool:
    """Administrators and the members of the group “planners” may change capacities; one query for anybody else."""
    return user.is_active and (user.is_staff or user.groups.filter(name=PLANNERS).exists())


def require_planner(user) -> None:
    """Raises PermissionDenied where a person may not change capacities."""
    if not may_plan(user):
        raise PermissionDenied("Only planners and administrators may change capacities.")
