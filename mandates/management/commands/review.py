"""Review drafts from the command line, without a database: the same pipeline, an empty context."""

import argparse
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand

from mandates.analysis import pipeline, read, report
from mandates.analysis.values import Adopted, Context, Flagged, Policy, Reading, Review

REVIEWED, FLAGGED, UNREADABLE = 0, 1, 2
PIPE_CLOSED = 141  # what a shell reports of a program whose reader went away
STDIN = "-"
WIDEST = 100  # characters of a line of text
BOLD, PLAIN = "\033[1m", "\033[0m"


class Command(BaseCommand):
    help = (
        "Review drafts or resolutions (PDF, DOCX, HTML, Akoma Ntoso, plain text, registry JSON; - reads standard input) and say where "
        "organized crime stands in them. Of several files, a task list held in one serves the others; --predecessor names the text "
        "with which they are compared. Exit codes: 0 "
        "reviewed, 1 flagged (with --fail-on-flag), 2 a file could not be read."
    )
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file to review; - for standard input")
        parser.add_argument("--mission", metavar="ACRONYM", help="the mission that the review is about")
        parser.add_argument(
            "--top", type=_positive, default=Policy().top, help="how many main tasks count as the first"
        )
        parser.add_argument(
            "--predecessor",
            metavar="FILE",
            help="the text before it: say what became of its tasks and of organized crime",
        )
        parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
        parser.add_argument("--fail-on-flag", action="store_true", help="exit with 1 where a text is flagged")

    def handle(self, *, files, mission, top, predecessor, format, fail_on_flag, **options) -> None:
        context = Context(mission, policy=Policy(top=top))
        if predecessor:
            older = self._read(predecessor, mission)
            if older is None:
                sys.exit(UNREADABLE)
            context = replace(context, predecessor=Adopted(older.document.symbol or Path(predecessor).name, 0, older))
        try:
            code = self._review(list(dict.fromkeys(files)), context, format, fail_on_flag)
            self.stdout.flush()
        except BrokenPipeError:  # the reader went away, as head does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = PIPE_CLOSED
        if code:
            sys.exit(code)

    def _review(self, files: list[str], context: Context, format: str, fail_on_flag: bool) -> int:
        """Print the review of every file that can be read; the exit code."""
        readings = {file: reading for file in files if (reading := self._read(file, context.mission))}
        code = REVIEWED if len(readings) == len(files) else UNREADABLE
        made = []
        for number, (file, reading) in enumerate(readings.items()):
            held = {r.document.symbol: r for f, r in readings.items() if f != file and r.document.symbol}
            review = pipeline.judge(reading, replace(context, held=held))
            if fail_on_flag and review.flagged is Flagged.YES:
                code = max(code, FLAGGED)
            if format == "json":
                made.append(report.as_dict(review, file))
            elif format == "jsonl":
                self.stdout.write(json.dumps(report.as_dict(review, file), ensure_ascii=False))
                self.stdout.flush()
            else:
                self._print(review, file, first=number == 0)
        if format == "json":
            self.stdout.write(json.dumps(made[0] if len(files) == 1 and made else made, ensure_ascii=False, indent=1))
        return code

    def _read(self, file: str, mission: str | None) -> Reading | None:
        """The reading of a file; None, and one sentence on standard error, where it cannot be read."""
        try:
            data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
            reading = pipeline.parse(read.read(data, file), mission)
        except read.Unreadable as error:
            self.stderr.write(f"{_named(file)}: {error}")
        except OSError as error:
            self.stderr.write(f"{_named(file)}: {error.strerror or 'it cannot be opened'}.")
        else:
            named = {block.mission.acronym.upper() for block in reading.tasks.missions if block.mission}
            if mission and mission.upper() not in named:
                self.stderr.write(
                    f"{_named(file)}: the text gives no mandate to {mission}; it is reviewed as it stands."
                )
            return reading
        return None

    def _print(self, review: Review, file: str, first: bool) -> None:
        terminal = self.stdout.isatty()
        width = min(WIDEST, shutil.get_terminal_size().columns) if terminal else WIDEST
        text = report.as_text(review, "" if file == STDIN else Path(file).name, width)
        if terminal and "NO_COLOR" not in os.environ:
            title, rest = text.split("\n", 1)
            text = f"{BOLD}{title}{PLAIN}\n{rest}"
        self.stdout.write(text if first else f"\n{'=' * width}\n\n{text}", ending="")


def _named(file: str) -> str:
    return "Standard input" if file == STDIN else file


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
