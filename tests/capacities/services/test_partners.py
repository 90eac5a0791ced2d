"""Partners are archived, restored and deleted for good: recorded, with the version that was seen, by those who may."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied

from capacities import markets, services
from capacities.models import Assessment, Partner, PartnerChange, PartnerComment, PartnerDeletion

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleared(django_user_model):
    person = django_user_model.objects.create_user("cleared")
    person.groups.add(Group.objects.get(name="cleared"))
    return person


def test_an_archived_partner_leaves_coverage_keeps_its_history_and_is_not_changed(partner, planner, nambira):
    assert len(markets.of([nambira], planner).uncovered) < len(markets.of([], planner).uncovered)
    held = services.archive_partner(partner, version=1, by=planner)
    assert (held.version, Partner.objects.current().count()) == (2, 0)
    assert not any(row.covered for row in markets.of([nambira], planner).markets)
    assert [change.action for change in partner.changes.all()] == ["archived", "created"]
    for act in (
        lambda: services.archive_partner(partner, version=2, by=planner),
        lambda: services.change_partner(partner, {}, 2, planner),
        lambda: services.assess(partner, level="low", grounds="x", assessed_on=None, review_on=None, by=planner),
    ):
        with pytest.raises(services.Archived):
            act()


def test_a_restored_partner_counts_again_and_cannot_be_restored_twice(partner, planner, nambira):
    services.archive_partner(partner, version=1, by=planner)
    services.restore_partner(partner, version=2, by=planner)
    assert any(row.covered for row in markets.of([nambira], planner).markets)
    with pytest.raises(services.NotArchived):
        services.restore_partner(partner, version=3, by=planner)


def test_who_saw_an_older_version_neither_archives_restores_nor_deletes(partner, planner, administrator):
    services.archive_partner(partner, version=1, by=planner)
    for act in (services.archive_partner, services.restore_partner, services.delete_partner):
        with pytest.raises(services.ChangedMeanwhile):
            act(partner, version=1, by=administrator)


def test_readers_and_whoever_does_not_see_it_do_none_of_it(partner, stranger, cleared):
    for act in (services.archive_partner, services.restore_partner, services.delete_partner):
        for person in (stranger, cleared):
            with pytest.raises(PermissionDenied):
                act(partner, version=1, by=person)
    assert Partner.objects.get().version == 1


def test_planners_delete_nothing_staff_do_and_only_that_it_was_stays(partner, planner, administrator):
    services.comment_on(partner, text="Quiet", by=planner)
    services.assess(partner, level="low", grounds="x", assessed_on="2030-01-01", review_on="2031-01-01", by=planner)
    with pytest.raises(PermissionDenied):
        services.delete_partner(partner, version=1, by=planner)
    services.delete_partner(partner, version=1, by=administrator)
    for model in (Partner, PartnerComment, Assessment, PartnerChange, Partner.countries.through, Partner.named.through):
        assert not model.objects.exists(), model
    deletion = PartnerDeletion.objects.get()
    assert (deletion.number, deletion.by) == (partner.pk, administrator)
    assert "Quayside" not in str(deletion.__dict__)


def test_whoever_is_cleared_deletes_a_restricted_partner(partner, planner, cleared):
    Partner.objects.update(sensitivity="restricted")
    services.delete_partner(partner, version=1, by=cleared)
    assert not Partner.objects.exists()
