"""Names of the reference data, to choose from and in sentences: in the language of the reader, or in English as tables have them."""

import unicodedata
from collections.abc import Iterable, Mapping

from django.utils.functional import lazy

from language.said import in_english, say


def choices(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a field offers, in the order of the reader's alphabet: "États-Unis" stands under E."""
    said = [(name, say(label)) for name, label in names.items()]
    return sorted(said, key=lambda pair: _plain(pair[1]))


class Said:
    """For a field of rows: each by its name in the language of the reader."""

    def label_from_instance(self, row: object) -> str:
        return say(str(row))


def _in_tables(labels: Iterable[object], between: str = ", ") -> str:
    with in_english():
        return between.join(map(str, labels))


# Labels as tables have them, which are in English whatever the language of the page; they are put together when they are shown.
in_tables = lazy(_in_tables, str)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
