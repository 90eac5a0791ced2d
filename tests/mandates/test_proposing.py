"""The wording of a comment: added, never changed, kept with its finding, and never in an Event."""

import pytest
from django.core.exceptions import PermissionDenied

from mandates import jobs, services
from mandates.models import Event, ProposedText
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def mandate(owner, colleague):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode())
    jobs.review_mandate(version.jobs.get().pk)
    services.share(version.mandate, colleague, by=owner)
    return version.mandate


@pytest.fixture
def fingerprint(mandate, owner) -> str:
    found = mandate.newest_version.review.findings.get(code="OC202").fingerprint
    services.decide(mandate=mandate, finding_fingerprint=found, verdict="accept", reason="", by=owner)
    return found


def wording(fingerprint, text="To trace the gold of Kestrel Gorge;", reason="It pays for the war.", seen=""):
    return services.Wording(fingerprint, text, reason, str(seen))


def test_a_wording_is_added_with_who_and_when_and_the_newest_counts(mandate, fingerprint, owner):
    (first,) = services.propose(mandate, [wording(fingerprint, " To trace the gold;\r\n")], by=owner)
    (second,) = services.propose(mandate, [wording(fingerprint, seen=first.pk)], by=owner)
    assert (first.text, first.by, bool(first.at)) == ("To trace the gold;", owner, True)
    assert ProposedText.objects.count() == 2
    assert services.proposals(mandate)[fingerprint]["id"] == second.pk


def test_the_event_says_who_and_what_finding_and_no_word(mandate, fingerprint, owner):
    (row,) = services.propose(mandate, [wording(fingerprint)], by=owner)
    event = Event.objects.filter(action="proposed").get()
    assert (event.by, event.detail) == (owner, {"code": "OC202", "from": None, "to": row.pk})


def test_the_same_words_again_add_nothing(mandate, fingerprint, owner):
    services.propose(mandate, [wording(fingerprint)], by=owner)
    assert services.propose(mandate, [wording(fingerprint)], by=owner) == []
    assert ProposedText.objects.count() == 1


def test_all_rows_are_saved_or_none(mandate, fingerprint, owner):
    with pytest.raises(services.UnknownFinding):
        services.propose(mandate, [wording(fingerprint), wording("f" * 64)], by=owner)
    assert not ProposedText.objects.exists() and not Event.objects.filter(action="proposed").exists()


def test_only_an_accepted_finding_can_be_worded(mandate, fingerprint, owner):
    services.decide(mandate=mandate, finding_fingerprint=fingerprint, verdict="defer", reason="Later.", by=owner)
    with pytest.raises(services.UnknownFinding):
        services.propose(mandate, [wording(fingerprint)], by=owner)


@pytest.mark.parametrize("text", ["", "  \n", "gold " * 3000])
def test_an_empty_or_endless_text_is_refused_with_a_sentence(mandate, fingerprint, owner, text):
    with pytest.raises(services.TextMissing) as refused:
        services.propose(mandate, [wording(fingerprint, text)], by=owner)
    assert refused.value.fingerprint == fingerprint and str(refused.value).endswith(".")


def test_another_persons_newer_wording_is_not_overwritten_unseen(mandate, fingerprint, owner, colleague):
    (theirs,) = services.propose(mandate, [wording(fingerprint, "To close the mines;")], by=colleague)
    with pytest.raises(services.WordedMeanwhile, match="colleague has changed this row"):
        services.propose(mandate, [wording(fingerprint)], by=owner)
    (mine,) = services.propose(mandate, [wording(fingerprint, seen=theirs.pk)], by=owner)
    assert services.proposals(mandate)[fingerprint]["id"] == mine.pk


def test_a_stranger_words_nothing(mandate, fingerprint, stranger):
    with pytest.raises(PermissionDenied):
        services.propose(mandate, [wording(fingerprint)], by=stranger)


def test_it_outlives_a_new_review_and_the_next_version(mandate, fingerprint, owner):
    services.propose(mandate, [wording(fingerprint)], by=owner)
    services.start_review(mandate.newest_version, again=True)
    jobs.review_mandate(mandate.latest_job.pk)
    later = services.submit(owner=owner, data=drafts.NAMBIRA.replace("ninety", "sixty").encode(), mandate=mandate)
    jobs.review_mandate(later.jobs.get().pk)
    assert later.number == 2 and later.review.findings.get(code="OC202").fingerprint == fingerprint
    assert services.proposals(mandate)[fingerprint]["text"] == "To trace the gold of Kestrel Gorge;"


def test_it_is_deleted_with_the_mandate(mandate, fingerprint, owner):
    services.propose(mandate, [wording(fingerprint)], by=owner)
    services.delete_for_good(mandate, by=owner)
    assert not ProposedText.objects.exists()
