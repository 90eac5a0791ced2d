"""The recorded result, and what changed since."""

import json
from collections.abc import Iterator
from pathlib import Path

RECORDED = Path(__file__).parent / "result.json"


def load() -> dict:
    """The recorded result; empty where none is recorded."""
    return json.loads(RECORDED.read_text()) if RECORDED.exists() else {}


def save(measured: dict) -> None:
    """Record a result: counts, shares, symbols and labels, never a sentence of a text."""
    RECORDED.write_text(json.dumps(measured, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


def changes(before: dict, after: dict) -> list[str]:
    """One line for each value that is new, gone or another: ``gold.right: 1035 → 1040``."""
    old, new = dict(_flat(_plain(before))), dict(_flat(_plain(after)))
    told = []
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            told.append(f"{name}: {old.get(name, 'not there')} → {new.get(name, 'not there')}")
    return told


def _plain(value: dict) -> dict:
    """As it would be read back: tuples become lists, numbers as keys become text."""
    return json.loads(json.dumps(value))


def _flat(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for inner in value:
            yield f"{name}[{json.dumps(inner, ensure_ascii=False, sort_keys=True)}]", "listed"
    else:
        yield name, value
