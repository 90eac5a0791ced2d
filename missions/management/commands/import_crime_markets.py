"""The Global Organized Crime Index, from the user's own download."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from missions import crime_markets, services


class Command(BaseCommand):
    help = (
        "Import the Global Organized Crime Index from the CSV table that you downloaded, for the countries of the register. "
        "Nothing is written where a row is wrong. Can be run again."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--check", action="store_true", help="say what is in it and write nothing")

    def handle(self, *, file: Path, check: bool, **options) -> None:
        try:
            table = crime_markets.read(file.read_bytes(), services.country_names())
        except OSError as error:
            raise CommandError(f"{file.name}: {error.strerror or 'it cannot be opened'}.") from error
        if table.wrong:
            raise CommandError("\n".join([*table.wrong, "Nothing was imported."]))
        self.stdout.write(table.sentence)
        if not check:
            counts = services.load_crime_markets(table.scores, None)
            self.stdout.write(f"{counts.created} created, {counts.updated} updated, {counts.unchanged} unchanged")
