"""What people and jobs write, and what they may not."""

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from mandates import jobs, services
from mandates.analysis import read
from mandates.models import Decision, Event, Finding, Job, Mandate, Paragraph, Review, Submission, Task, TextVersion
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )


def submit(owner, text=drafts.NAMBIRA, **more) -> TextVersion:
    return services.submit(owner=owner, data=text.encode(), filename="draft.txt", **more)


def reviewed(owner, text=drafts.NAMBIRA, **more) -> TextVersion:
    version = submit(owner, text, **more)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def rows(version) -> dict[str, int]:
    return {
        "paragraphs": Paragraph.objects.filter(version=version).count(),
        "tasks": Task.objects.filter(version=version).count(),
        "reviews": Review.objects.filter(version=version).count(),
        "findings": Finding.objects.filter(review__version=version).count(),
        "events": Event.objects.filter(mandate_id_was=version.mandate_id).count(),
    }


# --- submit -----------------------------------------------------------------------------------------------------


def test_a_text_is_saved_with_its_mandate_and_a_job_that_waits(owner):
    version = submit(owner)
    assert bytes(TextVersion.objects.get().source) == drafts.NAMBIRA.encode()
    assert (version.number, version.media, len(version.sha256)) == (1, "text", 64)
    assert version.mandate.owner == owner and version.mandate.draft
    assert version.jobs.get().state == Job.State.PENDING


