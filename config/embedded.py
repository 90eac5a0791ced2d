"""Everything in one process: web (waitress), Celery worker and beat as threads, on SQLite and an in-memory queue.

``python -m config.embedded --port 8000``. What the queue holds is lost with the process; the jobs' rows are not, and are
queued again at the next start.
"""

import argparse
import os
import signal
import socket
import sys
import threading


def main() -> int:
    arguments = argparse.ArgumentParser(prog="bin/up", description="Serve Forefront on this machine.")
    arguments.add_argument("--port", type=int, default=8000)
    arguments.add_argument("--host", default="127.0.0.1")
    options = arguments.parse_args()
    if not _free(options.host, options.port):
        print(
            f"Port {options.port} is in use. Stop what uses it, or choose another: bin/up --port {options.port + 1}",
            file=sys.stderr,
        )
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["EMBEDDED"] = "1"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    return _serve(options.host, options.port)


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _serve(host: str, port: int) -> int:
    import waitress
    from celery import beat, worker
    from celery.worker import state
    from waitress.channel import HTTPChannel
    from waitress.task import ErrorTask

    from config import upload_limit
    from config.celery import app, requeuing
    from config.wsgi import application

    class Refusal(ErrorTask):
        """waitress refuses a body that is too long by its announced length; the sentence is ours."""

        def execute(self) -> None:
            error = self.request.error
            if error.code == 413:
                error.to_response = lambda *_: upload_limit.bare_refusal(self.request.path)
            super().execute()

    HTTPChannel.error_task_class = Refusal
    server = waitress.create_server(
        application, host=host, port=port, threads=8, max_request_body_size=upload_limit.largest_body()
    )
    jobs = worker.WorkController(
        app,
        pool="threads",
        concurrency=2,
        without_heartbeat=True,
        without_mingle=True,
        without_gossip=True,
        loglevel="WARNING",
    )
    clock = beat.EmbeddedService(app, thread=True, schedule_filename=_schedule_file())
    threads = [threading.Thread(target=jobs.start, name="worker", daemon=True), clock]
    stopping = threading.Event()

    def stop(*_) -> None:
        if not stopping.is_set():  # a second Ctrl-C while draining changes nothing
            stopping.set()
            threading.Thread(target=server.close).start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    for thread in threads:
        thread.start()
    for task in requeuing():
        task(queue_lost=True)
    _greet(host, port)
    try:
        server.run()
    except OSError:
        if not stopping.is_set():
            raise
    print("Stopping: running reviews end first.", flush=True)
    clock.service.stop()  # without waiting: a clock that has died would never answer
    state.should_stop = 0
    for thread in threads:
        thread.join(timeout=30)
    return 0


def _schedule_file() -> str:
    from django.conf import settings

    return str(settings.VAR_DIR / "beat-schedule")


def _greet(host: str, port: int) -> None:
    from accounts import links

    base = f"http://{host}:{port}"
    print(f"Forefront is at {base}/  (stop with Ctrl-C)", flush=True)
    if user := links.first_administrator():
        print(
            f"Sign in as the first administrator, once, within {links.hours_valid()} hours:\n  {links.sign_in_link(user, base)}",
            flush=True,
        )
    else:
        print(f"A link that signs somebody in once: bin/manage sign_in_link NAME --base {base}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
