"""What stands below a capacity or a partner on its page: the comments, and the field for another."""

from django.http import HttpRequest

from capacities import services
from capacities.forms.comments import CommentForm
from capacities.models import Capacity, Partner


def comments_on(subject: Capacity | Partner, request: HttpRequest) -> dict:
    """For the template: the comments, each with whether the person may remove it, and an empty form. One query."""
    made = subject.comments.select_related("by", "removed_by")
    told = [(comment, services.may_remove(comment, request.user)) for comment in made]
    return {"comments": told, "comment_form": CommentForm()}
