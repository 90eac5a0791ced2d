"""Documents made in the background: asked for once, shown as they grow, cancelled, taken up again, and gone after a day."""

import io
import logging
from datetime import timedelta

import openpyxl
import pytest
from django.utils import timezone

from mandates import export_jobs, jobs, services
from mandates.exports import writing
from mandates.models import Event, Export, TextVersion
from mandates.services import exporting
from missions import work
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(hours=1)
WORKBOOK = "report.xlsx"


@pytest.fixture
def version(owner) -> TextVersion:
    made = services.submit(owner=owner, data=drafts.NAMBIRA.encode())
    jobs.review_mandate(made.jobs.get().pk)
    return made


@pytest.fixture
def row(version, owner) -> Export:
    return services.start_export(version, WORKBOOK, owner)


@pytest.fixture
def queued(monkeypatch) -> list[int]:
    """The ids that are put in the queue, in place of a queue."""
    ids = []
    monkeypatch.setattr(services, "enqueue_export", lambda export_id, countdown=0: ids.append(export_id))
    return ids


@pytest.fixture
def during(monkeypatch):
    """Run something while a workbook is being written, after so many percent."""

    def at(act):
        whole = writing.workbook

        def slow(material, told):
            for percent in (25, 50, 75):
                act(percent)
                told(percent)
            return whole(material, told)

        monkeypatch.setattr(writing, "workbook", slow)
        monkeypatch.setattr(work, "SOON", timedelta(0))

    return at


def state(row: Export) -> tuple:
    row.refresh_from_db()
    return row.state, row.step, row.percent, row.attempts


def test_a_document_is_made_and_kept_on_its_row(row, version):
    export_jobs.make_export(row.pk)
    assert state(row) == ("done", "finished", 100, 1)
    book = openpyxl.load_workbook(io.BytesIO(row.data))
    assert [r[0] for r in book["Tasks"].values][1:] == list(version.tasks.values_list("label", flat=True))


def test_the_job_is_queued_when_the_row_is_committed(version, owner, monkeypatch, django_capture_on_commit_callbacks):
    ids = []
    monkeypatch.setattr(exporting, "enqueue_export", ids.append)
    with django_capture_on_commit_callbacks(execute=True):
        row = services.start_export(version, WORKBOOK, owner)
    assert ids == [row.pk]


def test_the_row_says_how_far_the_work_is(row, during):
    seen = []
    during(lambda percent: seen.append(state(row)[:3]))
    export_jobs.make_export(row.pk)
    assert seen == [("running", "writing", 20), ("running", "writing", 40), ("running", "writing", 60)]
    assert state(row) == ("done", "finished", 100, 1)


def test_cancelling_stops_the_work_at_its_next_step(row, owner, during):
    reached = []

    def act(percent):
        reached.append(percent)
        if percent == 50:
            services.cancel_export(row, owner)

    during(act)
    export_jobs.make_export(row.pk)
    assert reached == [25, 50]
    assert state(row)[0] == "cancelled" and bytes(row.data) == b""
    assert Event.objects.filter(action="export cancelled", by=owner).count() == 1


def test_a_document_that_waits_can_be_cancelled_and_is_then_not_made(row, owner):
    services.cancel_export(row, owner)
    export_jobs.make_export(row.pk)
    assert state(row) == ("cancelled", "waiting", 0, 0)


def test_what_is_done_cannot_be_cancelled(row, owner):
    export_jobs.make_export(row.pk)
    services.cancel_export(row, owner)
    assert state(row)[0] == "done"


def test_the_same_document_is_one_row_until_what_it_is_made_of_changes(version, row, owner, colleague):
    services.share(version.mandate, colleague, by=owner)
    assert services.start_export(version, WORKBOOK, owner) == row
    export_jobs.make_export(row.pk)
    assert services.start_export(version, WORKBOOK, owner).state == "done"
    assert services.start_export(version, "report.pdf", owner) != row
    assert services.start_export(version, WORKBOOK, colleague) != row  # theirs: it may show them less
    found = version.review.findings.get(code="OC202").fingerprint
    services.decide(mandate=version.mandate, finding_fingerprint=found, verdict="accept", reason="", by=owner)
    decided = services.start_export(version, WORKBOOK, owner)
    services.propose(version.mandate, [services.Wording(found, "To trace the gold;", "")], by=owner)
    worded = services.start_export(version, WORKBOOK, owner)
    services.start_review(version, again=True)
    jobs.review_mandate(version.latest_job.pk)
    again = services.start_export(version, WORKBOOK, owner)
    assert len({row.pk, decided.pk, worded.pk, again.pk}) == 4


