"""What stands beside the numbers, for the catalogue of translations."""

from collections.abc import Iterator

from guide import helps
from language import names


def of_data() -> Iterator[str]:
    yield from names.of(helps.FILE, "of", "says")
    yield from (one.word for one in helps.held().values())
