"""A person remarks on a capacity or a partner, and the remark can be removed again. The rows themselves say who and when."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from capacities.models import Capacity, CapacityComment, Partner, PartnerComment
from language.said import say


class CommentEmpty(ValueError):
    """A comment without words."""


def comment_on(subject: Capacity | Partner, *, text: str, by) -> CapacityComment | PartnerComment:
    """Add a comment. Everyone who may see the capacity or partner may.

    Raises PermissionDenied and CommentEmpty.
    """
    if not _sees(by, subject):
        raise PermissionDenied
    if not text.strip():
        raise CommentEmpty(say("Write something first."))
    return subject.comments.create(text=text.strip(), by=by)


@transaction.atomic
def remove_comment(comment: CapacityComment | PartnerComment, by) -> None:
    """Remove its words for good; who removed them and when stays. Nothing where they are removed already.

    Its author and staff may, while they see what it is on (PermissionDenied).
    """
    subject = comment.partner if isinstance(comment, PartnerComment) else comment.capacity
    if not may_remove(comment, by) or not _sees(by, subject):
        raise PermissionDenied(say("Only its author and administrators can remove a comment."))
    held = type(comment).objects.filter(pk=comment.pk, removed_at=None)
    held.update(text="", removed_by=by, removed_at=timezone.now())


def may_remove(comment: CapacityComment | PartnerComment, user) -> bool:
    return comment.by_id == user.pk or user.is_staff


def _sees(user, subject: Capacity | Partner) -> bool:
    if isinstance(subject, Partner):
        return Partner.objects.visible_to(user).filter(pk=subject.pk).exists()
    return user.is_authenticated
