"""What a change of a partner says on its page: field by field, from what to what."""

from typing import Any

from capacities.models import PartnerChange
from capacities.partner_pages import LABELS, words

KEPT_BACK = "the words are not kept"


def told(change: PartnerChange) -> list[tuple[str, str, str]]:
    """(field, from, to) for each field that changed; of a new partner nothing but that it is new."""
    if change.action in ("created", "imported") and all(
        held[:1] == [None] or not held for held in change.detail.values()
    ):
        return []
    return [(LABELS.get(name, name), *_sides(name, held)) for name, held in change.detail.items()]


def _sides(name: str, held: list[Any]) -> tuple[str, str]:
    return (words(name, held[0]), words(name, held[1])) if held else ("", KEPT_BACK)
