"""People's corrections of adopted texts, for the evaluation of the reader."""

import csv
import json

from django.core.management.base import BaseCommand, OutputWrapper

from mandates.models import Correction

COLUMNS = ("symbol", "label", "aspect", "read", "corrected")


class Command(BaseCommand):
    help = (
        "Print as CSV what people corrected in the reading of adopted texts, drafts left out. Saved as corrections.csv "
        "beside a folder of texts, bin/evaluate counts what the reader still gets wrong."
    )

    def handle(self, *args, **options) -> None:
        written = csv.writer(_Lines(self.stdout))
        written.writerow(COLUMNS)
        adopted = Correction.objects.filter(mandate__draft=False).exclude(mandate__symbol="").select_related("mandate")
        for c in adopted.standing():
            written.writerow([c.mandate.symbol, c.label, c.aspect, json.dumps(c.read), json.dumps(c.value)])


class _Lines:
    """A command's output as a file that ends no line by itself."""

    def __init__(self, stdout: OutputWrapper) -> None:
        self._stdout = stdout

    def write(self, line: str) -> None:
        self._stdout.write(line, ending="")
