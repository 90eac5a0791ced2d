"""Remarks on capacities and partners: said by whoever sees them, removed by their author and by staff, and then gone."""

import pytest
from django.core.exceptions import PermissionDenied

from capacities import services
from capacities.models import CapacityComment, PartnerComment

pytestmark = pytest.mark.django_db


def test_a_reader_remarks_on_a_capacity_and_who_said_it_and_when_is_kept(capacity, stranger):
    made = services.comment_on(capacity, text="  Rotates in spring.\n", by=stranger)
    assert (made.text, made.by, made.removed_at) == ("Rotates in spring.", stranger, None)
    assert capacity.changes.count() == 1, "a remark is no change of the capacity"


def test_words_that_are_removed_are_nowhere_and_who_removed_them_is_told(capacity, stranger, administrator):
    own = services.comment_on(capacity, text="Mine", by=stranger)
    other = services.comment_on(capacity, text="Unfit", by=stranger)
    services.remove_comment(own, stranger)
    services.remove_comment(other, administrator)
    services.remove_comment(other, stranger)
    told = CapacityComment.objects.values_list("text", "by__username", "removed_by__username")
    assert list(told) == [("", "stranger", "stranger"), ("", "stranger", "administrator")]
    assert CapacityComment.objects.exclude(removed_at=None).count() == 2


def test_nobody_else_removes_a_comment(capacity, stranger, planner):
    made = services.comment_on(capacity, text="Mine", by=stranger)
    with pytest.raises(PermissionDenied):
        services.remove_comment(made, planner)
    made.refresh_from_db()
    assert made.text == "Mine"


def test_a_comment_without_words_is_refused(capacity, stranger):
    with pytest.raises(services.CommentEmpty):
        services.comment_on(capacity, text=" \n", by=stranger)


def test_who_does_not_see_a_partner_neither_remarks_on_it_nor_removes_their_own_earlier_words(
    partner, stranger, planner
):
    made = services.comment_on(partner, text="Quiet", by=planner)
    with pytest.raises(PermissionDenied):
        services.comment_on(partner, text="Loud", by=stranger)
    planner.groups.clear()
    del planner._named_groups
    with pytest.raises(PermissionDenied):
        services.remove_comment(made, planner)
    assert PartnerComment.objects.get().text == "Quiet"
    assert "Quiet" not in str(list(partner.changes.values("detail")))
