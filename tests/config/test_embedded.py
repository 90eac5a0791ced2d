"""The one-process server as a process: it comes up, says where, and ends when told, whatever has happened to its clock."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.utils import timezone

from config import embedded

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40  # seconds


def start(port: int, folder: Path) -> subprocess.Popen:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY")
    }
    return subprocess.Popen(
        [sys.executable, "-m", "config.embedded", "--port", str(port)],
        cwd=ROOT,
        env=kept | {"VAR_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, TimeoutError):
        return False


def test_it_comes_up_and_ends_when_told_though_its_clock_has_died(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = start(port, tmp_path / "var")
    try:
        end = time.monotonic() + PATIENCE
        while not answers(port):
            assert process.poll() is None and time.monotonic() < end
            time.sleep(0.1)
        (tmp_path / "var").rename(tmp_path / "gone")  # the clock can no longer write its schedule
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert process.returncode == 0
    assert f"http://127.0.0.1:{port}/sign-in/" in said


def test_who_has_signed_in_before_is_told_where_the_next_link_comes_from(administrator, capsys):
    embedded._greet("127.0.0.1", 8123)
    assert "Sign in as the first administrator" in capsys.readouterr().out
    administrator.last_login = timezone.now()
    administrator.save()
    embedded._greet("127.0.0.1", 8123)
    assert "bin/manage sign_in_link NAME --base http://127.0.0.1:8123" in capsys.readouterr().out


def test_a_port_in_use_gets_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start(taken.getsockname()[1], tmp_path)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "is in use" in said and "Traceback" not in said
