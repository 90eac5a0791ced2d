"""Published strengths of peacekeeping operations, from a table of the budget reports."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from capacities.importing import strengths
from capacities.services import strengths_import
from missions.models import Mission


class Command(BaseCommand):
    help = (
        "Import authorized and actual strengths from a CSV table of the budget reports. Nothing is written where a row is "
        "wrong. Can be run again."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--check", action="store_true", help="say what it would change and write nothing")

    def handle(self, *, file: Path, check: bool, **options) -> None:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file.name}: {error.strerror or 'it cannot be opened'}.") from error
        table = strengths.read(data, set(Mission.objects.values_list("acronym", flat=True)))
        if table.wrong:
            raise CommandError("\n".join([*table.wrong, "Nothing was imported."]))
        self.stdout.write(table.sentence)
        if check:
            for step in strengths_import.plan(table.strengths):
                if step.action != strengths_import.SAME:
                    told = ", ".join(f"{name} {old} → {new}" for name, (old, new) in step.differs.items())
                    self.stdout.write(f"{step.name}: {step.action}{f' ({told})' if told else ''}")
            return
        done = strengths_import.import_strengths(table.strengths, data=data, by=None)
        self.stdout.write(f"{done.created} created, {done.updated} updated, {done.unchanged} unchanged")
