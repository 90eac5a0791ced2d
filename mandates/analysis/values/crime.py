"""Step 4: where organized crime is named."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one paragraph: ``start`` and ``end`` count characters in Paragraph.text; ``text`` is what stands there."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that show a crime type. ``term`` is the lexicon's entry that matched."""

    span: Span
    crime_type: str
    term: str


@dataclass(frozen=True, slots=True)
class ParagraphCrime:
    """Organized crime in one paragraph or item, its own words only (items below it have their own).

    ``crime_types`` names crimes, a part by the whole that it belongs to; ``further_types`` what else the words show:
    such parts (precious metals), links with terrorism, the context. The mentions name the narrowest type.
    ``organized_crime`` is False where no type that always counts is named: corruption alone is noted, never more.
    ``with_terrorism``: terrorism is named in the same smallest numbered unit.
    ``task_kinds`` are those named in a paragraph on organized crime: extradition, border management.
    """

    paragraph: int
    crime_types: tuple[str, ...]
    mentions: tuple[Mention, ...]
    organized_crime: bool
    with_terrorism: bool
    subject: bool  # the words stand as what the paragraph is about, not as a part of something else
    further_types: tuple[str, ...] = ()
    task_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrimeReading:
    """Crime by paragraph index, and the words on terrorism that stand anywhere in the text."""

    paragraphs: Mapping[int, ParagraphCrime]
    terrorism: tuple[Span, ...]
