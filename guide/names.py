"""What stands beside the numbers, for the catalogue of translations."""

from collections.abc import Iterator

from guide.helps import FILE
from language import names


def of_data() -> Iterator[str]:
    yield from names.of(FILE, "of", "says", "word")
