"""Names in this floor's data that pages show and that are translated."""

from collections.abc import Iterator

from language import names
from plans import approaches, filters


def of_data() -> Iterator[str]:
    yield from names.of(approaches.FILE, "label", "said", "basis")
    yield from names.of_filters(filters.PlanFilter)
