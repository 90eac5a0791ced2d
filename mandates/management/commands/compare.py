"""Compare a text with its predecessor from the command line, without a database."""

import json
import os
import shutil
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from mandates.analysis import compare, pipeline, priority, read
from mandates.analysis.reporting import comparison_fields, comparison_page
from mandates.analysis.values import Context, Reading

COMPARED, UNREADABLE = 0, 2
PIPE_CLOSED = 141  # what a shell reports of a program whose reader went away
WIDEST = 100  # characters of a line of text


class Command(BaseCommand):
    help = (
        "Compare two texts (PDF, DOCX, HTML, plain text, registry JSON): which tasks of a mission were kept, reworded, "
        "strengthened, weakened, promoted, demoted, dropped or are new, and where organized-crime language was lost or "
        "gained. Exit codes: 0 compared, 2 a file could not be read."
    )
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("older", metavar="OLD", help="the earlier text: the predecessor, or an earlier version")
        parser.add_argument("newer", metavar="NEW", help="the later text")
        parser.add_argument("--mission", metavar="ACRONYM", help="the mission whose tasks are compared")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *, older, newer, mission, format, **options) -> None:
        readings = [self._read(file, mission) for file in (older, newer)]
        if None in readings:
            sys.exit(UNREADABLE)
        blocks = [priority.rank(reading, Context(mission)) for reading in readings]
        made = compare.compare(*readings, *compare.same_mission(*blocks, mission))
        if format == "json":
            text = json.dumps(comparison_fields.as_dict(made, older, newer), ensure_ascii=False, indent=1) + "\n"
        else:
            width = min(WIDEST, shutil.get_terminal_size().columns) if self.stdout.isatty() else WIDEST
            text = comparison_page.as_text(made, Path(older).name, Path(newer).name, width)
        try:
            self.stdout.write(text, ending="")
            self.stdout.flush()
        except BrokenPipeError:  # the reader went away, as head does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(PIPE_CLOSED)

    def _read(self, file: str, mission: str | None) -> Reading | None:
        """The reading of a file; None, and one sentence on standard error, where it cannot be read."""
        try:
            reading = pipeline.parse(read.read(Path(file).read_bytes(), file), mission)
        except read.Unreadable as error:
            self.stderr.write(f"{file}: {error}")
        except OSError as error:
            self.stderr.write(f"{file}: {error.strerror or 'it cannot be opened'}.")
        else:
            named = {block.mission.acronym.upper() for block in reading.tasks.missions if block.mission}
            if mission and mission.upper() not in named:
                self.stderr.write(f"{file}: the text gives no mandate to {mission}; it is compared as it stands.")
            return reading
        return None
