"""A person remarks on a plan, and may strike the remark again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from language.said import say
from plans.models import Plan, PlanChange, PlanComment
from plans.states import subject


class CommentEmpty(ValueError):
    """A comment without words."""


def comment(plan: Plan, text: str, by) -> PlanComment:
    """Add a comment. Anyone who sees the plan may. Raises PermissionDenied and CommentEmpty."""
    _require_seen(plan, by)
    if not text.strip():
        raise CommentEmpty(say("Write something first."))
    with transaction.atomic():
        made = PlanComment.objects.create(plan=plan, text=text.strip(), by=by)
        PlanChange.objects.create(plan=plan, subject=subject(made), action="added", by=by)
    return made


def strike(comment: PlanComment, by) -> None:
    """Strike a comment: its words are shown to nobody, that it was there to everybody. Its author alone may (PermissionDenied)."""
    _require_seen(comment.plan, by)
    if comment.by_id != by.pk:
        raise PermissionDenied(say("Only its author can strike a comment."))
    with transaction.atomic():
        if PlanComment.objects.filter(pk=comment.pk, struck_at=None).update(struck_at=timezone.now()):
            PlanChange.objects.create(plan=comment.plan, subject=subject(comment), action="struck", by=by)


def _require_seen(plan: Plan, by) -> None:
    if not Plan.objects.visible_to(by).filter(pk=plan.pk).exists():
        raise PermissionDenied
