"""A Chromium and the whole application in one process of its own, as ``bin/up`` runs it, for tests that go through pages.

tests/conftest.py takes the fixtures from here: there can be one browser in a run.
"""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# Without a sandbox as containers give none; without anything that would ask the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


PATIENCE = 15_000  # milliseconds: machines that test are slow now and then


@dataclass(frozen=True)
class Site:
    """The running application: its address, the database that it works on, and a process that runs commands beside it."""

    base: str
    database: Path
    commands: subprocess.Popen

    def manage(self, *command: str) -> str:
        """What a management command prints."""
        self.commands.stdin.write(json.dumps(command) + "\n")
        self.commands.stdin.flush()
        answer = json.loads(self.commands.stdout.readline())
        assert "failed" not in answer, answer["failed"]
        return answer["said"].strip()

    def sql(self, *statements: str) -> None:
        """Change the database behind the application's back, as a crash would have left it."""
        with sqlite3.connect(self.database, timeout=20) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    database = folder / "site.sqlite3"
    own = {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(folder), "EMBEDDED": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DEBUG")}
    beside = {"cwd": ROOT, "env": kept | own}
    command = [sys.executable, "-m", "config.embedded", "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, **beside)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    commands = subprocess.Popen([sys.executable, "-m", "tests.browser.commands"], **pipes, **beside)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{base}/health/", process, folder / "log")
        yield Site(base, database, commands)
    finally:
        commands.communicate(timeout=30)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(900):
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer: {log.read_text()}")


@pytest.fixture(scope="session")
def chromium():
    """A browser; the test is skipped where none is installed."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright  # slow to import, and of no use without Chromium

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def complains(said) -> bool:
    """Whether the console speaks against a page. That a form was refused (400, 409, 422) is no fault: the page says why."""
    refused = any(f"status of {status} " in said.text for status in (400, 409, 422))
    return said.type in ("error", "warning") and not refused


@pytest.fixture
def signed_in(chromium, site) -> Iterator[Callable]:
    """Opens a tab in which a person is signed in; what its console says against a page fails the test at its end."""
    contexts, complaints = [], []

    def opened(username: str = "reviewer", **options):
        context = chromium.new_context(base_url=site.base, **{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.append(said.text) if complains(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site.manage("sign_in_link", username, "--create", "--base", site.base))
        page.get_by_role("main").get_by_role("button").click()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == [], complaints  # told in full: asserts of this module are not rewritten by pytest
