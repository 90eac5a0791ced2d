"""A capacity as plain values: for its history, for laying two states side by side, and what must go together in one."""

from collections.abc import Mapping
from typing import Any

from capacities.models import Capacity
from language.said import say

NUMBERS = ("authorized", "deployed", "pledged")
COLUMNS = (
    *("mission", "category", "title", *NUMBERS, "available_from", "available_until", "cleared_until"),
    *("country", "equipment", "source", "as_of", "note"),
)  # what a row holds by itself
FIELDS = (*COLUMNS, "languages", "expertise")


def state(capacity: Capacity) -> dict[str, Any]:
    """A capacity's fields as JSON has them: days as text, the mission's acronym, names of expertise; None is not known."""
    columns = {name: told(name, getattr(capacity, name)) for name in COLUMNS}
    return columns | {"languages": capacity.spoken, "expertise": told("expertise", capacity.expertise.all())}


def incoherent(values: Mapping[str, Any]) -> dict[str, str]:
    """By field, what does not go together with the others; empty where all does."""
    wrong = {}
    begins, ends = values.get("available_from"), values.get("available_until")
    if begins and ends and ends < begins:
        wrong["available_until"] = say("It ends before it begins.")
    if values.get("mission") is None:
        for name in ("authorized", "deployed"):
            if values.get(name) is not None:
                wrong[name] = say(
                    "Without a mission there can be a pledge only: leave “{field}” empty or name the mission.",
                    field=say(name),
                )
    return wrong


def told(name: str, value: Any) -> Any:
    """One field's value as JSON has it."""
    if name == "expertise":
        return sorted(row.name for row in value)
    if name == "languages":
        return sorted(set(value))
    if name == "mission":
        return value.acronym if value else None
    return value.isoformat() if hasattr(value, "isoformat") else value
