"""Who may do what with capacities and partners. Beside "signed in" there are planners, staff, and people who are cleared.

Everyone who can sign in reads capacities; which partners a person sees, ``Partner.objects.visible_to`` says. Who may plan is said
in ``missions/permissions.py``. The migrations make the groups, administrators fill them.
"""

from missions.permissions import CLEARED, PLANNERS, groups, may_plan, require_planner

__all__ = ["CLEARED", "PLANNERS", "is_cleared", "may_assess", "may_delete", "may_plan", "require_planner"]


def is_cleared(user) -> bool:
    """Cleared for every restricted partner. Staff are not by being staff."""
    return CLEARED in groups(user)


def may_assess(user) -> bool:
    """May read assessments of entanglement, of the partners that they see; planners and staff may write them too."""
    return may_plan(user) or is_cleared(user)


def may_delete(user) -> bool:
    """May delete a partner that they see for good: staff, and people cleared."""
    return user.is_active and (user.is_staff or is_cleared(user))
