"""What people say that the reader got wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """What of a reading a person can correct: of the whole text, or of one paragraph or item."""

    KIND = "kind"
    MISSION = "mission"
    PREDECESSOR = "predecessor"
    LEVEL = "level"
    ROLE = "role"
    CRIME_TYPES = "crime_types"
    ADDRESSEES = "addressees"


OF_THE_TEXT = frozenset({Aspect.KIND, Aspect.MISSION, Aspect.PREDECESSOR})


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing as a person reads it.

    ``value`` by aspect: a Kind; a mission's acronym; the symbol of the predecessor ("" for none); the level among the
    mission's tasks (0 for no task, 1 for a main task); a Role; crime types; Addressees. ``passage`` holds the words of
    the paragraph that it is about, by which it is found again in another version, and ``label`` where it stood; both
    are empty for an aspect of the whole text. ``number`` is what whoever keeps corrections calls it.
    """

    aspect: Aspect
    value: str | int | tuple[str, ...]
    passage: str = ""
    label: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction in one text. ``read`` is what the reader had read there, in the form of ``Correction.value``.

    ``paragraph`` is where it applies; None for the whole text, and where no passage of this text corresponds to it
    (``placed`` is then False, and nothing was corrected).
    """

    correction: Correction
    paragraph: int | None
    read: str | int | tuple[str, ...]
    placed: bool = True
