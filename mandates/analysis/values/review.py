"""The whole answer, and what it is given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mandates.analysis.values.comparison import Comparison
from mandates.analysis.values.corrections import Corrected
from mandates.analysis.values.crime import CrimeReading
from mandates.analysis.values.findings import Finding, Severity
from mandates.analysis.values.priority import Flagged, MissionReading
from mandates.analysis.values.register import Register
from mandates.analysis.values.structure import Document
from mandates.analysis.values.tasks import Address, Kind, TaskReading


@dataclass(frozen=True, slots=True)
class Policy:
    """How this installation reads a mandate.

    ``top`` is the N of "top N"; ``dilution`` the most leaf tasks; ``off`` the codes of rules that are not asked;
    ``severities`` those that it gives to rules in place of their own. ``number`` tells one policy of an installation
    from the next; 0 is what the program comes with.
    """

    top: int = 3
    dilution: int = 40
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict, hash=False)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What a review may know beyond the text: the mission asked for, and other texts held, by symbol.

    ``earlier`` are adopted texts among which the predecessor is looked for; ``predecessor`` is one that a person chose, and then
    none is looked for. ``register`` is what is known of the mission's capacities, partners and sanctions.
    """

    mission: str | None = None
    held: Mapping[str, "Reading"] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    earlier: Iterable["Adopted"] = ()
    predecessor: "Adopted | None" = None
    register: Register = field(default_factory=Register)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read but not yet judged: everything that needs the text alone, with what people corrected in it."""

    document: Document
    tasks: TaskReading
    crime: CrimeReading
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text that is held and was adopted: ``when`` is its date, or its number where no date is known.

    Whoever holds many may give values of the same names whose ``reading`` is made when it is asked for; it is None where the
    text cannot be read.
    """

    symbol: str
    when: date | int
    reading: Reading | None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Review:
    """The whole answer. ``missions`` holds a block for each mission, the one that the review is about first.

    ``without_brackets`` is that mission's block if nothing in a draft's square brackets is kept; None without brackets.
    ``chapter_vii`` is the index of the paragraph in which the Council acts under Chapter VII of the Charter.
    ``comparison`` is with the predecessor, for that mission; None where no predecessor is held. ``register`` is the context's.
    """

    document: Document
    kind: Kind
    addresses: tuple[Address, ...]
    crime: CrimeReading
    missions: tuple[MissionReading, ...]
    findings: tuple[Finding, ...]
    policy: Policy
    ruleset: str
    without_brackets: MissionReading | None = None
    chapter_vii: int | None = None
    corrected: tuple[Corrected, ...] = ()
    comparison: Comparison | None = None
    register: Register = field(default_factory=Register)

    @property
    def reading(self) -> MissionReading:
        return self.missions[0]

    @property
    def flagged(self) -> Flagged:
        return self.reading.flagged
