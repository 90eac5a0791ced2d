from django.core.management.base import BaseCommand, CommandError

from missions import reference, services


class Command(BaseCommand):
    help = "Check the register of missions and write it to the database. Can be run again at any time."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="check only; write nothing")

    def handle(self, *, check, verbosity, **options):
        try:
            register = reference.load()
        except reference.Invalid as error:
            raise CommandError(str(error)) from error
        if check:
            self.stdout.write(
                f"{len(register.countries)} countries and {len(register.missions)} missions are in order."
            )
            return
        for name, counts in services.load_register(register).items():
            if verbosity:
                self.stdout.write(
                    f"{name}: {counts.created} created, {counts.updated} updated, {counts.unchanged} unchanged"
                )
