"""``bin/manage makemessages``: bring the French catalogue up to date with templates, code and data, and compile it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import makemessages

LANGUAGES = [code for code, _ in settings.LANGUAGES if not code.startswith("en")]
NOT_READ = ["tests/*", "evaluation/*", "bench/*", "patterns/*", "var/*", ".venv/*", "*/migrations/*", "*/management/*"]
NAMES = Path("language/names_of_data.py")  # stands only while the command runs


class Command(makemessages.Command):
    help = "Read every string of the interface into language/locale, keep what is translated, and compile. Needs GNU gettext."
    xgettext_options = [
        *makemessages.Command.xgettext_options,
        *("--keyword=say:1", "--keyword=say_many:1,2", "--keyword=marked:1"),
    ]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def handle(self, *args, **options) -> None:
        options |= {"add_location": "file", "no_obsolete": True, "no_wrap": True}
        options |= {"extensions": ["html", "svg", "txt", "py"], "ignore_patterns": NOT_READ, "verbosity": 0}
        options["locale"] = options["locale"] or LANGUAGES
        with _names_of_data():
            super().handle(*args, **options)
        call_command("compilemessages", locale=options["locale"], ignore_patterns=NOT_READ, verbosity=0)


@contextmanager
def _names_of_data() -> Iterator[None]:
    """The names that stand in data and in tables of the engine, as xgettext can read them: ``names()`` of each app's config."""
    found = [name for app in apps.get_app_configs() if hasattr(app, "names") for name in app.names()]
    NAMES.write_text("\n".join(f"marked({name!r})" for name in dict.fromkeys(filter(None, found))))
    try:
        yield
    finally:
        NAMES.unlink()