def test_one_that_was_cancelled_starts_afresh_and_one_that_failed_when_asked_again(version, row, owner):
    services.cancel_export(row, owner)
    assert services.start_export(version, WORKBOOK, owner).state == "pending"
    Export.objects.update(state="failed", error="It failed.", attempts=3)
    assert services.start_export(version, WORKBOOK, owner).state == "failed"
    afresh = services.start_export(version, WORKBOOK, owner, again=True)
    assert (afresh.pk, afresh.state, afresh.error, afresh.attempts) == (row.pk, "pending", "", 0)


def test_a_job_that_died_is_taken_up_again(row, queued):
    Export.objects.update(state="running", step="writing", percent=60, attempts=1, heartbeat_at=LONG_AGO)
    assert export_jobs.requeue_exports() == 1 and queued == [row.pk]
    assert state(row) == ("pending", "waiting", 60, 1)
    export_jobs.make_export(row.pk)
    assert state(row) == ("done", "finished", 100, 2)


def test_one_that_is_being_made_is_left_to_its_worker(row, queued):
    Export.objects.update(state="running", attempts=1, heartbeat_at=timezone.now())
    export_jobs.make_export(row.pk)
    assert export_jobs.requeue_exports() == 0 and not queued
    assert state(row)[0] == "running"


def test_at_a_start_without_a_queue_everything_unfinished_is_taken_up_at_once(row, queued):
    Export.objects.update(state="running", attempts=1, heartbeat_at=timezone.now())
    assert export_jobs.requeue_exports(queue_lost=True) == 1 and queued == [row.pk]


def test_what_was_interrupted_too_often_is_given_up_with_a_sentence(row, queued):
    Export.objects.update(state="running", attempts=3, heartbeat_at=LONG_AGO)
    assert export_jobs.requeue_exports() == 0
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", export_jobs.INTERRUPTED)


def test_a_worker_whose_row_was_taken_over_writes_nothing(row, during):
    during(lambda percent: Export.objects.update(attempts=2))
    export_jobs.make_export(row.pk)
    assert state(row)[:2] == ("running", "writing") and bytes(row.data) == b""


def test_a_fault_is_tried_again_and_then_told_without_a_word_of_the_draft(row, queued, monkeypatch, caplog):
    def fail(material, told):
        raise ValueError("Kestrel Gorge")

    monkeypatch.setattr(writing, "workbook", fail)
    caplog.set_level(logging.DEBUG)
    for _ in range(3):
        export_jobs.make_export(row.pk)
    row.refresh_from_db()
    assert (row.state, row.error, row.attempts) == ("failed", export_jobs.FAULT, 3)
    assert queued == [row.pk, row.pk]
    assert "ValueError" in caplog.text and "Kestrel" not in caplog.text


def test_nothing_is_made_for_somebody_who_no_longer_sees_the_mandate(version, owner, colleague):
    services.share(version.mandate, colleague, by=owner)
    row = services.start_export(version, WORKBOOK, colleague)
    services.unshare(version.mandate, colleague, by=owner)
    export_jobs.make_export(row.pk)
    assert state(row)[0] == "failed" and bytes(row.data) == b""
    assert not Export.objects.of(colleague).exists()


def test_a_document_is_deleted_after_a_day_and_with_its_mandate(version, row, owner):
    assert export_jobs.delete_old_exports() == 0
    Export.objects.update(at=timezone.now() - timedelta(hours=25))
    assert export_jobs.delete_old_exports() == 1 and not Export.objects.exists()
    services.start_export(version, WORKBOOK, owner)
    services.delete_for_good(version.mandate, by=owner)
    assert not Export.objects.exists()


def test_the_clock_deletes_and_requeues(settings):
    tasks = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert {"mandates.export_jobs.delete_old_exports", "mandates.export_jobs.requeue_exports"} <= tasks


def test_nothing_can_be_made_of_a_text_that_is_not_reviewed(owner):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode())
    for ask in (services.make, services.start_export):
        with pytest.raises(services.NotReviewed):
            ask(version, WORKBOOK, owner)
    assert not Export.objects.exists()


def test_a_long_text_is_large_but_for_the_comments_table_which_is_as_short_as_its_rows(version, monkeypatch):
    assert not services.is_large(version, WORKBOOK)
    monkeypatch.setattr(exporting, "LARGE", 3)
    assert services.is_large(version, WORKBOOK) and services.is_large(version, "report.pdf")
    assert not services.is_large(version, "comments-table.docx")


def test_a_document_costs_few_queries(version, owner, django_assert_max_num_queries):
    version = TextVersion.objects.select_related("mandate").get(pk=version.pk)
    with django_assert_max_num_queries(12):  # those of the page, the proposed texts and the objections
        services.make(version, "comments-table.docx", owner)
