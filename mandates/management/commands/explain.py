"""A rule's page on the command line, the list of rules, and the pages of docs/rules."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from mandates import rules
from mandates.rules import documentation

PAGES = Path(settings.BASE_DIR) / "docs" / "rules"
UNKNOWN = 2


class Command(BaseCommand):
    help = "Explain a rule: what it asks, why, what to write instead, examples and sources. Without a code, list all."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("code", nargs="?", metavar="CODE", help="a rule's code, such as OC201")
        parser.add_argument("--write", action="store_true", help="write every rule's page to docs/rules")

    def handle(self, *, code, write, **options) -> None:
        if write:
            self._write()
        elif code:
            try:
                self.stdout.write(documentation.page(rules.by_code(code)), ending="")
            except KeyError:
                self.stderr.write(f"No rule has the code {code}: run explain without a code for the list.")
                sys.exit(UNKNOWN)
        else:
            self.stdout.write(documentation.listing(rules.ALL), ending="")

    def _write(self) -> None:
        pages = documentation.files(rules.ALL)
        PAGES.mkdir(parents=True, exist_ok=True)
        for stale in PAGES.glob("*.md"):
            if stale.name not in pages:
                stale.unlink()
        for name, text in pages.items():
            (PAGES / name).write_text(text, encoding="utf-8")
        self.stdout.write(f"{len(pages)} pages written.")
