"""A process of its own for the fault tests: takes commands on standard input and forks a child for each.

    migrate             lays the tables
    submit KEY          submits a text under an Idempotency-Key
    run KEY KILL        submits and reviews; kills itself with SIGKILL before the database statement of that number,
                        or before the first that holds that word
    race KEY            two processes submit and review the same at the same moment
    age KEY             lets the time pass after which a silent worker counts as lost
    recover KEY         what follows a crash: the client repeats its request, unfinished rows are queued again; prints
                        what the database holds before and after
    delete KEY          deletes the text for good
    digests FOLDER      two processes prepare and send a digest that is due at the same moment, as files in the folder
    state KEY           prints what the database holds, as JSON

After each command comes a second line: ``wait``, or ``kill``, on which the child is ended by SIGKILL wherever it is.
The child's own lines are passed on, and ``ended STATUS`` after them.
"""

import json
import os
import signal
import sys
import time
from datetime import timedelta

import django
from celery import current_app

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402  models can be imported once the apps are set up
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from mandates import jobs, models, services  # noqa: E402
from missions.models import Mission  # noqa: E402
from tests.mandates import drafts  # noqa: E402


def say(*words) -> None:
    print(*words, flush=True)


class KilledBefore:
    """Counts database statements, and ends the process without notice before the one of that number or word."""

    def __init__(self, meant: str) -> None:
        self.meant, self.count = meant, 0

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if self.meant == str(self.count) or (not self.meant.isdigit() and self.meant in sql):
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def owner():
    return get_user_model().objects.get_or_create(username="owner")[0]


def submit(key: str) -> models.TextVersion:
    data = drafts.NAMBIRA.replace("Kestrel", key).encode()
    return services.submit_once(owner(), key, "a" * 64, owner=owner(), data=data, filename="draft.txt")[0]


def migrate() -> None:
    call_command("migrate", verbosity=0)
    owner()


def run(key: str, meant: str) -> None:
    kill = KilledBefore(meant)
    owner()
    with connection.execute_wrapper(kill):
        say("submitting")
        jobs.review_mandate(submit(key).jobs.get().pk)
    say("statements", kill.count)


def race(key: str) -> None:
    at_once(lambda: jobs.review_mandate(submit(key).jobs.get().pk))


def at_once(act) -> None:
    """Two processes do the same at the same moment."""
    start = time.monotonic() + 0.3
    pair = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            owner()
            time.sleep(max(0, start - time.monotonic()))
            act()
            os._exit(0)
        pair.append(child)
    if any(os.waitpid(child, 0)[1] for child in pair):
        os._exit(1)


def digests(folder: str) -> None:
    services.subscribe(owner(), "daily", "owner@example.org")
    models.Subscription.objects.update(at=timezone.now() - timedelta(days=3))
    ends = timezone.localdate() + timedelta(days=40)
    facts = {"name": "Mission", "type": "peacekeeping", "status": "active", "as_of": "2030-01-01"}
    Mission.objects.get_or_create(acronym="UNMINA", defaults={**facts, "mandate_ends": ends})
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = folder
    connection.close()  # each child opens its own

    def prepare_and_send() -> None:
        jobs.digests()
        for digest in models.Digest.objects.all():
            jobs.send_digest(digest.pk)

    at_once(prepare_and_send)


def age(key: str) -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    unfinished = models.Job.objects.exclude(state__in=["done", "failed"])
    unfinished.update(queued_at=long_ago)
    unfinished.filter(heartbeat_at__isnull=False).update(heartbeat_at=long_ago)


def recover(key: str) -> None:
    state(key)
    submit(key)
    age(key)
    current_app.conf.task_always_eager = True
    jobs.requeue_unfinished()
    state(key)


def delete(key: str) -> None:
    services.delete_for_good(submit(key).mandate, by=owner())


def state(key: str) -> None:
    versions = models.TextVersion.objects.filter(source=drafts.NAMBIRA.replace("Kestrel", key).encode())
    held = {"versions": versions.count(), "submissions": models.Submission.objects.filter(key=key).count()}
    version = versions.first()
    if version:
        held |= {
            "mandates": models.Mandate.objects.filter(versions__in=versions).count(),
            "jobs": [(job.state, job.step) for job in version.jobs.all()],
            "attempts": sum(job.attempts for job in version.jobs.all()),
            "reviews": models.Review.objects.filter(version=version).count(),
            "paragraphs": version.paragraphs.count(),
            "tasks": version.tasks.count(),
            "findings": models.Finding.objects.filter(review__version=version).count(),
            "events": sorted(
                models.Event.objects.filter(mandate_id_was=version.mandate_id).values_list("action", flat=True)
            ),
        }
    say(json.dumps(held))


def main() -> None:
    given = (migrate, submit, run, race, digests, age, recover, delete, state)
    commands = {command.__name__: command for command in given}
    for line in sys.stdin:
        name, *arguments = line.split()
        child = os.fork()
        if child == 0:
            commands[name](*arguments)
            connection.close()
            sys.stdout.flush()
            os._exit(0)
        if sys.stdin.readline().strip() == "kill":
            os.kill(child, signal.SIGKILL)  # one that has ended stays until it is waited for, so no other can be hit
        say("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


main()
