from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from missions.records import Invalid


class Command(BaseCommand):
    help = "Check the reference data of every app and write it to the database. Can be run again at any time."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="check only; write nothing")

    def handle(self, *, check, verbosity, **options):
        parts = [part for app in apps.get_app_configs() for part in getattr(app, "reference", list)()]
        try:
            read = [(part, part.read()) for part in parts]
        except Invalid as error:
            raise CommandError(str(error)) from error
        if check:
            for part, held in read:
                self.stdout.write(part.told(held))
            return
        try:
            with transaction.atomic():
                written = [counted for part, held in read for counted in part.write(held).items()]
        except Invalid as error:
            raise CommandError(str(error)) from error
        for name, counts in written if verbosity else ():
            self.stdout.write(
                f"{name}: {counts.created} created, {counts.updated} updated, {counts.unchanged} unchanged"
            )
