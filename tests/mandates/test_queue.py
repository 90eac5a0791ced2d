"""The queue as in production: a real Redis, and Celery's own worker as a process. Needs REDIS_URL."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.mandates.processes import ROOT, Worker, environment

REDIS_URL = os.environ.get("REDIS_URL", "")
pytestmark = [
    pytest.mark.skipif(not REDIS_URL, reason="REDIS_URL names no Redis"),
    pytest.mark.django_db,  # so that a run of the database tests alone holds it
]


@contextmanager
def celery(database_url: str, log_path):
    """``celery -A config worker`` with one child; killed at the end if it still runs."""
    with log_path.open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "config", "worker", "--concurrency", "1", "--loglevel", "DEBUG"],
            cwd=ROOT,
            env=environment(database_url, REDIS_URL),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def reviewed(worker: Worker, key: str, seconds: float = 90) -> dict:
    """The state of the text once its job is done."""
    ends = time.monotonic() + seconds
    while (found := worker.state(key)).get("jobs") != [["done", "finished"]]:
        assert time.monotonic() < ends, f"not reviewed after {seconds} s: {found}"
        time.sleep(0.1)
    return found


def test_a_text_goes_from_submit_through_redis_and_a_worker_to_its_review(own_database, tmp_path):
    log = tmp_path / "celery.log"
    with Worker(own_database, REDIS_URL) as client:
        with celery(own_database, log) as process:
            assert client.do("submit", "Running") == 0
            whole = reviewed(client, "Running")
            assert whole["reviews"] == 1 and whole["events"] == ["reviewed", "submitted"]
            os.killpg(process.pid, signal.SIGKILL)
        assert client.do("submit", "Stopped") == 0  # waits in Redis until there is a worker again
        assert client.state("Stopped")["jobs"] == [["pending", "waiting"]]
        with celery(own_database, log) as process:
            assert reviewed(client, "Stopped") == whole
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=90) == 0
    told = log.read_text()
    assert "mandates.jobs.review_mandate" in told
    assert "Nambira" not in told and "Gorge" not in told
