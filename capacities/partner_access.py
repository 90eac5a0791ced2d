"""Who may see and do what with partners. Three roles beside "signed in": planners, staff, and people who are cleared.

Planners and cleared people are members of the groups named here; the migration makes both, administrators fill them.
"""

PLANNERS = "planners"
CLEARED = "cleared"


def plans(user) -> bool:
    """Planners and staff: they see internal partners and write."""
    return bool(user.is_staff) or PLANNERS in _groups(user)


def cleared(user) -> bool:
    """Cleared for every restricted partner. Staff are not by being staff."""
    return CLEARED in _groups(user)


def assesses(user) -> bool:
    """May read assessments of entanglement, of the partners that they see; planners and staff may write them too."""
    return plans(user) or cleared(user)


def _groups(user) -> frozenset[str]:
    """Names of the person's groups, asked once for each request's user."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_partner_groups"):
        user._partner_groups = frozenset(
            user.groups.filter(name__in=[PLANNERS, CLEARED]).values_list("name", flat=True)
        )
    return user._partner_groups
