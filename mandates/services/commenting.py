"""A person remarks on a finding or a change, and may strike the remark again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from language.said import say
from mandates.models import Comment, Event, Mandate
from mandates.services import subjects


class CommentEmpty(ValueError):
    """A comment without words."""


def comment(*, mandate: Mandate, fingerprint: str, text: str, by) -> Comment:
    """Add a comment to a finding or change of the mandate. Anyone who can see the mandate may.

    Raises PermissionDenied, UnknownFinding, CommentEmpty.
    """
    if not Mandate.objects.visible_to(by).filter(pk=mandate.pk).exists():
        raise PermissionDenied
    if not text.strip():
        raise CommentEmpty(say("Write something first."))
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        code = subjects.code_of(mandate, fingerprint)
        made = Comment.objects.create(mandate=mandate, fingerprint=fingerprint, code=code, text=text.strip(), by=by)
        Event.objects.create(mandate_id_was=mandate.pk, action="commented", detail={"code": code}, by=by)
    return made


def strike(comment: Comment, by) -> None:
    """Strike a comment: its words are shown to nobody, that it was there to everybody. Nothing where it is struck already.

    Only its author may, while seeing the mandate (PermissionDenied).
    """
    if comment.by_id != by.pk or not Mandate.objects.visible_to(by).filter(pk=comment.mandate_id).exists():
        raise PermissionDenied(say("Only its author can strike a comment."))
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=comment.mandate_id).first()
        if Comment.objects.filter(pk=comment.pk, struck_at=None).update(struck_at=timezone.now()):
            detail = {"code": comment.code, "comment": comment.pk}
            Event.objects.create(mandate_id_was=comment.mandate_id, action="comment_struck", detail=detail, by=by)
