"""What the page of a long review costs: ``python -m bench.page``, over a text made of the specimen drafts, beside the engine.

The whole request is measured, through every middleware, on a database in memory; milliseconds of processor time. How many
times the engine's own work that is depends little on the machine.
"""

import os
import tempfile

import django
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment

from bench import engine
from mandates.analysis import pipeline, read

BUDGET = engine.BUDGETS["page"]
# The specimens' items are short; with this each paragraph has the length of those in long mandates, some 60 words.
MORE = ", having regard to the seasons, the roads and the means of transport" * 5


def long_paragraphs(words: int) -> bytes:
    """A text of about so many words in paragraphs as long as those of real mandates."""
    lines = engine.made_of_specimens(words // 4).decode().split("\n")
    return "\n".join(
        f"{line[:-1]}{MORE}{line[-1]}" if line[-1:] in (",", ";", ".") else line for line in lines
    ).encode()


def signed_in() -> tuple[Client, object]:
    """A browser in a fresh application of its own, and who is signed in with it."""
    own = {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": "sqlite://:memory:", "EMBEDDED": "1"}
    os.environ.update(own | {"VAR_DIR": tempfile.mkdtemp(prefix="bench-")})
    os.environ.pop("REDIS_URL", None)
    django.setup()
    setup_test_environment()
    call_command("migrate", verbosity=0)
    from django.contrib.auth import get_user_model

    client, person = Client(), get_user_model().objects.create_user("bench")
    client.force_login(person)
    return client, person


def main() -> None:
    client, person = signed_in()
    from mandates import jobs, services  # models can be imported now

    data = long_paragraphs(BUDGET["words"])
    version = services.submit(owner=person, data=data, title="Made")
    jobs.review_mandate(version.mandate.latest_job.pk)
    address = version.mandate.get_absolute_url()
    page = client.get(address, headers={"accept-encoding": "gzip"})
    alone = engine.median(lambda: pipeline.review(read.read(data, "made.txt")))
    shown = engine.median(lambda: client.get(address))
    parts = f"{version.paragraphs.count()} paragraphs, {version.review.findings.count()} findings"
    print(f"The page of a review: {len(data.split()):,} words, {parts}")
    print("  request         ", engine.said(shown, BUDGET["milliseconds"], "ms"))
    print("  beside the engine", engine.said(shown / alone, BUDGET["engine_ratio"], "times its work"))
    print("  sent            ", engine.said(len(page.content) / 1000, BUDGET["kilobytes"], "kB, packed"))


if __name__ == "__main__":
    main()
