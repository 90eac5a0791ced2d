"""How a test starts fault_worker.py as a process of its own and speaks to it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def environment(database_url: str, redis_url: str = "") -> dict[str, str]:
    """The environment of a process that works on that database, with that Redis or without one."""
    kept = {name: value for name, value in os.environ.items() if name != "REDIS_URL"}
    return kept | {"DATABASE_URL": database_url} | ({"REDIS_URL": redis_url} if redis_url else {})


class Worker:
    """fault_worker.py, started and spoken to; a context manager that ends it."""

    def __init__(self, database_url: str, redis_url: str = "") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.mandates.fault_worker"],
            cwd=ROOT,
            env=environment(database_url, redis_url),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.do("migrate") == 0

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *exception) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=10)

    def tell(self, *words) -> None:
        print(*words, file=self.process.stdin, flush=True)

    def until(self, word: str) -> str:
        """Read on to the line that opens with the word; the rest of it."""
        for line in self.process.stdout:
            if line.startswith(word):
                return line.removeprefix(word).strip()
        raise AssertionError(f"the worker ended before it said {word!r}")

    def do(self, *command) -> int:
        """Carry a command out; the exit code, negative for a signal."""
        self.tell(*command)
        self.tell("wait")
        return int(self.until("ended"))

    def state(self, key: str) -> dict:
        """What the database holds of the text submitted under this key."""
        return self._states("state", key, 1)[0]

    def recover(self, key: str) -> list[dict]:
        """The same after a crash, and after what follows a crash."""
        return self._states("recover", key, 2)

    def _states(self, command: str, key: str, number: int) -> list[dict]:
        self.tell(command, key)
        self.tell("wait")
        found = [json.loads("{" + self.until("{")) for _ in range(number)]
        assert self.until("ended") == "0"
        return found
