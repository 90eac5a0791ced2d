"""Drafts written for this project, for a newcomer to try."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data" / "specimens"
FIRST = "specimen-1.txt"


def first() -> bytes:
    """The specimen that a newcomer is offered."""
    return (FOLDER / FIRST).read_bytes()