def test_the_job_is_queued_only_after_the_rows_are_committed(owner, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        submit(owner)
    assert len(callbacks) == 1


def test_a_text_that_cannot_be_read_leaves_nothing_behind(owner):
    with pytest.raises(read.Unreadable):
        services.submit(owner=owner, data=b"", filename="empty.txt")
    assert not Mandate.objects.exists() and not TextVersion.objects.exists() and not Event.objects.exists()


def test_a_next_version_joins_the_same_mandate(owner):
    first = submit(owner)
    second = submit(owner, drafts.SECOND, mandate=first.mandate)
    assert (second.mandate, second.number) == (first.mandate, 2)
    assert first.mandate.newest_version == second


def test_the_bytes_of_the_newest_version_make_no_further_version(owner):
    first = submit(owner)
    assert submit(owner, mandate=first.mandate) == first
    assert Job.objects.count() == 1


def test_only_the_owner_adds_a_version(owner, colleague):
    first = submit(owner)
    services.share(first.mandate, colleague, by=owner)
    with pytest.raises(PermissionDenied):
        submit(colleague, drafts.SECOND, mandate=first.mandate)
    assert first.mandate.versions.count() == 1


def test_a_file_name_keeps_no_folders_and_a_symbol_its_usual_spelling(owner):
    version = services.submit(
        owner=owner,
        data=drafts.HELD.encode(),
        filename="C:\\drafts\\he\x00ld.txt",
        draft=False,
        symbol="s/res/3101(2030)",
    )
    assert version.filename == "held.txt"
    assert version.mandate.symbol == "S/RES/3101 (2030)"


# --- submit once ------------------------------------------------------------------------------------------------


def once(user, key="key-1", request="a" * 64, text=drafts.NAMBIRA):
    return services.submit_once(user, key, request, owner=user, data=text.encode(), filename="draft.txt")


def test_the_same_key_never_makes_a_second_mandate(owner):
    first, created = once(owner)
    again, created_again = once(owner)
    assert (created, created_again) == (True, False)
    assert again == first and Mandate.objects.count() == 1


def test_a_key_belongs_to_one_person(owner, colleague):
    assert once(owner)[0] != once(colleague)[0]


def test_a_key_that_comes_back_with_another_request_is_refused(owner):
    once(owner)
    with pytest.raises(services.KeyReused):
        once(owner, request="b" * 64, text=drafts.SECOND)
    assert Mandate.objects.count() == 1


def test_a_key_is_free_again_after_a_text_that_could_not_be_read(owner):
    with pytest.raises(read.Unreadable):
        once(owner, text="")
    assert once(owner)[1] is True


def test_a_key_whose_text_was_deleted_makes_no_new_one(owner):
    version, _ = once(owner)
    services.delete_for_good(version.mandate, by=owner)
    with pytest.raises(services.SubmissionDeleted):
        once(owner)
    assert not Mandate.objects.exists()


# --- record -----------------------------------------------------------------------------------------------------


def test_a_review_is_recorded_with_the_words_that_it_found(owner, mission):
    version = reviewed(owner)
    review = Review.objects.get(version=version)
    assert (review.position, review.flagged, review.main_tasks) == ("within_main_task", "yes", 3)
    assert review.headline and review.data["position"] == "within_main_task"
    crime = Task.objects.get(version=version, label="2 (c) (ii)")
    assert (crime.role, crime.rank, crime.mission_name) == ("subject", 3, "UNMINA")
    paragraph = Paragraph.objects.get(version=version, index=crime.paragraph)
    marked = {paragraph.text[m["start"] : m["end"]] for m in paragraph.marks if m["kind"] == "crime"}
    assert any("organized crim" in words for words in marked)
    finding = Finding.objects.get(review=review, code="OC202")
    for span in finding.spans:
        held = Paragraph.objects.get(version=version, index=span["paragraph"])
        assert held.text[span["start"] : span["end"]] == span["text"] and span["label"] == held.label


def test_recording_twice_changes_nothing(owner):
    version = reviewed(owner)
    before = rows(version), Review.objects.get().pk
    review = jobs.pipeline.review(read.read(drafts.NAMBIRA.encode()))
    assert services.record(version.jobs.get(), review) is False
    assert (rows(version), Review.objects.get().pk) == before


def test_what_the_submitter_left_empty_is_filled_from_the_text(owner, mission):
    draft = reviewed(owner).mandate
    draft.refresh_from_db()
    assert (draft.mission, draft.title, draft.symbol) == (mission, "UNMINA draft", "")
    adopted = reviewed(owner, drafts.HELD, draft=False).mandate
    adopted.refresh_from_db()
    assert (adopted.symbol, adopted.title) == ("S/RES/3101 (2030)", "S/RES/3101 (2030)")


def test_what_the_submitter_said_is_not_overwritten(owner, mission):
    other = Mission.objects.create(
        acronym="UNOFAR", name="Office", type="political", status="active", source="tests", as_of="2030-01-01"
    )
    mandate = reviewed(owner, title="Our own title", symbol="S/2031/5", mission=other).mandate
    mandate.refresh_from_db()
    assert (mandate.title, mandate.symbol, mandate.mission) == ("Our own title", "S/2031/5", other)


def test_decisions_survive_a_new_review(owner):
    version = reviewed(owner)
    finding = Finding.objects.get(code="OC202")
    services.decide(
        mandate=version.mandate,
        finding_fingerprint=finding.fingerprint,
        verdict="dismiss",
        reason="Agreed so",
        by=owner,
    )
    Review.objects.update(ruleset="an earlier one")
    job = services.start_review(version)
    assert job.state == Job.State.PENDING
    jobs.review_mandate(job.pk)
    again = Finding.objects.get(code="OC202")
    assert again.pk != finding.pk and again.fingerprint == finding.fingerprint
    assert Decision.objects.get().fingerprint == again.fingerprint


def test_a_worker_that_lost_its_job_records_nothing(owner):
    version = submit(owner)
    job = version.jobs.get()
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempts=1)  # another worker has claimed it since
    review = jobs.pipeline.review(read.read(drafts.NAMBIRA.encode()))
    assert services.record(job, review) is False
    assert not Review.objects.exists()


def test_a_review_of_a_text_deleted_meanwhile_records_nothing(owner):
    version = submit(owner)
    job = version.jobs.get()
    review = jobs.pipeline.review(read.read(drafts.NAMBIRA.encode()))
    services.delete_for_good(version.mandate, by=owner)
    assert services.record(job, review) is False
    assert not Paragraph.objects.exists()


# --- lists ------------------------------------------------------------------------------------------------------


def test_a_list_with_the_latest_reviews_costs_the_same_however_long(owner, django_assert_num_queries):
    def read_all():
        with django_assert_num_queries(3):
            listed = list(Mandate.objects.visible_to(owner).with_latest())
            return [(m.latest_review.position, m.latest_job.state, m.newest_version.number) for m in listed]

    version = reviewed(owner)
    assert read_all() == [("within_main_task", "done", 1)]
    reviewed(owner, drafts.SECOND)
    reviewed(owner, drafts.SECOND, mandate=version.mandate)
    assert sorted(read_all()) == [("main_task", "done", 1), ("main_task", "done", 2)]


