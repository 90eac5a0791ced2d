"""What several rules ask of one review is looked for once, and forgotten with the review."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from mandates.analysis.values import Review

Found = TypeVar("Found")


def for_each_review(find: Callable[[Review], Found]) -> Callable[[Review], Found]:
    """``find``, which keeps what it found for the review asked last: rules ask one review after the other.

    What is found must not be changed. It goes with its review, so that no words of a draft stay behind.
    """
    kept: tuple[weakref.ref[Review], Found] | None = None

    def forget(gone: weakref.ref[Review]) -> None:
        nonlocal kept
        if kept and kept[0] is gone:
            kept = None

    @wraps(find)
    def found(review: Review) -> Found:
        nonlocal kept
        last = kept  # another thread may keep another review's meanwhile
        if last is None or last[0]() is not review:
            last = kept = (weakref.ref(review, forget), find(review))
        return last[1]

    return found
