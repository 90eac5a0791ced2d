"""Real processes, ended by a real SIGKILL anywhere between ``submit`` and ``record``: nothing lost, nothing doubled.

After each kill the client repeats its request with the same Idempotency-Key, and the rows are queued again as the beat
does. The processes work on a database of their own, of the kind that this run has.
"""

import random
import signal
import time

import pytest

from tests.mandates.processes import Worker

KILLED = -signal.SIGKILL
pytestmark = pytest.mark.django_db  # so that a run of the database tests alone holds them


@pytest.fixture(scope="module")
def worker(own_database):
    with Worker(own_database) as worker:
        yield worker


@pytest.fixture(scope="module")
def whole(worker) -> dict:
    """What the database holds of a text whose review nobody disturbed."""
    assert worker.do("run", "Unharmed", "never") == 0
    found = worker.state("Unharmed")
    assert found["jobs"] == [["done", "finished"]] and found["events"] == ["reviewed", "submitted"]
    assert found["versions"] == found["submissions"] == found["mandates"] == found["reviews"] == 1
    assert found["paragraphs"] > 10 and found["tasks"] > 5 and found["findings"] >= 1
    return found


def check_recovery(worker, key: str, whole: dict) -> dict:
    """After a crash nothing is half saved; after what follows it, all is there, once. What the crash left.

    A text has its mandate, job and key, or there is none of them; a review has its rows and a job that is done.
    """
    left, found = worker.recover(key)
    assert left["versions"] == left["submissions"] == len(left.get("jobs", [])) <= 1
    assert left.get("reviews", 0) == left.get("jobs", []).count(["done", "finished"])
    assert bool(left.get("paragraphs")) == bool(left.get("findings")) == bool(left.get("reviews"))
    assert found | {"attempts": 1} == whole
    return left


def test_killed_at_ten_random_moments_nothing_is_lost_and_nothing_doubled(worker, whole):
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    worker.tell("run", "Timed", "never")
    worker.until("submitting")
    began = time.monotonic()
    worker.until("statements")
    seconds = time.monotonic() - began
    worker.tell("wait")
    print(f"seed {seed}; undisturbed, submit to record takes {seconds * 1000:.0f} ms")
    hit = tried = 0
    while hit < 10:
        tried += 1
        assert tried <= 40, "the kills come too late to hit anything"
        key = f"Moment{tried}"
        worker.tell("run", key, "never")
        worker.until("submitting")
        pause = moments.uniform(0, seconds)
        time.sleep(pause)
        worker.tell("kill")
        hit += int(worker.until("ended")) == KILLED
        left = check_recovery(worker, key, whole)
        print(f"killed after {pause * 1000:.0f} ms: {left.get('jobs', 'nothing saved')}")


def test_killed_before_each_database_statement_nothing_is_lost_and_nothing_doubled(worker, whole):
    statement = 0
    while True:
        statement += 1
        key = f"Statement{statement}"
        if worker.do("run", key, statement) == 0:
            break
        check_recovery(worker, key, whole)
    assert statement > 20


def test_two_processes_at_the_same_moment_make_one_mandate_and_one_review(worker, whole):
    for turn in range(3):
        assert worker.do("race", f"Race{turn}") == 0
        assert worker.state(f"Race{turn}") == whole


def test_a_text_whose_review_kills_its_worker_each_time_is_given_up(worker, whole):
    for _ in range(3):
        assert worker.do("run", "Poison", "mandates_paragraph") == KILLED
        assert worker.do("age", "Poison") == 0
    assert worker.do("run", "Poison", "mandates_paragraph") == 0
    _, found = worker.recover("Poison")
    assert found["jobs"][0][0] == "failed" and found["attempts"] == 3
    assert found["reviews"] == found["paragraphs"] == 0


def test_a_text_submitted_while_the_queue_cannot_be_reached_is_reviewed_later(worker, whole, own_database):
    with Worker(own_database, "redis://127.0.0.1:1/0") as client:
        began = time.monotonic()
        assert client.do("submit", "Unqueued") == 0
        assert time.monotonic() - began < 5
    assert check_recovery(worker, "Unqueued", whole)["jobs"] == [["pending", "waiting"]]
