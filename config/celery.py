"""The Celery application. A worker that starts queues again what the last one left unfinished."""

import os

from celery import Celery, Task
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("forefront")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")
app.autodiscover_tasks(related_name="export_jobs")


def requeuing() -> list[Task]:
    """For each kind of work whose row is the truth the task that queues again what was left unfinished."""
    from capacities.jobs import requeue_imports
    from mandates.export_jobs import requeue_exports
    from mandates.jobs import requeue_unfinished
    from plans.jobs import requeue_proposals

    return [requeue_unfinished, requeue_exports, requeue_imports, requeue_proposals]


@worker_ready.connect
def requeue(**_) -> None:
    for task in requeuing():
        task.delay()
