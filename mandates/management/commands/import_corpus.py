"""Import adopted texts with their votes, from a folder or a table."""

import signal
import time
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from mandates.importing import folder, run, votes
from mandates.importing.texts import Refusal, Unusable

VOTES = Path("reference") / "council_votes.json"
EVERY = 100  # texts between two lines of progress where nobody watches a terminal


class Command(BaseCommand):
    help = (
        "Import adopted resolutions: PDF, DOCX, HTML, Akoma Ntoso, plain text or registry JSON named by their symbol "
        "(S-RES-1509-2003.txt), in the folder itself or in its parts resolutions and paragraphs, or a CSV file of "
        "CR-UNSC. Each is reviewed at once. What is held already is left alone, so that an import can be stopped with Ctrl-C and "
        "run again."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", metavar="DIR", type=Path, help="the folder, or a CSV file of CR-UNSC")
        parser.add_argument(
            "--owner", metavar="USERNAME", help="whose the texts are; the only administrator by default"
        )
        parser.add_argument(
            "--votes", metavar="FILE", type=Path, help=f"a table of votes; DIR/{VOTES} where it is there by default"
        )

    def handle(self, *, path, owner, votes, **options) -> None:
        person = _owner(owner)
        try:
            groups, facts, refused = folder.read(path)
            facts |= _votes(path, votes)
        except Unusable as error:
            raise CommandError(str(error)) from None
        asked = []
        before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))
        started = time.monotonic()
        try:
            report = run.run(
                groups, facts, person, lambda done, last: self._tell(done, len(groups), last), lambda: bool(asked)
            )
        finally:
            signal.signal(signal.SIGINT, before)
        report.refused[:0] = refused
        self._report(report, time.monotonic() - started)

    def _tell(self, done: int, of: int, last: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{done} of {of}, {last:<20}", ending="\n" if done == of else "")
            self.stdout.flush()
        elif done % EVERY == 0 or done == of:
            self.stdout.write(f"{done} of {of}, {last}")

    def _report(self, report: run.Report, seconds: float) -> None:
        if report.stopped:
            lead = "\n" if self.stdout.isatty() else ""
            self.stdout.write(f"{lead}Stopped after the text in hand. Run the same command again for the rest.")
        self.stdout.write(
            f"{report.created} created, {report.unchanged} unchanged, {len(report.refused)} refused; "
            f"{report.reviewed} reviewed, in {seconds:.0f} s."
        )
        self._list("Refused:", report.refused)
        self._list("Passed over:", report.passed_over)
        self._list("To be looked at:", report.doubtful)

    def _list(self, heading: str, files: list[Refusal]) -> None:
        if files:
            self.stdout.write(heading)
        for file in files:
            self.stdout.write(f"  {file.place}: {file.reason}")


def _owner(username: str | None):
    """Who is to own the texts. Raises CommandError where that is not clear."""
    people = get_user_model().objects
    if username:
        person = people.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account “{username}”: name one that exists with --owner.")
        return person
    administrators = list(people.filter(is_superuser=True, is_active=True)[:2])
    if len(administrators) != 1:
        told = "There are several administrators" if administrators else "There is no administrator yet"
        raise CommandError(f"{told}: say with --owner USERNAME whose the texts are to be.")
    return administrators[0]


def _votes(path: Path, file: Path | None) -> dict:
    if file is None and (path / VOTES).is_file():
        file = path / VOTES
    return votes.read(file) if file else {}