def test_the_latest_review_filters_lists_and_is_empty_while_a_new_version_waits(owner):
    version = reviewed(owner)
    mandates = Mandate.objects.with_latest()
    assert mandates.filter(latest_flagged="yes", latest_position="within_main_task").count() == 1
    submit(owner, drafts.SECOND, mandate=version.mandate)
    assert mandates.get().latest_flagged is None
    assert mandates.get().latest_review is None


# --- decide -----------------------------------------------------------------------------------------------------


def decide(version, by, verdict="dismiss", reason="As agreed with the penholder", fingerprint=None):
    fingerprint = fingerprint or Finding.objects.filter(review__version=version).first().fingerprint
    return services.decide(
        mandate=version.mandate, finding_fingerprint=fingerprint, verdict=verdict, reason=reason, by=by
    )


@pytest.mark.parametrize("verdict", ["dismiss", "defer"])
def test_to_dismiss_or_defer_takes_a_reason(owner, verdict):
    version = reviewed(owner)
    with pytest.raises(services.ReasonMissing):
        decide(version, owner, verdict, reason="  ")
    assert not Decision.objects.exists()


def test_to_accept_takes_no_reason(owner):
    assert decide(reviewed(owner), owner, "accept", reason="").verdict == "accept"


def test_a_decision_is_recorded_with_the_one_before_it_and_without_its_reason(owner, colleague):
    version = reviewed(owner)
    services.share(version.mandate, colleague, by=owner)
    decide(version, owner, "defer", "Kestrel Gorge first")
    decide(version, colleague, "accept", "")
    assert [d.verdict for d in Decision.objects.all()] == ["accept", "defer"]
    newest, earlier = Event.objects.filter(action="decided")
    assert (newest.detail["from"], newest.detail["to"], newest.by) == ("defer", "accept", colleague)
    assert earlier.detail["from"] is None and "Kestrel" not in str(earlier.detail)


def test_a_finding_that_the_mandate_does_not_have_is_refused(owner):
    version = reviewed(owner)
    with pytest.raises(services.UnknownFinding):
        decide(version, owner, fingerprint="f" * 64)
    with pytest.raises(ValueError):
        decide(version, owner, verdict="forget")


def test_a_stranger_decides_nothing_on_a_draft(owner, stranger):
    version = reviewed(owner)
    with pytest.raises(PermissionDenied):
        decide(version, stranger)
    assert not Decision.objects.exists()


# --- share and delete -------------------------------------------------------------------------------------------


def test_a_colleague_sees_a_draft_while_named_on_it(owner, colleague, stranger):
    mandate = submit(owner).mandate
    assert not Mandate.objects.visible_to(colleague).exists()
    services.share(mandate, colleague, by=owner)
    services.share(mandate, colleague, by=owner)
    assert Mandate.objects.visible_to(colleague).get() == mandate
    assert not Mandate.objects.visible_to(stranger).exists()
    services.unshare(mandate, colleague, by=owner)
    assert not Mandate.objects.visible_to(colleague).exists()
    changes = Event.objects.filter(detail__person=colleague.pk).values_list("action", flat=True)
    assert list(changes) == ["unshared", "shared"]


def test_only_the_owner_shares_and_deletes(owner, colleague, stranger):
    mandate = submit(owner).mandate
    services.share(mandate, colleague, by=owner)
    for person in (colleague, stranger):
        for act in (
            lambda by: services.share(mandate, stranger, by=by),
            lambda by: services.unshare(mandate, colleague, by=by),
            lambda by: services.delete_for_good(mandate, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    assert list(mandate.readers.all()) == [colleague]


def test_a_deleted_mandate_leaves_only_who_and_when(owner, colleague):
    version = once(owner)[0]
    jobs.review_mandate(version.jobs.get().pk)
    services.share(version.mandate, colleague, by=owner)
    decide(version, colleague, reason="Kestrel Gorge is dealt with elsewhere")
    number = version.mandate_id
    services.delete_for_good(version.mandate, by=owner)
    for model in (Mandate, TextVersion, Paragraph, Task, Review, Finding, Decision, Job):
        assert not model.objects.exists(), model
    everything = [str(row) for model in apps.get_models() for row in model.objects.values()]
    assert everything and not [row for row in everything if "Kestrel" in row or "Nambira" in row]
    events = Event.objects.filter(mandate_id_was=number)
    assert [(e.action, e.by, e.detail) for e in events[:2]] == [("deleted", owner, {}), ("decided", colleague, {})]
    assert not events.exclude(detail={}).exists()
    assert Submission.objects.get().version is None
