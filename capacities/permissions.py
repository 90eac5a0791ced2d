"""Who may do what with capacities and partners. Beside "signed in" there are planners, staff, and people who are cleared.

Everyone who can sign in reads capacities; which partners a person sees, ``Partner.objects.visible_to`` says. The migrations make
the groups named here, administrators fill them.
"""

from django.core.exceptions import PermissionDenied

PLANNERS = "planners"
CLEARED = "cleared"


def may_plan(user) -> bool:
    """Planners and staff: they see internal partners, and write capacities and partners."""
    return user.is_active and (user.is_staff or PLANNERS in _groups(user))


def require_planner(user) -> None:
    """Raises PermissionDenied where a person may not change capacities."""
    if not may_plan(user):
        raise PermissionDenied("Only planners and administrators may change capacities.")


def is_cleared(user) -> bool:
    """Cleared for every restricted partner. Staff are not by being staff."""
    return CLEARED in _groups(user)


def may_assess(user) -> bool:
    """May read assessments of entanglement, of the partners that they see; planners and staff may write them too."""
    return may_plan(user) or is_cleared(user)


def may_delete(user) -> bool:
    """May delete a partner that they see for good: staff, and people cleared."""
    return user.is_active and (user.is_staff or is_cleared(user))


def _groups(user) -> frozenset[str]:
    """Names of the person's groups, asked once for each request's user."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_groups_of_capacities"):
        named = user.groups.filter(name__in=[PLANNERS, CLEARED]).values_list("name", flat=True)
        user._groups_of_capacities = frozenset(named)
    return user._groups_of_capacities
