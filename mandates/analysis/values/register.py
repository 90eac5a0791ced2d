"""What the register knows of a mission beside its text: capacities, languages, FIUs, sanctions, partners in the country.

Nothing here is of a text. None and empty mean that nothing is known, never that there is nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Cover(StrEnum):
    """How well a mission's capacities cover a field of expertise, best first: the verdicts of capacities."""

    COVERED = "covered"
    PARTLY = "partly"
    LANGUAGE_GAP = "language gap"
    LATE = "late"
    NOT_KNOWN = "not known"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Expertise:
    """A field of expertise, the crime types that take it, and the best that the mission's capacities do for it.

    ``sentence`` tells of the best capacity that has it, with its numbers and days; "" where none that is recorded has.
    """

    label: str
    crime_types: frozenset[str]
    cover: Cover
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Fiu:
    """A financial intelligence unit known by name. ``standing`` says what is known of it, in words with days.

    ``engaged``: a partner record that everybody may see says that it is worked with. ``listed``: it stands on the list of FIUs; else
    only a partner record knows it, whose name no finding repeats, since records can become secret and findings stay.
    """

    country: str
    name: str
    standing: str = ""
    engaged: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion for listing that names crimes."""

    citation: str
    crime_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of experts; ``cooperation`` and ``access`` cite the sanctions texts' own clauses, "" where none is known."""

    name: str
    cooperation: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True)
class Regime:
    """A sanctions regime in force on the day of the text, as far as its texts were read, to ``read_to``."""

    name: str
    read_to: date
    criteria: tuple[Criterion, ...] = ()
    panel: Panel | None = None


class PartnerKind(StrEnum):
    """Kinds of partners in the country, as the register of partners has them."""

    FIU = "fiu"
    MONITOR = "monitor"
    COMMUNITY = "community"
    LOCAL_AUTHORITY = "local_authority"
    NATIONAL_AGENCY = "national_agency"


@dataclass(frozen=True, slots=True)
class Register:
    """Everything known for one text. ``day`` is that on which it is laid beside the text: today, or its adoption.

    ``today``: the text is a draft or its mission's mandate in force, so that ``expertise``, ``fius`` and ``partners`` can be
    laid beside it; beside any other text they are empty. ``languages`` are those of the area. ``fiu_crimes`` are the crime
    types for which an FIU is a partner. ``partners`` counts by kind those that everybody may see, no others. ``digest``
    tells two states of the facts apart, whatever the day.
    """

    day: date | None = None
    today: bool = False
    expertise: tuple[Expertise, ...] = ()
    languages: tuple[str, ...] = ()
    fius: tuple[Fiu, ...] = ()
    fiu_crimes: frozenset[str] = frozenset()
    regimes: tuple[Regime, ...] = ()
    partners: tuple[tuple[PartnerKind, int], ...] = ()
    digest: str = ""
