"""One round as in production, from nothing: a draft goes in over HTTP and its review is read back.

Real PostgreSQL, Redis, gunicorn, Celery's prefork worker and beat, on loopback. Ends with an error where the review does not come,
where a process does not stop when told, or where a log holds words of the draft.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
SPECIMENS = ROOT / "mandates" / "data" / "specimens"
PATIENCE = 60  # seconds for anything to answer


def main() -> int:
    if not shutil.which("redis-server"):
        print("redis-server is not installed: the round as in production cannot be run.", file=sys.stderr)
        return 2
    draft = sorted(SPECIMENS.glob("*.txt"))[0].read_text()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="forefront-round-")))
        database, web, queue = stack.enter_context(postgres.server()), _free_port(), _free_port()
        environment = {
            **{name: value for name, value in os.environ.items() if name != "EMBEDDED"},
            "DATABASE_URL": database,
            "REDIS_URL": f"redis://127.0.0.1:{queue}/0",
            "SECRET_KEY": "of this round alone",
            "VAR_DIR": str(folder),
            "PYTHONUNBUFFERED": "1",
        }
        python = [sys.executable]

        def start(name: str, *command: str) -> subprocess.Popen:
            return stack.enter_context(_process(name, command, environment, folder))

        start("redis", "redis-server", "--bind", "127.0.0.1", "--port", str(queue), "--dir", str(folder), "--save", "")
        _manage(environment, "migrate", "--verbosity", "0")
        _manage(environment, "load_reference", "--verbosity", "0")
        _manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
        _manage(environment, "sign_in_link", "officer", "--create")
        token = _manage(environment, "api_token", "officer")
        start(
            "web",
            *python,
            "-m",
            "gunicorn",
            "config.wsgi",
            "--bind",
            f"127.0.0.1:{web}",
            "--worker-class",
            "gthread",
            "--workers",
            "2",
            "--threads",
            "4",
        )
        start(
            "worker",
            *python,
            "-m",
            "celery",
            "-A",
            "config",
            "worker",
            "--pool",
            "prefork",
            "--concurrency",
            "2",
            "--loglevel",
            "INFO",
        )
        start(
            "beat",
            *python,
            "-m",
            "celery",
            "-A",
            "config",
            "beat",
            "--schedule",
            str(folder / "beat-schedule"),
            "--loglevel",
            "INFO",
        )
        review = _round(f"http://127.0.0.1:{web}", token, draft)
        print(
            f"Reviewed: {review['review']['position']}, flagged {review['review']['flagged']}, {len(review['findings'])} findings."
        )
    _no_words_in_logs(folder, draft)
    return 0


def _round(site: str, token: str, draft: str) -> dict:
    """Submit twice with one key, wait for the review and read it back."""
    _until(lambda: _call(f"{site}/health/")[0] == 200, "the web process")
    body = {"text": draft, "title": "Round"}
    headers = {"Authorization": f"Token {token}", "Idempotency-Key": "round-1"}
    status, made = _call(f"{site}/api/v1/mandates/", body, headers)
    assert status == 202, (status, made)
    again = _call(f"{site}/api/v1/mandates/", body, headers)
    assert again[1]["id"] == made["id"], "the same Idempotency-Key made a second mandate"
    address = f"{site}/api/v1/mandates/{made['id']}/review/"
    _until(lambda: _call(address, headers=headers)[0] == 200, "the review")
    review = _call(address, headers=headers)[1]
    assert review["review"]["flagged"] in ("yes", "no"), review["review"]["flagged"]
    assert review["paragraphs"] and review["tasks"] and review["findings"]
    page = urllib.request.urlopen(f"{site}/sign-in/", timeout=10).read().decode()
    assert "Forefront" in page
    return review


def _call(address: str, body: dict | None = None, headers: dict | None = None) -> tuple[int, dict]:
    request = urllib.request.Request(
        address, json.dumps(body).encode() if body else None, {"Content-Type": "application/json", **(headers or {})}
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, {}
    except urllib.error.URLError:
        return 0, {}


def _until(holds, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come within {PATIENCE} seconds")
        time.sleep(0.2)


@contextmanager
def _process(name: str, command, environment: dict, folder: Path) -> Iterator[None]:
    """A process with its log, told to stop at the end; on failure its log is shown."""
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield
        except BaseException:
            print(f"--- {name}\n{(folder / f'{name}.log').read_text()[-3000:]}", file=sys.stderr)
            raise
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                raise RuntimeError(f"{name} did not stop when told") from None
            shutil.copy(folder / f"{name}.log", folder.parent / f"forefront-round-{name}.log")


def _no_words_in_logs(folder: Path, draft: str) -> None:
    """No line of the draft that is long enough to be its own stands in any log."""
    lines = [line.strip()[:60] for line in draft.splitlines() if len(line.strip()) > 40]
    for name in ("web", "worker", "beat", "redis"):
        log = folder.parent / f"forefront-round-{name}.log"
        words = log.read_text(errors="replace")
        log.unlink()
        held = [line for line in lines if line in words]
        assert not held, f"the log of {name} holds words of the draft"


def _manage(environment: dict, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())
