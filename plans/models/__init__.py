"""Plans and what hangs on them. A file for each subject; names are imported from here."""

from plans.models.assignments import Assignment
from plans.models.milestones import Milestone
from plans.models.plan import Option, Plan, PlanTask
from plans.models.proposals import Proposal
from plans.models.record import PlanChange, PlanComment

__all__ = ["Assignment", "Milestone", "Option", "Plan", "PlanChange", "PlanComment", "PlanTask", "Proposal"]
