"""Names in this floor's data that pages show and that are translated."""

from collections.abc import Iterator

from language import names
from plans import approaches, filters
from plans.solving import Aim


def of_data() -> Iterator[str]:
    yield from names.of(approaches.FILE, "label", "said", "basis")
    yield from names.of_filters(filters.PlanFilter)
    yield from (aim.value for aim in Aim)  # as steps of a proposal
