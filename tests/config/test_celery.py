"""What is to happen by itself is known to the clock and to a worker that starts."""

from django.conf import settings

from config import celery

SCHEDULED = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}


def tasks() -> set[str]:
    celery.app.loader.import_default_modules()
    return {name for name in celery.app.tasks if not name.startswith("celery.")}


def test_every_task_of_the_clock_exists():
    assert tasks() >= SCHEDULED


def test_every_kind_of_work_is_queued_again_by_the_clock_and_by_a_worker_that_starts():
    requeue = {name for name in tasks() if name.rpartition(".")[2].startswith("requeue_")}
    assert len(requeue) == 4
    assert requeue == {task.name for task in celery.requeuing()}
    assert requeue <= SCHEDULED


def test_whatever_is_kept_for_a_while_is_deleted_by_the_clock():
    assert {name for name in tasks() if name.rpartition(".")[2].startswith("delete_old_")} <= SCHEDULED
