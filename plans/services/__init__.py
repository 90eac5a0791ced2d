"""Everything that writes plans. Each act is one transaction and leaves a PlanChange."""

from plans.services.commenting import CommentEmpty, comment, strike
from plans.services.editing import Conflict, Gone, Incoherent, Settled, add, archive, change, choose, remove, restore
from plans.services.opening import NothingToPlan, open_plan, renew_tasks
from plans.services.proposing import (
    NothingProposed,
    accept,
    cancel_proposal,
    enqueue_proposal,
    start_proposal,
)

__all__ = [
    "CommentEmpty",
    "Conflict",
    "Gone",
    "Incoherent",
    "NothingProposed",
    "NothingToPlan",
    "Settled",
    "accept",
    "add",
    "archive",
    "cancel_proposal",
    "change",
    "choose",
    "comment",
    "enqueue_proposal",
    "open_plan",
    "remove",
    "renew_tasks",
    "restore",
    "start_proposal",
    "strike",
]
