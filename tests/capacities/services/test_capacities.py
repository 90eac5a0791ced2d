"""Capacities are added, changed and archived by planners; every change is kept, and nobody overwrites another unseen."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from capacities import catalogue, coverage, services
from capacities.models import Capacity, CapacityChange
from capacities.permissions import may_plan

pytestmark = pytest.mark.django_db


def test_planners_and_administrators_may_change_capacities_and_nobody_else(planner, administrator, stranger):
    assert may_plan(planner) and may_plan(administrator)
    assert not may_plan(stranger)
    planner.is_active = False
    assert not may_plan(planner)


def test_a_stranger_can_neither_add_change_nor_archive(values, capacity, stranger):
    for act in (
        lambda: services.create(values=values, by=stranger),
        lambda: services.update(capacity, version=1, values={"deployed": 9}, by=stranger),
        lambda: services.archive(capacity, version=1, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert (Capacity.objects.get().deployed, Capacity.objects.count()) == (3, 1)


def test_a_new_capacity_is_recorded_with_all_that_was_said_of_it(capacity, planner):
    change = capacity.changes.get()
    assert (change.action, change.by, change.version) == ("created", planner, 1)
    assert change.detail["deployed"] == {"from": None, "to": 3}
    assert change.detail["mission"] == {"from": None, "to": "UNMIKA"}
    assert change.detail["expertise"] == {"from": [], "to": ["financial_forensics", "network_analysis"]}
    assert "pledged" not in change.detail and "note" not in change.detail


def test_a_change_is_recorded_field_by_field_from_what_to_what(capacity, expertise, colleague, planner):
    changed = services.update(
        capacity,
        version=1,
        values={"deployed": None, "languages": ["sg"], "expertise": [expertise["intelligence"]], "title": "Money team"},
        by=planner,
    )
    assert changed.version == 2
    assert changed.changes.first().detail == {
        "deployed": {"from": 3, "to": None},
        "languages": {"from": ["fr", "sg"], "to": ["sg"]},
        "expertise": {"from": ["financial_forensics", "network_analysis"], "to": ["intelligence"]},
    }


def test_saving_what_is_there_already_makes_no_version_and_no_record(capacity, values, planner):
    assert services.update(capacity, version=1, values=values, by=planner).version == 1
    assert CapacityChange.objects.count() == 1


def test_who_saw_an_older_version_is_shown_both_states_and_nothing_is_lost(capacity, planner, administrator):
    services.update(capacity, version=1, values={"deployed": 5, "note": "Two more came."}, by=administrator)
    with pytest.raises(services.Conflict) as refused:
        services.update(capacity, version=1, values={"deployed": 4, "authorized": 8}, by=planner)
    assert refused.value.differs == {"deployed": (5, 4)}
    assert refused.value.now.version == 2
    held = Capacity.objects.get()
    assert (held.deployed, held.note, held.version) == (5, "Two more came.", 2)


def test_a_capacity_that_ends_before_it_begins_is_refused_also_when_only_one_day_is_changed(capacity, planner):
    with pytest.raises(services.Incoherent) as refused:
        services.update(capacity, version=1, values={"available_until": date(2031, 1, 1)}, by=planner)
    assert refused.value.fields == {"available_until": "It ends before it begins."}
    with pytest.raises(IntegrityError), transaction.atomic():
        Capacity.objects.update(available_until=date(2031, 1, 1))


def test_without_a_mission_there_can_be_a_pledge_only(values, planner):
    with pytest.raises(services.Incoherent) as refused:
        services.create(values=values | {"mission": None}, by=planner)
    assert set(refused.value.fields) == {"authorized", "deployed"}
    pledge = values | {"mission": None, "authorized": None, "deployed": None, "pledged": 0}
    assert services.create(values=pledge, by=planner).pledged == 0


def test_an_archived_capacity_keeps_its_history_leaves_the_lists_and_is_not_changed_any_more(capacity, planner):
    services.archive(capacity, version=1, by=planner)
    assert not Capacity.objects.current().exists()
    assert [change.action for change in capacity.changes.all()] == ["archived", "created"]
    with pytest.raises(services.Archived):
        services.update(capacity, version=2, values={"deployed": 1}, by=planner)


def test_archiving_what_somebody_has_changed_meanwhile_is_refused(capacity, planner):
    services.update(capacity, version=1, values={"deployed": 5}, by=planner)
    with pytest.raises(services.Conflict):
        services.archive(capacity, version=1, by=planner)
    assert Capacity.objects.get().archived_at is None


def test_a_capacity_is_handed_to_coverage_as_it_stands_with_unknown_as_unknown(capacity):
    held = catalogue.held()
    need = coverage.Need("financial_forensics", "financial forensics", ("illicit finance",))
    row = coverage.cover(
        [need],
        [held_capacity.offer for held_capacity in Capacity.objects.current().shown()],
        period=coverage.Period(date(2031, 1, 1), date(2031, 12, 31)),
        today=date(2031, 3, 1),
        categories=held.categories,
        languages=held.spoken_in(["CAF"]),
    ).rows[0]
    assert (row.verdict, row.sentence) == ("partly", "Money team: 3 deployed of 8 authorized.")
    assert capacity.offer.pledged is None


def test_the_languages_of_countries_are_named_and_those_of_an_unknown_country_are_none():
    held = catalogue.held()
    assert list(held.spoken_in(["HTI"]).values()) == ["Haitian Creole", "French"]
    assert held.spoken_in(["XXX"]) == {}


def test_a_restored_capacity_stands_on_the_lists_again_and_both_acts_are_recorded(capacity, planner):
    services.archive(capacity, version=1, by=planner)
    with pytest.raises(services.Conflict):
        services.restore(capacity, version=1, by=planner)
    assert services.restore(capacity, version=2, by=planner).version == 3
    assert Capacity.objects.current().get() == capacity
    assert [change.action for change in capacity.changes.all()] == ["restored", "archived", "created"]


def test_only_what_is_archived_is_restored_and_by_planners_alone(capacity, planner, stranger):
    with pytest.raises(services.NotArchived):
        services.restore(capacity, version=1, by=planner)
    services.archive(capacity, version=1, by=planner)
    with pytest.raises(PermissionDenied):
        services.restore(capacity, version=2, by=stranger)


def test_the_day_of_a_clearance_is_kept_recorded_and_handed_to_coverage(capacity, planner):
    assert capacity.offer.cleared_until == date(2032, 6, 30)
    services.update(capacity, version=1, values={"cleared_until": None}, by=planner)
    assert capacity.changes.first().detail == {"cleared_until": {"from": "2032-06-30", "to": None}}
