"""The nightly sweep, at any hour."""

from django.core.management.base import BaseCommand

from mandates import jobs


class Command(BaseCommand):
    help = "Review the mandates in force of every mission that is not closed, where the current ruleset has not."

    def handle(self, *args, **options) -> None:
        counts = jobs.sweep()
        self.stdout.write(
            f"{counts['in_force']} mandates in force: {counts['reviewed']} reviewed under the current ruleset, "
            f"{counts['started']} queued for review."
        )
